package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.answerable.foi.Actor;
import org.answerable.foi.Comparison;
import org.answerable.foi.Evidence;
import org.answerable.foi.EvidenceChoice;
import org.answerable.foi.EvidenceSource;

/**
 * What an answer can rest on: figures of analytics (F-…), estimates of need (N-…), and statements of the
 * directory (D-…).
 */
@ApplicationScoped
public class AllEvidence implements EvidenceSource {

    private static final String STATEMENT = "D-";
    private static final String NEED = "N-";

    @Inject private CohortEvidence figures;
    @Inject private NeedEvidence needs;
    @Inject private DirectoryEvidence statements;

    @Override
    public List<EvidenceChoice> choices(Actor actor) {
        return Stream.of(figures.choices(actor), needs.choices(actor), statements.choices())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Evidence release(String id, Actor actor) {
        if (id.startsWith(STATEMENT)) {
            return statements.release(id);
        }
        return id.startsWith(NEED) ? needs.release(id, actor) : figures.release(id, actor);
    }

    @Override
    public Comparison recompute(String id) {
        if (id.startsWith(STATEMENT)) {
            return statements.recompute(id);
        }
        return id.startsWith(NEED) ? needs.recompute(id) : figures.recompute(id);
    }
}
