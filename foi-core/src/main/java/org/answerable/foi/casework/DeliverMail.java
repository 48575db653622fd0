package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerable.foi.MailDelivery;
import org.answerable.foi.mail.HandingOver;
import org.answerable.foi.mail.MailServer;
import org.answerable.foi.mail.OutgoingMail;

/** Takes, hands over, records: each step committed before the next, so that a crash shows where. */
@ApplicationScoped
public class DeliverMail implements MailDelivery {

    private final OutboxSteps steps;
    private final MailServer server;

    /** For the container's proxy. */
    protected DeliverMail() {
        this(null, null);
    }

    @Inject
    public DeliverMail(OutboxSteps steps, MailServer server) {
        this.steps = steps;
        this.server = server;
    }

    @Override
    public boolean configured() {
        return server.configured();
    }

    @Override
    public boolean deliverNext() {
        if (!configured()) {
            return false;
        }
        steps.noticeCutOff();
        Optional<OutgoingMail> mail = steps.take();
        if (mail.isEmpty()) {
            return false;
        }
        HandingOver end = server.handOver(mail.get());
        steps.record(mail.get(), end);
        return true;
    }
}
