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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.answerable.cohort.Works;

/** Says twice a minute that this server's background work goes on, and finds work that was left. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkKeeper {

    private static final Logger LOG = Logger.getLogger(WorkKeeper.class.getName());
    private static final long SECONDS = 30;

    @Resource private ManagedScheduledExecutorService scheduler;
    @Inject private Works works;

    private ScheduledFuture<?> work;

    @PostConstruct
    void start() {
        work = scheduler.scheduleWithFixedDelay(this::keep, 0, SECONDS, TimeUnit.SECONDS);
    }

    private void keep() {
        try {
            works.keep();
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
