package org.answerable.directory.exchange;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.directory.hsds.Finding;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.hsds.Unfolded;
import org.answerable.directory.json.Json;
import org.answerable.directory.store.Received;
import org.answerable.directory.store.Vocabulary;

/**
 * Which term is below which, here and in what was received so far. A term that would be above itself loses its parent,
 * so that whoever walks up arrives.
 */
final class TermParents {

    private final Vocabulary vocabulary;
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    TermParents(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void cutCycles(Map<Received, Unfolded> good, Map<Received, List<Finding>> noted) {
        lookUp(good);
        good.forEach(
                (received, parts) ->
                        parts.terms()
                                .replaceAll((id, term) -> uncycled(id, term, noted.get(received))));
    }

    private void lookUp(Map<Received, Unfolded> good) {
        List<String> unknown = new ArrayList<>();
        good.values()
                .forEach(
                        parts ->
                                parts.terms()
                                        .forEach(
                                                (id, term) -> {
                                                    String parent =
                                                            Properties.text(term, "parent_id");
                                                    if (parent != null && asked.add(parent)) {
                                                        unknown.add(parent);
                                                    }
                                                }));
        if (!unknown.isEmpty()) {
            vocabulary.parentsAbove(unknown).forEach(parents::putIfAbsent);
        }
    }

    private JsonObject uncycled(String id, JsonObject term, List<Finding> noted) {
        String parent = Properties.text(term, "parent_id");
        if (parent == null) {
            parents.remove(id);
            return term;
        }
        if (!isAbove(id, parent)) {
            parents.put(id, parent);
            return term;
        }
        parents.remove(id);
        noted.add(
                new Finding(
                        "/attributes",
                        "parent_id",
                        term.getString("name", id) + ": " + parent,
                        Finding.Severity.WARNING,
                        "no term is above itself",
                        "Mend the taxonomy. Until then the term has no parent."));
        return Json.createObjectBuilder(term).remove("parent_id").build();
    }

    /** Whether the walk up from a parent comes to the id. */
    private boolean isAbove(String id, String parent) {
        Set<String> seen = new HashSet<>();
        for (String at = parent; at != null && seen.add(at); at = parents.get(at)) {
            if (at.equals(id)) {
                return true;
            }
        }
        return false;
    }
}
