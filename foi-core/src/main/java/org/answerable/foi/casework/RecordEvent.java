package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseEvent;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.Conflict;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterKind;
import org.answerable.foi.clock.WorkingCalendar;

/**
 * An officer records what moves the clock: the event is kept, the dates are counted anew, and the
 * letter that belongs to it goes out (R5, R6, R7, R9, R19).
 */
@Dependent
public class RecordEvent {

    private static final int MONTHS_UNTIL_LAPSE = 3; // s.9(2) for fees; our own period for the rest

    private final Calendars calendars;
    private final CaseFile file;
    private final EventChecks checks;
    private final SendLetter sendLetter;

    @Inject
    public RecordEvent(
            Calendars calendars, CaseFile file, EventChecks checks, SendLetter sendLetter) {
        this.calendars = calendars;
        this.file = file;
        this.checks = checks;
        this.sendLetter = sendLetter;
    }

    void record(CaseReference reference, CaseEvent raw, Actor actor) {
        if (raw.type() == ClockEvent.Type.RESPONDED) {
            throw new Conflict(
                    "An answer is recorded by sending it: approve the case, then send the answer.");
        }
        FoiCase foiCase = file.lock(reference, action(raw.type()), actor);
        if (foiCase.events().stream().anyMatch(e -> raw.date() != null && e.sameAs(raw))) {
            return; // the button was pressed twice
        }
        CaseRules.require(action(raw.type()), foiCase, actor);
        WorkingCalendar calendar = calendars.version(foiCase.calendar());
        CaseEvent event = checks.checked(raw, foiCase, calendar, actor);
        Optional<LocalDate> before = foiCase.due();
        Instant now = file.now();
        foiCase.record(
                new RecordedEvent(foiCase, event, actor, now),
                next(event.type(), foiCase.state()),
                lapse(event),
                calendar,
                actor,
                now);
        file.record(foiCase, actor, HistoryKind.CLOCK_EVENT, summary(event, before, foiCase.due()));
        letter(event)
                .ifPresent(
                        kind ->
                                sendLetter.send(
                                        foiCase,
                                        kind,
                                        details(event),
                                        event.date(),
                                        event.channel(),
                                        actor));
    }

    static CaseAction action(ClockEvent.Type type) {
        return switch (type) {
            case CLARIFICATION_REQUESTED -> CaseAction.REQUEST_CLARIFICATION;
            case CLARIFICATION_RECEIVED -> CaseAction.RECEIVE_CLARIFICATION;
            case FEES_NOTICE -> CaseAction.GIVE_FEES_NOTICE;
            case FEE_PAID -> CaseAction.RECORD_FEE;
            case PUBLIC_INTEREST_EXTENSION, EIR_EXTENSION -> CaseAction.EXTEND;
            case TRANSFERRED -> CaseAction.TRANSFER;
            case WITHDRAWN -> CaseAction.WITHDRAW_REQUEST;
            case LAPSED -> CaseAction.LAPSE;
            case RESPONDED -> CaseAction.DISPATCH;
        };
    }

    private static CaseState next(ClockEvent.Type type, CaseState now) {
        return switch (type) {
            case CLARIFICATION_REQUESTED -> CaseState.AWAITING_CLARIFICATION;
            case CLARIFICATION_RECEIVED -> CaseState.VALIDATING;
            case FEES_NOTICE -> CaseState.FEE_PENDING;
            case FEE_PAID -> CaseState.ALLOCATED;
            case TRANSFERRED -> CaseState.TRANSFERRED;
            case WITHDRAWN -> CaseState.WITHDRAWN;
            case LAPSED -> CaseState.LAPSED;
            case PUBLIC_INTEREST_EXTENSION, EIR_EXTENSION, RESPONDED -> now;
        };
    }

    private static LocalDate lapse(CaseEvent event) {
        return switch (event.type()) {
            case CLARIFICATION_REQUESTED, FEES_NOTICE ->
                    event.date().plusMonths(MONTHS_UNTIL_LAPSE);
            default -> null;
        };
    }

    private static Optional<LetterKind> letter(CaseEvent event) {
        if (!event.writesALetter()) {
            return Optional.empty();
        }
        return switch (event.type()) {
            case CLARIFICATION_REQUESTED -> Optional.of(LetterKind.CLARIFICATION);
            case FEES_NOTICE -> Optional.of(LetterKind.FEES_NOTICE);
            case PUBLIC_INTEREST_EXTENSION, EIR_EXTENSION -> Optional.of(LetterKind.EXTENSION);
            case TRANSFERRED -> Optional.of(LetterKind.TRANSFER);
            default -> Optional.empty();
        };
    }

    private static LetterDetails details(CaseEvent event) {
        Optional<LocalDate> date =
                event.type() == ClockEvent.Type.FEES_NOTICE
                        ? Optional.of(event.date().plusMonths(MONTHS_UNTIL_LAPSE))
                        : event.to();
        return new LetterDetails(
                event.words(),
                date,
                Optional.of(event.body()).filter(b -> !b.isEmpty()),
                event.amount(),
                event.questions(),
                event.exemptions());
    }

    // The words of the officer stay in the ledger and the letter: they may speak of the requester.
    private static String summary(
            CaseEvent event, Optional<LocalDate> before, Optional<LocalDate> after) {
        StringBuilder text =
                new StringBuilder(event.type().label())
                        .append(" on ")
                        .append(PlainWords.date(event.date()));
        event.amount().ifPresent(pounds -> text.append(", £").append(pounds.toPlainString()));
        if (!event.questions().isEmpty()) {
            text.append(", question ").append(PlainWords.numbers(event.questions()));
        }
        if (!event.exemptions().isEmpty()) {
            text.append(", weighing ").append(String.join(", ", event.exemptions()));
        }
        text.append(". ");
        if (event.type().terminal()) {
            return text.append("No answer is due any more.").toString();
        }
        return text.append(before.equals(after) ? "Due date unchanged: " : "Due date: ")
                .append(before.equals(after) ? "" : said(before) + " → ")
                .append(said(after))
                .append(".")
                .toString();
    }

    private static String said(Optional<LocalDate> due) {
        return due.map(PlainWords::date).orElse("none while we wait");
    }
}
