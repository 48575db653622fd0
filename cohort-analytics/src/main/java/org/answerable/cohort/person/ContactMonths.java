package org.answerable.cohort.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The months in which each child and each family had a contact, as bits of one number; gathered
 * while the contacts pass, so that they need not be read again.
 */
final class ContactMonths {

    /** Months that a row holds. A mask is a difference of powers of two up to the 62nd. */
    static final int LENGTH = 62;

    private static final String STAGING =
            "CREATE TEMPORARY TABLE month_staging (child boolean, key integer, months bigint)"
                    + " ON COMMIT DROP";

    private static final String KEEP =
            """
            INSERT INTO cohort.contact_month (dataset_id, child_key, family_key, area_key,
                child_months, family_months, from_day, to_day, next_day, birth_month, siblings)
            SELECT ?, r.child_key, r.family_key, r.area_key,
                COALESCE(c.months, 0), COALESCE(f.months, 0), r.from_day, r.to_day, r.next_day,
                r.birth_month, r.siblings
            FROM cohort.registration r
            LEFT JOIN month_staging c ON c.child AND c.key = r.child_key
            LEFT JOIN month_staging f ON NOT f.child AND f.key = r.family_key
            WHERE r.dataset_id = ?""";

    private final int first;
    private final long[] children;
    private final long[] families;

    /**
     * @param first month of bit 0
     */
    ContactMonths(int first, int children, int families) {
        this.first = first;
        this.children = new long[children + 1];
        this.families = new long[families + 1];
    }

    /**
     * @param child 0 for a contact with the family as a whole
     */
    void note(int child, int family, int month) {
        int bit = month - first;
        if (bit >= 0 && bit < LENGTH) {
            long mask = 1L << bit;
            if (child > 0) {
                children[child] |= mask;
            }
            families[family] |= mask;
        }
    }

    /** Month of bit 0. */
    int first() {
        return first;
    }

    long ofChild(int child) {
        return children[child];
    }

    long ofFamily(int family) {
        return families[family];
    }

    void keep(Connection connection, int contacts, int registrations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGING);
        }
        ExtractTables.copy(
                connection,
                "month_staging",
                out -> {
                    write(out, children, true);
                    write(out, families, false);
                });
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE month_staging");
        }
        ExtractTables.forLargeSorts(connection);
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setInt(1, contacts);
            insert.setInt(2, registrations);
            insert.executeUpdate();
        }
    }

    private static void write(org.answerable.cohort.file.CopyRows out, long[] months, boolean child)
            throws SQLException {
        for (int key = 1; key < months.length; key++) {
            if (months[key] != 0) {
                out.row(3);
                out.bool(child);
                out.integer(key);
                out.bigint(months[key]);
            }
        }
    }
}
