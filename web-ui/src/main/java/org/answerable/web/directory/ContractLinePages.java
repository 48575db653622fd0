package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Conflict;
import org.answerable.directory.Contract;
import org.answerable.directory.ContractLine;
import org.answerable.directory.ContractTerms;
import org.answerable.directory.Contracts;
import org.answerable.directory.Coverage;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Role;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Lines of a contract: adding one, changing it, taking it out, and ruling on what it is called. */
@Path("/contracts/" + ContractPages.ID + "/lines")
@Controller
@RequestScoped
public class ContractLinePages {

    private static final String LINE = "{line: [1-9][0-9]{0,5}}";

    @Inject private Contracts contracts;
    @Inject private Coverage coverage;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @PathParam("reference")
    private String reference;

    @GET
    @Path("new")
    public Response form() {
        Contract contract = contract();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", Integer.toString(contract.version()));
        values.put("basis", "year");
        values.putAll(DateParts.of("from", contract.terms().starts()));
        return page(contract, 0, PageForm.filled(values));
    }

    @POST
    @Path("new")
    public Response add(Form sent) {
        return keep(0, PageForm.of(sent.asMap()));
    }

    @GET
    @Path(LINE)
    public Response edit(@PathParam("line") int line) {
        Contract contract = contract();
        return page(
                contract,
                line,
                ContractLineForm.of(
                        line(contract, line), contract.version(), contracts.professions()));
    }

    @POST
    @Path(LINE)
    public Response revise(@PathParam("line") int line, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        return form.value("action").equals("remove") ? remove(line, form) : keep(line, form);
    }

    @GET
    @Path(LINE + "/label")
    public Response ruling(@PathParam("line") int line) {
        current.require().require(Role.DIRECTORY_EDITOR);
        line(contract(), line);
        return labelPage(line, PageForm.empty());
    }

    @POST
    @Path(LINE + "/label")
    public Response rule(@PathParam("line") int line, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            Boolean holds =
                    switch (form.value("holds")) {
                        case "yes" -> true;
                        case "no" -> false;
                        case "tests" -> null;
                        default -> throw new InvalidInput("holds", "Choose one of the three");
                    };
            coverage.rule(reference, line, holds, form.value("reason"), current.require());
            return views.goTo("/coverage/teams");
        } catch (InvalidInput invalid) {
            return labelPage(line, DirectoryProblems.of(invalid, form, List.of("holds", "reason")));
        }
    }

    private Response keep(int number, PageForm form) {
        Contract contract = contract();
        List<ContractLine> lines = new ArrayList<>(contract.terms().lines());
        int place = number == 0 ? lines.size() : lines.indexOf(line(contract, number));
        try {
            ContractLine line = ContractLineForm.line(form, number, contracts.professions());
            if (number == 0) {
                lines.add(line);
            } else {
                lines.set(place, line);
            }
            return save(contract, lines, form);
        } catch (InvalidInput invalid) {
            return refused(contract, number, form, ContractLineForm.ofLine(invalid, place));
        } catch (Conflict conflict) {
            return refused(
                    contract, number, form, new InvalidInput("reason", conflict.getMessage()));
        }
    }

    private Response remove(int number, PageForm form) {
        Contract contract = contract();
        List<ContractLine> lines = new ArrayList<>(contract.terms().lines());
        lines.remove(line(contract, number));
        try {
            return save(contract, lines, form);
        } catch (InvalidInput invalid) {
            return refused(contract, number, form, invalid);
        } catch (Conflict conflict) {
            return refused(
                    contract, number, form, new InvalidInput("reason", conflict.getMessage()));
        }
    }

    private Response save(Contract contract, List<ContractLine> lines, PageForm form) {
        ContractTerms t = contract.terms();
        contracts.revise(
                reference,
                ContractPages.version(form),
                new ContractTerms(
                        t.title(),
                        t.commissioners(),
                        t.provider(),
                        t.subContractors(),
                        t.services(),
                        t.starts(),
                        t.ends(),
                        t.extensionUntil(),
                        t.terminatedOn(),
                        t.valueAYear(),
                        t.indicators(),
                        t.documents(),
                        lines),
                form.value("reason"),
                current.require());
        return views.goTo("/contracts/" + reference + "?done=saved");
    }

    private Response refused(Contract contract, int number, PageForm form, InvalidInput invalid) {
        return page(contract, number, DirectoryProblems.of(invalid, form, ContractLineForm.FIELDS));
    }

    private Contract contract() {
        return contracts
                .find(reference, Instant.MAX, current.require())
                .orElseThrow(NotFoundException::new);
    }

    private static ContractLine line(Contract contract, int number) {
        return contract.terms().lines().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Response page(Contract contract, int number, PageForm form) {
        return views.form(
                form,
                "directory/contractLine.jte",
                Map.of(
                        "contract",
                        contract,
                        "number",
                        number,
                        "form",
                        form,
                        "options",
                        ContractLineForm.options(contracts.needs(), contracts.professions())));
    }

    private Response labelPage(int line, PageForm form) {
        return views.form(
                form,
                "directory/label.jte",
                Map.of("reference", reference, "line", line, "form", form));
    }
}
