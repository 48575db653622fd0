package org.answerable.cohort.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.PopulationCheck;

/**
 * Holds registrations against the newest population of the same code set whose day they cover. Ages
 * are completed years by the month of birth, from the population's first to the oldest that is
 * registered and that both hold.
 */
final class CheckPopulation {

    private static final String POPULATION =
            """
            SELECT p.id, p.reference, p.title, p.as_at, p.age_first, p.age_last, r.id AS registrations
            FROM cohort.dataset r JOIN cohort.dataset p ON p.kind = 'POPULATION' AND p.vintage = r.vintage
                AND p.as_at >= r.covers_from AND p.as_at < r.covers_to AND p.age_last >= p.age_first
            WHERE r.reference = ? AND r.kind = 'REGISTRATIONS'
                AND NOT EXISTS (SELECT FROM cohort.dataset_removal x WHERE x.dataset_id = r.id)
                AND NOT EXISTS (SELECT FROM cohort.dataset_withdrawal x WHERE x.dataset_id = p.id)
            ORDER BY p.as_at DESC, p.id DESC LIMIT 1""";

    private static final String AREAS =
            """
            WITH held AS (
                SELECT r.area_key, (? - r.birth_month) / 12 AS age, count(*) AS children
                FROM cohort.registration r
                WHERE r.dataset_id = ? AND r.from_day <= ? AND r.to_day > ?
                    AND r.birth_month <= ? - 12 * ? AND (? - r.birth_month) / 12 <= ?
                GROUP BY 1, 2),
            ages AS (SELECT max(age) AS last FROM held)
            SELECT a.code, sum(h.children)::bigint AS registered,
                (SELECT sum(n) FROM unnest(p.ages[1 : g.last - ? + 1]) n)::bigint AS people, g.last
            FROM held h JOIN cohort.area a USING (area_key) CROSS JOIN ages g
            JOIN cohort.population_area p ON p.dataset_id = ? AND p.area_code = a.code
            GROUP BY a.code, p.ages, g.last
            ORDER BY sum(h.children) - (SELECT sum(n) FROM unnest(p.ages[1 : g.last - ? + 1]) n) DESC, a.code""";

    private static final int SHOWN = 10;

    private CheckPopulation() {}

    static Optional<PopulationCheck> of(Connection connection, String registrations)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(POPULATION)) {
            select.setString(1, registrations);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? compared(connection, row) : Optional.empty();
            }
        }
    }

    private static Optional<PopulationCheck> compared(Connection connection, ResultSet population)
            throws SQLException {
        LocalDate day = population.getObject("as_at", LocalDate.class);
        int first = population.getInt("age_first");
        int month = day.getYear() * 12 + day.getMonthValue() - 1;
        try (PreparedStatement select = connection.prepareStatement(AREAS)) {
            select.setInt(1, month);
            select.setLong(2, population.getLong("registrations"));
            select.setObject(3, day);
            select.setObject(4, day);
            select.setInt(5, month);
            select.setInt(6, first);
            select.setInt(7, month);
            select.setInt(8, population.getInt("age_last"));
            select.setInt(9, first);
            select.setLong(10, population.getLong("id"));
            select.setInt(11, first);
            try (ResultSet area = select.executeQuery()) {
                return sums(population, day, first, area);
            }
        }
    }

    private static Optional<PopulationCheck> sums(
            ResultSet population, LocalDate day, int first, ResultSet area) throws SQLException {
        long areas = 0;
        long above = 0;
        long registered = 0;
        long people = 0;
        int last = first;
        List<PopulationCheck.Row> largest = new ArrayList<>();
        while (area.next()) {
            PopulationCheck.Row row =
                    new PopulationCheck.Row(
                            area.getString("code"),
                            area.getLong("registered"),
                            area.getLong("people"));
            areas++;
            registered += row.registered();
            people += row.people();
            last = area.getInt("last");
            if (row.registered() > row.people()) {
                above++;
                if (largest.size() < SHOWN) {
                    largest.add(row);
                }
            }
        }
        return areas == 0
                ? Optional.empty()
                : Optional.of(
                        new PopulationCheck(
                                population.getString("reference"),
                                population.getString("title"),
                                day,
                                first,
                                last,
                                areas,
                                above,
                                registered,
                                people,
                                largest));
    }
}
