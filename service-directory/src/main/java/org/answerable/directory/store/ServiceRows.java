package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.directory.Geography;
import org.answerable.directory.hsds.Items;
import org.answerable.directory.hsds.Neighbours;
import org.answerable.directory.hsds.Place;
import org.answerable.directory.hsds.PlainWords;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.hsds.ServiceFacts;
import org.answerable.directory.schedule.OpeningRule;
import org.answerable.directory.schedule.Spell;

/** The rows of services and all that is derived from their documents, a set at a time. */
@ApplicationScoped
public class ServiceRows {

    /** How many days opening hours are written down ahead; searches look 28 ahead. */
    static final int DAYS_AHEAD = 63;

    /** Days after which a service that nobody assured is kept out of the public list. */
    static final int WITHHELD_AFTER = 365;

    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 60;

    private Geography geography;

    protected ServiceRows() {}

    @Inject
    public ServiceRows(Geography geography) {
        this.geography = geography;
    }

    /** Makes the rows of new services; all else about them is made by {@link #renew}. */
    void add(
            Connection connection,
            List<Change> changes,
            Map<String, Integer> numbers,
            Instant modified)
            throws SQLException {
        Rows rows = new Rows("text", "text", "text", "text", "int", "timestamptz", "float8");
        for (Change change : changes) {
            rows.add(
                    change.id(),
                    change.document().getString("organization_id"),
                    change.document().getString("name"),
                    change.document().getString("status"),
                    numbers.get(change.id()),
                    modified.atOffset(ZoneOffset.UTC),
                    change.provenance());
        }
        rows.execute(
                connection,
                "INSERT INTO directory.service (public_id, organization_id, name, status, version, last_modified,"
                        + " created_at, demonstration, provenance) SELECT i, o.id, n, s, v, m, m, false, p FROM"
                        + " unnest(?, ?, ?, ?, ?, ?, ?) AS c (i, g, n, s, v, m, p)"
                        + " JOIN directory.organization o ON o.public_id = c.g"
                        + " ON CONFLICT (public_id) DO UPDATE SET organization_id = excluded.organization_id,"
                        + " name = excluded.name, status = excluded.status, version = excluded.version,"
                        + " provenance = excluded.provenance");
    }

    /** Makes all that is derived of these services anew, in a fixed number of statements. */
    void renew(Connection connection, List<String> ids, Instant modified, LocalDate today)
            throws SQLException {
        Map<String, JsonObject> documents = Documents.current(connection, RecordKind.SERVICE, ids);
        Map<String, JsonObject> organizations =
                Documents.current(
                        connection,
                        RecordKind.ORGANIZATION,
                        texts(documents.values(), "organization_id"));
        Map<String, JsonObject> locations =
                Documents.current(connection, RecordKind.LOCATION, places(documents.values()));
        Map<String, Neighbours.Term> terms = Documents.terms(connection, terms(documents.values()));
        List<Derived> derived = new ArrayList<>();
        documents.forEach(
                (id, document) -> {
                    JsonObject organization =
                            organizations.get(Properties.text(document, "organization_id"));
                    derived.add(
                            new Derived(
                                    document,
                                    new Neighbours(
                                            organization == null
                                                    ? JsonObject.EMPTY_JSON_OBJECT
                                                    : organization,
                                            locations,
                                            terms),
                                    CoveredAreas.of(document, geography)));
                });
        write(connection, derived, modified, today);
    }

    private static void write(
            Connection connection, List<Derived> derived, Instant modified, LocalDate today)
            throws SQLException {
        services(connection, derived, modified, today);
        clear(connection, derived);
        termsAndAreas(connection, derived);
        openings(connection, derived, today);
        capacities(connection, derived, modified);
        vocabulary(connection, derived);
        places(connection, derived, modified);
    }

