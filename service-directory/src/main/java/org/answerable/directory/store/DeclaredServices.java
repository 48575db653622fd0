package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.answerable.directory.CohortWindow;
import org.answerable.directory.DeclaredCoverage;
import org.answerable.directory.DeclaredService;
import org.answerable.directory.Tier;
import org.answerable.directory.VerificationState;
import org.answerable.directory.search.Wish;

/**
 * Services whose tier is recorded, as whoever counts coverage needs them: with the LSOAs of the areas that they state and
 * the needs that their terms name by code. One statement.
 */
@ApplicationScoped
public class DeclaredServices implements DeclaredCoverage {

    private static final String SERVICES =
            """
            SELECT s.public_id, s.name, s.tier, s.lead_profession, s.age_from, s.age_to, s.week_from, s.week_to,
                coalesce(s.assured_date > ?, false) AS verified,
                array(SELECT DISTINCT t.code FROM directory.service_term c
                    JOIN directory.taxonomy_term t ON t.public_id = c.term
                    WHERE c.service_id = s.id AND t.code IS NOT NULL) AS needs,
                array(SELECT DISTINCT p.lsoa21 FROM directory.covered_area a
                    JOIN directory.area_part p ON p.area = a.area WHERE a.service_id = s.id) AS lsoas,
                (SELECT sum(c.available) FROM directory.capacity c
                    WHERE c.service_id = s.id AND c.updated >= ?) AS available,
                array(SELECT l.latitude || ' ' || l.longitude FROM directory.service_at_location l
                    WHERE l.service_id = s.id AND l.latitude IS NOT NULL) AS points
            FROM directory.service s
            WHERE s.listed AND s.status = 'active' AND s.tier IS NOT NULL
            ORDER BY s.sort_name, s.public_id
            """;

    private Transactions transactions;
    private Clock clock;

    protected DeclaredServices() {}

    @Inject
    public DeclaredServices(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<DeclaredService> services() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Signature.HERE);
        Sql sql =
                new Sql()
                        .add(
                                SERVICES,
                                today.minusDays(VerificationState.STALE.fromDays()),
                                today.minusDays(Wish.Room.DAYS)
                                        .atStartOfDay(Signature.HERE)
                                        .toOffsetDateTime());
        return transactions.run(
                connection -> {
                    return sql.list(connection, row -> service(row));
                });
    }

    private static DeclaredService service(ResultSet row) throws SQLException {
        var available = row.getBigDecimal("available");
        return new DeclaredService(
                row.getString("public_id"),
                row.getString("name"),
                Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)),
                row.getString("lead_profession"),
                Set.of(texts(row.getArray("needs"))),
                new CohortWindow(
                        row.getObject("week_from", Integer.class),
                        row.getObject("week_to", Integer.class),
                        row.getObject("age_from", Integer.class),
                        row.getObject("age_to", Integer.class)),
                Set.of(texts(row.getArray("lsoas"))),
                available == null ? null : Integer.valueOf(available.intValue()),
                row.getBoolean("verified"),
                points(texts(row.getArray("points"))));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static List<DeclaredService.Point> points(String[] texts) {
        List<DeclaredService.Point> points = new ArrayList<>();
        for (String text : texts) {
            String[] both = text.split(" ");
            points.add(
                    new DeclaredService.Point(
                            Double.parseDouble(both[0]), Double.parseDouble(both[1])));
        }
        return points;
    }
}
