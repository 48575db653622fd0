package org.answerable.foi.casework;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.Answer;
import org.answerable.foi.Colleague;
import org.answerable.foi.Conflict;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.Outcome;

/** One question of a case with its answer: the unit of decision. */
@Entity
@Table(name = "question", schema = "foi")
public class Question {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "foi.question_seq")
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "case_id")
    private FoiCase foiCase;

    private int number;
    private String text;
    private String narrative = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "held_status")
    private HeldStatus heldStatus;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "drafted_by_name")
    private String draftedByName;

    private String regime = "FOIA";
    private LocalDate due;

    private boolean extended;

    @Column(name = "sent_on")
    private LocalDate sentOn;

    private String advice = "";

    @Column(name = "allotted_to")
    private String allottedTo;

    @Column(name = "allotted_name")
    private String allottedName;

    private int revision;

    @Column(name = "changed_by_name")
    private String changedByName;

    @Column(name = "changed_at")
    private Instant changedAt;

    @OneToMany(mappedBy = "question", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<DecidedGround> grounds = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "citation",
            schema = "foi",
            joinColumns = @JoinColumn(name = "question_id"),
            inverseJoinColumns = @JoinColumn(name = "evidence_id"))
    @OrderBy("id")
    private List<EvidenceCopy> citations = new ArrayList<>();

    protected Question() {}

    Question(FoiCase foiCase, int number, String text, Actor actor, Instant at) {
        this.foiCase = foiCase;
        this.number = number;
        this.text = text;
        touch(actor, at);
    }

    private void touch(Actor actor, Instant at) {
        revision++;
        changedByName = actor.displayName();
        changedAt = at;
    }

    void correct(int newNumber, String newText, Actor actor, Instant at) {
        if (newNumber != number || !newText.equals(text)) {
            number = newNumber;
            text = newText;
            touch(actor, at);
        }
    }

    void answer(Answer answer, List<DecidedGround> newGrounds, Actor actor, Instant at) {
        narrative = answer.narrative();
        heldStatus = answer.heldStatus().orElse(null);
        outcome = answer.outcome().orElse(null);
        advice = answer.advice();
        grounds.clear();
        grounds.addAll(newGrounds);
        draftedByName = actor.displayName();
        touch(actor, at);
    }

    void cite(EvidenceCopy copy, Actor actor, Instant at) {
        if (cited(copy.figureId()).isPresent()) {
            throw new Conflict(
                    "Question "
                            + number
                            + " cites this figure already: remove it first to take a new copy.");
        }
        citations.add(copy);
        touch(actor, at);
    }

    void uncite(EvidenceCopy copy, Actor actor, Instant at) {
        citations.remove(copy);
        touch(actor, at);
    }

    Optional<EvidenceCopy> cited(String figureId) {
        return citations.stream().filter(c -> c.figureId().equals(figureId)).findFirst();
    }

    /** Another law decides from now on; the grounds of the former one no longer apply (I4). */
    void handleUnder(String newRegime, Actor actor, Instant at) {
        regime = newRegime;
        outcome = null;
        grounds.clear();
        touch(actor, at);
    }

    /** A question of a stage is handled under the law of the first decision. */
    void startsUnder(String law) {
        regime = law;
    }

    /**
     * @param colleague null: nobody any more
     */
    void allot(Colleague colleague, Actor actor, Instant at) {
        allottedTo = colleague == null ? null : colleague.username();
        allottedName = colleague == null ? null : colleague.displayName();
        touch(actor, at);
    }

    /**
     * @param date null while the clock waits
     * @param more it is later than the limit, by an extension in force
     */
    void dueOn(LocalDate date, boolean more) {
        due = date;
        extended = more;
    }

    boolean extended() {
        return extended;
    }

    void sent(LocalDate day) {
        sentOn = day;
    }

    /** Fails when somebody has changed the question since the given revision. */
    void requireRevision(int seen) {
        if (seen != revision) {
            throw new Conflict(
                    changedByName
                            + " has changed question "
                            + number
                            + " since you opened it. Your text was not saved over theirs: copy it,"
                            + " look at the question again and put the two together.");
        }
    }

    /** True when something would be lost with the question. */
    boolean started() {
        return !narrative.isBlank() || outcome != null || !citations.isEmpty();
    }

    public long id() {
        return id;
    }

    String regime() {
        return regime;
    }

    Optional<LocalDate> due() {
        return Optional.ofNullable(due);
    }

    Optional<LocalDate> sentOn() {
        return Optional.ofNullable(sentOn);
    }

    String advice() {
        return advice;
    }

    /** The contributor who is to supply the answer. */
    Optional<Colleague> allottedTo() {
        return Optional.ofNullable(allottedTo).map(u -> new Colleague(u, allottedName));
    }

    boolean allottedTo(Actor actor) {
        return actor.username().equals(allottedTo);
    }

    int number() {
        return number;
    }

    int revision() {
        return revision;
    }

    String text() {
        return text;
    }

    String narrative() {
        return narrative;
    }

    Optional<HeldStatus> heldStatus() {
        return Optional.ofNullable(heldStatus);
    }

    Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    Optional<String> draftedByName() {
        return Optional.ofNullable(draftedByName);
    }

    List<DecidedGround> grounds() {
        return List.copyOf(grounds);
    }

    List<EvidenceCopy> citations() {
        return List.copyOf(citations);
    }
}
