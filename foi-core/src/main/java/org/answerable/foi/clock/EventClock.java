package org.answerable.foi.clock;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.Deadline;
import org.answerable.foi.DeadlineAnswer;
import org.answerable.foi.DeadlineAnswer.Status;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.law.Regime;

/**
 * The clock with its events: a clarification resets it (R5), a fees notice pauses it (R6), an
 * extension gives a later date (R7, R19), a response stops it. Events are put in order of their
 * dates and repeated ones are dropped, so the same events always give the same answer.
 */
public final class EventClock {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final int USUAL_END_OF_EXTENSION = 40; // ICO practice, R7

    private final Regime regime;
    private final WorkingCalendar calendar;
    private final List<DeadlineAnswer.Step> steps = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();

    private LocalDate dayZero;
    private LocalDate clarificationAsked;
    private boolean askedTooLate;
    private LocalDate feeAsked;
    private LocalDate extendedTo;
    private boolean extendedEir;
    private LocalDate responded;
    private boolean ended;

    private EventClock(Regime regime, LocalDate received, WorkingCalendar calendar) {
        this.regime = regime;
        this.calendar = calendar;
        this.dayZero = received;
    }

    /**
     * What the clock says after all events.
     *
     * @throws InvalidInput see {@link org.answerable.foi.DeadlineCalculator}
     */
    public static DeadlineAnswer calculate(
            Regime regime, LocalDate received, List<ClockEvent> events, WorkingCalendar calendar) {
        EventClock clock = new EventClock(regime, received, calendar);
        clock.requireCovered("received", received);
        clock.begin();
        events.stream()
                .distinct()
                .sorted(Comparator.comparing(ClockEvent::date))
                .forEach(event -> clock.apply(event, received));
        return clock.answer();
    }

    private void begin() {
        if (regime.months() > 0) {
            step("R22", "One month from receipt, then on to the next working day.");
        } else {
            step(
                    "R2",
                    "Received on "
                            + day(dayZero)
                            + ", day 0; the limit is working day "
                            + regime.workingDays()
                            + ".");
        }
    }

    private void apply(ClockEvent event, LocalDate received) {
        if (event.date().isBefore(received)) {
            throw new InvalidInput(
                    "events",
                    name(event) + " on " + event.date() + " is before receipt: mend its date.");
        }
        requireCovered("events", event.date());
        if (responded != null || ended) {
            warnings.add(
                    name(event)
                            + " on "
                            + event.date()
                            + (ended ? " comes after the end" : " comes after the answer")
                            + ": left out.");
            return;
        }
        boolean subjectAccess = regime.months() > 0;
        boolean ends = event.type() == ClockEvent.Type.RESPONDED || event.type().terminal();
        if (subjectAccess && !ends) {
            throw new InvalidInput(
                    "events", name(event) + " does not belong to " + regime.id() + ": remove it.");
        }
        switch (event.type()) {
            case CLARIFICATION_REQUESTED -> clarificationRequested(event.date());
            case CLARIFICATION_RECEIVED -> clarificationReceived(event.date());
            case FEES_NOTICE -> feesNotice(event.date());
            case FEE_PAID -> feePaid(event.date());
            case PUBLIC_INTEREST_EXTENSION -> publicInterestExtension(event);
            case EIR_EXTENSION -> eirExtension(event.date());
            case RESPONDED -> responded = event.date();
            case TRANSFERRED, WITHDRAWN, LAPSED -> end(event);
        }
    }

    private void end(ClockEvent event) {
        ended = true;
        step(
                event.type() == ClockEvent.Type.TRANSFERRED ? "R9" : "R5",
                event.type().label() + " on " + day(event.date()) + ": no answer is due any more.");
    }

    // R5: only a question before the due date stops the clock; a later one never cures lateness.
    private void clarificationRequested(LocalDate date) {
        LocalDate due = due().due();
        if (date.isAfter(due)) {
            askedTooLate = true;
            warnings.add(
                    "The clarification was asked after the due date, " + day(due) + ": no effect.");
            return;
        }
        clarificationAsked = date;
        step("R5", "Clarification asked on " + day(date) + ": no answer is due until it comes.");
    }

    private void clarificationReceived(LocalDate date) {
        if (askedTooLate && clarificationAsked == null) {
            step("R5", "The clarification came, but was asked too late to reset the clock.");
            return;
        }
        if (clarificationAsked == null) {
            warnings.add(
                    "No request for clarification is given: it must have been made by the due date"
                            + " for the clock to reset.");
        }
        if (extendedTo != null || extendedEir) {
            warnings.add("The extension was for the time before the reset: it no longer counts.");
        }
        clarificationAsked = null;
        extendedTo = null;
        extendedEir = false;
        dayZero = date;
        step("R5", "Clarification received on " + day(date) + ": the clock resets, new day 0.");
    }

    private void feesNotice(LocalDate date) {
        if (feeAsked != null) {
            warnings.add("A second fees notice before payment, on " + day(date) + ": left out.");
            return;
        }
        LocalDate due = due().due();
        if (date.isAfter(due)) { // a late notice never cures lateness, as with R5
            warnings.add(
                    "The fees notice was given after the due date, " + day(due) + ": no effect.");
            return;
        }
        feeAsked = date;
        step("R6", "Fees notice given on " + day(date) + ": days do not count until payment.");
    }

