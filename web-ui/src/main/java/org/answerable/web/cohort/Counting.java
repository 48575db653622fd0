package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Cohort;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.Cohorts;
import org.answerable.cohort.Figures;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.WorkView;
import org.answerable.cohort.Works;

/**
 * How pages count: in the background, with a moment's patience. A count that is done within it is
 * shown at once; a longer one is watched, and can be stopped, on the page of its work.
 */
@RequestScoped
public class Counting {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject private Works works;
    @Inject private Cohorts cohorts;
    @Inject private Figures figures;

    /** Counts a version of a cohort, or waits for the count that is going on. */
    WorkView count(Cohort cohort, Actor actor) {
        long id =
                running(cohort, actor)
                        .map(WorkView::id)
                        .orElseGet(() -> begin(what(cohort), cohort.definition(), cohort, actor));
        return ended(id, actor);
    }

    /** The count of a version of a cohort that is going on. */
    Optional<WorkView> running(Cohort cohort, Actor actor) {
        return running(what(cohort), actor);
    }

    /** Counts what is not kept yet, or waits for the count of it that the same person began. */
    WorkView check(CohortDefinition definition, Actor actor) {
        String what = "Count before keeping: " + definition.title();
        long id =
                running(what, actor)
                        .filter(WorkView::mayCancel)
                        .map(WorkView::id)
                        .orElseGet(() -> begin(what, definition, null, actor));
        return ended(id, actor);
    }

    /** Makes a figure from a cohort. */
    WorkView figure(MeasureRequest request, Actor actor) {
        String what = "Figure of " + request.cohortId() + ", version " + request.cohortVersion();
        return ended(
                works.begin(
                        what,
                        actor,
                        progress -> List.of(figures.compute(request, actor, progress).id())),
                actor);
    }

    private long begin(String what, CohortDefinition definition, Cohort kept, Actor actor) {
        return works.begin(
                what,
                actor,
                progress -> {
                    cohorts.count(definition, actor, progress);
                    return kept == null ? List.of() : List.of(kept.id());
                });
    }

    private Optional<WorkView> running(String what, Actor actor) {
        return works.running(actor).stream().filter(w -> w.what().equals(what)).findFirst();
    }

    private WorkView ended(long id, Actor actor) {
        works.await(id, PATIENCE);
        return works.find(id, actor);
    }

    private static String what(Cohort cohort) {
        return "Count of " + cohort.id() + ", version " + cohort.version();
    }
}
