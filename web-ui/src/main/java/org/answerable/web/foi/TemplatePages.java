package org.answerable.web.foi;

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterTemplates;
import org.answerable.foi.LetterTemplates.Template;
import org.answerable.foi.LetterText;
import org.answerable.foi.Letters;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** The templates of the authority's letters: the list, one with its versions, preview and saving. */
@Path("/templates")
@Controller
@RequestScoped
public class TemplatePages {

    private static final List<String> FIELDS = List.of("text", "reference");

    @Inject private LetterTemplates templates;
    @Inject private Letters letters;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list() {
        return views.show(
                "foi/templates.jte", Map.of("templates", templates.current(current.require())));
    }

    @GET
    @Path("{kind}")
    public Response show(
            @PathParam("kind") String kind, @QueryParam("done") @DefaultValue("") String done) {
        LetterKind found = kind(kind);
        Template newest = templates.versions(found, current.require()).get(0);
        PageForm form =
                PageForm.filled(
                        Map.of(
                                "text",
                                newest.text(),
                                "version",
                                Integer.toString(newest.version())));
        return page(found, form, Optional.empty(), done.equals("saved"));
    }

    @POST
    @Path("{kind}")
    public Response save(@PathParam("kind") String kind, Form sent) {
        LetterKind found = kind(kind);
        PageForm form = PageForm.of(sent.asMap());
        try {
            templates.save(found, CaseForms.version(form), form.value("text"), current.require());
            return views.goTo("/templates/" + word(found) + "?done=saved");
        } catch (InvalidInput invalid) {
            return page(found, CaseProblems.of(invalid, form, FIELDS), Optional.empty(), false);
        }
    }

    @POST
    @Path("{kind}/preview")
    public Response preview(@PathParam("kind") String kind, Form sent) {
        LetterKind found = kind(kind);
        Actor actor = current.require();
        PageForm form = PageForm.of(sent.asMap());
        String wanted = form.value("reference").strip();
        Optional<CaseReference> reference = CaseReference.find(wanted);
        if (!wanted.isEmpty() && reference.isEmpty()) {
            FieldProblem problem =
                    new FieldProblem("reference", "Write a reference like LCC-2026-0001");
            return page(found, form.with(List.of(problem), FIELDS), Optional.empty(), false);
        }
        try {
            LetterText text = letters.tryTemplate(found, form.value("text"), reference, actor);
            return page(found, form, Optional.of(text), false);
        } catch (InvalidInput invalid) {
            return page(found, CaseProblems.of(invalid, form, FIELDS), Optional.empty(), false);
        }
    }

    private Response page(
            LetterKind kind, PageForm form, Optional<LetterText> preview, boolean saved) {
        Map<String, Object> model = new HashMap<>();
        model.put("kind", kind);
        model.put("form", form);
        model.put("versions", templates.versions(kind, current.require()));
        model.put("fields", templates.fields(kind));
        model.put("preview", preview);
        model.put("saved", saved);
        return views.form(form, "foi/template.jte", model);
    }

    /** The kind as addresses write it. */
    public static String word(LetterKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A letter inside a page that has its own title: its headings go two levels down. */
    public static String under(String body) {
        String lower = body;
        for (int level = 3; level >= 1; level--) {
            lower =
                    lower.replace("<h" + level + ">", "<h" + (level + 2) + ">")
                            .replace("</h" + level + ">", "</h" + (level + 2) + ">");
        }
        return lower;
    }

    private static LetterKind kind(String word) {
        return Arrays.stream(LetterKind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