    private static void services(
            Connection connection, List<Derived> derived, Instant modified, LocalDate today)
            throws SQLException {
        Rows rows =
                new Rows(
                        "text",
                        "text",
                        "text",
                        "timestamptz",
                        "text",
                        "text",
                        "text",
                        "text",
                        "date",
                        "boolean",
                        "boolean",
                        "boolean",
                        "int",
                        "int",
                        "int",
                        "int",
                        "boolean",
                        "boolean",
                        "text",
                        "text",
                        "text",
                        "text",
                        "boolean",
                        "boolean",
                        "float8",
                        "text",
                        "text");
        for (Derived d : derived) {
            ServiceFacts facts = d.facts();
            boolean withheld =
                    facts.assuredDate() != null
                            && ChronoUnit.DAYS.between(facts.assuredDate(), today)
                                    >= WITHHELD_AFTER;
            rows.add(
                    d.id(),
                    facts.name(),
                    facts.status(),
                    modified.atOffset(ZoneOffset.UTC),
                    PlainWords.of(facts.name()),
                    d.titles(),
                    d.words(),
                    d.placeWords(),
                    facts.assuredDate(),
                    facts.internal(),
                    withheld,
                    facts.demonstration(),
                    facts.ages().from(),
                    facts.ages().to(),
                    facts.weekFrom(),
                    facts.weekTo(),
                    facts.ages().from() != null || facts.ages().to() != null,
                    facts.free(),
                    String.join(",", facts.attending()),
                    String.join(",", facts.languages()),
                    facts.tier(),
                    facts.leadProfession(),
                    !d.areas().isEmpty(),
                    d.travelling(),
                    facts.completeness(),
                    Items.basicService(d.document(), d.neighbours(), modified).toString(),
                    Items.fullService(d.document(), d.neighbours(), modified).toString());
        }
        rows.execute(
                connection,
                """
                UPDATE directory.service s SET name = n.name, status = n.status, last_modified = n.modified,
                    sort_name = n.sort_name, words = to_tsvector('simple', n.words),
                    speech = setweight(to_tsvector('english', n.titles), 'A')
                        || setweight(to_tsvector('english', n.words), 'B')
                        || setweight(to_tsvector('simple', n.place_words), 'C'),
                    assured_date = n.assured, internal = n.internal, withheld = n.withheld,
                    demonstration = n.demonstration, age_from = n.age_from, age_to = n.age_to,
                    week_from = n.week_from, week_to = n.week_to, ages_known = n.ages_known, free = n.free,
                    attending = string_to_array(n.attending, ','), languages = string_to_array(n.languages, ','),
                    tier = n.tier, lead_profession = n.lead, area_stated = n.area_stated, travelling = n.travelling,
                    completeness = n.completeness, basic_item = n.basic_item, full_item = n.full_item
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS n (
                    id, name, status, modified, sort_name, titles, words, place_words, assured, internal, withheld,
                    demonstration, age_from, age_to, week_from, week_to, ages_known, free, attending, languages,
                    tier, lead, area_stated, travelling, completeness, basic_item, full_item)
                WHERE s.public_id = n.id
                """);
    }

