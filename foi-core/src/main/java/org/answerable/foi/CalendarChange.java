package org.answerable.foi;

import java.time.LocalDate;
import java.util.Optional;

/** How one date differs between two versions of the calendar. */
public record CalendarChange(
        Kind kind, LocalDate date, Optional<CalendarDay> before, Optional<CalendarDay> after) {

    public enum Kind {
        ADDED("Added"),
        DROPPED("Dropped"),
        /** Still a holiday, but no longer in every nation it was in. */
        NARROWED("No longer in every nation"),
        WIDENED("In more nations"),
        RETITLED("Renamed");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** A date that is lost somewhere is never applied without a person's confirmation. */
        public boolean loses() {
            return this == DROPPED || this == NARROWED;
        }
    }
}
