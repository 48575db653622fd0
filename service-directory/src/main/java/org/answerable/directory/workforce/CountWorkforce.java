package org.answerable.directory.workforce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Programme;
import org.answerable.directory.Role;
import org.answerable.directory.SmallCounts;
import org.answerable.directory.WorkforceQuestion;
import org.answerable.directory.WorkforceReport;
import org.answerable.directory.WorkforceReport.Row;
import org.answerable.directory.WorkforceSummary;
import org.answerable.directory.workforce.store.RegisterTable;
import org.answerable.directory.workforce.store.WorkforceCounts;

/** Counts the workforce: all of it for editors, without small counts for everybody else. */
@ApplicationScoped
public class CountWorkforce {

    private static final int MOST_MONTHS = 24;
    private static final int EARLIEST = 1990;

    private WorkforceCounts counts;
    private RegisterTable register;
    private Geography geography;
    private SmallCounts small;
    private Clock clock;

    protected CountWorkforce() {}

    @Inject
    public CountWorkforce(
            WorkforceCounts counts,
            RegisterTable register,
            Geography geography,
            SmallCounts small,
            Clock clock) {
        this.counts = counts;
        this.register = register;
        this.geography = geography;
        this.small = small;
        this.clock = clock;
    }

    /** See {@link org.answerable.directory.TrainingRegister#report}. */
    public WorkforceReport report(WorkforceQuestion question, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        check(question);
        return new WorkforceReport(
                counts.count(question, actor.authority(), LocalDate.now(clock)), "");
    }

    /**
     * See {@link org.answerable.directory.TrainingRegister#protectedReport}. Within a programme and
     * month the counts are taken for parts of a sum that somebody knows. Overdue and lapsing people are
     * left out: they are for those who plan training.
     */
    public WorkforceReport protectedReport(WorkforceQuestion question, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        check(question);
        // All of a programme, whatever was asked: a part of it must not give away the rest.
        WorkforceQuestion whole =
                new WorkforceQuestion(
                        question.from(), question.to(), question.programme(), null, null);
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        counts.count(whole, actor.authority(), LocalDate.now(clock))
                .forEach(
                        row ->
                                groups.computeIfAbsent(
                                                row.programme() + " " + row.month(),
                                                key -> new ArrayList<>())
                                        .add(row));
        List<Row> rows =
                groups.values().stream()
                        .flatMap(group -> protect(group, small.smallUpTo()).stream())
                        .filter(row -> asked(question.profession(), row.profession()))
                        .filter(row -> asked(question.district(), row.district()))
                        .toList();
        return new WorkforceReport(rows, small.words());
    }

    /** See {@link org.answerable.directory.TrainingRegister#summary}. */
    public WorkforceSummary summary() {
        LocalDate today = LocalDate.now(clock);
        YearMonth month = YearMonth.from(today).minusMonths(1);
        Map<String, Map<String, Integer>> current = new LinkedHashMap<>();
        counts.count(new WorkforceQuestion(month, month, null, null, null), "", today)
                .forEach(
                        row ->
                                current.computeIfAbsent(
                                                row.programme(), key -> new LinkedHashMap<>())
                                        .merge(row.district(), row.current(), Integer::sum));
        Map<String, String> districts = new LinkedHashMap<>();
        geography.areas(AreaKind.DISTRICT).stream()
                .filter(area -> current.values().stream().anyMatch(c -> c.containsKey(area.code())))
                .forEach(area -> districts.put(area.code(), area.name()));
        List<WorkforceSummary.Line> lines = new ArrayList<>();
        for (Programme programme : register.programmes()) {
            lines.add(
                    line(
                            programme,
                            List.copyOf(districts.keySet()),
                            current.getOrDefault(programme.code(), Map.of())));
        }
        return new WorkforceSummary(month.atEndOfMonth(), districts, lines, small.words());
    }

    private WorkforceSummary.Line line(
            Programme programme, List<String> districts, Map<String, Integer> current) {
        List<Integer> row = districts.stream().map(code -> current.getOrDefault(code, 0)).toList();
        SmallCountsTaken taken = SmallCountsTaken.from(row, small.smallUpTo());
        Map<String, Integer> shown = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            if (!taken.hides(i)) {
                shown.put(districts.get(i), row.get(i));
            }
        }
        Integer sum = row.stream().mapToInt(Integer::intValue).sum();
        return new WorkforceSummary.Line(programme, shown, taken.hidesSum() ? null : sum);
    }

    /** The rows of a programme and month without small counts, nor small differences of their columns. */
    static List<Row> protect(List<Row> rows, int smallUpTo) {
        List<Integer> ever = rows.stream().map(Row::everTrained).toList();
        List<Integer> current = rows.stream().map(Row::current).toList();
        SmallCountsTaken everTaken = SmallCountsTaken.from(ever, smallUpTo);
        boolean[] also = new boolean[rows.size()];
        for (int i = 0; i < also.length; i++) {
            int lapsed = ever.get(i) - current.get(i);
            also[i] = everTaken.hides(i) || (lapsed >= 1 && lapsed <= smallUpTo);
        }
        SmallCountsTaken currentTaken = SmallCountsTaken.from(current, also, smallUpTo);
        // Where the sum would have to go, every count goes: the sum may be known from elsewhere.
        List<Row> shown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean hideEver = everTaken.hides(i) || (everTaken.hidesSum() && ever.get(i) > 0);
            boolean hideCurrent =
                    currentTaken.hides(i) || (currentTaken.hidesSum() && current.get(i) > 0);
            shown.add(
                    new Row(
                            row.programme(),
                            row.profession(),
                            row.district(),
                            row.month(),
                            hideEver ? null : row.everTrained(),
                            hideEver ? null : row.everTrainedWte(),
                            hideCurrent ? null : row.current(),
                            hideCurrent ? null : row.currentWte(),
                            null,
                            null));
        }
        return shown;
    }

    private static boolean asked(String wanted, String value) {
        return wanted == null || wanted.isEmpty() || wanted.equals(value);
    }

    private void check(WorkforceQuestion question) {
        if (question.from() == null) {
            throw new InvalidInput("from", "Enter a month, for example 2024-03");
        }
        if (question.to() == null) {
            throw new InvalidInput("to", "Enter a month, for example 2024-03");
        }
        if (question.from().getYear() < EARLIEST) {
            throw new InvalidInput("from", "Enter a month since " + EARLIEST);
        }
        if (question.to().isBefore(question.from())) {
            throw new InvalidInput("to", "The last month is before the first");
        }
        if (question.to().isAfter(YearMonth.from(LocalDate.now(clock)))) {
            throw new InvalidInput("to", "The last month is still to come");
        }
        if (question.to().isAfter(question.from().plusMonths(MOST_MONTHS - 1L))) {
            throw new InvalidInput("to", "Ask for at most " + MOST_MONTHS + " months at once");
        }
    }
}
