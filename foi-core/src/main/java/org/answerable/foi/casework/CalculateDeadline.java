package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.DeadlineAnswer;
import org.answerable.foi.DeadlineCalculator;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.clock.EventClock;
import org.answerable.foi.law.Regime;

/** Anybody works out a due date with the calendar that new cases get. */
@ApplicationScoped
@Transactional
public class CalculateDeadline implements DeadlineCalculator {

    private static final int MOST_EVENTS = 100;

    private final Calendars calendars;
    private final ExemptionCatalogue catalogue;

    /** For the container's proxy. */
    protected CalculateDeadline() {
        this(null, null);
    }

    @Inject
    public CalculateDeadline(Calendars calendars, ExemptionCatalogue catalogue) {
        this.calendars = calendars;
        this.catalogue = catalogue;
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
        requireQualified(events);
        return EventClock.calculate(row, received, events, calendars.current());
    }

    // R7: only a qualified exemption has a public interest to weigh.
    private void requireQualified(List<ClockEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            for (String code : events.get(i).exemptions()) {
                boolean qualified =
                        catalogue
                                .find(Regime.FOIA.id(), code)
                                .filter(e -> e.test() == ExemptionEntry.Test.QUALIFIED)
                                .isPresent();
                if (!qualified) {
                    throw new InvalidInput(
                            "events[" + i + "].exemptions",
                            code
                                    + " is no qualified exemption: there is no public interest to"
                                    + " weigh, so the time cannot be extended (s.10(3)).");
                }
            }
        }
    }
}
