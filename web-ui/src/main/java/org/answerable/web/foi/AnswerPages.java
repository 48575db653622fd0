package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.CaseView.QuestionView;
import org.answerable.foi.Casework;
import org.answerable.foi.Colleagues;
import org.answerable.foi.Conflict;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.EarlierAnswers;
import org.answerable.foi.EvidenceSource;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.FoiCases;
import org.answerable.foi.Ground;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotFound;
import org.answerable.foi.Role;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Answering one question: words, figures, whether it is held, the decision and its grounds. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}/questions/{number: [0-9]{1,3}}")
@Controller
@RequestScoped
public class AnswerPages {

    private static final String REPEATED =
            "You asked for the same information before, and it was answered. Too little time has"
                    + " passed since for another answer to be different.";

    @Inject private FoiCases cases;
    @Inject private Casework casework;
    @Inject private EvidenceSource evidence;
    @Inject private ExemptionCatalogue catalogue;
    @Inject private Colleagues colleagues;
    @Inject private EarlierAnswers earlierAnswers;
    @Context private UriInfo uri;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @PathParam("reference")
    private String path;

    @PathParam("number")
    private int number;

    /**
     * @param ground {@code s.21} or {@code s.14(2)}: what an earlier answer is proposed as
     * @param earlier reference of the earlier answer
     */
    @GET
    public Response form(
            @QueryParam("propose") @DefaultValue("") String ground,
            @QueryParam("ref") @DefaultValue("") String earlier) {
        CaseView view = view();
        QuestionView question = question(view);
        if (question.decided() || !view.may(CaseAction.ANSWER) || ground.isEmpty()) {
            return page(view, AnswerForm.stored(question), "");
        }
        Ground proposed =
                ground.equals("s.21")
                        ? published(earlier)
                        : Ground.of("s.14(2)", REPEATED).referringTo(earlier);
        return page(
                view,
                AnswerForm.proposed(question, proposed),
                "Proposed: " + proposed.code() + ", with " + earlier + ". Nothing is saved yet.");
    }

    /** s.21 with the address under which everybody can read the answer. */
    private Ground published(String reference) {
        EarlierAnswers.Proposal proposal = earlierAnswers.proposal(reference);
        return Ground.of(proposal.ground(), proposal.narrative())
                .referringTo(uri.getBaseUri().resolve(proposal.link()).toString());
    }

    @POST
    public Response save(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        return saved(form, () -> views.goTo("/cases/" + reference() + "?done=answer"));
    }

    @POST
    @Path("figures")
    public Response cite(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        return savedIfNew(form, () -> cite(form.value("figure")));
    }

    @POST
    @Path("figures/remove")
    public Response remove(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        return savedIfNew(
                form,
                () -> {
                    casework.removeCitation(
                            reference(), number, form.value("remove"), current.require());
                    return views.goTo(figuresPlace());
                });
    }

    /** What was typed is not lost by a button that is about figures. */
    private Response savedIfNew(PageForm form, Supplier<Response> next) {
        boolean nothingNew = AnswerForm.sameAs(question(view()), form);
        return nothingNew ? next.get() : saved(form, next);
    }

    /** Saves what was typed, and goes on when it can be saved. */
    private Response saved(PageForm form, Supplier<Response> next) {
        try {
            casework.answerQuestion(
                    reference(),
                    number,
                    CaseForms.version(form),
                    AnswerForm.answer(form),
                    current.require());
        } catch (InvalidInput invalid) {
            return page(view(), CaseProblems.of(invalid, form, AnswerForm.FIELDS));
        } catch (Conflict conflict) {
            return page(view(), changedMeanwhile(form, conflict));
        }
        return next.get();
    }

    private Response cite(String figureId) {
        try {
            casework.citeFigure(reference(), number, figureId, current.require());
            return views.goTo(figuresPlace());
        } catch (InvalidInput | Conflict | NotFound refused) {
            CaseView view = view();
            FieldProblem problem = new FieldProblem("figure", refused.getMessage());
            PageForm stored = AnswerForm.stored(question(view));
            return page(view, stored.with(List.of(problem), AnswerForm.FIELDS));
        }
    }

    private String figuresPlace() {
        return "/cases/" + reference() + "/questions/" + number + "#figures";
    }

    /**
     * Somebody saved meanwhile: what was typed stays in the form beside what is stored now. Sending
     * it again, knowing that, replaces the stored text.
     */
    private PageForm changedMeanwhile(PageForm form, Conflict conflict) {
        QuestionView now = question(view());
        return form.alsoWith("version", Integer.toString(now.version()))
                .with(
                        List.of(new FieldProblem("narrative", conflict.getMessage())),
                        AnswerForm.FIELDS);
    }

    private Response page(CaseView view, PageForm form) {
        return page(view, form, "");
    }

    private Response page(CaseView view, PageForm form, String proposal) {
        return views.form(
                form,
                "foi/answer.jte",
                Map.of(
                        "view", view,
                        "question", question(view),
                        "form", form,
                        "choices", choices(view),
                        "exemptions", AnswerForm.exemptions(catalogue, question(view).regime()),
                        "colleagues", contributors(view),
                        "proposal", proposal,
                        "changed", form.problem("narrative").isPresent()));
    }

    /** Whoever may not cite, such as an approver, reads the question without the choice. */
    private List<Option> choices(CaseView view) {
        return view.may(CaseAction.CITE_FIGURE) ? figures() : List.of();
    }

    private List<Option> contributors(CaseView view) {
        if (!view.may(CaseAction.ALLOT)) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(new Option("", "Nobody")),
                        colleagues.of(view.authority().code(), Role.CONTRIBUTOR).stream()
                                .map(c -> new Option(c.username(), c.displayName())))
                .toList();
    }

    private List<Option> figures() {
        return evidence.choices(current.require()).stream()
                .map(
                        choice ->
                                new Option(
                                        choice.figureId(),
                                        choice.figureId() + " " + choice.title()))
                .toList();
    }

    private CaseView view() {
        return cases.get(reference(), current.require());
    }

    private QuestionView question(CaseView view) {
        return view.question(number)
                .orElseThrow(() -> new NotFound("The case has no question " + number + "."));
    }

    private CaseReference reference() {
        return CaseReference.of(path);
    }
}
