package org.answerable.foi.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail that was not taken is tried again: after 1, 2, 4 … minutes, then hourly, for 3 days. */
public final class Pauses {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration TRIED_FOR = Duration.ofDays(3);
    private static final int DOUBLINGS = 6;

    private Pauses() {}

    /** Empty when it has been tried for long enough. */
    public static Optional<Instant> next(OutgoingMail mail, Instant now) {
        if (mail.waitsSince().plus(TRIED_FOR).isBefore(now)) {
            return Optional.empty();
        }
        int doublings = Math.min(Math.max(mail.attempt() - 1, 0), DOUBLINGS);
        Duration pause = Duration.ofMinutes(1L << doublings);
        return Optional.of(now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
    }
}
