package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseFilter;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.LinkType;
import org.answerable.foi.casework.Appeal;
import org.answerable.foi.casework.Cases;
import org.answerable.foi.casework.EvidenceCopy;
import org.answerable.foi.casework.FoiCase;
import org.answerable.foi.casework.HistoryRecord;
import org.answerable.foi.casework.Question;
import org.answerable.foi.casework.RecordedEstimate;
import org.answerable.foi.casework.RecordedOpinion;
import org.answerable.foi.casework.ValidityCheck;

/** Cases by JPA; the list by one SQL query. */
@ApplicationScoped
public class JpaCases implements Cases {

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
    public void add(ValidityCheck check) {
        em.persist(check);
    }

    @Override
    public void add(RecordedOpinion opinion) {
        em.persist(opinion);
    }

    @Override
    public void add(RecordedEstimate estimate) {
        em.persist(estimate);
    }

    @Override
    public void add(Appeal appeal) {
        em.persist(appeal);
    }

    @Override
    public List<HistoryRecord> history(FoiCase foiCase) {
        return em.createQuery(
                        "select h from HistoryRecord h where h.caseId = :id order by h.position",
                        HistoryRecord.class)
                .setParameter("id", foiCase.id())
                .getResultList();
    }

    @Override
    public List<RecordedOpinion> opinions(FoiCase foiCase) {
        List<Long> questions = foiCase.questions().stream().map(Question::id).toList();
        return em.createQuery(
                        "select o from RecordedOpinion o where o.questionId in :questions order by"
                                + " o.id",
                        RecordedOpinion.class)
                .setParameter("questions", questions)
                .getResultList();
    }

    @Override
    public List<RecordedEstimate> estimates(FoiCase foiCase) {
        return em.createQuery(
                        "select e from RecordedEstimate e where e.caseId = :id order by e.id",
                        RecordedEstimate.class)
                .setParameter("id", foiCase.id())
                .getResultList();
    }

