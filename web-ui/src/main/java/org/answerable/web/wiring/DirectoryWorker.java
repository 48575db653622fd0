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
import org.answerable.directory.Upkeep;

/** Runs the upkeep of the directory: every hour its round, which changes nothing twice on a day, and its mail. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class DirectoryWorker {

    private static final Logger LOG = Logger.getLogger(DirectoryWorker.class.getName());
    private static final long FIRST_AFTER_MINUTES = 3;
    private static final long HOUR_IN_MINUTES = 60;

    @Resource private ManagedScheduledExecutorService scheduler;
    @Inject private Upkeep upkeep;

    private ScheduledFuture<?> work;

    @PostConstruct
    void start() {
        upkeep.begin();
        work =
                scheduler.scheduleWithFixedDelay(
                        this::round, FIRST_AFTER_MINUTES, HOUR_IN_MINUTES, TimeUnit.MINUTES);
    }

    private void round() {
        try {
            upkeep.round();
            upkeep.sendMail();
        } catch (RuntimeException failed) {
            // An exception would end the schedule. Its message may name a mailbox: only its kind is
            // told.
            LOG.log(
                    Level.WARNING,
                    "The upkeep of the directory could not run: {0}. It is tried again in an hour.",
                    failed.getClass().getName());
        }
    }

    @PreDestroy
    void stop() {
        work.cancel(false);
    }
}
