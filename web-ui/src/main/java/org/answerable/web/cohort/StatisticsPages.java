package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.StatisticMethod;
import org.answerable.cohort.StatisticTable;
import org.answerable.cohort.Statistics;
import org.answerable.spreadsheet.CsvWriter;
import org.answerable.spreadsheet.OdsWriter;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Statistics of a table that is pasted or uploaded: for everybody, and nothing of it is kept. */
@Path("/statistics")
@Controller
@RequestScoped
public class StatisticsPages {

    @Inject private Statistics statistics;
    @Inject private Views views;
    @Inject private Clock clock;

    @GET
    public Response list() {
        return views.show("cohort/statistics.jte", Map.of("methods", statistics.methods()));
    }

    /**
     * @param example {@code yes} to fill in an example
     */
    @GET
    @Path("{method: [a-z-]{1,40}}")
    public Response form(
            @PathParam("method") String name,
            @QueryParam("example") @DefaultValue("") String example) {
        StatisticMethod method = method(name);
        return page(
                method,
                StatisticsForm.opened(method, example.equals("yes")),
                Optional.empty(),
                Optional.empty());
    }

    /** The answer on the page, or as a file when the button pressed says so. */
    @POST
    @Path("{method: [a-z-]{1,40}}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response compute(@PathParam("method") String name, List<EntityPart> parts)
            throws IOException {
        StatisticMethod method = method(name);
        StatisticsForm sent = StatisticsForm.read(method, parts);
        if (sent.form().refused()) {
            return page(method, sent.form(), Optional.empty(), Optional.empty());
        }
        try {
            StatisticTable answer =
                    statistics.table(name, sent.options(), new StringReader(sent.table()));
            return switch (sent.form().value("as")) {
                case "csv" -> csv(method, answer);
                case "ods" -> ods(method, answer, sent.options());
                default ->
                        page(
                                method,
                                sent.form(),
                                Optional.of(new StatisticsView(answer)),
                                statistics.chart(name, sent.options(), answer));
            };
        } catch (InvalidInput invalid) {
            return page(method, sent.refused(invalid), Optional.empty(), Optional.empty());
        }
    }

    private StatisticMethod method(String name) {
        return statistics.method(name).orElseThrow(NotFoundException::new);
    }

    private Response csv(StatisticMethod method, StatisticTable answer) {
        StreamingOutput body =
                out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    CsvWriter.write(StatisticsFile.table(method, answer), writer);
                    writer.flush();
                };
        return file(method.name() + ".csv", "text/csv; charset=UTF-8", body);
    }

    private Response ods(
            StatisticMethod method, StatisticTable answer, Map<String, String> options) {
        StreamingOutput body =
                out ->
                        OdsWriter.write(
                                StatisticsFile.workbook(method, answer, options, clock.instant()),
                                out);
        return file(method.name() + ".ods", OdsWriter.MEDIA_TYPE, body);
    }

    private static Response file(String name, String type, StreamingOutput body) {
        return Response.ok(body, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Response page(
            StatisticMethod method,
            PageForm form,
            Optional<StatisticsView> answer,
            Optional<String> chart) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("method", method);
        parameters.put("form", form);
        parameters.put("answer", answer);
        parameters.put("chart", chart);
        return views.form(form, "cohort/statistic.jte", parameters);
    }
}
