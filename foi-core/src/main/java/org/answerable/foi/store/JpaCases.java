package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.foi.CaseFilter;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.casework.Cases;
import org.answerable.foi.casework.EvidenceCopy;
import org.answerable.foi.casework.FoiCase;
import org.answerable.foi.casework.HistoryRecord;
import org.answerable.foi.casework.SentLetter;

/** Cases by JPA; the list by one SQL query. */
@ApplicationScoped
public class JpaCases implements Cases {

    private static final String OPEN_STATES =
            Arrays.stream(CaseState.values())
                    .filter(CaseState::open)
                    .map(state -> "'" + state.name() + "'")
                    .collect(Collectors.joining(", "));

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected JpaCases() {}

    public JpaCases(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<FoiCase> find(CaseReference reference, String authority) {
        return query(reference, authority, LockModeType.NONE);
    }

    @Override
    public Optional<FoiCase> lock(CaseReference reference, String authority) {
        return query(reference, authority, LockModeType.PESSIMISTIC_WRITE);
    }

    // The parts of all questions come in one query each, not one for each question.
    private Optional<FoiCase> query(CaseReference reference, String authority, LockModeType lock) {
        return em.createQuery(
                        "select c from FoiCase c where c.reference = :reference and c.authority ="
                                + " :authority",
                        FoiCase.class)
                .setParameter("reference", reference.toString())
                .setParameter("authority", authority)
                .setLockMode(lock)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "c.questions.grounds")
                .setHint("eclipselink.batch", "c.questions.citations")
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<CaseReference> registeredAs(String submissionKey, String authority) {
        if (submissionKey.isEmpty()) {
            return Optional.empty();
        }
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "foi.submission " + authority + " " + submissionKey)
                .getSingleResult();
        return em.createQuery(
                        "select c.reference from FoiCase c where c.authority = :authority and"
                                + " c.submissionKey = :key",
                        String.class)
                .setParameter("authority", authority)
                .setParameter("key", submissionKey)
                .getResultStream()
                .findFirst()
                .map(CaseReference::of);
    }

    @Override
    public int nextNumber(String authority, int year) {
        Object number =
                em.createNativeQuery(
                                "insert into foi.reference_counter (authority, year, last) values"
                                        + " (?1, ?2, 1) on conflict (authority, year) do update set"
                                        + " last = foi.reference_counter.last + 1 returning last")
                        .setParameter(1, authority)
                        .setParameter(2, year)
                        .getSingleResult();
        return SqlText.number(number);
    }

    @Override
    public void add(FoiCase foiCase) {
        em.persist(foiCase);
        em.flush();
    }

    @Override
    public void add(EvidenceCopy copy) {
        em.persist(copy);
    }

    @Override
    public void add(HistoryRecord entry) {
        em.persist(entry);
    }

    @Override
    public void add(SentLetter letter) {
        em.persist(letter);
    }

    @Override
    public List<HistoryRecord> history(FoiCase foiCase) {
        return em.createQuery(
                        "select h from HistoryRecord h where h.caseId = :id order by h.at, h.id",
                        HistoryRecord.class)
                .setParameter("id", foiCase.id())
                .getResultList();
    }

    @Override
    public List<SentLetter> letters(FoiCase foiCase) {
        return em.createQuery(
                        "select l from SentLetter l where l.caseId = :id order by l.id",
                        SentLetter.class)
                .setParameter("id", foiCase.id())
                .getResultList();
    }

    @Override
    public Found list(CaseFilter filter, String authority, LocalDate today) {
        SqlText sql = new SqlText().and("c.authority = ?", authority);
        filter.state().ifPresent(state -> sql.and("c.state = ?", state.name()));
        filter.dueBefore().ifPresent(date -> sql.and("c.due < ?", date));
        if (filter.overdue()) {
            sql.and("c.state in (" + OPEN_STATES + ")").and("c.due < ?", today);
        }
        if (!filter.q().isEmpty()) {
            sql.and(
                    "(c.reference ilike ? or c.subject ilike ? or exists (select 1 from"
                            + " foi.question w where w.case_id = c.id and w.text ilike ?))",
                    SqlText.containing(filter.q()));
        }
        String order =
                switch (filter.sort()) {
                    // What is still to be answered first, the most urgent on top; then the latest.
                    case DUE ->
                            "case when c.state in ("
                                    + OPEN_STATES
                                    + ") then c.due end nulls last, c.due desc, c.id";
                    case RECEIVED -> "c.received desc, c.id";
                    case REFERENCE -> "c.reference, c.id";
                };
        Query page =
                em.createNativeQuery(
                        "with wanted as (select c.* from foi.foi_case c"
                                + sql.where()
                                + " order by "
                                + order
                                + " limit "
                                + filter.perPage()
                                + " offset "
                                + (long) (filter.page() - 1) * filter.perPage()
                                + ") select c.reference, c.subject, c.state, c.received, c.due,"
                                + " c.calendar, count(q.id), count(q.outcome) from wanted c left"
                                + " join foi.question q on q.case_id = c.id group by c.id,"
                                + " c.reference, c.subject, c.state, c.received, c.due, c.calendar"
                                + " order by "
                                + order);
        Query total = em.createNativeQuery("select count(*) from foi.foi_case c" + sql.where());
        List<Row> rows = SqlText.rows(sql.bind(page)).stream().map(JpaCases::row).toList();
        return new Found(rows, ((Number) sql.bind(total).getSingleResult()).longValue());
    }

    private static Row row(Object[] r) {
        return new Row(
                (String) r[0],
                (String) r[1],
                CaseState.valueOf((String) r[2]),
                SqlText.date(r[3]),
                SqlText.date(r[4]),
                (String) r[5],
                SqlText.number(r[6]),
                SqlText.number(r[7]));
    }
}
