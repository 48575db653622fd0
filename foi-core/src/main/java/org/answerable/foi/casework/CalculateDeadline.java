package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.DeadlineAnswer;
import org.answerable.foi.DeadlineCalculator;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.clock.EventClock;
import org.answerable.foi.law.Regime;

/** Anybody works out a due date with the calendar that new cases get. */
@ApplicationScoped
@Transactional
public class CalculateDeadline implements DeadlineCalculator {

    private static final int MOST_EVENTS = 100;

    private final Calendars calendars;

    /** For the container's proxy. */
    protected CalculateDeadline() {
        this(null);
    }

    @Inject
    public CalculateDeadline(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public DeadlineAnswer calculate(String regime, LocalDate received, List<ClockEvent> events) {
        Regime row =
                Regime.find(regime)
                        .orElseThrow(
                                () ->
                                        new InvalidInput(
                                                "regime", "Give regime as FOIA, EIR or SAR."));
        if (events.size() > MOST_EVENTS) {
            throw new InvalidInput("events", "Give at most " + MOST_EVENTS + " events.");
        }
        return EventClock.calculate(row, received, events, calendars.current());
    }
}
