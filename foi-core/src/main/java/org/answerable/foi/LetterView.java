package org.answerable.foi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A letter as a list shows it.
 *
 * @param date the day that it bears
 * @param sentBy who sent it; empty for letters from before this was kept
 * @param settledAt when the mail server took it, or a person said how it went
 * @param nextAttempt when a waiting letter is tried again
 * @param problem what the mail server said last; may be empty
 */
public record LetterView(
        long id,
        LetterKind kind,
        String title,
        LocalDate date,
        String sentBy,
        LetterStatus status,
        Optional<Instant> settledAt,
        Optional<Instant> nextAttempt,
        String problem) {}
