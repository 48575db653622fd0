package org.answerable.directory.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.answerable.directory.Coverage;
import org.answerable.directory.CoverageQuestion;
import org.answerable.directory.FieldError;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Tier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is commissioned where. Public; the value of a contract is in none of it. */
@Tag(name = "Directory")
@Path("/api/directory/coverage")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CoverageResource {

    private Coverage coverage;
    private Clock clock;

    protected CoverageResource() {}

    @Inject
    public CoverageResource(Coverage coverage, Clock clock) {
        this.coverage = coverage;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "What is commissioned in an area at a tier, by need and by LSOA: commissioned,"
                            + " provided_without_contract, not_commissioned (declared: a true zero) or"
                            + " unknown (no record: not zero)")
    @GET
    public String coverage(
            @Parameter(description = "Code of an area or of an LSOA of 2021", required = true)
                    @QueryParam("area")
                    @DefaultValue("")
                    String area,
            @Parameter(description = "universal, targeted or specialist", required = true)
                    @QueryParam("tier")
                    @DefaultValue("")
                    String tier,
            @Parameter(
                            description =
                                    "Code of one need; otherwise every need of which there is a record")
                    @QueryParam("need")
                    @DefaultValue("")
                    String need,
            @Parameter(description = "The day that is asked about; today when left out")
                    @QueryParam("at")
                    @DefaultValue("")
                    String at,
            @Parameter(
                            description =
                                    "A date or date-time: only what was recorded until then counts, a"
                                            + " date until its end")
                    @QueryParam("known")
                    @DefaultValue("")
                    String known) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Tier> asked =
                Arrays.stream(Tier.values())
                        .filter(t -> t.code().equalsIgnoreCase(tier.strip()))
                        .findFirst();
        if (asked.isEmpty()) {
            errors.add(new FieldError("tier", "Give universal, targeted or specialist"));
        }
        if (area.isBlank()) {
            errors.add(new FieldError("area", "Give the code of an area, for example E10000019"));
        }
        LocalDate day = day(at, errors);
        Instant moment = moment(known, errors);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return CoverageJson.of(
                coverage.answer(
                        new CoverageQuestion(
                                area,
                                asked.orElseThrow(),
                                need.isBlank() ? null : need.strip(),
                                day,
                                moment)));
    }

    private LocalDate day(String text, List<FieldError> errors) {
        try {
            return text.isBlank() ? LocalDate.now(clock) : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            errors.add(new FieldError("at", "Give a date, for example 2024-03-21"));
            return null;
        }
    }

    private Instant moment(String text, List<FieldError> errors) {
        try {
            if (text.isBlank()) {
                return Instant.MAX;
            }
            String clean = text.strip();
            return clean.contains("T")
                    ? java.time.OffsetDateTime.parse(clean).toInstant()
                    : LocalDate.parse(clean).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        } catch (DateTimeException e) {
            errors.add(
                    new FieldError(
                            "known",
                            "Give a date or a date-time, for example 2024-03-21T12:00:00Z"));
            return null;
        }
    }
}
