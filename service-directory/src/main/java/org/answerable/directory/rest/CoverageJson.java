package org.answerable.directory.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.answerable.directory.CohortWindow;
import org.answerable.directory.ContractLine;
import org.answerable.directory.CoverageAnswer;
import org.answerable.directory.CoverageAnswer.Line;
import org.answerable.directory.CoverageAnswer.NeedCoverage;
import org.answerable.directory.CoverageAnswer.Offer;
import org.answerable.directory.CoverageAnswer.Stated;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.PositionTerms;

/** Coverage as JSON. What is not known is left out, never null. */
final class CoverageJson {

    private CoverageJson() {}

    static String of(CoverageAnswer answer) {
        JsonArrayBuilder needs = Json.createArrayBuilder();
        answer.needs().forEach(need -> needs.add(need(need, answer.names())));
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add(
                                "area",
                                Json.createObjectBuilder()
                                        .add("code", answer.area().code())
                                        .add("name", answer.area().name())
                                        .add("kind", answer.area().kind().name()))
                        .add("tier", answer.tier().code())
                        .add("at", answer.at().toString());
        if (!answer.known().equals(Instant.MAX)) {
            json.add("known", answer.known().toString());
        }
        return json.add("needs", needs).build().toString();
    }

    private static JsonObject need(NeedCoverage coverage, Map<String, String> names) {
        JsonObjectBuilder counts = Json.createObjectBuilder();
        for (PositionStatus status : PositionStatus.values()) {
            counts.add(status.code(), coverage.count(status));
        }
        JsonArrayBuilder areas = Json.createArrayBuilder();
        coverage.lsoas().forEach((lsoa, status) -> areas.add(area(lsoa, status, coverage, names)));
        JsonArrayBuilder lines = Json.createArrayBuilder();
        coverage.lines().forEach(line -> lines.add(line(line)));
        JsonArrayBuilder positions = Json.createArrayBuilder();
        coverage.positions().forEach(stated -> positions.add(position(stated)));
        JsonArrayBuilder offers = Json.createArrayBuilder();
        coverage.declared()
                .forEach(
                        offer ->
                                offers.add(
                                        Json.createObjectBuilder()
                                                .add("service", offer.service())
                                                .add("name", offer.name())
                                                .add("lsoas", offer.lsoas().size())));
        return Json.createObjectBuilder()
                .add("need", coverage.need().code())
                .add("term", coverage.need().term())
                .add("sentence", coverage.sentence())
                .add("counts", counts)
                .add("areas", areas)
                .add("lines", lines)
                .add("positions", positions)
                .add("services", offers)
                .add("commissionersMissing", texts(coverage.missing()))
                .add("findings", texts(coverage.findings()))
                .build();
    }

    private static JsonObjectBuilder area(
            String lsoa, PositionStatus status, NeedCoverage coverage, Map<String, String> names) {
        JsonArrayBuilder because = Json.createArrayBuilder();
        coverage.lines().stream()
                .filter(line -> line.lsoas().contains(lsoa))
                .map(Line::name)
                .forEach(because::add);
        coverage.positions().stream()
                .filter(stated -> stated.lsoas().contains(lsoa))
                .map(stated -> stated.position().reference())
                .forEach(because::add);
        coverage.declared().stream()
                .filter(offer -> offer.lsoas().contains(lsoa))
                .map(Offer::service)
                .forEach(because::add);
        return Json.createObjectBuilder()
                .add("lsoa21", lsoa)
                .add("name", names.getOrDefault(lsoa, lsoa))
                .add("status", status.code())
                .add("because", because);
    }

    private static JsonObject line(Line shown) {
        ContractLine line = shown.line();
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("reference", shown.name())
                        .add("version", shown.version())
                        .add("title", shown.title())
                        .add("provider", shown.provider())
                        .add("commissioners", texts(shown.commissioners()))
                        .add("areas", texts(line.areas()))
                        .add("lsoas", shown.lsoas().size())
                        .add("cohort", window(line.cohort()))
                        .add("tierReason", line.tierReason())
                        .add("from", line.from().toString());
        add(json, "to", line.to());
        if (line.leadProfession() != null) {
            json.add("leadProfession", line.leadProfession());
        }
        JsonArrayBuilder team = Json.createArrayBuilder();
        line.team()
                .forEach(
                        member ->
                                team.add(
                                        Json.createObjectBuilder()
                                                .add("profession", member.profession())
                                                .add("wte", member.wte())));
        json.add("team", team);
        if (line.capacity() != null) {
            json.add("capacity", capacity(line.capacity()));
        }
        return json.add("demonstration", shown.demonstration()).build();
    }

    private static JsonObjectBuilder capacity(ContractLine.Capacity capacity) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("unit", capacity.unit().code())
                        .add("basis", capacity.aYear() ? "year" : "at-a-time");
        add(json, "funded", capacity.funded());
        add(json, "maximum", capacity.maximum());
        return json;
    }

    private static JsonObject position(Stated stated) {
        PositionTerms terms = stated.position().terms();
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("reference", stated.position().reference())
                        .add("version", stated.position().version())
                        .add("commissioner", terms.commissioner())
                        .add("status", terms.status().code())
                        .add("approach", terms.approach().name().toLowerCase(java.util.Locale.ROOT))
                        .add("programmes", texts(terms.programmes()))
                        .add("services", texts(terms.services()))
                        .add("statement", terms.statement())
                        .add("declaredBy", terms.declaredBy())
                        .add("declaredOn", terms.declaredOn().toString())
                        .add("evidence", terms.evidence())
                        .add("from", terms.from().toString());
        add(json, "to", terms.to());
        return json.add("lsoas", stated.lsoas().size())
                .add("demonstration", stated.position().demonstration())
                .build();
    }

    private static JsonObjectBuilder window(CohortWindow window) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "weeksFrom", window.weeksFrom());
        add(json, "weeksTo", window.weeksTo());
        add(json, "monthsFrom", window.monthsFrom());
        add(json, "monthsTo", window.monthsTo());
        return json.add("words", window.words());
    }

    private static void add(JsonObjectBuilder json, String name, LocalDate date) {
        if (date != null) {
            json.add(name, date.toString());
        }
    }

    private static void add(JsonObjectBuilder json, String name, BigDecimal number) {
        if (number != null) {
            json.add(name, number);
        }
    }

    private static void add(JsonObjectBuilder json, String name, Integer number) {
        if (number != null) {
            json.add(name, number);
        }
    }

    private static JsonArray texts(Collection<String> texts) {
        return Json.createArrayBuilder(texts).build();
    }
}
