package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Histories;
import org.answerable.foi.HistoryCheck;
import org.answerable.foi.NotFound;
import org.answerable.foi.Role;

/** The check is one statement over all entries, in the database that keeps them. */
@ApplicationScoped
@Transactional
public class SqlHistories implements Histories {

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlHistories() {}

    public SqlHistories(EntityManager em) {
        this.em = em;
    }

    @Override
    public HistoryCheck verify(Actor actor) {
        actor.require(Role.AUDITOR, Role.ADMIN, Role.OFFICER);
        return check(actor, Optional.empty());
    }

    @Override
    public HistoryCheck verify(CaseReference reference, Actor actor) {
        actor.require(Role.AUDITOR, Role.ADMIN, Role.OFFICER);
        List<?> ids =
                em.createNativeQuery(
                                "select id from foi.foi_case where reference = ?1 and authority ="
                                        + " ?2")
                        .setParameter(1, reference.toString())
                        .setParameter(2, actor.authority())
                        .getResultList();
        if (ids.isEmpty()) {
            throw new NotFound("There is no case " + reference + " in your authority.");
        }
        return check(actor, Optional.of(((Number) ids.get(0)).longValue()));
    }

    private HistoryCheck check(Actor actor, Optional<Long> only) {
        Query counts =
                em.createNativeQuery(
                        "select count(distinct h.case_id), count(*) from foi.history h join"
                                + " foi.foi_case c on c.id = h.case_id where c.authority = ?1 and"
                                + " (cast(?2 as bigint) is null or c.id = cast(?2 as bigint))");
        Query faults =
                em.createNativeQuery(
                        "select c.reference, b.place, b.fault from foi.broken_history(cast(?2 as"
                                + " bigint)) b join foi.foi_case c on c.id = b.case_id where"
                                + " c.authority = ?1 order by c.reference, b.place");
        for (Query query : List.of(counts, faults)) {
            query.setParameter(1, actor.authority());
            query.setParameter(2, only.map(String::valueOf).orElse(null));
        }
        Object[] count = (Object[]) counts.getSingleResult();
        return new HistoryCheck(
                ((Number) count[0]).longValue(),
                ((Number) count[1]).longValue(),
                SqlText.rows(faults).stream()
                        .map(
                                r ->
                                        new HistoryCheck.Fault(
                                                CaseReference.of((String) r[0]),
                                                SqlText.number(r[1]),
                                                (String) r[2]))
                        .toList());
    }
}
