package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Redating;
import org.answerable.foi.calendar.CalendarVersions;
import org.answerable.foi.casework.Calendars;
import org.answerable.foi.clock.WorkingCalendar;
import org.answerable.foi.document.Json;

/** Calendar versions and proposals as rows that are only ever added. */
@ApplicationScoped
public class SqlCalendarVersions implements CalendarVersions {

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    private final Calendars calendars;

    /** For the container's proxy. */
    protected SqlCalendarVersions() {
        this.calendars = null;
    }

    @Inject
    public SqlCalendarVersions(Calendars calendars) {
        this.calendars = calendars;
    }

    public SqlCalendarVersions(EntityManager em, Calendars calendars) {
        this(calendars);
        this.em = em;
    }

    @Override
    public List<Kept> all() {
        calendars.current(); // a first start takes the calendar of the product
        return SqlText.rows(
                        em.createNativeQuery(
                                "select version, loaded_at, adopted_by_name, reason from"
                                        + " foi.calendar_version order by "
                                        + SqlCalendars.NEWEST_FIRST))
                .stream()
                .map(
                        r ->
                                new Kept(
                                        calendars.version((String) r[0]),
                                        SqlText.instant(r[1]),
                                        Optional.ofNullable((String) r[2]),
                                        (String) r[3]))
                .toList();
    }

    @Override
    public void lock() {
        em.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('foi.calendar', 0))")
                .getSingleResult();
    }

    @Override
    public long propose(
            String against, String content, List<String> kept, Actor actor, Instant at) {
        Object id =
                em.createNativeQuery(
                                "insert into foi.calendar_proposal (against, content, kept,"
                                        + " proposed_by, proposed_by_name, proposed_at) values (?1,"
                                        + " ?2, ?3, ?4, ?5, ?6) returning id")
                        .setParameter(1, against)
                        .setParameter(2, content)
                        .setParameter(3, String.join("\n", kept))
                        .setParameter(4, actor.username())
                        .setParameter(5, actor.displayName())
                        .setParameter(6, Timestamp.from(at))
                        .getSingleResult();
        return ((Number) id).longValue();
    }

    @Override
    public Optional<Proposed> proposal(long id) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select p.against, p.content, p.kept, p.proposed_by_name,"
                                                + " p.proposed_at, v.version from foi.calendar_proposal"
                                                + " p left join foi.calendar_version v on v.proposal ="
                                                + " p.id where p.id = ?1")
                                .setParameter(1, id))
                .stream()
                .findFirst()
                .map(
                        r ->
                                new Proposed(
                                        id,
                                        (String) r[0],
                                        (String) r[1],
                                        ((String) r[2]).isEmpty()
                                                ? List.of()
                                                : List.of(((String) r[2]).split("\n")),
                                        (String) r[3],
                                        SqlText.instant(r[4]),
                                        Optional.ofNullable((String) r[5])));
    }

    @Override
    public void add(
            WorkingCalendar calendar, String content, Proposed proposal, String reason, Actor by) {
        em.createNativeQuery(
                        "insert into foi.calendar_version (version, taken_at, content_hash,"
                                + " content, proposal, adopted_by, adopted_by_name, reason) values (?1,"
                                + " ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .setParameter(1, calendar.version())
                .setParameter(2, Date.valueOf(calendar.takenAt()))
                .setParameter(3, calendar.contentHash())
                .setParameter(4, content)
                .setParameter(5, proposal.id())
                .setParameter(6, by.username())
                .setParameter(7, by.displayName())
                .setParameter(8, reason)
                .executeUpdate();
    }

    @Override
    public void add(String version, List<Redating> redated) {
        em.createNativeQuery(
                        "insert into foi.calendar_redating (version, case_id, due_before,"
                                + " due_after) select ?1, c.id, r.before, r.after from"
                                + " json_to_recordset(cast(?2 as json)) as r (reference text,"
                                + " before date, after date) join foi.foi_case c on c.reference ="
                                + " r.reference")
                .setParameter(1, version)
                .setParameter(2, Json.array(redated, SqlCalendarVersions::json).toString())
                .executeUpdate();
    }

    private static JsonObject json(Redating r) {
        JsonObjectBuilder out = Json.object().add("reference", r.reference().toString());
        r.before().ifPresent(due -> out.add("before", due.toString()));
        r.after().ifPresent(due -> out.add("after", due.toString()));
        return out.build();
    }

    @Override
    public List<Redating> redated(String version) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select c.reference, c.authority, d.due_before, d.due_after"
                                                + " from foi.calendar_redating d join foi.foi_case"
                                                + " c on c.id = d.case_id where d.version = ?1"
                                                + " order by d.due_after, c.reference")
                                .setParameter(1, version))
                .stream()
                .map(
                        r ->
                                new Redating(
                                        CaseReference.of((String) r[0]),
                                        (String) r[1],
                                        Optional.ofNullable(r[2]).map(SqlText::date),
                                        Optional.ofNullable(r[3]).map(SqlText::date)))
                .toList();
    }
}
