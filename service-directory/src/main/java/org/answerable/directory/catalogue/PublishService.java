package org.answerable.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.answerable.directory.Actor;
import org.answerable.directory.Role;
import org.answerable.directory.hsds.Unfolded;
import org.answerable.directory.store.Change;
import org.answerable.directory.store.EditorsTable;
import org.answerable.directory.store.Publication;
import org.answerable.directory.store.RecordKind;
import org.answerable.directory.store.Signature;

/** A service that was edited here becomes public, with the new organisation or place that it brings. */
@ApplicationScoped
public class PublishService {

    private static final double BY_PROVIDER = 1.0;
    private static final double BY_EDITOR = 0.8;

    private Publication publication;
    private EditorsTable table;
    private Clock clock;

    protected PublishService() {}

    @Inject
    public PublishService(Publication publication, EditorsTable table, Clock clock) {
        this.publication = publication;
        this.table = table;
        this.clock = clock;
    }

    void publish(
            JsonObject document, String reason, String difference, String author, Actor approver) {
        Unfolded parts = Unfolded.of(document);
        List<Change> changes = new ArrayList<>();
        parts.organizations()
                .values()
                .forEach(o -> changes.add(new Change(RecordKind.ORGANIZATION, o, reason, "", 0)));
        parts.locations()
                .values()
                .forEach(l -> changes.add(new Change(RecordKind.LOCATION, l, reason, "", 0)));
        changes.add(
                new Change(
                        RecordKind.SERVICE,
                        parts.service(),
                        reason,
                        difference,
                        provenance(parts.service(), author, approver)));
        publication.publish(
                changes,
                new Signature(author, approver.username(), approver.authority(), clock.instant()));
    }

    /** A member of the organisation counts as the provider; an editor never lowers what is known. */
    private double provenance(JsonObject service, String author, Actor approver) {
        String organization = service.getString("organization_id");
        boolean provider =
                table.members(organization).contains(author)
                        || approver.roles().contains(Role.PROVIDER);
        double before =
                table.status(service.getString("id"))
                        .map(EditorsTable.Status::provenance)
                        .orElse(0.0);
        return Math.max(before, provider ? BY_PROVIDER : BY_EDITOR);
    }
}