    @Override
    public Optional<ValidityCheck> validity(FoiCase foiCase) {
        return em.createQuery(
                        "select v from ValidityCheck v where v.caseId = :id order by v.checkedAt"
                                + " desc, v.id desc",
                        ValidityCheck.class)
                .setParameter("id", foiCase.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Appeal> appeal(FoiCase foiCase) {
        return foiCase.kind().appeal()
                ? Optional.ofNullable(em.find(Appeal.class, foiCase.id()))
                : Optional.empty();
    }

    @Override
    public List<Link> links(FoiCase foiCase) {
        Query query =
                em.createNativeQuery(
                        "select l.type, l.from_case = ?1, c.reference, c.authority, c.kind,"
                                + " c.subject, c.state from (select * from foi.case_link where"
                                + " from_case = ?1 union all select * from foi.case_link where"
                                + " to_case = ?1) l join foi.foi_case c on c.id = case when"
                                + " l.from_case = ?1 then l.to_case else l.from_case end order by"
                                + " l.linked_at, c.reference");
        return SqlText.rows(query.setParameter(1, foiCase.id())).stream()
                .map(
                        r ->
                                new Link(
                                        LinkType.valueOf((String) r[0]),
                                        (Boolean) r[1],
                                        CaseReference.of((String) r[2]),
                                        (String) r[3],
                                        CaseKind.valueOf((String) r[4]),
                                        (String) r[5],
                                        CaseState.valueOf((String) r[6])))
                .toList();
    }

    @Override
    public Optional<FoiCase> linkedFrom(FoiCase foiCase, LinkType type) {
        List<?> ids =
                em.createNativeQuery(
                                "select to_case from foi.case_link where from_case = ?1 and type ="
                                        + " ?2")
                        .setParameter(1, foiCase.id())
                        .setParameter(2, type.name())
                        .getResultList();
        return ids.stream()
                .findFirst()
                .map(id -> em.find(FoiCase.class, ((Number) id).longValue()));
    }

    @Override
    public boolean link(FoiCase from, FoiCase to, LinkType type, Actor actor) {
        em.flush();
        return em.createNativeQuery(
                                "insert into foi.case_link (from_case, to_case, type, linked_at,"
                                        + " linked_by) values (?1, ?2, ?3, now(), ?4) on conflict"
                                        + " do nothing")
                        .setParameter(1, from.id())
                        .setParameter(2, to.id())
                        .setParameter(3, type.name())
                        .setParameter(4, actor.username())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean unlink(FoiCase from, FoiCase to, LinkType type) {
        return em.createNativeQuery(
                                "delete from foi.case_link where from_case = ?1 and to_case = ?2"
                                        + " and type = ?3")
                        .setParameter(1, from.id())
                        .setParameter(2, to.id())
                        .setParameter(3, type.name())
                        .executeUpdate()
                > 0;
    }

    @Override
    public List<Long> openCasesAfter(long id, int most) {
        List<?> ids =
                em.createNativeQuery(
                                "select id from foi.foi_case where ended_on is null and id > ?1"
                                        + " order by id limit "
                                        + most)
                        .setParameter(1, id)
                        .getResultList();
        return ids.stream().map(n -> ((Number) n).longValue()).toList();
    }

    @Override
    public Optional<FoiCase> lockOpen(long id) {
        return em.createQuery(
                        "select c from FoiCase c where c.id = :id and c.endedOn is null",
                        FoiCase.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<FoiCase> lockAny(CaseReference reference) {
        return em.createQuery(
                        "select c from FoiCase c where c.reference = :reference", FoiCase.class)
                .setParameter("reference", reference.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Found list(CaseFilter filter, Scope scope, LocalDate today) {
        SqlText sql = new SqlText().and("c.authority = ?", scope.authority());
        scope.contributor()
                .ifPresent(
                        username ->
                                sql.and(
                                        "c.id in (select a.case_id from foi.question a where"
                                                + " a.allotted_to = ?)",
                                        username));
        filter.state().ifPresent(state -> sql.and("c.state = ?", state.name()));
        filter.dueBefore().ifPresent(date -> sql.and("c.due < ?", date));
        if (filter.overdue()) {
            sql.and("c.ended_on is null").and("c.due < ?", today);
        }
        if (!filter.q().isEmpty()) {
            // Each part finds its rows by an index of trigrams; an "or", or a join with the parts,
            // would read every case.
            sql.and(
                    "c.id = any (array(select s.id from foi.foi_case s where s.reference ilike ? union"
                            + " select s.id from foi.foi_case s where s.subject ilike ? union"
                            + " select w.case_id from foi.question w where w.text ilike ?))",
                    SqlText.containing(filter.q()));
        }
        String order =
                switch (filter.sort()) {
                    // What is still to be answered first, the most urgent on top; then the latest.
                    case DUE -> "c.urgency, c.id";
                    case RECEIVED -> "c.received desc, c.id";
                    case REFERENCE -> "c.reference, c.id";
                };
        // The number of a search comes with its rows: it costs as much as the search.
        boolean onRecord = onRecord(filter, scope);
        String number = onRecord ? "0" : "count(*) over ()";
        // Only the rows of the page are read whole; finding them needs no more than an index.
        Query page =
                em.createNativeQuery(
                        "with wanted as (select c.id, "
                                + number
                                + " as total from foi.foi_case c"
                                + sql.where()
                                + " order by "
                                + order
                                + " limit "
                                + filter.perPage()
                                + " offset "
                                + (long) (filter.page() - 1) * filter.perPage()
                                + ") select c.reference, c.kind, c.subject, c.state, c.received, c.due,"
                                + " c.draft_due, c.calendar, q.count, q.decided, w.total from"
                                + " wanted w join foi.foi_case c on c.id = w.id cross join lateral"
                                + " (select count(*), count(q.outcome) as decided from foi.question"
                                + " q where q.case_id = c.id) q order by "
                                + order);
        List<Object[]> found = SqlText.rows(sql.bind(page));
        List<Row> rows = found.stream().map(JpaCases::row).toList();
        if (onRecord) {
            return new Found(rows, recorded(filter, scope));
        }
        if (found.isEmpty() && filter.page() > 1) { // behind the last page
            Query total = em.createNativeQuery("select count(*) from foi.foi_case c" + sql.where());
            return new Found(rows, ((Number) sql.bind(total).getSingleResult()).longValue());
        }
        return new Found(rows, found.isEmpty() ? 0 : ((Number) found.get(0)[10]).longValue());
    }

    /** Without a filter but the state, the number of cases is on record already. */
    private static boolean onRecord(CaseFilter filter, Scope scope) {
        return filter.q().isEmpty()
                && filter.dueBefore().isEmpty()
                && !filter.overdue()
                && scope.contributor().isEmpty();
    }

    private long recorded(CaseFilter filter, Scope scope) {
        SqlText sql = new SqlText().and("c.authority = ?", scope.authority());
        filter.state().ifPresent(state -> sql.and("c.state = ?", state.name()));
        Query total =
                em.createNativeQuery(
                        "select coalesce(sum(c.cases), 0) from foi.case_count c" + sql.where());
        return ((Number) sql.bind(total).getSingleResult()).longValue();
    }

    private static Row row(Object[] r) {
        return new Row(
                (String) r[0],
                CaseKind.valueOf((String) r[1]),
                (String) r[2],
                CaseState.valueOf((String) r[3]),
                SqlText.date(r[4]),
                SqlText.date(r[5]),
                SqlText.date(r[6]),
                (String) r[7],
                SqlText.number(r[8]),
                SqlText.number(r[9]));
    }
}
