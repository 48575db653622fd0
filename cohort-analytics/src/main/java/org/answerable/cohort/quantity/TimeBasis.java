package org.answerable.cohort.quantity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When a number holds. A stock at a date is not the number of people seen in a period. */
public sealed interface TimeBasis {

    /** The time in words, to follow a noun: {@code at 30 June 2020}. */
    String inWords();

    /** A stock at one date. */
    record Snapshot(LocalDate at) implements TimeBasis {
        private static final DateTimeFormatter WORDS =
                DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

        @Override
        public String inWords() {
            return "at " + WORDS.format(at);
        }
    }
}
