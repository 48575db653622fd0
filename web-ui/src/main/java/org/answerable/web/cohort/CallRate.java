package org.answerable.web.cohort;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls by address: each may make as many at once as it may make in a minute, and gets them back evenly over
 * a minute. Kept in memory, so each node counts for itself; an address that has all its calls again is
 * forgotten.
 */
final class CallRate {

    private static final double MINUTE = 60_000;
    private static final int MANY = 10_000;

    private record Left(double calls, long at) {}

    private final Map<String, Left> addresses = new ConcurrentHashMap<>();
    private final int perMinute;
    private final Clock clock;

    CallRate(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /**
     * Takes one call.
     *
     * @return 0, or after how many seconds the address may call again
     */
    long take(String address) {
        long now = clock.millis();
        if (addresses.size() > MANY) {
            addresses.values().removeIf(left -> now(left, now) >= perMinute);
        }
        double left =
                addresses
                        .merge(
                                address,
                                new Left(perMinute - 1.0, now),
                                (known, fresh) -> new Left(Math.max(-1, now(known, now) - 1), now))
                        .calls();
        return left >= 0 ? 0 : Math.max(1, (long) Math.ceil(MINUTE / perMinute / 1000));
    }

    private double now(Left known, long now) {
        double back = (now - known.at()) * perMinute / MINUTE;
        return Math.min(perMinute, Math.max(0, known.calls()) + Math.max(0, back));
    }
}
