package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Conflict;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LinkType;

/** An officer says that two cases belong together, or takes that back. */
@Dependent
public class LinkCases {

    private final Cases cases;
    private final CaseFile file;

    @Inject
    public LinkCases(Cases cases, CaseFile file) {
        this.cases = cases;
        this.file = file;
    }

    void link(CaseReference reference, CaseReference target, LinkType type, Actor actor) {
        FoiCase from = file.open(reference, CaseAction.LINK, actor);
        FoiCase to = other(from, target, type, actor);
        if (cases.link(from, to, type, actor)) {
            from.touched(actor, file.now());
            file.record(from, actor, HistoryKind.LINKED, type.label() + " " + target + ".");
            file.record(to, actor, HistoryKind.LINKED, type.inverse() + " " + reference + ".");
        }
    }

    void unlink(CaseReference reference, CaseReference target, LinkType type, Actor actor) {
        FoiCase from = file.open(reference, CaseAction.LINK, actor);
        FoiCase to = other(from, target, type, actor);
        if (!cases.unlink(from, to, type)) {
            throw new Conflict("There is no such link any more.");
        }
        from.touched(actor, file.now());
        file.record(from, actor, HistoryKind.UNLINKED, "No longer: " + type.label() + " " + target);
        file.record(
                to, actor, HistoryKind.UNLINKED, "No longer: " + type.inverse() + " " + reference);
    }

    private FoiCase other(FoiCase from, CaseReference target, LinkType type, Actor actor) {
        if (!type.byHand()) {
            throw new InvalidInput(
                    "type", "This link comes with its stage. Choose “related” or “duplicate”.");
        }
        FoiCase to =
                cases.lock(target, actor.authority())
                        .orElseThrow(
                                () ->
                                        new InvalidInput(
                                                "target",
                                                "There is no case "
                                                        + target
                                                        + " in your authority: check the"
                                                        + " reference."));
        if (to.id() == from.id()) {
            throw new InvalidInput("target", "A case cannot be linked with itself.");
        }
        if (type == LinkType.DUPLICATE && from.kind() != to.kind()) {
            throw new InvalidInput("type", "Only a request can be the duplicate of a request.");
        }
        return to;
    }
}
