package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureFacets;
import org.answerable.foi.DisclosureFacets.Facet;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosurePage;
import org.answerable.foi.DisclosureSummary;
import org.answerable.foi.Snippet;
import org.answerable.foi.publication.Disclosures;
import org.answerable.foi.publication.PublishedDisclosure;
import org.answerable.foi.publication.WithdrawnDisclosure;

/**
 * Public copies with PostgreSQL's full-text search. Reads the two tables of the log and no other.
 */
@ApplicationScoped
public class SqlDisclosures implements Disclosures {

    private static final String COLUMNS =
            "d.id, d.reference, d.authority, d.authority_name, d.subject, d.received, d.answered,"
                    + " d.outcome, d.question_count, d.published_at, d.origin";
    private static final int AT_A_TIME = 500;
    private static final int RANKED = 50; // a parameter beyond those of any filter
    private static final int MOST_HEADLINED = 20_000;

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlDisclosures() {}

    public SqlDisclosures(EntityManager em) {
        this.em = em;
    }

    @Override
    public DisclosurePage search(DisclosureFilter filter) {
        SqlText sql = where(filter);
        Query page =
                em.createNativeQuery(
                        "select "
                                + COLUMNS
                                + " from foi.disclosure d"
                                + sql.where()
                                + " order by "
                                + order(filter)
                                + " limit "
                                + filter.perPage()
                                + " offset "
                                + (long) (filter.page() - 1) * filter.perPage());
        Query total = em.createNativeQuery("select count(*) from foi.disclosure d" + sql.where());
        List<Object[]> rows = SqlText.rows(bound(page, sql, filter));
        Map<Long, Snippet> snippets = snippets(rows, filter.q());
        List<DisclosureSummary> items =
                rows.stream().map(r -> summary(r, snippets.get(id(r)))).toList();
        long count = ((Number) sql.bind(total).getSingleResult()).longValue();
        return new DisclosurePage(items, count, filter.page(), filter.perPage());
    }

    private static SqlText where(DisclosureFilter filter) {
        SqlText sql =
                new SqlText()
                        .and(
                                "not exists (select 1 from foi.withdrawal w where w.disclosure_id ="
                                        + " d.id)");
        filter.from().ifPresent(date -> sql.and("d.answered >= ?", date));
        filter.to().ifPresent(date -> sql.and("d.answered <= ?", date));
        filter.outcome().ifPresent(outcome -> sql.and("d.outcome = ?", outcome.name()));
        filter.authority().ifPresent(code -> sql.and("d.authority = ?", code));
        filter.ground()
                .ifPresent(
                        code ->
                                sql.and(
                                        "d.grounds @> string_to_array(cast(? as text), ' ')",
                                        code));
        filter.year().ifPresent(year -> sql.and("d.year = ?", year));
        if (!filter.q().isEmpty()) {
            sql.and(
                    "(d.search @@ websearch_to_tsquery('english', ?)"
                            + " or d.search @@ websearch_to_tsquery('simple', ?))",
                    filter.q());
        }
        return sql;
    }

    /** Relevance without words is the order of publication. */
    private static String order(DisclosureFilter filter) {
        return switch (filter.sort()) {
            case PUBLISHED -> "d.published_at desc, d.id desc";
            case ANSWERED -> "d.answered desc, d.id desc";
            case OLDEST -> "d.answered, d.id";
            case RELEVANCE ->
                    filter.q().isEmpty()
                            ? "d.published_at desc, d.id desc"
                            : "ts_rank_cd(d.search, websearch_to_tsquery('english', ?"
                                    + RANKED
                                    + ")) desc, d.published_at desc, d.id desc";
        };
    }

    private static Query bound(Query query, SqlText sql, DisclosureFilter filter) {
        sql.bind(query);
        boolean ranked = filter.sort() == DisclosureFilter.Sort.RELEVANCE && !filter.q().isEmpty();
        return ranked ? query.setParameter(RANKED, filter.q()) : query;
    }

