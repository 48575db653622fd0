package org.answerable.foi.clock;

import java.time.LocalDate;

/** The days from a fees notice to the payment, both included, which do not count (R6). */
record Pause(LocalDate from, LocalDate to) {

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
