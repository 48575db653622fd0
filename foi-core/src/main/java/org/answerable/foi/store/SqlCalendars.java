package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.answerable.foi.casework.Calendars;
import org.answerable.foi.clock.ShippedCalendar;
import org.answerable.foi.clock.WorkingCalendar;

/** Versions of the working calendar as rows; a version never changes, so it is read once. */
@ApplicationScoped
@Transactional
public class SqlCalendars implements Calendars {

    static final String NEWEST_FIRST = "loaded_at desc, proposal desc nulls last, version desc";

    private final Map<String, WorkingCalendar> known = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlCalendars() {}

    public SqlCalendars(EntityManager em) {
        this.em = em;
    }

    @Override
    public WorkingCalendar current() {
        List<?> newest = newest();
        if (newest.isEmpty()) { // a first start has the calendar of the product
            addShipped();
            newest = newest();
        }
        return version((String) newest.get(0));
    }

    private List<?> newest() {
        return em.createNativeQuery(
                        "select version from foi.calendar_version order by "
                                + NEWEST_FIRST
                                + " limit 1")
                .getResultList();
    }

    private void addShipped() {
        WorkingCalendar shipped = ShippedCalendar.calendar();
        em.createNativeQuery(
                        "insert into foi.calendar_version (version, taken_at, content_hash,"
                                + " content) values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, shipped.version())
                .setParameter(2, Date.valueOf(shipped.takenAt()))
                .setParameter(3, shipped.contentHash())
                .setParameter(4, ShippedCalendar.content())
                .executeUpdate();
    }

    @Override
    public WorkingCalendar version(String version) {
        WorkingCalendar calendar = known.get(version);
        if (calendar == null) {
            Object content =
                    em.createNativeQuery(
                                    "select content from foi.calendar_version where version = ?1")
                            .setParameter(1, version)
                            .getSingleResult();
            calendar = WorkingCalendar.parse((String) content);
            known.put(version, calendar);
        }
        return calendar;
    }
}
