package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Assumptions;
import org.answerable.cohort.CommissionedCapacity;
import org.answerable.cohort.Comparison;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Figures;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimates;
import org.answerable.cohort.NeedFormats;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.Page;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.Prevalences;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.WorkState;
import org.answerable.cohort.WorkView;
import org.answerable.cohort.Works;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/**
 * Need and provision: the analysts' list, asking a question, and the page and report of an estimate, public
 * once released.
 */
@Path("/need")
@Controller
@RequestScoped
public class NeedPages {

    private static final int PER_PAGE = 50;
    private static final String ID = "{id: N-[0-9]{4}-[0-9]{4,12}}";

    /** More draws than this are for what is kept, in the background. */
    private static final int DRAWS_AT_ONCE = 10_000;

    private static final int MOST_DRAWS = 200_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject private NeedEstimates estimates;
    @Inject private NeedFormats formats;
    @Inject private Prevalences prevalences;
    @Inject private Assumptions assumptions;
    @Inject private Figures figures;
    @Inject private CommissionedCapacity directory;
    @Inject private Works works;
    @Inject private Clock clock;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list(@QueryParam("page") @DefaultValue("1") String page) {
        Page<NeedEstimates.Summary> found =
                estimates.list(ListAddress.page(page), PER_PAGE, current.require());
        return views.show(
                "cohort/needs.jte",
                Map.of(
                        "found",
                        found,
                        "paging",
                        new Paging("/need", found.page(), found.perPage(), found.total())));
    }

    /**
     * @param from an estimate whose question is to be asked again with changes
     * @param figure the figure that counts the children
     */
    @GET
    @Path("new")
    public Response form(
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("figure") @DefaultValue("") String figure) {
        Actor actor = analyst();
        PageForm form =
                from.isEmpty()
                        ? NeedForm.empty(assumptions.inForce(), LocalDate.now(clock))
                                .alsoWith("figureId", figure)
                        : NeedForm.of(
                                estimates
                                        .find(from, actor)
                                        .orElseThrow(NotFoundException::new)
                                        .question());
        return page(form, Optional.empty(), actor);
    }

    @POST
    @Path("new")
    public Response ask(Form sent) {
        Actor actor = analyst();
        PageForm form = PageForm.of(sent.asMap());
        NeedForm fields = new NeedForm(form, usable());
        try {
            NeedQuestion question = fields.question();
            NeedEstimate tried = estimates.compute(quick(question), actor, Progress.NONE);
            return form.value("action").equals("keep")
                    ? kept(question, actor)
                    : page(form, Optional.of(tried), actor);
        } catch (InvalidInput invalid) {
            return page(fields.refused(invalid), Optional.empty(), actor);
        }
    }

    /** The same question with draws that a page can wait for. */
    private static NeedQuestion quick(NeedQuestion asked) {
        return asked.draws() <= DRAWS_AT_ONCE || asked.draws() > MOST_DRAWS
                ? asked
                : asked.withDraws(DRAWS_AT_ONCE);
    }

    private Response kept(NeedQuestion question, Actor actor) {
        long id =
                works.begin(
                        "Estimate of need from " + question.figureId(),
                        actor,
                        progress -> List.of(estimates.keep(question, actor, progress).id()));
        works.await(id, PATIENCE);
        WorkView work = works.find(id, actor);
        return views.goTo(
                work.state() == WorkState.DONE
                        ? WorkPages.place(work.made().get(0))
                        : "/work/" + id);
    }

    /**
     * @param compare {@code yes} to work it out again and compare; for analysts
     */
    @GET
    @Path(ID)
    public Response show(
            @PathParam("id") String id, @QueryParam("compare") @DefaultValue("") String compare) {
        Optional<Comparison> comparison =
                compare.equals("yes")
                        ? Optional.of(estimates.recompute(id, current.require()))
                        : Optional.empty();
        NeedEstimate need = visible(id);
        Map<String, Object> model = new HashMap<>();
        model.put("need", need);
        model.put("tornado", formats.tornado(need).orElse(""));
        model.put("map", formats.hasMap(need));
        model.put("analyst", current.get().filter(Actor::seesUnreleased).isPresent());
        model.put("comparison", comparison);
        return views.show("cohort/need.jte", model);
    }

    /** The short report, for printing. */
    @GET
    @Path(ID + "/report")
    public Response report(@PathParam("id") String id) {
        NeedEstimate need = visible(id);
        return views.show(
                "cohort/needReport.jte", Map.of("need", need, "report", formats.report(need)));
    }

    private Response page(PageForm form, Optional<NeedEstimate> tried, Actor actor) {
        List<Option> counted = new ArrayList<>();
        counted.add(new Option("", "Choose a figure"));
        figures.choices(actor)
                .forEach(
                        choice ->
                                counted.add(
                                        new Option(
                                                choice.id(), choice.id() + " " + choice.title())));
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("tried", tried);
        model.put("tornado", tried.flatMap(formats::tornado).orElse(""));
        model.put("figures", counted);
        model.put("wholes", wholes(actor));
        model.put("library", usable());
        model.put("needs", needs());
        return views.form(form, "cohort/needForm.jte", model);
    }

    private List<Option> wholes(Actor actor) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "As the figure has them"));
        figures.wholes(actor)
                .forEach(whole -> options.add(new Option(whole.code(), whole.label())));
        return options;
    }

    private List<Option> needs() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "Do not look at services"));
        directory.needs().forEach(need -> options.add(new Option(need.code(), need.label())));
        return options;
    }

    private List<Prevalence> usable() {
        return prevalences.inForce().stream().filter(Prevalence::usable).toList();
    }

    private Actor analyst() {
        Actor actor = current.require();
        actor.require(Role.ANALYST);
        return actor;
    }

    private NeedEstimate visible(String id) {
        return estimates.visible(id, current.get()).orElseThrow(NotFoundException::new);
    }
}
