package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.document.DisclosureForm;
import org.answerable.foi.similarity.EarlierTexts;

/**
 * Likeness by PostgreSQL: the rarest words of the text through the full-text index, like subjects by
 * trigram. Only the rarest words are looked up, so that common ones cost nothing.
 */
@ApplicationScoped
public class SqlEarlierTexts implements EarlierTexts {

    /**
     * The rarest words first, as long as the documents that have them are few in sum. A document's
     * score is the share of the weight of all these words that it has, and its subject's likeness.
     */
    private static final String PUBLISHED =
            """
            with asked as (
                select w.word, w.documents,
                       ln((select greatest(max(documents), 2) from foi.disclosure_word) * 2.0
                          / w.documents) as weight
                from unnest(tsvector_to_array(to_tsvector('english', ?1))) as a (word)
                join foi.disclosure_word w on w.word = a.word
                where length(a.word) >= 3
            ), rare as (
                select word, weight
                from (select word, weight, row_number() over by_rarity as place,
                             sum(documents) over by_rarity as looked_at
                      from asked
                      window by_rarity as (order by documents, word)) ordered
                where place <= 12 and (place <= 2 or looked_at <= 4000)
            ), by_words as (
                select d.id, sum(r.weight) / (select sum(weight) from rare) as share,
                       count(*) as words, string_agg(r.word, ' ' order by r.weight desc) as shared
                from rare r
                join foi.disclosure d on d.search @@ cast(quote_literal(r.word) as tsquery)
                group by d.id
                order by 2 desc, 1 desc
                limit 50
            ), by_subject as (
                select d.id from foi.disclosure d where foi.alike(d.subject, ?2) limit 200
            ), found as (
                select d.id, d.reference, d.edition, d.content, d.subject,
                       coalesce(b.share, 0) as share, coalesce(b.words, 0) as words,
                       coalesce(b.shared, '') as shared,
                       foi.likeness(d.subject, ?2) as likeness
                from foi.disclosure d
                left join by_words b on b.id = d.id
                where d.id in (select id from by_words union select id from by_subject)
                  and not exists (select 1 from foi.withdrawal w where w.disclosure_id = d.id)
            )
            select content, shared, likeness
            from found
            where (words >= 2 and share >= 0.25) or likeness >= 0.4
            order by share + likeness desc, id desc
            limit ?3""";

    /** Looks at the latest 1,500 open cases, each once: more than that are seldom open together. */
    private static final String OPEN =
            """
            with open_case as materialized (
                select c.id, c.reference, c.authority, c.subject, c.state,
                       foi.likeness(c.subject, ?1) as subject_like
                from foi.foi_case c
                where c.ended_on is null and c.kind = 'REQUEST' and c.reference <> ?3
                order by c.received desc, c.id desc
                limit 1500
            ), asked as materialized (
                select q.case_id, max(foi.likeness(left(q.text, 160), ?2)) as question_like
                from open_case o
                join foi.question q on q.case_id = o.id
                group by q.case_id
            )
            select o.reference, o.authority, a.name, o.subject, o.state,
                   greatest(o.subject_like, q.question_like)
            from open_case o
            join asked q on q.case_id = o.id
            join foi.authority a on a.code = o.authority
            where greatest(o.subject_like, q.question_like) >= 0.3
            order by 6 desc, o.id desc
            limit ?4""";

    private static final String SAME_REQUESTER =
            """
            select c.reference, c.subject, c.received, c.state, c.sent_on,
                   greatest(foi.likeness(c.subject, o.subject),
                            foi.likeness(left(c.request_text, 500), left(o.request_text, 500)))
            from foi.foi_case o
            join foi.requester asker on asker.case_id = o.id
            join foi.requester r on (asker.email <> '' and lower(r.email) = lower(asker.email))
                or (asker.name <> '' and lower(r.name) = lower(asker.name)
                    and (r.email = '' or asker.email = ''))
            join foi.foi_case c on c.id = r.case_id
            where o.reference = ?1 and o.authority = ?2 and c.authority = ?2 and c.id <> o.id
              and c.kind = 'REQUEST'
            order by c.received desc, c.id desc
            limit ?3""";

    private static final int MOST_COMPARED = 160; // as many of the question, see OPEN

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlEarlierTexts() {}

    public SqlEarlierTexts(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Hit> published(String text, String subject, int most) {
        Query query =
                em.createNativeQuery(PUBLISHED)
                        .setParameter(1, text)
                        .setParameter(2, subject)
                        .setParameter(3, most);
        return SqlText.rows(query).stream()
                .map(
                        r ->
                                new Hit(
                                        DisclosureForm.read((String) r[0]),
                                        words((String) r[1], text),
                                        ((Number) r[2]).doubleValue()))
                .toList();
    }

    /** The stems as the words of the text that begin with them. */
    private static List<String> words(String stems, String text) {
        if (stems.isEmpty()) {
            return List.of();
        }
        List<String> typed = Arrays.stream(text.split("[^\\p{L}\\p{N}'’]+")).toList();
        return Arrays.stream(stems.split(" ")).map(stem -> word(stem, typed)).distinct().toList();
    }

    private static String word(String stem, List<String> typed) {
        String start = stem.length() > 3 ? stem.substring(0, stem.length() - 1) : stem;
        return typed.stream()
                .filter(w -> w.regionMatches(true, 0, start, 0, start.length()))
                .findFirst()
                .orElse(stem);
    }

    @Override
    public List<OpenHit> open(
            String text, String subject, Optional<CaseReference> except, int most) {
        Query query =
                em.createNativeQuery(OPEN)
                        .setParameter(1, subject)
                        .setParameter(2, beginning(text))
                        .setParameter(3, except.map(CaseReference::toString).orElse(""))
                        .setParameter(4, most);
        return SqlText.rows(query).stream()
                .map(
                        r ->
                                new OpenHit(
                                        CaseReference.of((String) r[0]),
                                        (String) r[1],
                                        (String) r[2],
                                        (String) r[3],
                                        CaseState.valueOf((String) r[4]),
                                        ((Number) r[5]).doubleValue()))
                .toList();
    }

    private static String beginning(String text) {
        return text.length() <= MOST_COMPARED ? text : text.substring(0, MOST_COMPARED);
    }

    @Override
    public Optional<CaseText> text(CaseReference reference, String authority) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select c.subject, string_agg(q.text, E'\\n' order by"
                                                + " q.number) from foi.foi_case c join foi.question q"
                                                + " on q.case_id = c.id where c.reference = ?1 and"
                                                + " c.authority = ?2 group by c.id")
                                .setParameter(1, reference.toString())
                                .setParameter(2, authority))
                .stream()
                .findFirst()
                .map(r -> new CaseText((String) r[0], (String) r[1]));
    }

    @Override
    public List<Earlier> ofTheSameRequester(CaseReference reference, String authority, int most) {
        Query query =
                em.createNativeQuery(SAME_REQUESTER)
                        .setParameter(1, reference.toString())
                        .setParameter(2, authority)
                        .setParameter(3, most);
        return SqlText.rows(query).stream()
                .map(
                        r ->
                                new Earlier(
                                        CaseReference.of((String) r[0]),
                                        (String) r[1],
                                        SqlText.date(r[2]),
                                        CaseState.valueOf((String) r[3]),
                                        Optional.ofNullable(r[4]).map(SqlText::date),
                                        ((Number) r[5]).doubleValue()))
                .toList();
    }
}
