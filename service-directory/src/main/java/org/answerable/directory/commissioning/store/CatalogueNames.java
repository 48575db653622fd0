package org.answerable.directory.commissioning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.answerable.directory.store.Transactions;

/** Organisations and services of the catalogue by name and by public id. */
@ApplicationScoped
public class CatalogueNames {

    private Transactions transactions;

    protected CatalogueNames() {}

    @Inject
    public CatalogueNames(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Public ids of organisations by their name in small letters; those not known are left out. */
    public Map<String, String> organizations(Collection<String> names) {
        return pairs(
                "SELECT lower(name), min(public_id) FROM directory.organization WHERE lower(name) = ANY"
                        + " (?) GROUP BY lower(name)",
                names.stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)).toList());
    }

    /** Names of services by public id; those not known are left out. */
    public Map<String, String> services(Collection<String> ids) {
        return pairs(
                "SELECT public_id, name FROM directory.service WHERE public_id = ANY (?) ORDER BY name",
                ids);
    }

    private Map<String, String> pairs(String sql, Collection<String> keys) {
        if (keys.isEmpty()) {
            return new HashMap<>();
        }
        return transactions.run(
                c -> {
                    try (PreparedStatement select = c.prepareStatement(sql)) {
                        Columns.texts(select, 1, keys);
                        return read(select);
                    }
                });
    }

    private static Map<String, String> read(PreparedStatement select) throws SQLException {
        Map<String, String> pairs = new LinkedHashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                pairs.put(row.getString(1), row.getString(2));
            }
        }
        return pairs;
    }
}
