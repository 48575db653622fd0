package org.answerable.cohort.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The newest outline of each area, as its loader left it: JSON rings of longitude and latitude. */
@ApplicationScoped
public class AreaOutlines {

    private static final String NOT_WITHDRAWN =
            " AND NOT EXISTS (SELECT FROM cohort.dataset_withdrawal w"
                    + " WHERE w.dataset_id = b.dataset_id)";

    private Transactions transactions;

    protected AreaOutlines() {}

    @Inject
    public AreaOutlines(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How many of these areas have an outline. */
    public int count(Collection<String> codes, String vintage) {
        return transactions.run(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT count(*) FROM cohort.area a WHERE a.vintage = ? AND a.code"
                                            + " = ANY (?) AND EXISTS (SELECT FROM cohort.area_boundary b"
                                            + " WHERE b.area_key = a.area_key"
                                            + NOT_WITHDRAWN
                                            + ")")) {
                        select.setString(1, vintage);
                        select.setArray(2, c.createArrayOf("text", codes.toArray()));
                        try (ResultSet row = select.executeQuery()) {
                            row.next();
                            return row.getInt(1);
                        }
                    }
                });
    }

    /**
     * Outlines by code.
     *
     * @param vintage code set of the areas
     */
    public Map<String, String> of(Collection<String> codes, String vintage) {
        return transactions.run(
                c -> {
                    Map<String, String> outlines = new LinkedHashMap<>();
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT DISTINCT ON (a.area_key) a.code, b.rings"
                                            + " FROM cohort.area a JOIN cohort.area_boundary b"
                                            + " ON b.area_key = a.area_key"
                                            + NOT_WITHDRAWN
                                            + " WHERE a.vintage = ? AND a.code = ANY (?)"
                                            + " ORDER BY a.area_key, b.dataset_id DESC")) {
                        select.setString(1, vintage);
                        select.setArray(2, c.createArrayOf("text", codes.toArray()));
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                outlines.put(row.getString("code"), row.getString("rings"));
                            }
                        }
                    }
                    return outlines;
                });
    }
}
