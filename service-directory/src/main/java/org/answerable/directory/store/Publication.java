package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.directory.hsds.Items;
import org.answerable.directory.hsds.Place;
import org.answerable.directory.hsds.PlainWords;
import org.answerable.directory.hsds.Properties;

/**
 * The one way by which a record becomes public: new versions are written, what is derived from them is made anew, for
 * the services around them as well, and the history says who did it. All of it in one transaction, in a number of
 * statements that does not depend on how many records there are, up to {@value #CHUNK} services.
 */
@ApplicationScoped
public class Publication {

    static final int CHUNK = 500;

    private Transactions transactions;
    private ServiceRows services;

    protected Publication() {}

    @Inject
    public Publication(Transactions transactions, ServiceRows services) {
        this.transactions = transactions;
        this.services = services;
    }

    /** Publishes the changes; a record must not be among them twice. */
    public void publish(Collection<Change> changes, Signature by) {
        if (!changes.isEmpty()) {
            transactions.run(
                    connection -> {
                        publish(connection, changes, by);
                        return null;
                    });
        }
    }

    private void publish(Connection connection, Collection<Change> changes, Signature by)
            throws SQLException {
        Map<RecordKind, List<Change>> byKind = new EnumMap<>(RecordKind.class);
        changes.forEach(
                change ->
                        byKind.computeIfAbsent(change.kind(), k -> new ArrayList<>()).add(change));
        Instant modified = by.at().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Integer> numbers = new HashMap<>();
        for (Map.Entry<RecordKind, List<Change>> kind : byKind.entrySet()) {
            numbers.putAll(addVersions(connection, kind.getKey(), kind.getValue(), by));
        }
        organizations(
                connection,
                byKind.getOrDefault(RecordKind.ORGANIZATION, List.of()),
                numbers,
                modified);
        locations(connection, byKind.getOrDefault(RecordKind.LOCATION, List.of()), numbers);
        taxonomies(
                connection, byKind.getOrDefault(RecordKind.TAXONOMY, List.of()), numbers, modified);
        terms(
                connection,
                byKind.getOrDefault(RecordKind.TAXONOMY_TERM, List.of()),
                numbers,
                modified);
        services.add(
                connection, byKind.getOrDefault(RecordKind.SERVICE, List.of()), numbers, modified);
        renew(connection, servicesAround(connection, byKind), modified, by);
        record(connection, changes, numbers, by);
        revise(connection);
    }

    /** Makes all that is derived of these services anew; they count as modified. */
    public void renew(Collection<String> ids, Signature by) {
        transactions.run(
                connection -> {
                    renew(connection, ids, by.at().truncatedTo(ChronoUnit.MILLIS), by);
                    revise(connection);
                    return null;
                });
    }

    /** Makes what has no items yet: the records of a release that had none. */
    public int renewMissing(Signature by) {
        return transactions.run(
                connection -> {
                    missingOrganizations(connection, by);
                    List<String> missing =
                            new Sql()
                                    .add(
                                            "SELECT public_id FROM directory.service WHERE basic_item IS NULL"
                                                    + " AND erased_at IS NULL")
                                    .list(connection, row -> row.getString(1));
                    renew(connection, missing, by.at().truncatedTo(ChronoUnit.MILLIS), by);
                    revise(connection);
                    return missing.size();
                });
    }

    private void missingOrganizations(Connection connection, Signature by) throws SQLException {
        List<String> ids =
                new Sql()
                        .add(
                                "SELECT public_id FROM directory.organization WHERE basic_item IS NULL"
                                        + " AND erased_at IS NULL")
                        .list(connection, row -> row.getString(1));
        List<Change> same = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        Documents.current(connection, RecordKind.ORGANIZATION, ids)
                .forEach(
                        (id, document) -> {
                            same.add(new Change(RecordKind.ORGANIZATION, document, "", "", 0));
                            numbers.put(id, 1);
                        });
        organizations(connection, same, numbers, by.at().truncatedTo(ChronoUnit.MILLIS));
    }

