package org.answerable.cohort.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.quantity.AgeBand;

/**
 * Counts people by area and single year of age with one statement. The database makes every sum and
 * the total; this class only lays the answer out. The text is fixed but for the grouping, which
 * comes from {@link GroupBy}; all else is a parameter.
 */
final class PopulationCount {

    private static final int SECONDS = 60;

    /** Sums by area first, then the sums and the total of those few: one pass over the areas. */
    private static final String SQL =
            """
            WITH wanted AS (
                SELECT ?::integer AS first_age, ?::integer AS last_age,
                       ?::text AS dataset, ?::text[] AS districts
            ), counted AS (
                SELECT %1$s AS code, %2$s AS label, y.age,
                       sum(a.ages[y.age - d.age_first + 1]) AS people
                FROM wanted w
                JOIN cohort.dataset d ON d.reference = w.dataset
                JOIN cohort.population_area a ON a.dataset_id = d.id%5$s
                CROSS JOIN generate_series(w.first_age, w.last_age) AS y (age)
                WHERE w.districts IS NULL OR a.district = ANY (w.districts)
                GROUP BY 1, 2, 3
            )
            SELECT %3$s AS is_total, max(code) AS code, max(label) AS label, age, sum(people) AS people
            FROM counted
            GROUP BY GROUPING SETS (%4$s)
            ORDER BY is_total, max(code), age NULLS LAST""";

    private static final String BY_CODE = "(code, age), (code), (age), ()";

    /** The tenth in the file itself, else that of the newest deprivation dataset of the same areas. */
    private static final String TENTHS =
            """

                CROSS JOIN LATERAL (
                    SELECT coalesce(a.imd2019_decile, (SELECT i.imd_decile FROM cohort.deprivation i
                        JOIN cohort.area x ON x.area_key = i.area_key
                        WHERE x.vintage = d.vintage AND x.code = a.area_code
                            AND NOT EXISTS (SELECT FROM cohort.dataset_withdrawal v
                                WHERE v.dataset_id = i.dataset_id)
                        ORDER BY i.dataset_id DESC LIMIT 1)) AS tenth
                ) t""";

    private final FigureRequest request;
    private final AgeBand ages;
    private final String sql;

    PopulationCount(FigureRequest request) {
        this.request = request;
        this.ages = new AgeBand(request.ageFrom(), request.ageTo());
        this.sql = sql(request.groupBy());
    }

    /** The statement and its values, as {@link #run} runs it. */
    Figure.Query query() {
        return new Figure.Query(
                sql,
                List.of(
                        new Figure.Parameter("first age", String.valueOf(ages.from())),
                        new Figure.Parameter("last age", String.valueOf(ages.to() - 1)),
                        new Figure.Parameter("dataset", request.datasetId()),
                        new Figure.Parameter(
                                "districts",
                                request.districts().isEmpty()
                                        ? "all"
                                        : String.join("; ", request.districts()))));
    }

    FigureTable run(Connection connection, String areaHeading) throws SQLException {
        Map<String, Counts> areas = new LinkedHashMap<>();
        Counts total = new Counts("", request.totalLabel());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setQueryTimeout(SECONDS);
            select.setInt(1, ages.from());
            select.setInt(2, ages.to() - 1);
            select.setString(3, request.datasetId());
            select.setArray(
                    4,
                    request.districts().isEmpty()
                            ? null
                            : connection.createArrayOf("text", request.districts().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String code = row.getString("code");
                    Counts into =
                            row.getBoolean("is_total")
                                    ? total
                                    : areas.computeIfAbsent(code, c -> counts(c, label(row)));
                    into.take(row);
                }
            }
        }
        return new FigureTable(
                columns(areaHeading),
                ages.years(),
                areas.values().stream().map(Counts::row).toList(),
                total.row());
    }

    private Counts counts(String code, String label) {
        return new Counts(request.groupBy() == GroupBy.AREA ? code : "", label);
    }

    private static String label(ResultSet row) {
        try {
            return row.getString("label");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> columns(String areaHeading) {
        List<String> columns = new ArrayList<>();
        columns.add(areaHeading);
        ages.years().forEach(y -> columns.add("Aged " + y));
        columns.add(
                ages.label().substring(0, 1).toUpperCase(Locale.UK) + ages.label().substring(1));
        return columns;
    }

    private static String sql(GroupBy groupBy) {
        return switch (groupBy) {
            case DISTRICT -> byArea("a.district", "a.district");
            case AREA -> byArea("a.area_code", "coalesce(a.area_name, a.area_code)");
            case DECILE ->
                    SQL.formatted(
                            "coalesce(lpad(t.tenth::text, 2, '0'), '99')",
                            "coalesce('Tenth ' || t.tenth, 'Without a rank')",
                            "grouping(code) = 1",
                            BY_CODE,
                            TENTHS);
            case NONE -> SQL.formatted("NULL::text", "NULL::text", "true", "(age), ()", "");
        };
    }

    private static String byArea(String code, String label) {
        return SQL.formatted(code, label, "grouping(code) = 1", BY_CODE, "");
    }

    /** The counts of one area while the rows of the answer come in. */
    private static final class Counts {
        private final String code;
        private final String label;
        private final List<Long> byAge = new ArrayList<>();
        private long sum;

        Counts(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** Ages come in order; the row without an age is the sum. */
        void take(ResultSet row) throws SQLException {
            row.getInt("age");
            if (row.wasNull()) {
                sum = row.getLong("people");
            } else {
                byAge.add(row.getLong("people"));
            }
        }

        FigureTable.Row row() {
            return new FigureTable.Row(code, label, byAge, sum);
        }
    }
}
