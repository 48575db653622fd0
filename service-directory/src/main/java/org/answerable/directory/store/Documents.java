package org.answerable.directory.store;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.answerable.directory.hsds.Neighbours;
import org.answerable.directory.json.Json;

/** Reads the documents in force. */
final class Documents {

    private Documents() {}

    static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The documents in force of records of a kind, by public id. */
    static Map<String, JsonObject> current(
            Connection connection, RecordKind kind, Collection<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String sql =
                "SELECT v.record, v.document FROM directory."
                        + kind.table()
                        + " r JOIN directory.version v ON v.kind = ? AND v.record = r.public_id"
                        + " AND v.number = r.version WHERE r.public_id = ANY (?)";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, kind.table());
            select.setArray(2, connection.createArrayOf("text", ids.toArray()));
            Map<String, JsonObject> documents = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    documents.put(row.getString(1), parse(row.getString(2)));
                }
            }
            return documents;
        }
    }

    /** Terms with their taxonomies, by public id. */
    static Map<String, Neighbours.Term> terms(Connection connection, Collection<String> ids)
            throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String sql =
                "SELECT t.public_id, v.document, x.public_id, x.name FROM directory.taxonomy_term t"
                        + " JOIN directory.version v ON v.kind = 'taxonomy_term' AND v.record = t.public_id"
                        + " AND v.number = t.version LEFT JOIN directory.taxonomy x ON x.id = t.taxonomy_id"
                        + " WHERE t.public_id = ANY (?)";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            Map<String, Neighbours.Term> terms = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    terms.put(
                            row.getString(1),
                            new Neighbours.Term(
                                    parse(row.getString(2)), row.getString(3), row.getString(4)));
                }
            }
            return terms;
        }
    }
}
