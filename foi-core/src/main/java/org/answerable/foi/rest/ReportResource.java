package org.answerable.foi.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.answerable.foi.ComplianceReport;
import org.answerable.foi.ComplianceReports;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.ReportScope;
import org.answerable.foi.reporting.ReportTables;
import org.answerable.spreadsheet.CsvWriter;
import org.answerable.spreadsheet.OdsWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Compliance figures: s.45 Code part 8 and Cabinet Office style (R24 to R26). */
@Path("/api/foi/reports")
@RequestScoped
@Tag(name = "Freedom of Information")
public class ReportResource {

    @Inject private ComplianceReports reports;
    @Inject private CurrentActor current;
    @Inject private Clock clock;

    @QueryParam("authority")
    private String authority;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @GET
    @Path("compliance")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Compliance figures of requests received in a period",
            description =
                    "Your own authority by its code; without authority the sums of all. from and to"
                            + " are the first and the last day.")
    @APIResponse(responseCode = "200", description = "The figures, with their checks")
    @APIResponse(responseCode = "403", description = "Another authority, or not an officer")
    public JsonObject json() {
        return ReportForm.write(report());
    }

    @GET
    @Path("compliance.csv")
    @Produces("text/csv; charset=UTF-8")
    @Operation(summary = "Compliance figures as CSV")
    public Response csv() throws IOException {
        StringBuilder out = new StringBuilder();
        CsvWriter.write(ReportTables.one(report()), out);
        return Response.ok(out.toString())
                .header("Content-Disposition", "attachment; filename=\"compliance.csv\"")
                .build();
    }

    @GET
    @Path("compliance.ods")
    @Produces(OdsWriter.MEDIA_TYPE)
    @Operation(summary = "Compliance figures as an accessible spreadsheet")
    public Response ods() {
        ComplianceReport report = report();
        StreamingOutput file =
                out -> OdsWriter.write(ReportTables.workbook(report, clock.instant()), out);
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"compliance.ods\"")
                .build();
    }

    private ComplianceReport report() {
        ReportScope scope =
                new ReportScope(Parameters.text(authority), day("from", from), day("to", to));
        return reports.report(scope, current.require());
    }

    private static LocalDate day(String name, String value) {
        return Parameters.date(name, value)
                .orElseThrow(
                        () ->
                                new InvalidInput(
                                        name, "Give " + name + " as a date like 2026-04-01."));
    }
}
