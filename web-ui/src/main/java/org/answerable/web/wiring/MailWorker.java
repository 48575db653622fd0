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
import org.answerable.foi.MailDelivery;

/** Looks into the outbox every few seconds, on every node, and sends what is due. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class MailWorker {

    private static final Logger LOG = Logger.getLogger(MailWorker.class.getName());
    private static final long SECONDS = 5;

    @Resource private ManagedScheduledExecutorService scheduler;
    @Inject private MailDelivery delivery;

    private ScheduledFuture<?> work;

    @PostConstruct
    void start() {
        if (delivery.configured()) {
            work =
                    scheduler.scheduleWithFixedDelay(
                            this::deliver, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    private void deliver() {
        try {
            while (delivery.deliverNext()) {
                // until none is due
            }
        } catch (RuntimeException failed) {
            // An exception would end the schedule. Its message may name somebody: only its kind is
            // told.
            LOG.log(
                    Level.WARNING,
                    "The outbox could not be worked on: {0}. It is tried again.",
                    failed.getClass().getName());
        }
    }

    @PreDestroy
    void stop() {
        if (work != null) {
            work.cancel(false);
        }
    }
}
