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

/** What an answer can rest on: figures of analytics (F-…), and statements of the directory (D-…). */
@ApplicationScoped
public class AllEvidence implements EvidenceSource {

    private static final String STATEMENT = "D-";

    @Inject private CohortEvidence figures;
    @Inject private DirectoryEvidence statements;

    @Override
    public List<EvidenceChoice> choices(Actor actor) {
        return Stream.concat(figures.choices(actor).stream(), statements.choices().stream())
                .toList();
    }

    @Override
    public Evidence release(String id, Actor actor) {
        return id.startsWith(STATEMENT) ? statements.release(id) : figures.release(id, actor);
    }

    @Override
    public Comparison recompute(String id) {
        return id.startsWith(STATEMENT) ? statements.recompute(id) : figures.recompute(id);
    }
}
