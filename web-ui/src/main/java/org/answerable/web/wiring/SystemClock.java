package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** The clock of the product: real time, in the zone in which the statutory days are counted. */
@ApplicationScoped
public class SystemClock {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    @Produces
    Clock clock() {
        return Clock.system(ZONE);
    }
}
