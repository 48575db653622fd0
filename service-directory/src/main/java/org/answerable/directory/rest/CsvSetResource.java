package org.answerable.directory.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.answerable.directory.ServiceExport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public services as CSV files. */
@Tag(name = "Directory")
@Path("/services.csv-set")
@RequestScoped
public class CsvSetResource {

    private ServiceExport export;

    protected CsvSetResource() {}

    @Inject
    public CsvSetResource(ServiceExport export) {
        this.export = export;
    }

    @Operation(
            summary =
                    "A zip of CSV files in the tabular form of HSDS, one for each kind of record, with their"
                            + " description as CSVW")
    @GET
    public Response csvSet() {
        StreamingOutput zip = export::csvSet;
        return Response.ok(zip, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"services.zip\"")
                .build();
    }
}
