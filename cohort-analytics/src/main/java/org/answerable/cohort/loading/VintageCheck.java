package org.answerable.cohort.loading;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.answerable.cohort.quantity.AreaVintage;

/**
 * Whether LSOA codes are of the vintage that was said: most codes of 2011 and 2021 are the same, so
 * only a look-up tells. Where the look-up of this vintage covers the place (it knows half of the codes at
 * least), codes that the other vintage has and this one has not are proof of a mistake (G2: vintages are
 * never mixed).
 */
final class VintageCheck {

    private static final String SQL =
            """
            WITH codes AS (%s),
            known AS (
                SELECT DISTINCT a.code, a.vintage FROM cohort.area a
                JOIN cohort.area_name n ON n.area_key = a.area_key WHERE a.vintage IN (?, ?))
            SELECT count(*), count(own.code),
                count(*) FILTER (WHERE own.code IS NULL AND other.code IS NOT NULL),
                min(c.code COLLATE "C") FILTER (WHERE own.code IS NULL AND other.code IS NOT NULL),
                EXISTS (SELECT FROM known WHERE vintage = ?)
            FROM codes c
            LEFT JOIN known own ON own.code = c.code AND own.vintage = ?
            LEFT JOIN known other ON other.code = c.code AND other.vintage = ?""";

    private final Loading loading;

    VintageCheck(Loading loading) {
        this.loading = loading;
    }

    void ofPopulation() throws SQLException {
        of(
                "SELECT DISTINCT area_code AS code FROM cohort.population_area WHERE dataset_id = "
                        + loading.key());
    }

    /**
     * @param codes a query with one column {@code code}, each code once
     */
    void of(String codes) throws SQLException {
        String own = loading.description().vintage();
        if (!loading.sound() || !own.startsWith("LSOA")) {
            return;
        }
        String other =
                own.equals(AreaVintage.LSOA_2011.name())
                        ? AreaVintage.LSOA_2021.name()
                        : AreaVintage.LSOA_2011.name();
        try (PreparedStatement select =
                loading.connection().prepareStatement(SQL.formatted(codes))) {
            select.setString(1, own);
            select.setString(2, other);
            select.setString(3, own);
            select.setString(4, own);
            select.setString(5, other);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                judge(row, words(own), words(other));
            }
        }
    }

    private void judge(ResultSet row, String own, String other) throws SQLException {
        long codes = row.getLong(1);
        long known = row.getLong(2);
        long ofOther = row.getLong(3);
        if (!row.getBoolean(5)) {
            loading.note(
                    "That the codes are of "
                            + own
                            + " is as described: no look-up of "
                            + own
                            + " was loaded to hold them against.");
        } else if (ofOther > 0 && known * 2 >= codes) {
            loading.rejections()
                    .add(
                            1,
                            "",
                            row.getString(4),
                            ofOther
                                    + " of the "
                                    + codes
                                    + " codes are of "
                                    + other
                                    + " and not of "
                                    + own
                                    + ", as the description says. Correct the description.");
        } else if (known < codes) {
            loading.note(
                    (codes - known)
                            + " of the "
                            + codes
                            + " codes are not in the look-up of "
                            + own
                            + " that was loaded.");
        }
    }

    private static String words(String vintage) {
        return vintage.replace('_', ' ');
    }
}
