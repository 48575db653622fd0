package org.answerable.foi.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.Ground;
import org.answerable.foi.PublicInterestTest;

/** A ground as decided: with the version of the catalogue, who decided and when (I1, I6). */
@Entity
@Table(name = "ground", schema = "foi")
public class DecidedGround {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "foi.record_seq")
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "question_id")
    private Question question;

    private String code;

    @Enumerated(EnumType.STRING)
    private ExemptionEntry.Test test;

    private String catalogue;
    private String reason;

    @Column(name = "in_favour")
    private String inFavour;

    private String against;
    private String balance;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "refers_to")
    private String refersTo;

    private boolean statistical;
    private int position;

    protected DecidedGround() {}

    DecidedGround(
            Question question,
            Ground ground,
            ExemptionEntry entry,
            String catalogue,
            int position,
            Actor actor,
            Instant at) {
        this.question = question;
        this.code = ground.code();
        this.test = entry.test();
        this.catalogue = catalogue;
        this.reason = ground.reason();
        this.inFavour = ground.test().map(PublicInterestTest::inFavour).orElse(null);
        this.against = ground.test().map(PublicInterestTest::against).orElse(null);
        this.balance = ground.test().map(PublicInterestTest::balance).orElse(null);
        this.decidedBy = actor.displayName();
        this.decidedAt = at;
        this.refersTo = ground.refersTo();
        this.statistical = ground.statistical();
        this.position = position;
    }

    String code() {
        return code;
    }

    ExemptionEntry.Test test() {
        return test;
    }

    String reason() {
        return reason;
    }

    Optional<PublicInterestTest> publicInterestTest() {
        return inFavour == null
                ? Optional.empty()
                : Optional.of(new PublicInterestTest(inFavour, against, balance));
    }

    String refersTo() {
        return refersTo;
    }

    boolean statistical() {
        return statistical;
    }

    Ground ground() {
        return new Ground(code, reason, publicInterestTest(), refersTo, statistical);
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