    private void renew(
            Connection connection, Collection<String> ids, Instant modified, Signature by)
            throws SQLException {
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            services.renew(
                    connection,
                    all.subList(from, Math.min(all.size(), from + CHUNK)),
                    modified,
                    by.today());
        }
    }

    /** Writes the versions and says which number each got. */
    private static Map<String, Integer> addVersions(
            Connection connection, RecordKind kind, List<Change> changes, Signature by)
            throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        new Sql()
                .addList(
                        "SELECT public_id, version FROM directory."
                                + kind.table()
                                + " WHERE public_id = ANY (?) ORDER BY public_id FOR UPDATE",
                        changes.stream().map(Change::id).toList())
                .each(connection, row -> numbers.put(row.getString(1), row.getInt(2)));
        Rows rows =
                new Rows(
                        "text",
                        "text",
                        "int",
                        "text",
                        "timestamptz",
                        "text",
                        "text",
                        "text",
                        "text");
        for (Change change : changes) {
            int number = numbers.merge(change.id(), 1, Integer::sum);
            rows.add(
                    kind.table(),
                    change.id(),
                    number,
                    change.document().toString(),
                    by.at().atOffset(ZoneOffset.UTC),
                    by.author(),
                    by.approver(),
                    change.reason(),
                    change.difference());
        }
        rows.execute(
                connection,
                "INSERT INTO directory.version (kind, record, number, document, at, author, approver, reason,"
                        + " difference) SELECT k, r, n, d::jsonb, t, a, p, w, f FROM"
                        + " unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS v (k, r, n, d, t, a, p, w, f)");
        return numbers;
    }

    private static void organizations(
            Connection connection,
            List<Change> changes,
            Map<String, Integer> numbers,
            Instant modified)
            throws SQLException {
        Rows rows = new Rows("text", "text", "text", "text", "int", "timestamptz", "text", "text");
        for (Change change : changes) {
            JsonObject document = change.document();
            String name = document.getString("name");
            rows.add(
                    change.id(),
                    name,
                    PlainWords.of(name),
                    PlainWords.of(name + " " + Properties.text(document, "description")),
                    numbers.get(change.id()),
                    modified.atOffset(ZoneOffset.UTC),
                    Items.basicOrganization(document).toString(),
                    Items.fullOrganization(document).toString());
        }
        rows.execute(
                connection,
                "INSERT INTO directory.organization (public_id, name, sort_name, words, version, last_modified,"
                        + " basic_item, full_item) SELECT i, n, s, to_tsvector('simple', w), v, m, b, f FROM"
                        + " unnest(?, ?, ?, ?, ?, ?, ?, ?) AS o (i, n, s, w, v, m, b, f)"
                        + " ON CONFLICT (public_id) DO UPDATE SET name = excluded.name, sort_name ="
                        + " excluded.sort_name, words = excluded.words, version = excluded.version,"
                        + " last_modified = excluded.last_modified, basic_item = excluded.basic_item,"
                        + " full_item = excluded.full_item");
    }

    private static void locations(
            Connection connection, List<Change> changes, Map<String, Integer> numbers)
            throws SQLException {
        Rows rows =
                new Rows(
                        "text", "text", "text", "text", "text", "float8", "float8", "boolean",
                        "int");
        for (Change change : changes) {
            Place place = Place.of(change.document());
            rows.add(
                    change.id(),
                    place.name() == null ? "" : place.name(),
                    place.street(),
                    place.district(),
                    place.postcode(),
                    place.latitude(),
                    place.longitude(),
                    place.confidential(),
                    numbers.get(change.id()));
        }
        rows.execute(
                connection,
                "INSERT INTO directory.location (public_id, name, street, district, postcode, latitude, longitude,"
                        + " confidential, version) SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (public_id) DO UPDATE SET name = excluded.name, street = excluded.street,"
                        + " district = excluded.district, postcode = excluded.postcode, latitude ="
                        + " excluded.latitude, longitude = excluded.longitude, confidential ="
                        + " excluded.confidential, version = excluded.version");
    }

    private static void taxonomies(
            Connection connection,
            List<Change> changes,
            Map<String, Integer> numbers,
            Instant modified)
            throws SQLException {
        Rows rows = new Rows("text", "text", "text", "text", "int", "timestamptz", "text");
        for (Change change : changes) {
            JsonObject document = change.document();
            String name = document.getString("name");
            rows.add(
                    change.id(),
                    name,
                    PlainWords.of(name),
                    PlainWords.of(name + " " + Properties.text(document, "description")),
                    numbers.get(change.id()),
                    modified.atOffset(ZoneOffset.UTC),
                    document.toString());
        }
        rows.execute(
                connection,
                "INSERT INTO directory.taxonomy (public_id, name, sort_name, words, version, last_modified,"
                        + " basic_item) SELECT i, n, s, to_tsvector('simple', w), v, m, b FROM"
                        + " unnest(?, ?, ?, ?, ?, ?, ?) AS o (i, n, s, w, v, m, b)"
                        + " ON CONFLICT (public_id) DO UPDATE SET name = excluded.name, sort_name ="
                        + " excluded.sort_name, words = excluded.words, version = excluded.version,"
                        + " last_modified = excluded.last_modified, basic_item = excluded.basic_item");
    }

    private static void terms(
            Connection connection,
            List<Change> changes,
            Map<String, Integer> numbers,
            Instant modified)
            throws SQLException {
        Rows rows =
                new Rows(
                        "text",
                        "text",
                        "text",
                        "text",
                        "text",
                        "text",
                        "text",
                        "int",
                        "timestamptz");
        for (Change change : changes) {
            JsonObject document = change.document();
            String name = document.getString("name");
            rows.add(
                    change.id(),
                    Properties.text(document, "taxonomy_id"),
                    Properties.text(document, "parent_id"),
                    Properties.text(document, "term"),
                    name,
                    PlainWords.of(name),
                    PlainWords.of(name + " " + Properties.text(document, "description")),
                    numbers.get(change.id()),
                    modified.atOffset(ZoneOffset.UTC));
        }
        rows.execute(
                connection,
                "INSERT INTO directory.taxonomy_term (public_id, taxonomy_id, parent, code, name, sort_name, words, version,"
                        + " last_modified, basic_item) SELECT i, x.id, p, c, n, s, to_tsvector('simple', w), v, m, ''"
                        + " FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS o (i, t, p, c, n, s, w, v, m)"
                        + " LEFT JOIN directory.taxonomy x ON x.public_id = o.t"
                        + " ON CONFLICT (public_id) DO UPDATE SET taxonomy_id = excluded.taxonomy_id, parent ="
                        + " excluded.parent, code = excluded.code, name = excluded.name, sort_name = excluded.sort_name, words ="
                        + " excluded.words, version = excluded.version, last_modified = excluded.last_modified");
        termItems(connection, changes.stream().map(Change::id).toList());
    }

    private static void termItems(Connection connection, List<String> ids) throws SQLException {
        Rows items = new Rows("text", "text");
        Documents.terms(connection, ids)
                .forEach((id, term) -> items.add(id, Items.term(term).toString()));
        items.execute(
                connection,
                "UPDATE directory.taxonomy_term t SET basic_item = n.item FROM unnest(?, ?) AS n (id, item)"
                        + " WHERE t.public_id = n.id");
    }

    /** The services whose items hold something of a changed record, and the changed services. */
    private static Set<String> servicesAround(
            Connection connection, Map<RecordKind, List<Change>> changes) throws SQLException {
        Set<String> around = new LinkedHashSet<>();
        changes.getOrDefault(RecordKind.SERVICE, List.of()).forEach(c -> around.add(c.id()));
        new Sql()
                .addList(
                        "SELECT s.public_id FROM directory.service s JOIN directory.organization o ON o.id ="
                                + " s.organization_id WHERE o.public_id = ANY (?)",
                        ids(changes, RecordKind.ORGANIZATION))
                .addList(
                        " UNION SELECT s.public_id FROM directory.service s JOIN directory.service_at_location a ON"
                                + " a.service_id = s.id JOIN directory.location l ON l.id = a.location_id WHERE"
                                + " l.public_id = ANY (?)",
                        ids(changes, RecordKind.LOCATION))
                .addList(
                        " UNION SELECT s.public_id FROM directory.service s JOIN directory.service_term t ON"
                                + " t.service_id = s.id WHERE t.term = ANY (?)",
                        ids(changes, RecordKind.TAXONOMY_TERM))
                .addList(" OR t.taxonomy = ANY (?) ORDER BY 1", ids(changes, RecordKind.TAXONOMY))
                .each(connection, row -> around.add(row.getString(1)));
        return around;
    }

    private static List<String> ids(Map<RecordKind, List<Change>> changes, RecordKind kind) {
        return changes.getOrDefault(kind, List.of()).stream().map(Change::id).toList();
    }

    private static void record(
            Connection connection,
            Collection<Change> changes,
            Map<String, Integer> numbers,
            Signature by)
            throws SQLException {
        Rows rows = new Rows("timestamptz", "text", "text", "text", "text", "text");
        for (Change change : changes) {
            int number = numbers.get(change.id());
            rows.add(
                    by.at().atOffset(ZoneOffset.UTC),
                    by.approver(),
                    by.authority(),
                    change.kind().name() + (number == 1 ? "_ADDED" : "_CHANGED"),
                    change.id(),
                    change.document().getString("name", "") + ", version " + number);
        }
        rows.execute(
                connection,
                "INSERT INTO directory.history (at, actor, authority, event, subject, detail)"
                        + " SELECT * FROM unnest(?, ?, ?, ?, ?, ?)");
    }

    /** What is remembered of the directory is old with this transaction. */
    static void revise(Connection connection) throws SQLException {
        new Sql().add("UPDATE directory.revision SET number = number + 1").run(connection);
    }
}