    /** Where the words are, for the rows of one page only: finding them is slow. */
    private Map<Long, Snippet> snippets(List<Object[]> rows, String q) {
        if (q.isEmpty() || rows.isEmpty()) {
            return Map.of();
        }
        String ids = rows.stream().map(r -> String.valueOf(id(r))).collect(Collectors.joining(","));
        Query query =
                em.createNativeQuery(
                                "select d.id, ts_headline('english', left(d.search_text, "
                                        + MOST_HEADLINED
                                        + "), websearch_to_tsquery('english', ?1), ?2) from"
                                        + " foi.disclosure d where d.id in ("
                                        + ids
                                        + ")")
                        .setParameter(1, q)
                        .setParameter(2, Headline.OPTIONS);
        Map<Long, Snippet> found = new HashMap<>();
        for (Object[] row : SqlText.rows(query)) {
            Headline.read((String) row[1]).ifPresent(snippet -> found.put(id(row), snippet));
        }
        return found;
    }

    @Override
    public DisclosureFacets facets(DisclosureFilter filter) {
        SqlText sql = where(filter);
        Query query =
                em.createNativeQuery(
                        "with found as (select d.authority, d.outcome, d.year, d.grounds from"
                                + " foi.disclosure d"
                                + sql.where()
                                + ") select case when grouping(authority) = 0 then 'a' when"
                                + " grouping(outcome) = 0 then 'o' else 'y' end, coalesce(authority,"
                                + " outcome, cast(year as text)), count(*) from found group by"
                                + " grouping sets ((authority), (outcome), (year)) union all select"
                                + " 'g', g, count(*) from found, unnest(found.grounds) g where g <>"
                                + " '' group by g order by 3 desc, 2");
        Map<String, List<Facet>> found = new HashMap<>();
        for (Object[] row : SqlText.rows(sql.bind(query))) {
            found.computeIfAbsent((String) row[0], k -> new ArrayList<>())
                    .add(new Facet((String) row[1], ((Number) row[2]).longValue()));
        }
        List<Facet> years = found.getOrDefault("y", new ArrayList<>());
        years.sort(Comparator.comparing(Facet::value).reversed());
        return new DisclosureFacets(
                found.getOrDefault("a", List.of()),
                found.getOrDefault("o", List.of()),
                years,
                found.getOrDefault("g", List.of()));
    }

    @Override
    public void forEach(DisclosureFilter filter, Consumer<DisclosureSummary> consumer) {
        Object[] last = null;
        List<Object[]> rows;
        do {
            SqlText sql = where(filter);
            if (last != null) { // from where the rows before ended
                long id = id(last);
                sql.and(
                        "(d.published_at, d.id) < (select l.published_at, l.id from foi.disclosure"
                                + " l where l.id = ?)",
                        id);
            }
            Query next =
                    em.createNativeQuery(
                            "select "
                                    + COLUMNS
                                    + " from foi.disclosure d"
                                    + sql.where()
                                    + " order by d.published_at desc, d.id desc limit "
                                    + AT_A_TIME);
            rows = SqlText.rows(sql.bind(next));
            rows.forEach(r -> consumer.accept(summary(r, null)));
            last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        } while (rows.size() == AT_A_TIME);
    }

    private static long id(Object[] row) {
        return ((Number) row[0]).longValue();
    }

    private static DisclosureSummary summary(Object[] r, Snippet snippet) {
        return new DisclosureSummary(
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                SqlText.date(r[5]),
                SqlText.date(r[6]),
                CaseOutcome.valueOf((String) r[7]),
                SqlText.number(r[8]),
                SqlText.instant(r[9]),
                r[10].equals("IMPORT"),
                Optional.ofNullable(snippet));
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
        em.flush();
        em.createNativeQuery("select cast(foi.empty_disclosure(?1) as text)")
                .setParameter(1, disclosure.id())
                .getSingleResult();
        em.detach(disclosure);
    }

    @Override
    public void lockImports(String authority) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "foi.disclosure_import " + authority)
                .getSingleResult();
    }

    @Override
    public void imported(
            String authority, String fileSha256, int rows, int added, Actor by, Instant at) {
        em.createNativeQuery(
                        "insert into foi.disclosure_import (authority, file_sha256, rows, added,"
                                + " imported_by, imported_by_name, imported_at) values (?1, ?2, ?3,"
                                + " ?4, ?5, ?6, ?7)")
                .setParameter(1, authority)
                .setParameter(2, fileSha256)
                .setParameter(3, rows)
                .setParameter(4, added)
                .setParameter(5, by.username())
                .setParameter(6, by.displayName())
                .setParameter(7, Timestamp.from(at))
                .executeUpdate();
    }
}
