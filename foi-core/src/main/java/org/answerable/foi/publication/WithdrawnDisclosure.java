package org.answerable.foi.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.answerable.foi.Disclosure;

/** The note that an edition was taken out of the log, and why. */
@Entity
@Table(name = "withdrawal", schema = "foi")
public class WithdrawnDisclosure {

    @Id
    @Column(name = "disclosure_id")
    private long disclosureId;

    private String reason;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected WithdrawnDisclosure() {}

    public WithdrawnDisclosure(PublishedDisclosure disclosure, String reason, Instant at) {
        this.disclosureId = disclosure.id();
        this.reason = reason;
        this.withdrawnAt = at;
    }

    public Disclosure.Withdrawal withdrawal() {
        return new Disclosure.Withdrawal(withdrawnAt, reason);
    }
}
