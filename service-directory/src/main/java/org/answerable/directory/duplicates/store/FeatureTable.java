package org.answerable.directory.duplicates.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.answerable.directory.store.Transactions;

/**
 * What is compared of each service, and which services are compared at all: those that share a registered number, a
 * telephone, a mailbox, a website, a postcode sector, or a word of the name that few have. Blocks that are too large say
 * nothing about anybody and are left out; what their members share otherwise still brings them together.
 */
@ApplicationScoped
public class FeatureTable {

    private static final int LARGEST_BLOCK = 200;
    private static final int MOST_OF_A_WORD = 30;
    private static final int SHORTEST_WORD = 4;

    private static final String FEATURES =
            """
            INSERT INTO directory.duplicate_feature
            SELECT f.*, md5(concat_ws('|', name, identifiers, phones, mailboxes, sites, terms, latitudes, longitudes))
            FROM (SELECT s.id, s.public_id, s.sort_name AS name, s.organization_id,
                ARRAY(SELECT r.source_id FROM directory.record_source r WHERE r.kind = 'service'
                    AND r.record = s.public_id ORDER BY 1) AS sources,
                ARRAY(SELECT DISTINCT upper(regexp_replace(i #>> '{}', '[^A-Za-z0-9]', '', 'g'))
                    FROM jsonb_path_query(o.document, '$.organization_identifiers[*].identifier') i
                    WHERE length(i #>> '{}') >= 3 ORDER BY 1) AS identifiers,
                ARRAY(SELECT DISTINCT right(digits, 10) FROM (
                        SELECT regexp_replace(p #>> '{}', '[^0-9]', '', 'g') AS digits FROM (
                            SELECT jsonb_path_query(v.document, '$.phones[*].number') AS p
                            UNION ALL SELECT jsonb_path_query(v.document, '$.contacts[*].phones[*].number')) x) y
                    WHERE length(digits) >= 10 ORDER BY 1) AS phones,
                ARRAY(SELECT DISTINCT lower(m #>> '{}') FROM (
                        SELECT jsonb_path_query(v.document, '$.email') AS m
                        UNION ALL SELECT jsonb_path_query(v.document, '$.contacts[*].email')) x
                    ORDER BY 1) AS mailboxes,
                ARRAY(SELECT rtrim(regexp_replace(lower(v.document ->> 'url'), '^https?://(www\\.)?', ''), '/')
                    WHERE v.document ->> 'url' IS NOT NULL) AS sites,
                ARRAY(SELECT t.term FROM directory.service_term t WHERE t.service_id = s.id ORDER BY 1) AS terms,
                ARRAY(SELECT a.latitude FROM directory.service_at_location a WHERE a.service_id = s.id
                    AND a.latitude IS NOT NULL ORDER BY a.id LIMIT 50) AS latitudes,
                ARRAY(SELECT a.longitude FROM directory.service_at_location a WHERE a.service_id = s.id
                    AND a.latitude IS NOT NULL ORDER BY a.id LIMIT 50) AS longitudes
            FROM directory.service s
            JOIN directory.version v ON v.kind = 'service' AND v.record = s.public_id AND v.number = s.version
            JOIN directory.organization g ON g.id = s.organization_id
            JOIN directory.version o ON o.kind = 'organization' AND o.record = g.public_id AND o.number = g.version
            WHERE s.erased_at IS NULL AND s.status IN ('active', 'temporarily closed')) f
            """;
    private static final String KEYS =
            """
            INSERT INTO directory.duplicate_key
            SELECT service_id, 'identifier', unnest(identifiers) FROM directory.duplicate_feature
            UNION ALL SELECT service_id, 'phone', unnest(phones) FROM directory.duplicate_feature
            UNION ALL SELECT service_id, 'mailbox', unnest(mailboxes) FROM directory.duplicate_feature
            UNION ALL SELECT service_id, 'site', unnest(sites) FROM directory.duplicate_feature
            UNION ALL SELECT DISTINCT f.service_id, 'word', w FROM directory.duplicate_feature f,
                unnest(string_to_array(f.name, ' ')) w WHERE length(w) >= ?
            UNION ALL SELECT DISTINCT f.service_id, 'sector', left(p.code, -2) FROM directory.duplicate_feature f
                JOIN directory.service_at_location a ON a.service_id = f.service_id
                JOIN directory.location l ON l.id = a.location_id AND NOT l.confidential,
                LATERAL (SELECT upper(regexp_replace(l.postcode, '[^A-Za-z0-9]', '', 'g')) AS code) p
                WHERE length(p.code) >= 5
            """;

