package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.directory.Actor;
import org.answerable.directory.Area;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Contracts;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Programme;
import org.answerable.directory.Role;
import org.answerable.directory.TrainingRegister;
import org.answerable.directory.WorkforceReport;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** Training: counts for editors, the same without small ones as a file, and what the public may know. */
@Path("/training")
@Controller
@RequestScoped
public class TrainingPages {

    private static final int PER_PAGE = 100;

    @Inject private TrainingRegister training;
    @Inject private Contracts contracts;
    @Inject private Geography geography;
    @Inject private CurrentActor current;
    @Inject private Clock clock;
    @Inject private Views views;

    @QueryParam("from")
    @DefaultValue("")
    private String from;

    @QueryParam("to")
    @DefaultValue("")
    private String to;

    @QueryParam("programme")
    @DefaultValue("")
    private String programme;

    @QueryParam("profession")
    @DefaultValue("")
    private String profession;

    @QueryParam("district")
    @DefaultValue("")
    private String district;

    @GET
    public Response report(@QueryParam("page") @DefaultValue("1") String page) {
        Actor actor = current.require();
        actor.require(Role.DIRECTORY_EDITOR);
        TrainingChoice choice = new TrainingChoice(from, to, programme, profession, district);
        PageForm form = choice.address("/training").form();
        WorkforceReport report = new WorkforceReport(List.of(), "");
        try {
            report = training.report(choice.question(clock), actor);
        } catch (InvalidInput invalid) {
            form = DirectoryProblems.of(invalid, form, TrainingChoice.FIELDS);
        }
        Map<String, Object> parameters = new HashMap<>();
        Paging paging =
                new Paging(
                        choice.address("/training").toString(),
                        ListAddress.page(page),
                        PER_PAGE,
                        report.rows().size());
        parameters.put(
                "rows",
                report.rows().stream()
                        .skip((paging.page() - 1L) * PER_PAGE)
                        .limit(PER_PAGE)
                        .toList());
        parameters.put("paging", paging);
        parameters.put("form", form);
        parameters.put("programmes", programmes());
        parameters.put("professions", ContractPages.professions(contracts.professions()));
        parameters.put("districts", districts());
        parameters.put("file", choice.address("/training/report.csv").toString());
        return views.form(form, "directory/training.jte", parameters);
    }

    @GET
    @Path("summary")
    public Response summary() {
        return views.show("directory/trainingSummary.jte", Map.of("summary", training.summary()));
    }

    @GET
    @Path("programmes/new")
    public Response programmeForm() {
        current.require().require(Role.DIRECTORY_EDITOR);
        return programmePage(PageForm.empty());
    }

    @POST
    @Path("programmes/new")
    public Response addProgramme(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            training.add(TrainingForm.programme(form), current.require());
            return views.goTo("/training");
        } catch (InvalidInput invalid) {
            return programmePage(DirectoryProblems.of(invalid, form, TrainingForm.PROGRAMME));
        }
    }

    private Map<String, String> programmes() {
        return training.programmes().stream()
                .collect(Collectors.toMap(Programme::code, Programme::name));
    }

    private Map<String, String> districts() {
        return geography.areas(AreaKind.DISTRICT).stream()
                .collect(Collectors.toMap(Area::code, Area::name));
    }

    private Response programmePage(PageForm form) {
        return views.form(
                form,
                "directory/programmeForm.jte",
                Map.of(
                        "form",
                        form,
                        "kinds",
                        Arrays.stream(Programme.Kind.values())
                                .map(k -> new Option(k.name(), k.label()))
                                .toList(),
                        "levels",
                        Arrays.stream(Programme.Level.values())
                                .map(l -> new Option(l.name(), l.label()))
                                .toList()));
    }
}
