package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.directory.Actor;
import org.answerable.directory.EditorsList;
import org.answerable.directory.EditorsView;
import org.answerable.directory.Freshness;
import org.answerable.directory.ServiceView;
import org.answerable.directory.VerificationState;

/** What editors see of the directory beside what is public, and who may edit what. */
@ApplicationScoped
public class EditorsTable {

    /** Since when the days of verification count. */
    private static final String SINCE =
            "coalesce(s.assured_date, (s.created_at AT TIME ZONE 'Europe/London')::date)";

    private Transactions transactions;

    protected EditorsTable() {}

    @Inject
    public EditorsTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * What is known of a service beside its document.
     *
     * @param organization public id
     */
    public record Status(
            String id,
            String name,
            String organization,
            String organizationName,
            String status,
            boolean internal,
            boolean withheld,
            boolean erased,
            LocalDate assured,
            LocalDate since,
            double provenance,
            double completeness,
            Instant modified,
            String source) {

        public Freshness freshness(LocalDate today) {
            return Freshness.on(today, assured, provenance, completeness);
        }
    }

    public Optional<Status> status(String id) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT s.*, o.public_id AS organization, o.name AS organization_name, "
                                                    + SINCE
                                                    + " AS since, (SELECT string_agg(x.name, ', ' ORDER BY x.name) FROM"
                                                    + " directory.record_source r JOIN directory.source x ON x.id ="
                                                    + " r.source_id WHERE r.kind = 'service' AND r.record = s.public_id)"
                                                    + " AS source FROM directory.service s JOIN directory.organization o"
                                                    + " ON o.id = s.organization_id WHERE s.public_id = ?",
                                            id);
                    return sql.first(connection, row -> status(row));
                });
    }

    private static Status status(ResultSet row) throws SQLException {
        return new Status(
                row.getString("public_id"),
                row.getString("name"),
                row.getString("organization"),
                row.getString("organization_name"),
                row.getString("status"),
                row.getBoolean("internal"),
                row.getBoolean("withheld"),
                row.getObject("erased_at") != null,
                row.getObject("assured_date", LocalDate.class),
                row.getObject("since", LocalDate.class),
                row.getDouble("provenance"),
                row.getDouble("completeness"),
                row.getObject("last_modified", OffsetDateTime.class).toInstant(),
                row.getString("source"));
    }

    /**
     * Services by the days since they were assured, longest ago first.
     *
     * @param organizations only of these, or null for all
     * @param state or null for any
     */
    public EditorsList list(
            List<String> words,
            List<String> organizations,
            VerificationState state,
            Slice slice,
            LocalDate today) {
        return transactions.run(
                connection -> {
                    Sql from =
                            new Sql()
                                    .add(
                                            "FROM directory.service s JOIN directory.organization o ON o.id ="
                                                    + " s.organization_id WHERE s.erased_at IS NULL");
                    if (!words.isEmpty()) {
                        from.add(
                                " AND s.words @@ to_tsquery('simple', ?)",
                                words.stream()
                                        .map(word -> word + ":*")
                                        .collect(Collectors.joining(" & ")));
                    }
                    if (organizations != null) {
                        from.addList(" AND o.public_id = ANY (?)", organizations);
                    }
                    Map<VerificationState, Long> counts = new EnumMap<>(VerificationState.class);
                    Sql count =
                            new Sql()
                                    .add("SELECT ?::date - " + SINCE + " AS days, count(*) ", today)
                                    .add(from)
                                    .add(" GROUP BY 1");
                    try (PreparedStatement select = count.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            counts.merge(
                                    VerificationState.on(today, today.minusDays(row.getLong(1))),
                                    row.getLong(2),
                                    Long::sum);
                        }
                    }
                    if (state != null) {
                        from.add(" AND ?::date - " + SINCE + " >= ?", today, state.fromDays());
                        VerificationState[] all = VerificationState.values();
                        if (state.ordinal() + 1 < all.length) {
                            from.add(
                                    " AND ?::date - " + SINCE + " < ?",
                                    today,
                                    all[state.ordinal() + 1].fromDays());
                        }
                    }
                    long total =
                            state == null
                                    ? counts.values().stream().mapToLong(Long::longValue).sum()
                                    : counts.getOrDefault(state, 0L);
                    Sql page =
                            new Sql()
                                    .add(
                                            "SELECT s.*, o.public_id AS organization, o.name AS organization_name, "
                                                    + SINCE
                                                    + " AS since, NULL AS source ")
                                    .add(from)
                                    .add(
                                            " ORDER BY since, s.sort_name, s.public_id LIMIT ? OFFSET ?",
                                            slice.limit(),
                                            slice.offset());
                    List<EditorsList.Line> lines = new ArrayList<>();
                    try (PreparedStatement select = page.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            lines.add(line(status(row), today));
                        }
                    }
                    return new EditorsList(
                            lines,
                            slice.offset() / slice.limit() + 1,
                            slice.limit(),
                            total,
                            counts);
                });
    }

    private static EditorsList.Line line(Status status, LocalDate today) {
        Freshness fresh = status.freshness(today);
        return new EditorsList.Line(
                status.id(),
                status.name(),
                status.organizationName(),
                status.status(),
                status.internal(),
                status.assured(),
                VerificationState.on(today, status.since()),
                fresh.score(),
                fresh.grade());
    }

    /** Places where services of an organisation are offered already. */
    public List<EditorsView.KnownPlace> places(String organization) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT DISTINCT l.public_id, l.name, concat_ws(', ', l.street, l.postcode) AS"
                                                    + " address, l.confidential FROM directory.location l JOIN"
                                                    + " directory.service_at_location a ON a.location_id = l.id JOIN"
                                                    + " directory.service s ON s.id = a.service_id JOIN"
                                                    + " directory.organization o ON o.id = s.organization_id WHERE"
                                                    + " o.public_id = ? ORDER BY l.name, l.public_id LIMIT 200",
                                            organization);
                    return sql.list(
                            connection,
                            row ->
                                    new EditorsView.KnownPlace(
                                            row.getString(1),
                                            row.getString(2),
                                            row.getString(3),
                                            row.getBoolean(4)));
                });
    }

    /**
     * Organisations by name.
     *
     * @param only these, or null for all
     */
    public List<ServiceView.Organization> organizations(List<String> only) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT public_id, name FROM directory.organization WHERE erased_at IS NULL");
                    if (only != null) {
                        sql.addList(" AND public_id = ANY (?)", only);
                    }
                    sql.add(" ORDER BY sort_name, public_id LIMIT 2000");
                    return sql.list(
                            connection,
                            row ->
                                    new ServiceView.Organization(
                                            row.getString(1), row.getString(2), null));
                });
    }

    /** The names of all terms, by id. */
    public Map<String, String> termNames() {
        return transactions.run(
                connection -> {
                    Map<String, String> names = new HashMap<>();
                    Sql sql = new Sql().add("SELECT public_id, name FROM directory.taxonomy_term");
                    try (PreparedStatement select = sql.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            names.put(row.getString(1), row.getString(2));
                        }
                    }
                    return names;
                });
    }

    /** The organisations that a person is a member of, by public id. */
    public List<String> memberships(String username) {
        return texts(
                new Sql()
                        .add(
                                "SELECT organization FROM directory.membership WHERE username = ?"
                                        + " ORDER BY organization",
                                username));
    }

    /** The members of an organisation. */
    public List<String> members(String organization) {
        return texts(
                new Sql()
                        .add(
                                "SELECT username FROM directory.membership WHERE organization = ? ORDER BY username",
                                organization));
    }

    private List<String> texts(Sql sql) {
        return transactions.run(
                connection -> {
                    return sql.list(connection, row -> row.getString(1));
                });
    }

    public void member(String organization, String username, boolean may, Instant at, Actor actor) {
        transactions.run(
                connection -> {
                    (may
                                    ? new Sql()
                                            .add(
                                                    "INSERT INTO directory.membership VALUES (?, ?, ?, ?)"
                                                            + " ON CONFLICT DO NOTHING",
                                                    username,
                                                    organization,
                                                    actor.username(),
                                                    at.atOffset(ZoneOffset.UTC))
                                    : new Sql()
                                            .add(
                                                    "DELETE FROM directory.membership WHERE username = ? AND"
                                                            + " organization = ?",
                                                    username,
                                                    organization))
                            .run(connection);
                    History.add(
                            connection,
                            at,
                            actor,
                            may ? "MEMBER_ADDED" : "MEMBER_REMOVED",
                            organization,
                            username);
                    return null;
                });
    }

    /** Empties all versions of a service; its id stays taken. */
    public void erase(String id, String reason, Instant at, Actor actor) {
        transactions.run(
                connection -> {
                    new Sql()
                            .add(
                                    "WITH gone AS (UPDATE directory.service SET erased_at = ?, name = '',"
                                            + " sort_name = '', words = '', speech = '', basic_item = NULL,"
                                            + " full_item = NULL, last_modified = ? WHERE public_id = ?"
                                            + " RETURNING id),"
                                            + " places AS (DELETE FROM directory.service_at_location USING gone"
                                            + " WHERE service_id = gone.id),"
                                            + " terms AS (DELETE FROM directory.service_term USING gone WHERE"
                                            + " service_id = gone.id),"
                                            + " areas AS (DELETE FROM directory.covered_area USING gone WHERE"
                                            + " service_id = gone.id),"
                                            + " spells AS (DELETE FROM directory.opening USING gone WHERE"
                                            + " service_id = gone.id)"
                                            + " DELETE FROM directory.capacity USING gone WHERE service_id = gone.id",
                                    at.atOffset(ZoneOffset.UTC),
                                    at.atOffset(ZoneOffset.UTC),
                                    id)
                            .run(connection);
                    new Sql()
                            .add(
                                    "UPDATE directory.proposal SET document = '{}', difference = '', reason = '',"
                                            + " state = CASE state WHEN 'proposed' THEN 'superseded' ELSE state END"
                                            + " WHERE record = ?",
                                    id)
                            .run(connection);
                    new Sql()
                            .add(
                                    "UPDATE directory.raw_record SET document = '{}' WHERE record = ?",
                                    id)
                            .run(connection);
                    try (PreparedStatement erase =
                            new Sql()
                                    .add("SELECT directory.erase('service', ?)", id)
                                    .prepare(connection)) {
                        erase.execute();
                    }
                    Publication.revise(connection);
                    History.add(connection, at, actor, "SERVICE_ERASED", id, reason);
                    return null;
                });
    }

    /** Postcodes and streets of confidential places, for the check of what is published. */
    public List<String> confidentialWords() {
        return texts(
                new Sql()
                        .add(
                                "SELECT postcode FROM directory.location WHERE confidential AND postcode IS NOT NULL"
                                        + " UNION SELECT street FROM directory.location WHERE confidential AND"
                                        + " length(street) > 5"));
    }
}
