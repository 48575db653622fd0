package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.foi.Actor;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.Redating;
import org.answerable.foi.calendar.OpenCases;
import org.answerable.foi.clock.Holiday;
import org.answerable.foi.clock.WorkingCalendar;

/**
 * A newer calendar is in force: every open case of every authority is counted anew, with the old and
 * the new due date in its history. A case that has ended keeps the calendar that it ended with.
 */
@Dependent
public class RedateOpenCases implements OpenCases {

    private static final int AT_A_TIME = 200;

    private final Cases cases;
    private final Calendars calendars;
    private final CaseFile file;

    @Inject
    public RedateOpenCases(Cases cases, Calendars calendars, CaseFile file) {
        this.cases = cases;
        this.calendars = calendars;
        this.file = file;
    }

    /** Every case whose calendar changed, with its dates before and after. */
    @Override
    public List<Redating> redate(Actor actor) {
        WorkingCalendar newer = calendars.current();
        List<Redating> done = new ArrayList<>();
        List<Long> ids = cases.openCasesAfter(0, AT_A_TIME);
        while (!ids.isEmpty()) {
            for (long id : ids) {
                cases.lockOpen(id)
                        .filter(c -> !c.calendar().equals(newer.version()))
                        .ifPresent(c -> done.add(redate(c, newer, actor)));
            }
            ids = cases.openCasesAfter(ids.get(ids.size() - 1), AT_A_TIME);
        }
        return done;
    }

    private Redating redate(FoiCase foiCase, WorkingCalendar newer, Actor actor) {
        WorkingCalendar older = calendars.version(foiCase.calendar());
        Optional<LocalDate> before = foiCase.due();
        foiCase.recount(newer, actor, file.now());
        Optional<LocalDate> after = foiCase.due();
        String why =
                before.equals(after) ? "" : why(foiCase.received(), before, after, older, newer);
        file.record(
                foiCase,
                actor,
                HistoryKind.RECOUNTED,
                "Counted again with calendar %s instead of %s. %s"
                        .formatted(
                                newer.version(),
                                older.version(),
                                before.equals(after)
                                        ? "The due date stays."
                                        : "Due date: " + said(before) + " → " + said(after) + why));
        return new Redating(foiCase.reference(), foiCase.authority(), before, after);
    }

    /** The dates between receipt and the later due date on which the two calendars differ. */
    private static String why(
            LocalDate received,
            Optional<LocalDate> before,
            Optional<LocalDate> after,
            WorkingCalendar older,
            WorkingCalendar newer) {
        LocalDate end =
                before.filter(b -> after.filter(b::isAfter).isPresent())
                        .or(() -> after)
                        .orElse(received);
        String differing =
                received.datesUntil(end.plusDays(1))
                        .filter(d -> older.isWorkingDay(d) != newer.isWorkingDay(d))
                        .map(d -> PlainWords.date(d) + " " + said(d, newer))
                        .collect(Collectors.joining("; "));
        return differing.isEmpty() ? "." : ": " + differing + ".";
    }

    private static String said(LocalDate date, WorkingCalendar newer) {
        Holiday holiday = newer.holidays().get(date);
        return holiday == null
                ? "is a working day now"
                : "is a bank holiday now (" + holiday.title() + ")";
    }

    private static String said(Optional<LocalDate> due) {
        return due.map(PlainWords::date).orElse("none");
    }
}
