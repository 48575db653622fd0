package org.answerable.web.directory;

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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.answerable.directory.Actor;
import org.answerable.directory.Area;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Contracts;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Practitioner;
import org.answerable.directory.Programme;
import org.answerable.directory.Role;
import org.answerable.directory.TrainingRegister;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** People of the training register by reference; the name behind one is a page of its own for registrars. */
@Path("/training/people")
@Controller
@RequestScoped
public class PractitionerPages {

    private static final int PER_PAGE = 50;
    private static final String ID = "{reference: T-[0-9]{4}-[0-9]{4,9}}";

    @Inject private TrainingRegister training;
    @Inject private Contracts contracts;
    @Inject private Geography geography;
    @Inject private CurrentActor current;
    @Inject private Clock clock;
    @Inject private Views views;

    @GET
    public Response list(@QueryParam("page") @DefaultValue("1") String page) {
        List<Practitioner> people = training.practitioners(LocalDate.now(clock), current.require());
        int number = ListAddress.page(page);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "people", people.stream().skip((number - 1L) * PER_PAGE).limit(PER_PAGE).toList());
        parameters.put("today", LocalDate.now(clock));
        parameters.put("professions", professions());
        parameters.put("districts", districts());
        parameters.put("paging", new Paging("/training/people", number, PER_PAGE, people.size()));
        return views.show("directory/practitioners.jte", parameters);
    }

    @GET
    @Path("new")
    public Response form() {
        current.require().require(Role.DIRECTORY_EDITOR);
        return formPage(PageForm.empty());
    }

    @POST
    @Path("new")
    public Response register(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            String reference =
                    training.register(
                            TrainingForm.spell(form),
                            TrainingForm.name(form),
                            false,
                            current.require());
            return views.goTo("/training/people/" + reference);
        } catch (InvalidInput invalid) {
            return formPage(DirectoryProblems.of(invalid, form, TrainingForm.PERSON));
        }
    }

    @GET
    @Path(ID)
    public Response show(@PathParam("reference") String reference) {
        return page(reference, PageForm.empty());
    }

    @GET
    @Path(ID + "/name")
    public Response name(@PathParam("reference") String reference) {
        Actor actor = current.require();
        return views.show(
                "directory/practitionerName.jte",
                Map.of(
                        "reference",
                        reference,
                        "name",
                        training.name(reference, actor).orElseThrow(NotFoundException::new)));
    }

    @POST
    @Path(ID + "/train")
    public Response train(@PathParam("reference") String reference, Form sent) {
        return change(
                reference,
                sent,
                (form, actor) -> training.train(reference, TrainingForm.training(form), actor));
    }

    @POST
    @Path(ID + "/move")
    public Response move(@PathParam("reference") String reference, Form sent) {
        return change(
                reference,
                sent,
                (form, actor) -> training.move(reference, TrainingForm.spell(form), actor));
    }

    @POST
    @Path(ID + "/leave")
    public Response leave(@PathParam("reference") String reference, Form sent) {
        return change(
                reference,
                sent,
                (form, actor) -> training.leave(reference, TrainingForm.lastDay(form), actor));
    }

    @POST
    @Path(ID + "/withdraw")
    public Response withdraw(@PathParam("reference") String reference, Form sent) {
        return change(
                reference,
                sent,
                (form, actor) ->
                        training.withdraw(reference, record(form), form.value("reason"), actor));
    }

    private static long record(PageForm form) {
        String record = form.value("record");
        if (!record.matches("[0-9]{1,18}")) {
            throw new InvalidInput("record", "Choose the record that was wrong");
        }
        return Long.parseLong(record);
    }

    private Response change(String reference, Form sent, BiConsumer<PageForm, Actor> change) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            change.accept(form, current.require());
            return views.goTo("/training/people/" + reference);
        } catch (InvalidInput invalid) {
            return page(reference, DirectoryProblems.of(invalid, form, TrainingForm.PERSON));
        }
    }

    private Response page(String reference, PageForm form) {
        Actor actor = current.require();
        Practitioner person = training.find(reference, actor).orElseThrow(NotFoundException::new);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("person", person);
        parameters.put("today", LocalDate.now(clock));
        parameters.put("form", form);
        parameters.put("editor", actor.roles().contains(Role.DIRECTORY_EDITOR));
        parameters.put("registrar", actor.roles().contains(Role.TRAINING_REGISTRAR));
        parameters.put("professions", professions());
        parameters.put("districts", districts());
        parameters.put(
                "programmes",
                training.programmes().stream()
                        .collect(Collectors.toMap(Programme::code, Programme::name)));
        parameters.put("options", options());
        return views.form(form, "directory/practitioner.jte", parameters);
    }

    private Response formPage(PageForm form) {
        return views.form(
                form,
                "directory/practitionerForm.jte",
                Map.of(
                        "form",
                        form,
                        "options",
                        options(),
                        "registrar",
                        current.require().roles().contains(Role.TRAINING_REGISTRAR)));
    }

    private Map<String, List<Option>> options() {
        Map<String, List<Option>> options = new LinkedHashMap<>();
        options.put(
                "profession",
                ContractLineForm.first(
                        "Choose a profession",
                        contracts.professions().stream()
                                .map(p -> new Option(p.code(), p.name()))
                                .toList()));
        options.put(
                "district",
                ContractLineForm.first(
                        "Choose a district",
                        geography.areas(AreaKind.DISTRICT).stream()
                                .map(a -> new Option(a.code(), a.name()))
                                .toList()));
        options.put(
                "programme",
                ContractLineForm.first(
                        "Choose a programme",
                        training.programmes().stream()
                                .map(p -> new Option(p.code(), p.name()))
                                .toList()));
        options.put(
                "level",
                ContractLineForm.first(
                        "Choose a level",
                        Arrays.stream(Programme.Level.values())
                                .map(l -> new Option(l.name(), l.label()))
                                .toList()));
        return options;
    }

    private Map<String, String> professions() {
        return ContractPages.professions(contracts.professions());
    }

    private Map<String, String> districts() {
        return geography.areas(AreaKind.DISTRICT).stream()
                .collect(Collectors.toMap(Area::code, Area::name));
    }
}
