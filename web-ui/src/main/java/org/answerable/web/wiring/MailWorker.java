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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.answerable.foi.MailCollection;
import org.answerable.foi.MailDelivery;

/** Sends what is due in the outbox and takes what is new in the mailbox, on every node. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class MailWorker {

    private static final Logger LOG = Logger.getLogger(MailWorker.class.getName());
    private static final long DELIVER_EVERY = 5;
    private static final long COLLECT_EVERY = 60;

    @Resource private ManagedScheduledExecutorService scheduler;
    @Inject private MailDelivery delivery;
    @Inject private MailCollection collection;

    private final List<ScheduledFuture<?>> work = new ArrayList<>();

    @PostConstruct
    void start() {
        if (delivery.configured()) {
            every(DELIVER_EVERY, "outbox", this::deliver);
        }
        if (collection.configured()) {
            every(COLLECT_EVERY, "mailbox", collection::collect);
        }
    }

    private void every(long seconds, String what, Runnable task) {
        work.add(
                scheduler.scheduleWithFixedDelay(
                        () -> attempt(what, task), DELIVER_EVERY, seconds, TimeUnit.SECONDS));
    }

    /** An exception would end the schedule. Its message may name somebody: only its kind is told. */
    private static void attempt(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            LOG.log(
                    Level.WARNING,
                    "The {0} could not be worked on: {1}. It is tried again.",
                    new Object[] {what, failed.getClass().getName()});
        }
    }

    private void deliver() {
        while (delivery.deliverNext()) {
            // until none is due
        }
    }

    @PreDestroy
    void stop() {
        work.forEach(task -> task.cancel(false));
    }
}
