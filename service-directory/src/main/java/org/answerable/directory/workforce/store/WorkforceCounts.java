package org.answerable.directory.workforce.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.answerable.directory.WorkforceQuestion;
import org.answerable.directory.WorkforceReport;
import org.answerable.directory.store.Transactions;

/** Counts trained people of many months in one statement. */
@ApplicationScoped
public class WorkforceCounts {

    /**
     * Each month is taken at its last day, the present one at today. Somebody is trained by any record
     * that was not withdrawn, and not by being aware of a method. Training is valid up to its last day;
     * one of several that is valid and not overdue makes the person current.
     */
    private static final String COUNT =
            """
            WITH month AS (
                SELECT m::date AS month, least((m + interval '1 month - 1 day')::date, ?::date) AS day
                FROM generate_series(?::date, ?::date, interval '1 month') m),
            at_work AS (
                SELECT m.month, m.day, s.practitioner, s.profession, s.district, s.wte
                FROM month m
                JOIN directory.practitioner_spell s ON s.starts <= m.day AND (s.ends IS NULL OR s.ends >= m.day)
                JOIN directory.practitioner p ON p.id = s.practitioner
                WHERE (? = '' OR p.authority = ?) AND (? = '' OR s.profession = ?) AND (? = '' OR s.district = ?)),
            standing AS (
                SELECT w.month, w.day, w.practitioner, w.profession, w.district, w.wte, r.programme,
                       bool_or((r.valid_until IS NULL OR r.valid_until >= w.day)
                           AND (r.supervision_due IS NULL OR r.supervision_due >= w.day)) AS current,
                       bool_or(r.valid_until IS NULL OR r.valid_until >= w.day) AS valid,
                       max(coalesce(r.valid_until, 'infinity')) AS lasts
                FROM at_work w
                JOIN directory.training_record r ON r.practitioner = w.practitioner AND r.trained_on <= w.day
                JOIN directory.programme g ON g.code = r.programme AND (r.level <> 'AWARE' OR g.kind = 'AWARENESS')
                WHERE (? = '' OR r.programme = ?)
                  AND NOT EXISTS (SELECT FROM directory.training_withdrawal x WHERE x.record = r.id)
                GROUP BY w.month, w.day, w.practitioner, w.profession, w.district, w.wte, r.programme)
            SELECT programme, profession, district, month,
                   count(*) AS ever, sum(wte) AS ever_wte,
                   count(*) FILTER (WHERE current) AS current,
                   coalesce(sum(wte) FILTER (WHERE current), 0) AS current_wte,
                   count(*) FILTER (WHERE valid AND NOT current) AS overdue,
                   count(*) FILTER (WHERE lasts >= day AND lasts < day + 90) AS lapsing
            FROM standing
            GROUP BY programme, profession, district, month
            ORDER BY programme, profession, district, month
            """;

    private Transactions transactions;

    protected WorkforceCounts() {}

    @Inject
    public WorkforceCounts(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * @param authority whose people, or blank for all together
     */
    public List<WorkforceReport.Row> count(
            WorkforceQuestion question, String authority, LocalDate today) {
        return transactions.run(
                c -> {
                    try (PreparedStatement select = c.prepareStatement(COUNT)) {
                        select.setObject(1, today);
                        select.setObject(2, question.from().atDay(1));
                        select.setObject(3, question.to().atDay(1));
                        twice(select, 4, authority);
                        twice(select, 6, question.profession());
                        twice(select, 8, question.district());
                        twice(select, 10, question.programme());
                        return rows(select);
                    }
                });
    }

    private static void twice(PreparedStatement select, int at, String value) throws SQLException {
        select.setString(at, value == null ? "" : value);
        select.setString(at + 1, value == null ? "" : value);
    }

    private static List<WorkforceReport.Row> rows(PreparedStatement select) throws SQLException {
        List<WorkforceReport.Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(
                        new WorkforceReport.Row(
                                row.getString("programme"),
                                row.getString("profession"),
                                row.getString("district"),
                                YearMonth.from(row.getObject("month", LocalDate.class)),
                                row.getInt("ever"),
                                wte(row, "ever_wte"),
                                row.getInt("current"),
                                wte(row, "current_wte"),
                                row.getInt("overdue"),
                                row.getInt("lapsing")));
            }
        }
        return rows;
    }

    private static BigDecimal wte(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }
}
