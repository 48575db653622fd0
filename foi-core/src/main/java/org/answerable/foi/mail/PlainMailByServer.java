package org.answerable.foi.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.answerable.foi.PlainMail;

/** Mail that belongs to no case, by the same server as letters. */
@ApplicationScoped
public class PlainMailByServer implements PlainMail {

    private MailServer server;
    private Clock clock;

    protected PlainMailByServer() {}

    @Inject
    public PlainMailByServer(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public boolean configured() {
        return server.configured();
    }

    @Override
    public Optional<String> send(String sender, String recipient, String subject, String body) {
        HandingOver end =
                server.handOver(
                        new OutgoingMail(
                                0,
                                server.newMessageId(),
                                sender,
                                recipient,
                                subject,
                                body,
                                Optional.empty(),
                                1,
                                clock.instant()));
        if (end instanceof HandingOver.NotTaken refused) {
            return Optional.of(refused.problem());
        }
        return end instanceof HandingOver.Uncertain broken
                ? Optional.of(broken.problem())
                : Optional.empty();
    }
}