    private void feePaid(LocalDate date) {
        if (feeAsked == null) {
            warnings.add("A payment without a fees notice, on " + day(date) + ": left out.");
            return;
        }
        Pause pause = new Pause(feeAsked, date);
        pauses.add(pause);
        feeAsked = null;
        long days =
                pause.from().datesUntil(date.plusDays(1)).filter(calendar::isWorkingDay).count();
        step("R6", "Fee received on " + day(date) + ": " + workingDays(days) + " do not count.");
    }

    private void publicInterestExtension(ClockEvent event) {
        if (!regime.id().equals(Regime.FOIA.id())) {
            throw new InvalidInput(
                    "events",
                    name(event) + " belongs to FOIA only: remove it or change the regime.");
        }
        LocalDate to =
                event.to()
                        .orElseThrow(
                                () ->
                                        new InvalidInput(
                                                "events", name(event) + " needs \"to\", a date."));
        LocalDate base = base().due();
        if (event.date().isAfter(base)) {
            warnings.add(
                    "The extension was given after the due date, " + day(base) + ": no effect.");
            return;
        }
        if (to.isBefore(base)) {
            warnings.add("The extension ends before the due date, " + day(base) + ": no effect.");
            return;
        }
        if (to.isAfter(counted(USUAL_END_OF_EXTENSION).due())) {
            warnings.add("The extension goes beyond 40 working days in all: give the reason.");
        }
        extendedTo = to;
        step(
                "R7",
                "Extended to "
                        + day(to)
                        + " to weigh the public interest, for the questions concerned; all others"
                        + " stay due on "
                        + day(base)
                        + ".");
    }

    private void eirExtension(LocalDate date) {
        if (regime.extendedWorkingDays() == 0) {
            throw new InvalidInput(
                    "events", "EIR_EXTENSION belongs to EIR only: remove it or change the regime.");
        }
        LocalDate base = base().due();
        if (extendedEir) {
            warnings.add(
                    "A second extension, on " + day(date) + ": only one is possible, left out.");
        } else if (date.isAfter(base)) {
            warnings.add(
                    "The extension was given after the due date, " + day(base) + ": no effect.");
        } else {
            extendedEir = true;
            step("R19", "Extended to working day " + regime.extendedWorkingDays() + ".");
        }
    }

    private DeadlineAnswer answer() {
        if (ended) {
            return answer(Status.ENDED, Optional.empty());
        }
        if (responded == null && clarificationAsked != null) {
            return answer(Status.AWAITING_CLARIFICATION, Optional.empty());
        }
        if (responded == null && feeAsked != null) {
            return answer(Status.AWAITING_FEE, Optional.empty());
        }
        Deadline deadline = due();
        if (responded == null) {
            return answer(Status.RUNNING, Optional.of(deadline));
        }
        int late =
                Math.max(0, StatutoryClock.workingDaysBetween(deadline.due(), responded, calendar));
        int taken = daysTaken();
        step(
                "R4",
                "Answered on "
                        + day(responded)
                        + " after "
                        + workingDays(taken)
                        + ": "
                        + (late > 0 ? workingDays(late) + " late." : "in time."));
        return new DeadlineAnswer(
                Status.RESPONDED,
                Optional.of(deadline),
                Optional.of(new DeadlineAnswer.Response(responded, taken, late)),
                steps,
                warnings);
    }

    private int daysTaken() {
        return (int)
                dayZero.plusDays(1)
                        .datesUntil(
                                responded.isBefore(dayZero)
                                        ? dayZero.plusDays(1)
                                        : responded.plusDays(1))
                        .filter(calendar::isWorkingDay)
                        .filter(d -> pauses.stream().noneMatch(p -> p.contains(d)))
                        .count();
    }

    private DeadlineAnswer answer(Status status, Optional<Deadline> deadline) {
        return new DeadlineAnswer(status, deadline, Optional.empty(), steps, warnings);
    }

    /** The due date as things stand. */
    private Deadline due() {
        if (extendedTo != null) {
            return confirmed(StatutoryClock.until(dayZero, extendedTo, calendar, pauses));
        }
        return extendedEir ? counted(regime.extendedWorkingDays()) : base();
    }

    /** The due date without extension. */
    private Deadline base() {
        if (regime.months() == 0) {
            return counted(regime.workingDays());
        }
        LocalDate end = dayZero.plusMonths(regime.months()); // the last day of a shorter month
        while (calendar.covers(end) && !calendar.isWorkingDay(end)) {
            end = end.plusDays(1);
        }
        return confirmed(StatutoryClock.until(dayZero, end, calendar, pauses));
    }

    private Deadline counted(int workingDays) {
        return confirmed(StatutoryClock.due(dayZero, workingDays, calendar, pauses));
    }

    private Deadline confirmed(ClockResult result) {
        if (result instanceof ClockResult.Due due) {
            return due.deadline();
        }
        throw beyondHorizon("received");
    }

    // No day is counted that the calendar does not know, nor any number of days that never ends.
    private void requireCovered(String field, LocalDate date) {
        if (!calendar.covers(date)) {
            throw beyondHorizon(field);
        }
    }

    private InvalidInput beyondHorizon(String field) {
        return new InvalidInput(
                field,
                "The bank holidays are known from "
                        + calendar.coversFrom()
                        + " to "
                        + calendar.horizon()
                        + " only: no due date can be given.");
    }

    private void step(String rule, String text) {
        steps.add(new DeadlineAnswer.Step(rule, text));
    }

    private static String name(ClockEvent event) {
        return event.type().name();
    }

    private static String workingDays(long days) {
        return days + (days == 1 ? " working day" : " working days");
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