    /** Without anything but a like name, no pair comes to 0.6: it must share something that is worth 0.15 as well. */
    private static final String CANDIDATES =
            """
            INSERT INTO directory.duplicate_candidate
            SELECT * FROM (
                SELECT p.one, p.other,
                    directory.metres_apart(a.latitudes, a.longitudes, b.latitudes, b.longitudes) AS metres,
                    a.organization_id <> b.organization_id AND a.identifiers && b.identifiers AS identifier,
                    a.phones && b.phones AS phone, a.mailboxes && b.mailboxes AS mailbox,
                    a.sites && b.sites AS site, a.terms = b.terms AND a.terms <> '{}' AS terms
                FROM (
                    SELECT DISTINCT k.service_id AS one, j.service_id AS other
                    FROM (SELECT kind, key FROM directory.duplicate_key GROUP BY kind, key
                        HAVING count(*) BETWEEN 2 AND CASE kind WHEN 'word' THEN ? ELSE ? END) b
                    JOIN directory.duplicate_key k USING (kind, key)
                    JOIN directory.duplicate_key j USING (kind, key)
                    WHERE k.service_id < j.service_id) p
                JOIN directory.duplicate_feature a ON a.service_id = p.one
                JOIN directory.duplicate_feature b ON b.service_id = p.other
                WHERE NOT EXISTS (SELECT FROM directory.merge m WHERE m.undone_at IS NULL
                    AND m.gone IN (a.public_id, b.public_id))) c
            WHERE c.identifier OR c.phone OR c.mailbox OR c.site OR c.metres <= 500 OR c.terms AND c.metres <= 1000
            """;

    private static final String BATCH =
            """
            SELECT c.*, a.public_id AS one_id, b.public_id AS other_id, a.name AS one_name, b.name AS other_name,
                md5(CASE WHEN a.public_id < b.public_id THEN a.compared || b.compared
                    ELSE b.compared || a.compared END) AS compared,
                a.organization_id = b.organization_id AND a.sources && b.sources AS own
            FROM directory.duplicate_candidate c
            JOIN directory.duplicate_feature a ON a.service_id = c.one
            JOIN directory.duplicate_feature b ON b.service_id = c.other
            WHERE (c.one, c.other) > (?, ?) ORDER BY c.one, c.other LIMIT ?
            """;

    private Transactions transactions;

    protected FeatureTable() {}

    @Inject
    public FeatureTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Reads anew what is compared.
     *
     * @return how many services
     */
    public int read() {
        return transactions.run(
                connection -> {
                    execute(connection, "DELETE FROM directory.duplicate_candidate");
                    execute(connection, "DELETE FROM directory.duplicate_key");
                    execute(connection, "DELETE FROM directory.duplicate_feature");
                    int services = update(connection, FEATURES);
                    update(connection, KEYS, SHORTEST_WORD);
                    return services;
                });
    }

    /** Brings those together that share something. */
    public void pair() {
        transactions.run(
                connection -> {
                    execute(connection, "SELECT directory.analyze_duplicates()");
                    return update(connection, CANDIDATES, MOST_OF_A_WORD, LARGEST_BLOCK);
                });
    }

    /** Pairs that share something, after the last of those before, in a stable order. */
    public List<Candidate> after(long one, long other, int most) {
        return transactions.run(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(BATCH)) {
                        select.setLong(1, one);
                        select.setLong(2, other);
                        select.setInt(3, most);
                        List<Candidate> pairs = new ArrayList<>();
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                pairs.add(candidate(row));
                            }
                        }
                        return pairs;
                    }
                });
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getLong("one"),
                row.getLong("other"),
                row.getString("one_id"),
                row.getString("other_id"),
                row.getString("one_name"),
                row.getString("other_name"),
                row.getString("compared"),
                row.getBoolean("own"),
                row.getObject("metres", Double.class),
                row.getBoolean("identifier"),
                row.getBoolean("phone"),
                row.getBoolean("mailbox"),
                row.getBoolean("site"),
                row.getBoolean("terms"));
    }

    /** Lets go of everything that a run needed. */
    public void clear() {
        transactions.run(
                connection -> {
                    execute(connection, "DELETE FROM directory.duplicate_candidate");
                    execute(connection, "DELETE FROM directory.duplicate_key");
                    execute(connection, "DELETE FROM directory.duplicate_feature");
                    return null;
                });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int update(Connection connection, String sql, int... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setInt(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}
