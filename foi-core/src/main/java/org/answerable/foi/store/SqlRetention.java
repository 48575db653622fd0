package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Retention;
import org.answerable.foi.retention.RetentionRecords;

/** Periods, holds and reports as rows; what is due and erasing it as functions of the database. */
@ApplicationScoped
public class SqlRetention implements RetentionRecords {

    private static final String NONE = "NONE";

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlRetention() {}

    public SqlRetention(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Due> due(String authority, LocalDate today) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select case_id, reference, stage, due_on, hold from"
                                                + " foi.retention_due(?1, ?2) order by due_on,"
                                                + " reference, stage desc")
                                .setParameter(1, authority)
                                .setParameter(2, Date.valueOf(today)))
                .stream()
                .map(
                        r ->
                                new Due(
                                        ((Number) r[0]).longValue(),
                                        new Retention.Item(
                                                CaseReference.of((String) r[1]),
                                                Retention.Stage.valueOf((String) r[2]),
                                                SqlText.date(r[3]),
                                                (String) r[4])))
                .toList();
    }

    @Override
    public void erase(Due due) {
        em.createNativeQuery("select cast(foi.erase_case(?1, ?2) as text)")
                .setParameter(1, due.caseId())
                .setParameter(2, due.item().stage().name())
                .getSingleResult();
    }

    @Override
    public boolean alone(String authority) {
        return (Boolean)
                em.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(?1, 0))")
                        .setParameter(1, "foi.retention " + authority)
                        .getSingleResult();
    }

    @Override
    public List<String> authorities() {
        List<?> codes =
                em.createNativeQuery("select code from foi.authority order by code")
                        .getResultList();
        return codes.stream().map(String.class::cast).toList();
    }

    @Override
    public List<Retention.Rule> rules(String authority) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select distinct on (outcome) outcome, requester_months,"
                                                + " record_months, set_by_name from"
                                                + " foi.retention_rule where authority = ?1 order by"
                                                + " outcome, id desc")
                                .setParameter(1, authority))
                .stream()
                .map(
                        r ->
                                new Retention.Rule(
                                        r[0].equals(NONE)
                                                ? Optional.empty()
                                                : Optional.of(CaseOutcome.valueOf((String) r[0])),
                                        SqlText.number(r[1]),
                                        SqlText.number(r[2]),
                                        Optional.of((String) r[3])))
                .toList();
    }

    @Override
    public void add(String authority, Retention.Rule rule, Actor by, Instant at) {
        em.createNativeQuery(
                        "insert into foi.retention_rule (authority, outcome, requester_months,"
                                + " record_months, set_by, set_by_name, set_at) values (?1, ?2, ?3,"
                                + " ?4, ?5, ?6, ?7)")
                .setParameter(1, authority)
                .setParameter(2, rule.outcome().map(CaseOutcome::name).orElse(NONE))
                .setParameter(3, rule.requesterMonths())
                .setParameter(4, rule.recordMonths())
                .setParameter(5, by.username())
                .setParameter(6, by.displayName())
                .setParameter(7, Timestamp.from(at))
                .executeUpdate();
    }

    @Override
    public boolean hold(CaseReference reference, String reason, Actor by, Instant at) {
        return em.createNativeQuery(
                                "insert into foi.retention_hold (case_id, reason, placed_by,"
                                        + " placed_by_name, placed_at) select c.id, ?1, ?2, ?3, ?4 from"
                                        + " foi.foi_case c where c.reference = ?5 and c.authority ="
                                        + " ?6")
                        .setParameter(1, reason)
                        .setParameter(2, by.username())
                        .setParameter(3, by.displayName())
                        .setParameter(4, Timestamp.from(at))
                        .setParameter(5, reference.toString())
                        .setParameter(6, by.authority())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean release(long hold, String reason, Actor by, Instant at) {
        return em.createNativeQuery(
                                "insert into foi.retention_release (hold_id, reason, released_by,"
                                        + " released_by_name, released_at) select h.id, ?1, ?2, ?3, ?4"
                                        + " from foi.retention_hold h join foi.foi_case c on c.id ="
                                        + " h.case_id where h.id = ?5 and c.authority = ?6 on conflict"
                                        + " do nothing")
                        .setParameter(1, reason)
                        .setParameter(2, by.username())
                        .setParameter(3, by.displayName())
                        .setParameter(4, Timestamp.from(at))
                        .setParameter(5, hold)
                        .setParameter(6, by.authority())
                        .executeUpdate()
                == 1;
    }

    @Override
    public List<Retention.Hold> holds(String authority) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select h.id, c.reference, h.reason, h.placed_by_name,"
                                                + " h.placed_at from foi.retention_hold h join"
                                                + " foi.foi_case c on c.id = h.case_id where"
                                                + " c.authority = ?1 and not exists (select 1 from"
                                                + " foi.retention_release r where r.hold_id = h.id)"
                                                + " order by h.id desc")
                                .setParameter(1, authority))
                .stream()
                .map(
                        r ->
                                new Retention.Hold(
                                        ((Number) r[0]).longValue(),
                                        CaseReference.of((String) r[1]),
                                        (String) r[2],
                                        (String) r[3],
                                        SqlText.instant(r[4])))
                .toList();
    }

    @Override
    public void add(String authority, Retention.Run run) {
        em.createNativeQuery(
                        "insert into foi.retention_run (authority, ran_at, ran_by_name, requesters,"
                                + " records, held) values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, authority)
                .setParameter(2, Timestamp.from(run.at()))
                .setParameter(3, run.by())
                .setParameter(4, String.join(" ", run.requesters()))
                .setParameter(5, String.join(" ", run.records()))
                .setParameter(6, run.held())
                .executeUpdate();
    }

    @Override
    public List<Retention.Run> runs(String authority, int most) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select ran_at, ran_by_name, requesters, records, held from"
                                                + " foi.retention_run where authority = ?1 order by id"
                                                + " desc limit ?2")
                                .setParameter(1, authority)
                                .setParameter(2, most))
                .stream()
                .map(
                        r ->
                                new Retention.Run(
                                        SqlText.instant(r[0]),
                                        (String) r[1],
                                        references(r[2]),
                                        references(r[3]),
                                        SqlText.number(r[4])))
                .toList();
    }

    private static List<String> references(Object column) {
        String all = (String) column;
        return all.isEmpty() ? List.of() : List.of(all.split(" "));
    }
}
