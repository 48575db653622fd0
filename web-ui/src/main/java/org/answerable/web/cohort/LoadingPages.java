package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.answerable.cohort.Actor;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Progress;
import org.answerable.cohort.WorkState;
import org.answerable.cohort.WorkView;
import org.answerable.cohort.Works;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.Numbers;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/**
 * How pages load: in the background, with a moment's patience. A file that is done within it is
 * answered at once, as if it had been loaded on the spot; a longer one by the page of its work.
 */
@RequestScoped
public class LoadingPages {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject private Works works;
    @Inject private Views views;

    /** The page of a form with what is wrong with it, and the work that found faults in the file. */
    interface FormPage extends BiFunction<PageForm, Optional<WorkView>, Response> {}

    /** Reads a file to its end, telling its progress. */
    interface Load extends BiFunction<InputStream, Progress, LoadReport> {}

    Response load(
            String what,
            UploadedDataset file,
            boolean personal,
            Actor actor,
            PageForm form,
            List<String> fields,
            FormPage page,
            Load load) {
        boolean begun = false;
        try {
            long id =
                    works.start(
                            what,
                            file.bytes(),
                            personal,
                            actor,
                            progress -> {
                                try (InputStream in = file.open()) {
                                    return List.of(load.apply(in, progress));
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                } finally {
                                    file.delete();
                                }
                            });
            begun = true;
            return answer(id, actor, form, fields, page);
        } finally {
            if (!begun) {
                file.delete();
            }
        }
    }

    /** Begins other work and answers likewise. */
    Response work(
            String what,
            Actor actor,
            PageForm form,
            List<String> fields,
            FormPage page,
            Function<Progress, List<LoadReport>> job) {
        return answer(works.start(what, null, false, actor, job::apply), actor, form, fields, page);
    }

    /** A form with what went wrong at one of its fields, where it has none for a file. */
    static PageForm told(
            PageForm form, Optional<WorkView> failed, String field, List<String> fields) {
        return failed.map(
                        view -> form.with(List.of(new FieldProblem(field, view.message())), fields))
                .orElse(form);
    }

    private Response answer(
            long id, Actor actor, PageForm form, List<String> fields, FormPage page) {
        works.await(id, PATIENCE);
        WorkView view = works.find(id, actor);
        if (view.state() == WorkState.DONE && view.made().size() == 1) {
            return views.goTo("/datasets/" + view.made().get(0) + "?done=loaded");
        }
        if (view.state() != WorkState.FAILED) {
            return views.goTo("/work/" + id);
        }
        if (!view.problems().isEmpty()) {
            return page.apply(
                    CohortProblems.of(new InvalidInput(view.problems()), form, fields),
                    Optional.empty());
        }
        String problem =
                view.rejectedCount() == 0
                        ? view.message()
                        : "The file was not loaded: "
                                + Numbers.count(view.rejectedCount(), "fault", "faults")
                                + " found. Nothing was kept. Mend the file and choose it again";
        return page.apply(
                form.with(List.of(new FieldProblem("file", problem)), fields), Optional.of(view));
    }

    /** The file, kept apart. */
    static UploadedDataset keep(EntityPart part) {
        try {
            return UploadedDataset.keep(part);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The upload broke off", e);
        }
    }
}
