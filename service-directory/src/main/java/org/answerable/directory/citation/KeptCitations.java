package org.answerable.directory.citation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.Citation;
import org.answerable.directory.CitationRequest;
import org.answerable.directory.Citations;
import org.answerable.directory.Coverage;
import org.answerable.directory.CoverageAnswer;
import org.answerable.directory.CoverageQuestion;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotFound;
import org.answerable.directory.Role;
import org.answerable.directory.Tier;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.json.Json;
import org.answerable.directory.store.CitationTable;
import org.answerable.directory.store.EditorsTable;
import org.answerable.directory.store.Known;

/** Makes statements, keeps them, and asks them again. */
@ApplicationScoped
public class KeptCitations implements Citations {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int MOST_SERVICES = 50;

    private CitationTable table;
    private Known known;
    private EditorsTable services;
    private Coverage coverage;
    private Clock clock;

    protected KeptCitations() {}

    @Inject
    public KeptCitations(
            CitationTable table,
            Known known,
            EditorsTable services,
            Coverage coverage,
            Clock clock) {
        this.table = table;
        this.known = known;
        this.services = services;
        this.coverage = coverage;
        this.clock = clock;
    }

    @Override
    public List<Citation> all() {
        return table.all().stream().map(KeptCitations::citation).toList();
    }

    @Override
    public Citation find(String id) {
        return table.find(id)
                .map(KeptCitations::citation)
                .orElseThrow(() -> new NotFound("There is no such statement."));
    }

    @Override
    @Transactional
    public Citation make(CitationRequest request, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR, Role.OFFICER);
        Statement statement = ask(request);
        String id = table.add(document(request, statement), clock.instant(), actor);
        return find(id);
    }

    @Override
    public List<String> differences(String id) {
        Citation before = find(id);
        Statement now;
        try {
            now = ask(before.request());
        } catch (InvalidInput gone) {
            return List.of("It cannot be asked again: " + gone.getMessage());
        }
        if (now.rows().equals(before.rows())) {
            return List.of();
        }
        List<String> differences = new ArrayList<>();
        Map<String, List<String>> old = new HashMap<>();
        before.rows().forEach(row -> old.put(row.label(), row.cells()));
        Set<String> met = new HashSet<>();
        for (Citation.Row row : now.rows()) {
            met.add(row.label());
            List<String> cells = old.get(row.label());
            if (cells == null) {
                differences.add("New: " + row.label() + ", " + String.join(", ", row.cells()));
            } else if (!cells.equals(row.cells())) {
                differences.add(
                        row.label()
                                + ": "
                                + String.join(", ", cells)
                                + " → "
                                + String.join(", ", row.cells()));
            }
        }
        before.rows().stream()
                .filter(row -> !met.contains(row.label()))
                .forEach(row -> differences.add("No longer there: " + row.label()));
        return differences;
    }

    private Statement ask(CitationRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        if (request.at() == null || request.at().isAfter(today)) {
            throw new InvalidInput("at", "Give a day that is not in the future.");
        }
        return request.aboutCommissioning() ? commissioning(request) : services(request);
    }

    private Statement commissioning(CitationRequest request) {
        if (request.area() == null || request.area().isBlank()) {
            throw new InvalidInput("area", "Choose an area.");
        }
        if (request.tier() == null) {
            throw new InvalidInput("tier", "Choose a kind of offer.");
        }
        if (request.need() == null || request.need().isBlank()) {
            throw new InvalidInput("need", "Choose what it is about.");
        }
        CoverageAnswer answer =
                coverage.answer(
                        new CoverageQuestion(
                                request.area(),
                                request.tier(),
                                request.need(),
                                request.at(),
                                Instant.MAX));
        return CommissioningStatement.of(answer, answer.needs().get(0));
    }

    private Statement services(CitationRequest request) {
        if (request.services().size() > MOST_SERVICES) {
            throw new InvalidInput("services", "Choose at most " + MOST_SERVICES + " services.");
        }
        Instant endOfDay = request.at().plusDays(1).atStartOfDay(HERE).toInstant();
        Map<String, Known.Version> versions = known.servicesAt(request.services(), endOfDay);
        for (String id : request.services()) {
            Known.Version version = versions.get(id);
            if (version == null
                    || version.document().isEmpty()
                    || Properties.yes(version.document(), "x_internal")) {
                throw new InvalidInput(
                        "services",
                        "The directory had no public record of one of these services on that day. Choose a later day.");
            }
        }
        Map<String, String> organizations = new HashMap<>();
        services.organizations(null).forEach(o -> organizations.put(o.id(), o.name()));
        return ServicesStatement.of(request.services(), versions, organizations, request.at());
    }

    private static JsonObject document(CitationRequest request, Statement statement) {
        JsonObjectBuilder asked = Json.createObjectBuilder().add("at", request.at().toString());
        if (request.aboutCommissioning()) {
            asked.add("area", request.area())
                    .add("tier", request.tier().name())
                    .add("need", request.need());
        }
        asked.add("services", texts(request.services()));
        JsonArrayBuilder rows = Json.createArrayBuilder();
        statement
                .rows()
                .forEach(
                        row ->
                                rows.add(
                                        Json.createObjectBuilder()
                                                .add("label", row.label())
                                                .add("cells", texts(row.cells()))));
        JsonArrayBuilder references = Json.createArrayBuilder();
        statement
                .references()
                .forEach(
                        r ->
                                references.add(
                                        Json.createObjectBuilder()
                                                .add("record", r.record())
                                                .add("version", r.version())
                                                .add("title", r.title())
                                                .add("publisher", r.publisher())
                                                .add("sha256", r.sha256())));
        return Json.createObjectBuilder()
                .add("request", asked)
                .add("title", statement.title())
                .add("sentence", statement.sentence())
                .add("columns", texts(statement.columns()))
                .add("rows", rows)
                .add("references", references)
                .add("method", statement.method())
                .build();
    }

    private static JsonArrayBuilder texts(List<String> texts) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        texts.forEach(list::add);
        return list;
    }

    private static Citation citation(CitationTable.Row row) {
        JsonObject d = row.document();
        JsonObject asked = d.getJsonObject("request");
        return new Citation(
                row.id(),
                new CitationRequest(
                        texts(asked, "services"),
                        Properties.text(asked, "area"),
                        asked.containsKey("tier") ? Tier.valueOf(asked.getString("tier")) : null,
                        Properties.text(asked, "need"),
                        LocalDate.parse(asked.getString("at"))),
                d.getString("title"),
                d.getString("sentence"),
                texts(d, "columns"),
                Properties.objects(d, "rows").stream()
                        .map(r -> new Citation.Row(r.getString("label"), texts(r, "cells")))
                        .toList(),
                Properties.objects(d, "references").stream()
                        .map(
                                r ->
                                        new Citation.Reference(
                                                r.getString("record"),
                                                r.getInt("version"),
                                                r.getString("title"),
                                                r.getString("publisher"),
                                                r.getString("sha256")))
                        .toList(),
                d.getString("method"),
                row.madeAt(),
                row.madeBy());
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
