package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.ComplianceReport;
import org.answerable.foi.ReportScope;
import org.answerable.foi.casework.Calendars;
import org.answerable.foi.clock.StatutoryClock;
import org.answerable.foi.reporting.CountedRequest;
import org.answerable.foi.reporting.RequestRows;

/** The requests of a period with their grounds, in one statement whatever their number. */
@ApplicationScoped
public class SqlRequestRows implements RequestRows {

    private static final String REQUESTS =
            """
            with received as (
                select c.id, c.reference, c.subject, c.received, c.base_due, c.due, c.extended,
                       c.ended_on, c.sent_on, c.outcome, c.days_taken, c.calendar, c.state
                from foi.foi_case c
                where c.kind = 'REQUEST' and c.received between ?1 and ?2 %s
            ), grounds as (
                select q.case_id, string_agg(distinct g.code, ' ') as codes
                from received r
                join foi.question q on q.case_id = r.id
                join foi.ground g on g.question_id = q.id
                group by q.case_id
            ), clarified as (
                select distinct e.case_id
                from received r
                join foi.clock_event e on e.case_id = r.id
                where e.type = 'CLARIFICATION_REQUESTED'
            )
            select r.reference, r.subject, r.received, r.base_due, r.due, r.extended, r.ended_on,
                   r.sent_on, r.outcome, r.days_taken, r.calendar, r.state,
                   coalesce(g.codes, '') as codes, k.case_id is not null as asked
            from received r
            left join grounds g on g.case_id = r.id
            left join clarified k on k.case_id = r.id
            order by r.received, r.id""";

    private static final String REVIEWS =
            """
            select count(*) filter (where c.received between ?1 and ?2),
                   count(*) filter (where c.ended_on between ?1 and ?2)
            from foi.foi_case c
            where c.kind = 'INTERNAL_REVIEW' %s""";

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    private final Calendars calendars;

    /** For the container's proxy. */
    protected SqlRequestRows() {
        this.calendars = null;
    }

    @Inject
    public SqlRequestRows(Calendars calendars) {
        this.calendars = calendars;
    }

    public SqlRequestRows(EntityManager em, Calendars calendars) {
        this(calendars);
        this.em = em;
    }

    @Override
    public Received received(ReportScope scope) {
        List<CountedRequest> requests = new ArrayList<>();
        long notRequests = 0;
        for (Object[] row : SqlText.rows(query(REQUESTS, scope))) {
            if (row[11].equals("INVALID")) {
                notRequests++;
            } else {
                requests.add(request(row));
            }
        }
        return new Received(requests, notRequests);
    }

    @Override
    public ComplianceReport.Reviews reviews(ReportScope scope) {
        Object[] counts = SqlText.rows(query(REVIEWS, scope)).get(0);
        return new ComplianceReport.Reviews(
                ((Number) counts[0]).longValue(), ((Number) counts[1]).longValue());
    }

    private Query query(String sql, ReportScope scope) {
        Query query =
                em.createNativeQuery(
                                sql.formatted(
                                        scope.authority().isPresent()
                                                ? "and c.authority = ?3"
                                                : ""))
                        .setParameter(1, Date.valueOf(scope.from()))
                        .setParameter(2, Date.valueOf(scope.to()));
        scope.authority().ifPresent(code -> query.setParameter(3, code));
        return query;
    }

    private CountedRequest request(Object[] r) {
        LocalDate received = SqlText.date(r[2]);
        Optional<LocalDate> sent = date(r[7]);
        String codes = (String) r[12];
        return new CountedRequest(
                (String) r[0],
                (String) r[1],
                received,
                date(r[3]),
                date(r[4]),
                (Boolean) r[5],
                date(r[6]),
                sent.isPresent(),
                Optional.ofNullable((String) r[8]).map(CaseOutcome::valueOf),
                sent.isPresent()
                        ? OptionalInt.of(taken(r[9], received, sent.get(), (String) r[10]))
                        : OptionalInt.empty(),
                codes.isEmpty() ? Set.of() : Set.of(codes.split(" ")),
                (Boolean) r[13],
                r[11].equals("LAPSED"));
    }

    /** Answers from before days were stored had no clock events: their days are counted plainly. */
    private int taken(Object stored, LocalDate received, LocalDate sent, String calendar) {
        return stored == null
                ? StatutoryClock.workingDaysBetween(received, sent, calendars.version(calendar))
                : SqlText.number(stored);
    }

    private static Optional<LocalDate> date(Object column) {
        return Optional.ofNullable(column).map(SqlText::date);
    }
}