    private static void clear(Connection connection, List<Derived> derived) throws SQLException {
        String sql =
                """
                WITH gone AS (SELECT id FROM directory.service WHERE public_id = ANY (?)),
                    terms AS (DELETE FROM directory.service_term USING gone WHERE service_id = gone.id),
                    areas AS (DELETE FROM directory.covered_area USING gone WHERE service_id = gone.id),
                    spells AS (DELETE FROM directory.opening USING gone WHERE service_id = gone.id),
                    capacities AS (DELETE FROM directory.capacity USING gone WHERE service_id = gone.id)
                DELETE FROM directory.service_at_location USING gone WHERE service_id = gone.id
                """;
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            Object[] ids = derived.stream().map(Derived::id).toArray();
            delete.setArray(1, connection.createArrayOf("text", ids));
            delete.executeUpdate();
        }
    }

    private static void termsAndAreas(Connection connection, List<Derived> derived)
            throws SQLException {
        Rows terms = new Rows("text", "text", "text");
        Rows areas = new Rows("text", "text");
        for (Derived d : derived) {
            for (String term : d.facts().terms()) {
                Neighbours.Term known = d.neighbours().terms().get(term);
                terms.add(d.id(), term, known == null ? null : known.taxonomyId());
            }
            d.areas().forEach(area -> areas.add(d.id(), area));
        }
        terms.execute(
                connection,
                "INSERT INTO directory.service_term SELECT s.id, n.term, n.taxonomy FROM unnest(?, ?, ?) AS n (id,"
                        + " term, taxonomy) JOIN directory.service s ON s.public_id = n.id");
        areas.execute(
                connection,
                "INSERT INTO directory.covered_area SELECT s.id, n.area FROM unnest(?, ?) AS n (id, area)"
                        + " JOIN directory.service s ON s.public_id = n.id");
    }

    private static void openings(Connection connection, List<Derived> derived, LocalDate today)
            throws SQLException {
        openings(connection, derived.stream().map(Derived::document).toList(), today);
    }

    /** Writes opening hours down anew, from yesterday on; nothing else about the services changes. */
    void renewOpenings(Connection connection, List<String> ids, LocalDate today)
            throws SQLException {
        Map<String, JsonObject> documents = Documents.current(connection, RecordKind.SERVICE, ids);
        try (PreparedStatement delete =
                new Sql()
                        .addList(
                                "DELETE FROM directory.opening USING directory.service s WHERE service_id = s.id"
                                        + " AND s.public_id = ANY (?)",
                                ids)
                        .prepare(connection)) {
            delete.executeUpdate();
        }
        openings(connection, documents.values(), today);
    }

    private static void openings(
            Connection connection, Collection<JsonObject> documents, LocalDate today)
            throws SQLException {
        Rows until = new Rows("text", "date");
        Rows rows = new Rows("text", "text", "timestamp", "timestamp");
        for (JsonObject document : documents) {
            String id = document.getString("id");
            boolean any = spells(rows, id, null, document, today);
            for (JsonObject place : Properties.objects(document, "service_at_locations")) {
                any |= spells(rows, id, place.getString("id"), place, today);
            }
            until.add(id, any ? today.plusDays(DAYS_AHEAD) : null);
        }
        until.execute(
                connection,
                "UPDATE directory.service s SET openings_until = n.day FROM unnest(?, ?) AS n (id, day)"
                        + " WHERE s.public_id = n.id");
        rows.execute(
                connection,
                "INSERT INTO directory.opening SELECT s.id, n.place, n.starts, n.ends FROM unnest(?, ?, ?, ?) AS n"
                        + " (id, place, starts, ends) JOIN directory.service s ON s.public_id = n.id");
    }

    /** Adds the spells of a service or of one of its places; says whether it has a rule at all. */
    private static boolean spells(
            Rows rows, String service, String place, JsonObject owner, LocalDate today) {
        boolean any = false;
        for (JsonObject schedule : Properties.objects(owner, "schedules")) {
            Optional<OpeningRule> rule = OpeningRule.of(schedule);
            any |= rule.isPresent();
            List<Spell> spells =
                    rule.map(r -> r.spells(today.minusDays(1), today.plusDays(DAYS_AHEAD)))
                            .orElse(List.of());
            spells.forEach(spell -> rows.add(service, place, spell.starts(), spell.ends()));
        }
        return any;
    }

    private static void capacities(Connection connection, List<Derived> derived, Instant modified)
            throws SQLException {
        Rows rows = new Rows("text", "text", "numeric", "numeric", "timestamptz");
        for (Derived d : derived) {
            for (JsonObject capacity : Properties.objects(d.document(), "capacities")) {
                Capacity.of(capacity)
                        .ifPresent(
                                c ->
                                        rows.add(
                                                d.id(),
                                                c.unit(),
                                                c.available(),
                                                c.maximum(),
                                                c.updated().atOffset(ZoneOffset.UTC)));
            }
        }
        rows.execute(
                connection,
                "INSERT INTO directory.capacity SELECT s.id, n.unit, n.available, n.maximum, n.updated FROM"
                        + " unnest(?, ?, ?, ?, ?) AS n (id, unit, available, maximum, updated)"
                        + " JOIN directory.service s ON s.public_id = n.id");
    }

    private static void vocabulary(Connection connection, List<Derived> derived)
            throws SQLException {
        Rows rows = new Rows("text");
        derived.stream()
                .flatMap(d -> Stream.of(d.words().split(" ")))
                .filter(word -> word.length() >= SHORTEST_WORD && word.length() <= LONGEST_WORD)
                .distinct()
                .sorted()
                .forEach(rows::add);
        rows.execute(
                connection, "INSERT INTO directory.word SELECT unnest(?) ON CONFLICT DO NOTHING");
    }

    private static void places(Connection connection, List<Derived> derived, Instant modified)
            throws SQLException {
        Rows rows = new Rows("text", "text", "text", "float8", "float8", "text", "text");
        for (Derived d : derived) {
            for (JsonObject place : Properties.objects(d.document(), "service_at_locations")) {
                JsonObject location =
                        d.neighbours().locations().get(Properties.text(place, "location_id"));
                if (location == null) {
                    continue;
                }
                Place where = Place.of(location);
                rows.add(
                        d.id(),
                        place.getString("id"),
                        location.getString("id"),
                        where.confidential() ? null : where.latitude(),
                        where.confidential() ? null : where.longitude(),
                        Items.basicServiceAtLocation(d.document(), place, d.neighbours(), modified)
                                .toString(),
                        Items.fullServiceAtLocation(d.document(), place, d.neighbours(), modified)
                                .toString());
            }
        }
        rows.execute(
                connection,
                "INSERT INTO directory.service_at_location (service_id, location_id, public_id, sort_name, listed,"
                        + " latitude, longitude, basic_item, full_item) SELECT s.id, l.id, n.place, s.sort_name,"
                        + " s.listed, n.latitude, n.longitude, n.basic, n.whole FROM unnest(?, ?, ?, ?, ?, ?, ?)"
                        + " AS n (id, place, location, latitude, longitude, basic, whole)"
                        + " JOIN directory.service s ON s.public_id = n.id"
                        + " JOIN directory.location l ON l.public_id = n.location");
    }

    private static Set<String> texts(Collection<JsonObject> documents, String name) {
        return documents.stream()
                .map(document -> Properties.text(document, name))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(Collection<JsonObject> services) {
        return services.stream()
                .flatMap(s -> Properties.objects(s, "service_at_locations").stream())
                .map(place -> Properties.text(place, "location_id"))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> terms(Collection<JsonObject> services) {
        return services.stream()
                .flatMap(s -> ServiceFacts.of(s, List.of()).terms().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A service with its neighbours and what is read out of both. */
    private static final class Derived {

        private final JsonObject document;
        private final Neighbours neighbours;
        private final List<JsonObject> locations;
        private final ServiceFacts facts;
        private final Set<String> areas;

        Derived(JsonObject document, Neighbours neighbours, Set<String> areas) {
            this.document = document;
            this.neighbours = neighbours;
            this.locations =
                    Properties.objects(document, "service_at_locations").stream()
                            .map(p -> neighbours.locations().get(Properties.text(p, "location_id")))
                            .filter(Objects::nonNull)
                            .toList();
            this.facts = ServiceFacts.of(document, locations);
            this.areas = areas;
        }

        String id() {
            return document.getString("id");
        }

        JsonObject document() {
            return document;
        }

        Neighbours neighbours() {
            return neighbours;
        }

        ServiceFacts facts() {
            return facts;
        }

        Set<String> areas() {
            return areas;
        }

        /** Whether one has to go somewhere for it. */
        boolean travelling() {
            return !locations.isEmpty()
                    && !facts.attending().contains("online")
                    && !facts.attending().contains("telephone");
        }

        /** Names: of the service, of who offers it, and of its terms. */
        String titles() {
            Map<String, String> names = new LinkedHashMap<>();
            facts.terms().stream()
                    .map(neighbours.terms()::get)
                    .filter(Objects::nonNull)
                    .forEach(t -> names.put(t.document().getString("id"), name(t.document())));
            return PlainWords.of(
                    Stream.concat(
                                    Stream.of(
                                            facts.name(),
                                            Properties.text(document, "alternate_name"),
                                            name(neighbours.organization())),
                                    names.values().stream())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" ")));
        }

        String words() {
            return titles() + " " + PlainWords.of(Properties.text(document, "description"));
        }

        /** Where it is, for the search of people; nothing of a confidential place. */
        String placeWords() {
            return PlainWords.of(
                    locations.stream()
                            .map(Place::of)
                            .filter(place -> !place.confidential())
                            .flatMap(p -> Stream.of(p.name(), p.district(), p.postcode()))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" ")));
        }

        private static String name(JsonObject record) {
            return Properties.text(record, "name");
        }
    }
}
