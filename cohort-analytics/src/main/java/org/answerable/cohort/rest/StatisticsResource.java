package org.answerable.cohort.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Statistics;
import org.answerable.cohort.TableFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Statistics of tables, for everybody: rows as CSV or JSON in, the same kind out unless another is accepted.
 * Rows are read one by one. The answer is sent when all of it is known: a table with a fault gets 422 with
 * its rows, and never half an answer.
 */
@Tag(name = "Statistics")
@Path("/api/cohort/statistics")
@RequestScoped
public class StatisticsResource {

    private static final String CSV = "text/csv";
    private static final String CSV_ANSWER = "text/csv; charset=UTF-8";
    private static final String TABS = "text/tab-separated-values";
    private static final int BUFFER = 1 << 16;

    private Statistics statistics;

    protected StatisticsResource() {}

    @Inject
    public StatisticsResource(Statistics statistics) {
        this.statistics = statistics;
    }

    /** Computes a table: 200 with the answer, or 422 with up to 100 faults by row and column. */
    @Operation(
            summary = "Compute a table of rows",
            description =
                    "Options are query parameters: confidence (0.95 or 0.95,0.998), multiplier, and those of"
                            + " the method; see docs/programs.md. A blank cell or null is not known; a blank"
                            + " result is not available, and the note says why.")
    @POST
    @Path("{method}")
    @Consumes({CSV, MediaType.APPLICATION_JSON, TABS})
    @Produces({CSV, MediaType.APPLICATION_JSON})
    public Response compute(
            @Parameter(
                            required = true,
                            description =
                                    "proportion, rate, dsr, isr, mean, quantile, sii, funnel-proportion,"
                                            + " funnel-rate, funnel-ratio or small-area")
                    @PathParam("method")
                    String method,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        TableFormat from = format(headers.getMediaType());
        TableFormat to = accepted(headers.getAcceptableMediaTypes(), from);
        Spool spool = new Spool();
        boolean done = false;
        try (Writer out =
                new BufferedWriter(
                        new OutputStreamWriter(keptOpen(spool), StandardCharsets.UTF_8), BUFFER)) {
            statistics.compute(method, options(uri), from, reader(body), to, out);
            done = true;
        } finally {
            if (!done) {
                spool.close();
                // A caller that is still sending would not see the answer otherwise.
                body.transferTo(OutputStream.nullOutputStream());
            }
        }
        return Response.ok((StreamingOutput) spool::sendTo)
                .type(to == TableFormat.CSV ? CSV_ANSWER : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_LENGTH, spool.size())
                .build();
    }

    private static OutputStream keptOpen(Spool spool) {
        return new java.io.FilterOutputStream(spool) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                spool.write(bytes, offset, length);
            }

            @Override
            public void close() {
                // It is sent after the writer in front of it is closed.
            }
        };
    }

    private static Reader reader(InputStream body) {
        return new InputStreamReader(
                body,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static TableFormat format(MediaType type) {
        return type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                ? TableFormat.JSON
                : TableFormat.CSV;
    }

    private static TableFormat accepted(List<MediaType> types, TableFormat asSent) {
        for (MediaType type : types) {
            if (type.isWildcardType()) {
                return asSent;
            }
            if (type.isCompatible(MediaType.valueOf(CSV))) {
                return TableFormat.CSV;
            }
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return TableFormat.JSON;
            }
        }
        return asSent;
    }

    /** Each parameter once; several levels of confidence may come as several parameters. */
    private static Map<String, String> options(UriInfo uri) {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        Map<String, String> options = new LinkedHashMap<>();
        parameters.forEach(
                (name, values) -> {
                    if (values.size() > 1 && !name.equals("confidence")) {
                        throw new InvalidInput(name, "Give this once.");
                    }
                    options.put(name, String.join(",", values));
                });
        return options;
    }
}
