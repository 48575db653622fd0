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
import org.answerable.web.page.Templates;
import org.answerable.web.page.Views;

/** Statistics of a table that is pasted or uploaded: for everybody, and nothing of it is kept. */
@Path("/statistics")
@RequestScoped
public class StatisticsPages {

    private static final String METHOD = "{method: [a-z-]{1,40}}";
    private static final String TEMPLATE = "cohort/statistic.jte";

    @Inject private Statistics statistics;
    @Inject private Views views;
    @Inject private Templates templates;
    @Inject private Clock clock;

    @GET
    @Controller
    public Response list() {
        return views.show("cohort/statistics.jte", Map.of("methods", statistics.methods()));
    }

    /**
     * @param example {@code yes} to fill in an example
     */
    @GET
    @Path(METHOD)
    @Controller
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

    /** The answer on the page. */
    @POST
    @Path(METHOD)
    @Controller
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response compute(@PathParam("method") String name, List<EntityPart> parts)
            throws IOException {
        StatisticMethod method = method(name);
        StatisticsForm sent = StatisticsForm.read(method, parts);
        try {
            StatisticTable answer = answer(method, sent);
            return page(
                    method,
                    sent.form(),
                    Optional.of(new StatisticsView(answer)),
                    statistics.chart(name, sent.options(), new StringReader(sent.table()), answer));
        } catch (InvalidInput invalid) {
            return page(method, sent.refused(invalid), Optional.empty(), Optional.empty());
        }
    }

    /** The answer as a file. This is no page, so a table that is refused is shown by hand. */
    @POST
    @Path(METHOD + "/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@PathParam("method") String name, List<EntityPart> parts)
            throws IOException {
        StatisticMethod method = method(name);
        StatisticsForm sent = StatisticsForm.read(method, parts);
        try {
            StatisticTable answer = answer(method, sent);
            return sent.form().value("as").equals("ods")
                    ? ods(method, answer, sent.options())
                    : csv(method, answer);
        } catch (InvalidInput invalid) {
            byte[] page =
                    templates
                            .render(
                                    TEMPLATE,
                                    parameters(
                                            method,
                                            sent.refused(invalid),
                                            Optional.empty(),
                                            Optional.empty()))
                            .toByteArray();
            return Response.status(422).type("text/html;charset=UTF-8").entity(page).build();
        }
    }

    private StatisticTable answer(StatisticMethod method, StatisticsForm sent) throws IOException {
        sent.check();
        return statistics.table(method.name(), sent.options(), new StringReader(sent.table()));
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
        return views.form(form, TEMPLATE, parameters(method, form, answer, chart));
    }

    private static Map<String, Object> parameters(
            StatisticMethod method,
            PageForm form,
            Optional<StatisticsView> answer,
            Optional<String> chart) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("method", method);
        parameters.put("form", form);
        parameters.put("answer", answer);
        parameters.put("chart", chart);
        return parameters;
    }
}
