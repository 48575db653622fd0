package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Contracts;
import org.answerable.directory.Coverage;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.web.directory.CoverageChoice.TierAnswer;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** What is commissioned where: public, without any value of a contract; all choices are in the address. */
@Path("/coverage")
@Controller
@RequestScoped
public class CoveragePages {

    private static final List<AreaKind> OFFERED =
            List.of(AreaKind.ICB, AreaKind.SUB_ICB, AreaKind.COUNTY, AreaKind.DISTRICT);

    @Inject private Coverage coverage;
    @Inject private Contracts contracts;
    @Inject private Geography geography;
    @Inject private Clock clock;
    @Inject private Views views;

    @QueryParam("area")
    @DefaultValue("")
    private String area;

    @QueryParam("need")
    @DefaultValue("")
    private String need;

    @QueryParam("at")
    @DefaultValue("")
    private String at;

    @QueryParam("known")
    @DefaultValue("")
    private String known;

    @GET
    public Response report() {
        ListAddress address = choice().address("/coverage");
        PageForm form = address.form();
        List<TierAnswer> answers = List.of();
        if (!area.isBlank()) {
            try {
                answers = choice().answers(coverage, clock);
            } catch (InvalidInput invalid) {
                form = DirectoryProblems.of(invalid, form, CoverageChoice.FIELDS);
            }
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("form", form);
        parameters.put("areas", areas());
        parameters.put(
                "needs",
                ContractLineForm.first(
                        "Every need of which there is a record",
                        contracts.needs().stream()
                                .map(n -> new Option(n.code(), n.term()))
                                .toList()));
        parameters.put("answers", answers);
        parameters.put("professions", ContractPages.professions(contracts.professions()));
        parameters.put("file", choice().address("/coverage/lsoas.csv").toString());
        return views.form(form, "directory/coverage.jte", parameters);
    }

    @GET
    @Path("teams")
    public Response teams() {
        ListAddress address = choice().address("/coverage/teams");
        PageForm form = address.form();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("areas", areas());
        try {
            LocalDate day = choice().day(clock);
            parameters.put(
                    "teams",
                    coverage.relationshipTeams(
                            area.isBlank() ? null : area, day, choice().moment(clock)));
            parameters.put("day", day);
        } catch (InvalidInput invalid) {
            form = DirectoryProblems.of(invalid, form, CoverageChoice.FIELDS);
            parameters.put("teams", List.of());
            parameters.put("day", LocalDate.now(clock));
        }
        parameters.put("form", form);
        return views.form(form, "directory/teams.jte", parameters);
    }

    private CoverageChoice choice() {
        return new CoverageChoice(area, need, at, known);
    }

    private List<Option> areas() {
        List<Option> areas = new ArrayList<>();
        areas.add(new Option("", "Choose an area"));
        for (AreaKind kind : OFFERED) {
            geography
                    .areas(kind)
                    .forEach(
                            a ->
                                    areas.add(
                                            new Option(
                                                    a.code(),
                                                    a.name()
                                                            + ", "
                                                            + kind.label()
                                                            + " ("
                                                            + a.code()
                                                            + ")")));
        }
        boolean listed = areas.stream().anyMatch(option -> option.value().equals(area));
        if (!listed) {
            areas.add(new Option(area, area));
        }
        return areas;
    }
}
