package org.answerable.web.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.answerable.cohort.Works;
import org.answerable.web.cohort.Leftovers;

/**
 * Says twice a minute that this server's background work goes on, finds work that was left, and removes
 * the uploads it left.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkKeeper {

    private static final Logger LOG = Logger.getLogger(WorkKeeper.class.getName());
    private static final long SECONDS = 30;
    private static final Duration LONGEST_LOAD = Duration.ofDays(1);

    @Resource private ManagedScheduledExecutorService scheduler;
    @Inject private Works works;
    @Inject private Clock clock;

    private ScheduledFuture<?> work;

    @PostConstruct
    void start() {
        work = scheduler.scheduleWithFixedDelay(this::keep, 0, SECONDS, TimeUnit.SECONDS);
    }

    private void keep() {
        try {
            works.keep();
            Leftovers.removeBefore(clock.instant().minus(LONGEST_LOAD));
        } catch (RuntimeException failed) {
            // An exception would end the schedule.
            LOG.log(
                    Level.WARNING,
                    "Background work could not be looked after: {0}. It is tried again.",
                    failed.getClass().getName());
        }
    }

    @PreDestroy
    void stop() {
        work.cancel(false);
    }
}
