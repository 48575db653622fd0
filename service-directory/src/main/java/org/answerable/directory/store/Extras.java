package org.answerable.directory.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.answerable.directory.Freshness;

/** Properties that depend on the day or on the question, put at the end of an item that is kept as text. */
final class Extras {

    private Extras() {}

    /** The item of the current row with its freshness. */
    static String withFreshness(ResultSet row, String item, LocalDate today) throws SQLException {
        Freshness fresh =
                Freshness.on(
                        today,
                        row.getObject("assured_date", LocalDate.class),
                        row.getDouble("provenance"),
                        row.getDouble("completeness"));
        return with(
                item,
                "\"x_freshness\":{\"score\":"
                        + fresh.score()
                        + ",\"grade\":\""
                        + fresh.grade()
                        + "\",\"recency\":"
                        + share(fresh.recency())
                        + ",\"provenance\":"
                        + share(fresh.provenance())
                        + ",\"completeness\":"
                        + share(fresh.completeness())
                        + "}");
    }

    /** The item with another property. */
    static String with(String item, String property) {
        return item.substring(0, item.length() - 1) + "," + property + "}";
    }

    private static String share(double share) {
        return BigDecimal.valueOf(share)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
