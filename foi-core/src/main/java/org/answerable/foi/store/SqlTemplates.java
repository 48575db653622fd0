package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterTemplates.Template;
import org.answerable.foi.letter.ShippedTemplates;
import org.answerable.foi.letter.Templates;

/** Versions of the templates as rows, by authority. */
@ApplicationScoped
public class SqlTemplates implements Templates {

    private static final String COLUMNS =
            "select kind, version, text, shipped, saved_by_name, saved_at from foi.letter_template"
                    + " where authority = ?1 and kind = ?2 order by version desc";

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    @Inject private Clock clock;

    protected SqlTemplates() {}

    public SqlTemplates(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    @Override
    public Template current(String authority, LetterKind kind) {
        Optional<Template> newest = newest(authority, kind);
        String shipped = ShippedTemplates.text(kind);
        boolean upToDate = newest.filter(t -> !t.shipped() || t.text().equals(shipped)).isPresent();
        if (!upToDate) {
            int version = newest.map(Template::version).orElse(0) + 1;
            insert(authority, kind, version, shipped, true, "Answerable", clock.instant());
            newest = newest(authority, kind);
        }
        return newest.orElseThrow();
    }

    private Optional<Template> newest(String authority, LetterKind kind) {
        return read(COLUMNS + " limit 1", authority, kind).stream().findFirst();
    }

    @Override
    public List<Template> versions(String authority, LetterKind kind) {
        return read(COLUMNS, authority, kind);
    }

    private List<Template> read(String sql, String authority, LetterKind kind) {
        return SqlText.rows(
                        em.createNativeQuery(sql)
                                .setParameter(1, authority)
                                .setParameter(2, kind.name()))
                .stream()
                .map(SqlTemplates::template)
                .toList();
    }

    private static Template template(Object[] r) {
        return new Template(
                LetterKind.valueOf((String) r[0]),
                SqlText.number(r[1]),
                (String) r[2],
                (Boolean) r[3],
                (String) r[4],
                SqlText.instant(r[5]));
    }

    @Override
    public boolean add(
            String authority,
            LetterKind kind,
            int version,
            String text,
            String savedBy,
            Instant savedAt) {
        return insert(authority, kind, version, text, false, savedBy, savedAt);
    }

    private boolean insert(
            String authority,
            LetterKind kind,
            int version,
            String text,
            boolean shipped,
            String savedBy,
            Instant savedAt) {
        return em.createNativeQuery(
                                "insert into foi.letter_template (authority, kind, version, text,"
                                        + " shipped, saved_by_name, saved_at) values (?1, ?2, ?3, ?4,"
                                        + " ?5, ?6, ?7) on conflict do nothing")
                        .setParameter(1, authority)
                        .setParameter(2, kind.name())
                        .setParameter(3, version)
                        .setParameter(4, text)
                        .setParameter(5, shipped)
                        .setParameter(6, savedBy)
                        .setParameter(7, Timestamp.from(savedAt))
                        .executeUpdate()
                == 1;
    }
}
