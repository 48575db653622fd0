package org.answerable.foi.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.answerable.foi.Actor;
import org.answerable.foi.CalendarContent;
import org.answerable.foi.CalendarDay;
import org.answerable.foi.CalendarProposal;
import org.answerable.foi.CalendarVersion;
import org.answerable.foi.Conflict;
import org.answerable.foi.HolidayCalendars;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotFound;
import org.answerable.foi.Role;
import org.answerable.foi.calendar.CalendarVersions.Kept;
import org.answerable.foi.calendar.CalendarVersions.Proposed;
import org.answerable.foi.clock.WorkingCalendar;
import org.answerable.foi.intake.Faults;

/** An administrator proposes and adopts calendars; officers read them. */
@ApplicationScoped
@Transactional
public class AdoptCalendar implements HolidayCalendars {

    private static final int MOST_REASON = 1_000;

    private final CalendarVersions versions;
    private final OpenCases openCases;
    private final Clock clock;

    /** For the container's proxy. */
    protected AdoptCalendar() {
        this(null, null, null);
    }

    @Inject
    public AdoptCalendar(CalendarVersions versions, OpenCases openCases, Clock clock) {
        this.versions = versions;
        this.openCases = openCases;
        this.clock = clock;
    }

    @Override
    public List<CalendarVersion> versions(Actor actor) {
        requireReader(actor);
        List<CalendarVersion> all = new ArrayList<>();
        for (Kept kept : versions.all()) {
            all.add(version(kept, all.isEmpty()));
        }
        return all;
    }

    @Override
    public CalendarContent version(String version, Actor actor) {
        requireReader(actor);
        List<Kept> all = versions.all();
        for (int i = 0; i < all.size(); i++) {
            Kept kept = all.get(i);
            if (kept.calendar().version().equals(version)) {
                return new CalendarContent(
                        version(kept, i == 0),
                        years(kept.calendar()),
                        i + 1 < all.size()
                                ? CalendarComparison.of(all.get(i + 1).calendar(), kept.calendar())
                                : List.of(),
                        versions.redated(version));
            }
        }
        throw new NotFound("There is no calendar " + version + ".");
    }

    private static SortedMap<Integer, List<CalendarDay>> years(WorkingCalendar calendar) {
        SortedMap<Integer, List<CalendarDay>> years = new TreeMap<>();
        calendar.holidays()
                .values()
                .forEach(
                        h ->
                                years.computeIfAbsent(h.date().getYear(), y -> new ArrayList<>())
                                        .add(CalendarComparison.day(h)));
        return years;
    }

    private static CalendarVersion version(Kept kept, boolean inForce) {
        WorkingCalendar c = kept.calendar();
        return new CalendarVersion(
                c.version(),
                c.source(),
                c.takenAt(),
                c.contentHash(),
                c.coversFrom(),
                c.horizon(),
                c.holidays().size(),
                kept.loadedAt(),
                kept.adoptedBy(),
                kept.reason(),
                inForce);
    }

    @Override
    public CalendarProposal propose(InputStream file, Actor administrator) throws IOException {
        administrator.require(Role.ADMIN);
        List<Kept> all = versions.all();
        WorkingCalendar older = all.get(0).calendar();
        MergedCalendar merged = MergedCalendar.of(HolidayFile.read(file), older);
        LocalDate today = LocalDate.now(clock);
        String content = merged.written(Proposed.name(today, all), today);
        if (CalendarComparison.of(older, WorkingCalendar.parse(content)).isEmpty()) {
            throw new InvalidInput(
                    "file",
                    "The file has the same dates as the calendar in force, "
                            + older.version()
                            + ": there is nothing to adopt.");
        }
        long id = versions.propose(older.version(), content, merged.kept(), administrator, now());
        return proposal(id, administrator);
    }

    @Override
    public CalendarProposal proposal(long id, Actor administrator) {
        administrator.require(Role.ADMIN);
        Proposed proposed = find(id);
        WorkingCalendar older = calendar(proposed.against());
        WorkingCalendar newer = WorkingCalendar.parse(proposed.content());
        return new CalendarProposal(
                id,
                proposed.against(),
                older.horizon(),
                newer.horizon(),
                CalendarComparison.of(older, newer),
                proposed.kept(),
                proposed.proposedBy(),
                proposed.proposedAt());
    }

    @Override
    public String adopt(long id, boolean confirmed, String reason, Actor administrator) {
        administrator.require(Role.ADMIN);
        versions.lock();
        Proposed proposed = find(id);
        proposed.adoptedAs()
                .ifPresent(
                        version -> {
                            throw new Conflict("This was adopted already, as " + version + ".");
                        });
        String inForce = versions.all().get(0).calendar().version();
        if (!inForce.equals(proposed.against())) {
            throw new Conflict(
                    "The calendar "
                            + inForce
                            + " has come into force since you uploaded yours: upload it again to"
                            + " see what it changes now.");
        }
        boolean loses = proposal(id, administrator).loses();
        String why = loses ? reasonToLose(confirmed, reason) : "";
        WorkingCalendar calendar = WorkingCalendar.parse(proposed.content());
        versions.add(calendar, proposed.content(), proposed, why, administrator);
        versions.add(calendar.version(), openCases.redate(administrator));
        return calendar.version();
    }

    private static String reasonToLose(boolean confirmed, String reason) {
        Faults faults = new Faults();
        if (!confirmed) {
            faults.add(
                    "confirmed",
                    "Dates would be lost: confirm that they are no longer bank holidays, or upload"
                            + " a complete list.");
        }
        String why = faults.needed("reason", "The reason", reason, MOST_REASON);
        faults.end();
        return why;
    }

    private Proposed find(long id) {
        return versions.proposal(id)
                .orElseThrow(() -> new NotFound("There is no such calendar proposal."));
    }

    private WorkingCalendar calendar(String version) {
        return versions.all().stream()
                .map(Kept::calendar)
                .filter(c -> c.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireReader(Actor actor) {
        actor.require(Role.ADMIN, Role.OFFICER, Role.AUDITOR);
    }
}
