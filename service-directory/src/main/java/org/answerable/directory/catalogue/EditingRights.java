package org.answerable.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.answerable.directory.Actor;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.Role;
import org.answerable.directory.store.EditorsTable;

/** Who may change which records: editors all, members those of their organisation. */
@ApplicationScoped
public class EditingRights {

    private EditorsTable table;

    protected EditingRights() {}

    @Inject
    public EditingRights(EditorsTable table) {
        this.table = table;
    }

    boolean editor(Actor actor) {
        return actor.roles().contains(Role.DIRECTORY_EDITOR);
    }

    /** The organisations of a member, or null for an editor, who has all. */
    List<String> organizations(Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR, Role.PROVIDER);
        return editor(actor) ? null : table.memberships(actor.username());
    }

    /**
     * Passes when the actor may change the records of an organisation.
     *
     * @throws NotAllowed otherwise
     */
    void require(Actor actor, String organization) {
        List<String> own = organizations(actor);
        if (own != null && !own.contains(organization)) {
            throw new NotAllowed(
                    "You are not a member of the organisation that offers this service. Ask an editor of the"
                            + " directory.");
        }
    }
}
