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
import org.answerable.foi.CaseFlow;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.Channel;
import org.answerable.foi.Conflict;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.NotFound;
import org.answerable.foi.QuestionText;
import org.answerable.foi.Requester;
import org.answerable.foi.Validity;
import org.answerable.foi.clock.WorkingCalendar;

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

    private static final String VALID = "VALID";

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

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    private boolean complex;

    @Column(name = "request_text")
    private String requestText;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    @Enumerated(EnumType.STRING)
    private CaseOutcome outcome;

    private String calendar;
    private LocalDate due;

    @Column(name = "base_due")
    private LocalDate baseDue;

    @Column(name = "draft_due")
    private LocalDate draftDue;

    private boolean extended;

    @Column(name = "ended_on")
    private LocalDate endedOn;

    @Column(name = "days_taken")
    private Integer daysTaken;

    @Column(name = "days_late")
    private Integer daysLate;

    @Column(name = "lapses_on")
    private LocalDate lapsesOn;

    private String validity = "";

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

    @OneToMany(mappedBy = "foiCase", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<RecordedEvent> events = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "drafter", schema = "foi", joinColumns = @JoinColumn(name = "case_id"))
    @Column(name = "username")
    private Set<String> drafters = new HashSet<>();

    protected FoiCase() {}

    /**
     * What a case is made of when it is registered.
     *
     * @param submissionKey empty when the client gave none
     * @param kind what the case is about
     */
    public record Intake(
            String submissionKey,
            CaseKind kind,
            LocalDate received,
            String subject,
            Channel channel,
            Requester requester,
            String text,
            List<String> questions) {}

    public FoiCase(
            CaseReference reference,
            WorkingCalendar calendar,
            Intake intake,
            Actor actor,
            Instant at) {
        this.reference = reference.toString();
        this.authority = actor.authority();
        this.submissionKey = intake.submissionKey().isEmpty() ? null : intake.submissionKey();
        this.kind = intake.kind();
        this.received = intake.received();
        this.calendar = calendar.version();
        this.requestText = intake.text();
        this.state = CaseState.RECEIVED;
        this.registeredAt = at;
        this.subject = intake.subject();
        this.channel = intake.channel();
        setRequester(intake.requester());
        for (String text : intake.questions()) {
            questions.add(new Question(this, questions.size() + 1, text, actor, at));
        }
        if (!kind.appeal()) {
            new CaseCount(this, calendar).apply();
        }
        touch(actor, at);
    }

    /** A stage needs no check of validity (R1): it starts where the work does. */
    void startAsStage(boolean isComplex, WorkingCalendar counted) {
        validity = VALID;
        complex = isComplex;
        state = CaseState.ALLOCATED;
        if (!kind.appeal()) {
            new CaseCount(this, counted).apply();
        }
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

    /** The dates that follow from a count; all are absent while the clock waits. */
    void dueOn(LocalDate newDue, LocalDate newBase, LocalDate newDraft) {
        due = newDue;
        baseDue = newBase;
        draftDue = newDraft;
        extended = questions.stream().anyMatch(Question::extended);
    }

    /** R1: a valid request is worked on; any other is not one, and no clock runs. */
    void validated(Validity found, LocalDate today, Actor actor, Instant at) {
        moveTo(CaseState.VALIDATING);
        if (found.valid()) {
            validity = VALID;
            moveTo(CaseState.ALLOCATED);
        } else {
            validity = "INVALID";
            end(CaseState.INVALID, today);
        }
        touch(actor, at);
    }

    /**
     * Keeps an event, moves to the state that it leads to and counts anew.
     *
     * @param lapse the day from which the case may be closed when nothing comes; else null
     */
    void record(
            RecordedEvent event,
            CaseState next,
            LocalDate lapse,
            WorkingCalendar counted,
            Actor actor,
            Instant at) {
        events.add(event);
        lapsesOn = lapse;
        if (event.type().terminal()) {
            end(next, event.date());
            dueOn(null, null, null);
        } else {
            moveTo(next);
            new CaseCount(this, counted).apply();
        }
        touch(actor, at);
    }

    private void end(CaseState last, LocalDate day) {
        moveTo(last);
        endedOn = day;
        if (last == CaseState.INVALID) {
            dueOn(null, null, null);
        }
    }

    /** Counts an open case anew with another version of the calendar. */
    void recount(WorkingCalendar newer, Actor actor, Instant at) {
        calendar = newer.version();
        if (!kind.appeal()) {
            new CaseCount(this, newer).apply();
        }
        touch(actor, at);
    }

    /** Moves on or back among the stages of the work. */
    void moveToStage(CaseState stage, Actor actor, Instant at) {
        if (!stage.inProgress()) {
            throw new Conflict(
                    "Choose one of the stages gathering, working out figures, assessing and"
                            + " drafting.");
        }
        int wanted = stage.ordinal();
        if (wanted > state.ordinal() + 1) {
            throw new Conflict(
                    "From “"
                            + state.label()
                            + "” a case moves to the next stage or back to an earlier one, not to “"
                            + stage.label()
                            + "”.");
        }
        moveTo(stage);
        touch(actor, at);
    }

    /** Moves on to a stage when the case has not come so far. */
    void reached(CaseState stage) {
        if (state.editable() && state.ordinal() < stage.ordinal()) {
            moveTo(stage);
        }
    }

    void allotted(Actor actor, Instant at) {
        reached(CaseState.GATHERING);
        touch(actor, at);
    }

    /**
     * Records that this actor has drafted a part of the answer, which bars them from approving it.
     */
    void drafted(CaseState stage, Actor actor, Instant at) {
        drafters.add(actor.username());
        reached(stage);
        touch(actor, at);
    }

    /** A change that leaves the answer as it is. */
    void touched(Actor actor, Instant at) {
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

    /** The reviewer alone decides (R23), and so stands for submitting and approving. */
    void decideReview(Actor actor, Instant at) {
        moveTo(CaseState.APPROVED);
        submittedBy = actor.username();
        approvedBy = actor.username();
        touch(actor, at);
    }

    void returnTo(CaseState stage, Actor actor, Instant at) {
        moveTo(stage);
        submittedBy = null;
        approvedBy = null;
        touch(actor, at);
    }

    /**
     * The decided questions go out. When others wait for an extension, the case goes back to work;
     * else it has ended.
     *
     * @param event the answer as an event of the clock
     * @param late working days that the latest of the questions is late
     * @param queued the letter waits in the outbox
     */
    void dispatch(
            DispatchDetails details,
            RecordedEvent event,
            int late,
            boolean queued,
            WorkingCalendar counted,
            Actor actor,
            Instant at) {
        events.add(event);
        List<Question> going = toSend();
        going.forEach(q -> q.sent(details.sentOn()));
        if (!details.responsibleTeam().isEmpty()) {
            responsibleTeam = details.responsibleTeam();
        }
        daysLate = Math.max(late, daysLate == null ? 0 : daysLate);
        if (questions.stream().allMatch(q -> q.sentOn().isPresent())) {
            moveTo(queued ? CaseState.DISPATCHED : CaseState.CLOSED);
            sentOn = details.sentOn();
            sentChannel = details.channel();
            endedOn = details.sentOn();
            outcome = outcome().orElseThrow();
            daysTaken =
                    going.stream()
                            .map(q -> new CaseCount(this, counted).of(q))
                            .mapToInt(a -> a.response().orElseThrow().daysTaken())
                            .max()
                            .orElseThrow();
        } else {
            returnTo(CaseState.ASSESSING, actor, at);
            new CaseCount(this, counted).apply();
        }
        touch(actor, at);
    }

    /** The questions that are decided and not yet sent. */
    List<Question> toSend() {
        return questions.stream()
                .filter(q -> q.sentOn().isEmpty() && q.outcome().isPresent())
                .toList();
    }

    void confirmSent(Actor actor, Instant at) {
        moveTo(CaseState.CLOSED);
        touch(actor, at);
    }

    /** A stage that ends without an answer to questions. */
    void close(LocalDate day, Actor actor, Instant at) {
        end(CaseState.CLOSED, day);
        touch(actor, at);
    }

    /** Until when the regulator or tribunal wants something; null: nothing any more. */
    void respondBy(LocalDate day) {
        due = day;
    }

    void published(Actor actor, Instant at) {
        moveTo(CaseState.PUBLISHED);
        touch(actor, at);
    }

    void publicationWithdrawn(Actor actor, Instant at) {
        moveTo(CaseState.CLOSED);
        touch(actor, at);
    }

    private void moveTo(CaseState next) {
        if (!CaseFlow.leads(state, next)) {
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

    /** The same without those whose time is extended: they may be answered later (R7). */
    List<Integer> undecidedAndDue() {
        return questions.stream()
                .filter(q -> q.outcome().isEmpty() && !q.extended())
                .map(Question::number)
                .toList();
    }

    /** True when some event names questions by their numbers, which must then stay. */
    boolean numbersAreFixed() {
        return events.stream().anyMatch(e -> !e.event().questions().isEmpty());
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

    Optional<LocalDate> due() {
        return Optional.ofNullable(due);
    }

    Optional<LocalDate> baseDue() {
        return Optional.ofNullable(baseDue);
    }

    Optional<LocalDate> draftDue() {
        return Optional.ofNullable(draftDue);
    }

    /** Whether any of the questions has more time than the limit. */
    boolean extended() {
        return extended;
    }

    public CaseKind kind() {
        return kind;
    }

    boolean complex() {
        return complex;
    }

    boolean valid() {
        return validity.equals(VALID);
    }

    Optional<LocalDate> endedOn() {
        return Optional.ofNullable(endedOn);
    }

    Optional<LocalDate> lapsesOn() {
        return Optional.ofNullable(lapsesOn);
    }

    /** Empty until the whole answer is sent. */
    Optional<Integer> daysTaken() {
        return Optional.ofNullable(daysTaken);
    }

    int daysLate() {
        return daysLate == null ? 0 : daysLate;
    }

    Set<String> drafters() {
        return Set.copyOf(drafters);
    }

    /** Who approved the answer; for a review, who decided it. */
    Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    Optional<String> submittedBy() {
        return Optional.ofNullable(submittedBy);
    }

    List<RecordedEvent> events() {
        return List.copyOf(events);
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

    public List<Question> questions() {
        return List.copyOf(questions);
    }
}
