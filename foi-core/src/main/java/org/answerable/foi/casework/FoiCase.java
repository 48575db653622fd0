package org.answerable.foi.casework;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.Channel;
import org.answerable.foi.Conflict;
import org.answerable.foi.Deadline;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.NotFound;
import org.answerable.foi.QuestionText;
import org.answerable.foi.Requester;

/**
 * One request and its way to an answer. Its methods keep what must hold inside one case; who may
 * call them, and in which state, is said by {@link CaseRules}. Commands lock the row, so the
 * revision that a person saw is compared with the one that is current.
 */
@Entity
@Table(name = "foi_case", schema = "foi")
@SecondaryTable(
        name = "requester",
        schema = "foi",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "case_id"))
@SequenceGenerator(name = "foi.case_seq", sequenceName = "foi.case_seq", allocationSize = 50)
@SequenceGenerator(
        name = "foi.question_seq",
        sequenceName = "foi.question_seq",
        allocationSize = 50)
@SequenceGenerator(name = "foi.record_seq", sequenceName = "foi.record_seq", allocationSize = 50)
public class FoiCase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "foi.case_seq")
    private long id;

    private String reference;
    private String authority;

    @Column(name = "submission_key")
    private String submissionKey;

    private String subject;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private LocalDate received;

    @Column(name = "request_text")
    private String requestText;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    @Enumerated(EnumType.STRING)
    private CaseOutcome outcome;

    private String calendar;
    private LocalDate due;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "sent_on")
    private LocalDate sentOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "sent_channel")
    private Channel sentChannel;

    @Column(name = "responsible_team")
    private String responsibleTeam = "";

    private int revision;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_by_name")
    private String changedByName;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Column(name = "name", table = "requester")
    private String requesterName;

    @Column(name = "email", table = "requester")
    private String requesterEmail;

    @Column(name = "postal_address", table = "requester")
    private String requesterAddress;

    @OneToMany(mappedBy = "foiCase", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    private List<Question> questions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "drafter", schema = "foi", joinColumns = @JoinColumn(name = "case_id"))
    @Column(name = "username")
    private Set<String> drafters = new HashSet<>();

    protected FoiCase() {}

    /**
     * What a case is made of when it is registered.
     *
     * @param submissionKey empty when the client gave none
     */
    public record Intake(
            String submissionKey,
            String subject,
            Channel channel,
            Requester requester,
            String text,
            List<String> questions) {}

    public FoiCase(
            CaseReference reference, Deadline deadline, Intake intake, Actor actor, Instant at) {
        this.reference = reference.toString();
        this.authority = actor.authority();
        this.submissionKey = intake.submissionKey().isEmpty() ? null : intake.submissionKey();
        this.received = deadline.received();
        this.due = deadline.due();
        this.calendar = deadline.calendar();
        this.requestText = intake.text();
        this.state = CaseState.RECEIVED;
        this.registeredAt = at;
        this.subject = intake.subject();
        this.channel = intake.channel();
        setRequester(intake.requester());
        for (String text : intake.questions()) {
            questions.add(new Question(this, questions.size() + 1, text, actor, at));
        }
        touch(actor, at);
    }

    private void setRequester(Requester requester) {
        requesterName = requester.name();
        requesterEmail = requester.email();
        requesterAddress = requester.postalAddress();
    }

    private void touch(Actor actor, Instant at) {
        revision++;
        changedBy = actor.username();
        changedByName = actor.displayName();
        changedAt = at;
    }

    void correct(
            String newSubject, Channel newChannel, Requester requester, Actor actor, Instant at) {
        subject = newSubject;
        channel = newChannel;
        setRequester(requester);
        touch(actor, at);
    }

    /** Gives the questions new texts and numbers; an answered question cannot be dropped. */
    void correct(List<QuestionText> wanted, Actor actor, Instant at) {
        Map<Integer, Question> before =
                questions.stream().collect(Collectors.toMap(Question::number, Function.identity()));
        List<Question> after = new ArrayList<>();
        for (QuestionText text : wanted) {
            Question kept = before.remove(text.number());
            int number = after.size() + 1;
            if (kept == null) {
                after.add(new Question(this, number, text.text(), actor, at));
            } else {
                kept.correct(number, text.text(), actor, at);
                after.add(kept);
            }
        }
        for (Question dropped : before.values()) {
            if (dropped.started()) {
                throw new Conflict(
                        "Question "
                                + dropped.number()
                                + " has an answer or a figure and cannot be dropped: keep it, or"
                                + " clear its answer first.");
            }
        }
        questions.removeAll(before.values());
        after.stream().filter(q -> !questions.contains(q)).forEach(questions::add);
        questions.sort((a, b) -> Integer.compare(a.number(), b.number()));
        touch(actor, at);
    }

    /**
     * Records that this actor has drafted a part of the answer, which bars them from approving it.
     */
    void drafted(Actor actor, Instant at) {
        drafters.add(actor.username());
        if (state == CaseState.RECEIVED) {
            moveTo(CaseState.DRAFTING);
        }
        touch(actor, at);
    }

    void submit(Actor actor, Instant at) {
        moveTo(CaseState.AWAITING_APPROVAL);
        submittedBy = actor.username();
        touch(actor, at);
    }

    void approve(Actor actor, Instant at) {
        moveTo(CaseState.APPROVED);
        approvedBy = actor.username();
        touch(actor, at);
    }

    void returnToDrafting(Actor actor, Instant at) {
        moveTo(CaseState.DRAFTING);
        submittedBy = null;
        approvedBy = null;
        touch(actor, at);
    }

    void dispatch(DispatchDetails details, String team, Actor actor, Instant at) {
        moveTo(CaseState.DISPATCHED);
        sentOn = details.sentOn();
        sentChannel = details.channel();
        responsibleTeam = team;
        outcome = outcome().orElseThrow();
        touch(actor, at);
    }

    void published(Actor actor, Instant at) {
        moveTo(CaseState.PUBLISHED);
        touch(actor, at);
    }

    void publicationWithdrawn(Actor actor, Instant at) {
        moveTo(CaseState.DISPATCHED);
        touch(actor, at);
    }

    private void moveTo(CaseState next) {
        if (!state.next().contains(next)) {
            throw new Conflict(
                    "A case that is “" + state.label() + "” cannot become “" + next.label() + "”.");
        }
        state = next;
    }

    /** Fails when somebody has changed the case since the given revision. */
    void requireRevision(int seen) {
        if (seen != revision) {
            throw new Conflict(
                    changedByName
                            + " has changed this case since you opened it. Nothing of yours was"
                            + " saved over it: look at the case again and repeat your change.");
        }
    }

    Question question(int number) {
        return questions.stream()
                .filter(q -> q.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("The case has no question " + number + "."));
    }

    boolean draftedOrSubmittedBy(Actor actor) {
        return drafters.contains(actor.username()) || actor.username().equals(submittedBy);
    }

    /** Numbers of the questions without a decision. */
    List<Integer> undecided() {
        return questions.stream().filter(q -> q.outcome().isEmpty()).map(Question::number).toList();
    }

    /** Derived from the questions, once all are decided. */
    Optional<CaseOutcome> outcome() {
        return undecided().isEmpty()
                ? Optional.of(
                        CaseOutcome.of(
                                questions.stream().map(q -> q.outcome().orElseThrow()).toList()))
                : Optional.empty();
    }

    public long id() {
        return id;
    }

    public CaseReference reference() {
        return CaseReference.of(reference);
    }

    public String authority() {
        return authority;
    }

    String subject() {
        return subject;
    }

    Channel channel() {
        return channel;
    }

    LocalDate received() {
        return received;
    }

    String requestText() {
        return requestText;
    }

    CaseState state() {
        return state;
    }

    String calendar() {
        return calendar;
    }

    LocalDate due() {
        return due;
    }

    int revision() {
        return revision;
    }

    Optional<LocalDate> sentOn() {
        return Optional.ofNullable(sentOn);
    }

    Channel sentChannel() {
        return sentChannel;
    }

    Optional<String> responsibleTeam() {
        return Optional.of(responsibleTeam).filter(team -> !team.isEmpty());
    }

    Requester requester() {
        return new Requester(requesterName, requesterEmail, requesterAddress);
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }
}
