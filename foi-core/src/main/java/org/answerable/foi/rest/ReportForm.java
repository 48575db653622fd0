package org.answerable.foi.rest;

import static org.answerable.foi.document.Json.array;
import static org.answerable.foi.document.Json.object;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import org.answerable.foi.ComplianceReport;
import org.answerable.foi.OutcomeClass;
import org.answerable.foi.Timeliness;

/** A compliance report as JSON. */
final class ReportForm {

    private ReportForm() {}

    static JsonObject write(ComplianceReport r) {
        JsonObjectBuilder out =
                object().add("title", r.title())
                        .add("from", r.from().toString())
                        .add("to", r.to().toString())
                        .add("countedOn", r.countedOn().toString());
        r.authority().ifPresent(code -> out.add("authority", code));
        return out.add("received", r.received())
                .add("notRequests", r.notRequests())
                .add("processed", r.processed())
                .add("notYetProcessed", r.notYetProcessed())
                .add("timeliness", timeliness(r))
                .add("outcomes", outcomes(r))
                .add("resolvable", r.resolvable())
                .add("withheldByExemption", r.withheldByExemption())
                .add("withheld", r.withheld())
                .add("timeTaken", timeTaken(r.timeTaken()))
                .add("exemptions", exemptions(r))
                .add(
                        "reviews",
                        object().add("received", r.reviews().received())
                                .add("done", r.reviews().done()))
                .add("consistent", r.consistent())
                .add(
                        "checks",
                        array(
                                r.checks(),
                                c ->
                                        object().add("rule", c.rule())
                                                .add("text", c.text())
                                                .add("holds", c.holds())
                                                .build()))
                .build();
    }

    private static JsonObject timeliness(ComplianceReport r) {
        JsonObjectBuilder out = object();
        Arrays.stream(Timeliness.values()).forEach(t -> out.add(t.name(), r.count(t)));
        return out.build();
    }

    private static JsonObject outcomes(ComplianceReport r) {
        JsonObjectBuilder out = object();
        Arrays.stream(OutcomeClass.values()).forEach(o -> out.add(o.name(), r.count(o)));
        return out.build();
    }

    private static JsonObject timeTaken(ComplianceReport.TimeTaken taken) {
        JsonObjectBuilder out = object().add("answered", taken.answered());
        taken.median().ifPresent(days -> out.add("medianWorkingDays", days));
        return out.add(
                        "bands",
                        array(
                                taken.bands(),
                                b -> {
                                    JsonObjectBuilder band = object().add("from", b.first());
                                    b.last().ifPresent(last -> band.add("to", last));
                                    return band.add("requests", b.requests()).build();
                                }))
                .build();
    }

    private static JsonObject exemptions(ComplianceReport r) {
        JsonObjectBuilder out = object();
        r.grounds().forEach(out::add);
        return out.build();
    }
}
