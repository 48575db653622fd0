package org.answerable.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.answerable.directory.Actor;
import org.answerable.directory.NotFound;
import org.answerable.directory.json.Json;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.RecordKind;

/** Somebody who knows says that a record is still right: its date of assurance is today. */
@ApplicationScoped
public class ConfirmService {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private Known known;
    private PublishService publish;
    private EditingRights rights;
    private Clock clock;

    protected ConfirmService() {}

    @Inject
    public ConfirmService(Known known, PublishService publish, EditingRights rights, Clock clock) {
        this.known = known;
        this.publish = publish;
        this.rights = rights;
        this.clock = clock;
    }

    @Transactional
    public void confirm(String id, Actor actor) {
        JsonObject document = document(id);
        rights.require(actor, document.getString("organization_id"));
        assure(document, actor);
    }

    /** By the link of a mail: whoever has it is the mailbox that the record names. */
    @Transactional
    public void confirmByLink(String id, Actor mailbox) {
        assure(document(id), mailbox);
    }

    private void assure(JsonObject document, Actor actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        JsonObject assured =
                Json.createObjectBuilder(document).add("assured_date", today.toString()).build();
        publish.publish(assured, "Still correct", "Checked on: " + today, actor.username(), actor);
    }

    private JsonObject document(String id) {
        return known.current(RecordKind.SERVICE, id)
                .map(Known.Version::document)
                .filter(document -> !document.isEmpty())
                .orElseThrow(() -> new NotFound("There is no such service."));
    }
}
