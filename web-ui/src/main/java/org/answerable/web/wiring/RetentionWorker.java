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
import org.answerable.foi.Retention;

/** Erases once a day what has been kept long enough; the database lets one node at a time do it. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionWorker {

    private static final Logger LOG = Logger.getLogger(RetentionWorker.class.getName());
    private static final long FIRST_AFTER_MINUTES = 10;
    private static final long DAY_IN_MINUTES = 24 * 60;

    @Resource private ManagedScheduledExecutorService scheduler;
    @Inject private Retention retention;

    private ScheduledFuture<?> work;

    @PostConstruct
    void start() {
        work =
                scheduler.scheduleWithFixedDelay(
                        this::erase, FIRST_AFTER_MINUTES, DAY_IN_MINUTES, TimeUnit.MINUTES);
    }

    private void erase() {
        try {
            retention.runDaily();
        } catch (RuntimeException failed) {
            // An exception would end the schedule. Its message may name somebody: only its kind is
            // told.
            LOG.log(
                    Level.WARNING,
                    "Retention could not run: {0}. It is tried again tomorrow.",
                    failed.getClass().getName());
        }
    }

    @PreDestroy
    void stop() {
        work.cancel(false);
    }
}
