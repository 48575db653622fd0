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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.Contract;
import org.answerable.directory.ContractState;
import org.answerable.directory.ContractTerms;
import org.answerable.directory.Contracts;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Need;
import org.answerable.directory.Profession;
import org.answerable.directory.Role;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** Contracts for directory editors: the list, one with its lines and versions, adding and revising. */
@Path("/contracts")
@Controller
@RequestScoped
public class ContractPages {

    static final String ID = "{reference: K-[0-9]{4}-[0-9]{4,9}}";
    private static final int PER_PAGE = 50;

    @Inject private Contracts contracts;
    @Inject private CurrentActor current;
    @Inject private Clock clock;
    @Inject private Views views;

    /** One contract in the list and how it stands today. */
    public record Row(Contract contract, ContractState state) {}

    /** One version in the list of versions, and what it changed. */
    public record Version(Contract contract, List<String> changes) {}

    @GET
    public Response list(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("page") @DefaultValue("1") String page) {
        LocalDate today = LocalDate.now(clock);
        List<Row> rows =
                contracts.all(current.require()).stream()
                        .map(c -> new Row(c, c.terms().stateOn(today)))
                        .filter(row -> state.isEmpty() || row.state().name().equals(state))
                        .toList();
        int number = ListAddress.page(page);
        ListAddress address = ListAddress.of("/contracts").with("state", state);
        List<Option> states = new ArrayList<>();
        states.add(new Option("", "All"));
        Arrays.stream(ContractState.values())
                .forEach(s -> states.add(new Option(s.name(), s.label())));
        long skip = (number - 1L) * PER_PAGE;
        return views.show(
                "directory/contracts.jte",
                Map.of(
                        "rows",
                        rows.stream().skip(skip).limit(PER_PAGE).toList(),
                        "form",
                        address.form(),
                        "states",
                        states,
                        "paging",
                        new Paging(address.toString(), number, PER_PAGE, rows.size())));
    }

    @GET
    @Path(ID)
    public Response show(
            @PathParam("reference") String reference,
            @QueryParam("version") @DefaultValue("") String version,
            @QueryParam("done") @DefaultValue("") String done) {
        Actor actor = current.require();
        List<Contract> versions = contracts.versions(reference, actor);
        Contract shown =
                versions.stream()
                        .filter(
                                c ->
                                        version.isEmpty()
                                                || version.equals(Integer.toString(c.version())))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        boolean newest = shown.version() == versions.get(0).version();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("contract", shown);
        parameters.put("today", LocalDate.now(clock));
        parameters.put("versions", versions(versions));
        parameters.put("newest", newest);
        parameters.put("own", shown.authority().equals(actor.authority()));
        parameters.put("overlaps", newest ? contracts.overlaps(reference, actor) : List.of());
        parameters.put("needs", needs(contracts.needs()));
        parameters.put("professions", professions(contracts.professions()));
        parameters.put("done", done.equals("saved"));
        return views.show("directory/contract.jte", parameters);
    }

    @GET
    @Path("new")
    public Response form() {
        current.require().require(Role.DIRECTORY_EDITOR);
        return page("/contracts/new", PageForm.empty());
    }

    @POST
    @Path("new")
    public Response add(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            String reference =
                    contracts.add(ContractForm.terms(form, List.of()), false, current.require());
            return views.goTo("/contracts/" + reference + "?done=saved");
        } catch (InvalidInput invalid) {
            return page("/contracts/new", DirectoryProblems.of(invalid, form, ContractForm.FIELDS));
        }
    }

    @GET
    @Path(ID + "/edit")
    public Response edit(@PathParam("reference") String reference) {
        return page("/contracts/" + reference + "/edit", ContractForm.of(newest(reference)));
    }

    @POST
    @Path(ID + "/edit")
    public Response revise(@PathParam("reference") String reference, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        Contract newest = newest(reference);
        try {
            ContractTerms terms = ContractForm.terms(form, newest.terms().lines());
            contracts.revise(
                    reference, version(form), terms, form.value("reason"), current.require());
            return views.goTo("/contracts/" + reference + "?done=saved");
        } catch (InvalidInput invalid) {
            return page(
                    "/contracts/" + reference + "/edit",
                    DirectoryProblems.of(invalid, form, ContractForm.FIELDS));
        } catch (Conflict conflict) {
            return page(
                    "/contracts/" + reference + "/edit",
                    DirectoryProblems.of(
                            new InvalidInput("reason", conflict.getMessage()),
                            form,
                            ContractForm.FIELDS));
        }
    }

    /** The version that a form was made from; 0 when it says none. */
    static int version(PageForm form) {
        String version = form.value("version");
        return version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
    }

    static Map<String, String> needs(List<Need> needs) {
        return needs.stream().collect(Collectors.toMap(Need::code, Need::term));
    }

    static Map<String, String> professions(List<Profession> professions) {
        return professions.stream().collect(Collectors.toMap(Profession::code, Profession::name));
    }

    private Contract newest(String reference) {
        return contracts
                .find(reference, Instant.MAX, current.require())
                .orElseThrow(NotFoundException::new);
    }

    private List<Version> versions(List<Contract> all) {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            versions.add(
                    new Version(
                            all.get(i),
                            i + 1 == all.size()
                                    ? List.of()
                                    : contracts.changes(all.get(i + 1), all.get(i))));
        }
        return versions;
    }

    private Response page(String action, PageForm form) {
        return views.form(
                form, "directory/contractForm.jte", Map.of("action", action, "form", form));
    }
}
