package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosurePage;
import org.answerable.foi.DisclosureSummary;
import org.answerable.foi.publication.Disclosures;
import org.answerable.foi.publication.PublishedDisclosure;
import org.answerable.foi.publication.WithdrawnDisclosure;

/**
 * Public copies with PostgreSQL's full-text search. Reads the two tables of the log and no other.
 */
@ApplicationScoped
public class SqlDisclosures implements Disclosures {

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlDisclosures() {}

    public SqlDisclosures(EntityManager em) {
        this.em = em;
    }

    @Override
    public DisclosurePage search(DisclosureFilter filter) {
        SqlText sql =
                new SqlText()
                        .and(
                                "not exists (select 1 from foi.withdrawal w where w.disclosure_id ="
                                        + " d.id)");
        filter.from().ifPresent(date -> sql.and("d.answered >= ?", date));
        filter.to().ifPresent(date -> sql.and("d.answered <= ?", date));
        filter.outcome().ifPresent(outcome -> sql.and("d.outcome = ?", outcome.name()));
        filter.authority().ifPresent(code -> sql.and("d.authority = ?", code));
        if (!filter.q().isEmpty()) {
            sql.and(
                    "(d.search @@ websearch_to_tsquery('english', ?)"
                            + " or d.search @@ websearch_to_tsquery('simple', ?))",
                    filter.q());
        }
        Query page =
                em.createNativeQuery(
                        "select d.reference, d.authority, d.authority_name, d.subject, d.received,"
                                + " d.answered, d.outcome, d.question_count, d.published_at from"
                                + " foi.disclosure d"
                                + sql.where()
                                + " order by d.published_at desc, d.id desc limit "
                                + filter.perPage()
                                + " offset "
                                + (long) (filter.page() - 1) * filter.perPage());
        Query total = em.createNativeQuery("select count(*) from foi.disclosure d" + sql.where());
        List<DisclosureSummary> items =
                SqlText.rows(sql.bind(page)).stream().map(SqlDisclosures::summary).toList();
        long count = ((Number) sql.bind(total).getSingleResult()).longValue();
        return new DisclosurePage(items, count, filter.page(), filter.perPage());
    }

    private static DisclosureSummary summary(Object[] r) {
        return new DisclosureSummary(
                (String) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                SqlText.date(r[4]),
                SqlText.date(r[5]),
                CaseOutcome.valueOf((String) r[6]),
                SqlText.number(r[7]),
                SqlText.instant(r[8]));
    }

    @Override
    public Optional<PublishedDisclosure> latest(String reference) {
        return em.createQuery(
                        "select d from PublishedDisclosure d where d.reference = :reference order"
                                + " by d.edition desc",
                        PublishedDisclosure.class)
                .setParameter("reference", reference)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<WithdrawnDisclosure> withdrawalOf(PublishedDisclosure disclosure) {
        return Optional.ofNullable(em.find(WithdrawnDisclosure.class, disclosure.id()));
    }

    @Override
    public void add(Disclosure disclosure) {
        int edition = latest(disclosure.reference()).map(PublishedDisclosure::edition).orElse(0);
        em.persist(new PublishedDisclosure(disclosure, edition + 1));
    }

    @Override
    public void withdraw(PublishedDisclosure disclosure, String reason, Instant at) {
        em.persist(new WithdrawnDisclosure(disclosure, reason, at));
    }
}
