package org.answerable.cohort.measure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Measure;
import org.answerable.cohort.definition.CheckDefinition;
import org.answerable.cohort.definition.CheckedDefinition;
import org.answerable.cohort.definition.CohortSql;
import org.answerable.cohort.definition.DefinitionWording;
import org.answerable.cohort.definition.SqlText;

/**
 * A question about a cohort as one statement: {@code is_total}, {@code code}, {@code label}, {@code
 * eligible}, {@code members} (days lived and contacts for a rate). Sums and total are the
 * database's.
 */
final class MeasureSql {

    private static final String NEWEST_NAME =
            "(SELECT n.name FROM cohort.area_name n WHERE n.area_key = %s.area_key AND NOT"
                    + " EXISTS (SELECT FROM cohort.dataset_withdrawal x WHERE x.dataset_id ="
                    + " n.dataset_id) ORDER BY"
                    + " n.dataset_id DESC LIMIT 1)";

    private static final String NOT_WITHDRAWN =
            " AND NOT EXISTS (SELECT FROM cohort.dataset_withdrawal x WHERE x.dataset_id ="
                    + " i.dataset_id)";

    private final MeasureRequest request;
    private final CheckedDefinition definition;

    MeasureSql(MeasureRequest request, CheckedDefinition definition) {
        this.request = request;
        this.definition = definition;
    }

    SqlText text(Connection connection) throws SQLException {
        return switch (request.by()) {
            case NONE -> total();
            case AGE -> byAge();
            case PERIOD -> byPeriod(connection);
            case AREA ->
                    by(
                            "a.code AS code, COALESCE("
                                    + NEWEST_NAME.formatted("a")
                                    + ", a.code) AS label",
                            new SqlText().add("JOIN cohort.area a ON a.area_key = t.area_key"));
            case WHOLE ->
                    by(
                            "COALESCE(w.code, '') AS code, COALESCE("
                                    + NEWEST_NAME.formatted("w")
                                    + ", w.code, 'Not in the look-up') AS label",
                            new SqlText()
                                    .add("LEFT JOIN LATERAL (SELECT a.area_key, a.code FROM")
                                    .add(" cohort.area_within i JOIN cohort.area a ON a.area_key =")
                                    .add(" i.whole\n  WHERE i.part = t.area_key AND a.vintage = ")
                                    .value("code set of the rows", request.whole())
                                    .add(
                                            NOT_WITHDRAWN
                                                    + " ORDER BY i.dataset_id DESC, i.share DESC LIMIT 1) w ON true"));
            case DECILE ->
                    by(
                            "lpad(w.imd_decile::text, 2, '0') AS code, COALESCE('Tenth ' ||"
                                    + " w.imd_decile, 'Without a rank') AS label",
                            new SqlText()
                                    .add("LEFT JOIN LATERAL (SELECT i.imd_decile FROM")
                                    .add(" cohort.deprivation i\n  WHERE i.area_key = t.area_key")
                                    .add(
                                            NOT_WITHDRAWN
                                                    + " ORDER BY i.dataset_id DESC LIMIT 1) w ON true"));
        };
    }

    private SqlText byArea() {
        CohortSql sql = new CohortSql(definition);
        return request.measure() == Measure.CONTACT_RATE
                ? sql.contactsAndDaysByArea()
                : sql.byArea();
    }

    private SqlText total() {
        return new SqlText()
                .add("SELECT true AS is_total, '' AS code, '' AS label, ")
                .add(
                        "COALESCE(sum(t.eligible), 0) AS eligible, COALESCE(sum(t.members), 0) AS members")
                .add("\nFROM (\n")
                .add(byArea())
                .add("\n) t");
    }

    private SqlText by(String codeAndLabel, SqlText join) {
        return sums(
                new SqlText()
                        .add("SELECT " + codeAndLabel + ", t.eligible, t.members\nFROM (\n")
                        .add(byArea())
                        .add("\n) t ")
                        .add(join));
    }

    private SqlText byAge() {
        return sums(
                new SqlText()
                        .add("SELECT lpad(t.age::text, 3, '0') AS code, 'Aged ' || t.age AS label,")
                        .add(" t.eligible, t.members\nFROM (\n")
                        .add(new CohortSql(definition).byAge())
                        .add("\n) t"));
    }

    private static SqlText sums(SqlText rows) {
        return new SqlText()
                .add("SELECT grouping(g.code) = 1 AS is_total, g.code, max(g.label) AS label,")
                .add(" COALESCE(sum(g.eligible), 0) AS eligible,")
                .add(" COALESCE(sum(g.members), 0) AS members\nFROM (\n")
                .add(rows)
                .add("\n) g\nGROUP BY GROUPING SETS ((g.code), ())\nORDER BY 1, 2");
    }

    /** The window of the cohort and those before it, each as long, the earliest first. */
    private SqlText byPeriod(Connection connection) throws SQLException {
        SqlText all = new SqlText();
        for (int i = request.periods() - 1; i >= 0; i--) {
            CheckedDefinition shifted = CheckDefinition.check(earlier(i), connection);
            CohortDefinition.Time time = shifted.definition().time();
            all.add("SELECT false AS is_total, ")
                    .value("first day", time.from().toString())
                    .add("::text AS code, ")
                    .value("period", DefinitionWording.period(time.from(), time.to()))
                    .add("::text AS label, COALESCE(sum(t.eligible), 0) AS eligible,")
                    .add(" COALESCE(sum(t.members), 0) AS members\nFROM (\n")
                    .add(new MeasureSql(request, shifted).byArea())
                    .add("\n) t");
            all.add(i == 0 ? "\nORDER BY 2" : "\nUNION ALL\n");
        }
        return all;
    }

    private CohortDefinition earlier(int periods) {
        CohortDefinition d = definition.definition();
        return new CohortDefinition(
                d.title(),
                d.unit(),
                d.age(),
                CohortDefinition.Time.window(
                        back(d.time().from(), periods), back(d.time().to(), periods)),
                d.areas(),
                d.registrations(),
                d.contacts(),
                d.events().stream().map(c -> back(c, periods)).toList(),
                d.exclusions().stream().map(c -> back(c, periods)).toList());
    }

    private CohortDefinition.Contact back(CohortDefinition.Contact c, int periods) {
        return c.from() == null
                ? c
                : new CohortDefinition.Contact(
                        c.services(),
                        c.modes(),
                        c.atLeast(),
                        back(c.from(), periods),
                        back(c.to(), periods),
                        c.ageFrom(),
                        c.ageTo());
    }

    /** Whole months where the window has whole months; days otherwise. */
    private LocalDate back(LocalDate day, int periods) {
        CohortDefinition.Time time = definition.definition().time();
        Period length = Period.between(time.from(), time.to());
        return length.getDays() == 0
                ? day.minusMonths(length.toTotalMonths() * periods)
                : day.minusDays(ChronoUnit.DAYS.between(time.from(), time.to()) * periods);
    }
}
