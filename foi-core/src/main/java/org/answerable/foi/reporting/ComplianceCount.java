package org.answerable.foi.reporting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.foi.ComplianceReport;
import org.answerable.foi.ComplianceReport.Band;
import org.answerable.foi.ComplianceReport.Check;
import org.answerable.foi.ComplianceReport.TimeTaken;
import org.answerable.foi.OutcomeClass;
import org.answerable.foi.ReportScope;
import org.answerable.foi.Timeliness;

/** Sums up requests into a report, and checks the sums (R26) each time. */
final class ComplianceCount {

    private static final int[] BAND_STARTS = {0, 6, 11, 21, 41};

    private ComplianceCount() {}

    static ComplianceReport of(
            String title,
            ReportScope scope,
            LocalDate today,
            RequestRows.Received received,
            ComplianceReport.Reviews reviews) {
        List<CountedRequest> requests = received.requests();
        Map<Timeliness, Long> timeliness = new EnumMap<>(Timeliness.class);
        Arrays.stream(Timeliness.values()).forEach(t -> timeliness.put(t, 0L));
        Map<OutcomeClass, Long> outcomes = new EnumMap<>(OutcomeClass.class);
        Arrays.stream(OutcomeClass.values()).forEach(o -> outcomes.put(o, 0L));
        Map<String, Long> grounds = new TreeMap<>();
        for (CountedRequest request : requests) {
            timeliness.merge(request.timeliness(), 1L, Long::sum);
            outcomes.merge(request.outcomeClass(), 1L, Long::sum);
            if (request.answered()) {
                request.grounds().forEach(code -> grounds.merge(code, 1L, Long::sum));
            }
        }
        return new ComplianceReport(
                title,
                scope.authority(),
                scope.from(),
                scope.to(),
                today,
                requests.size(),
                received.notRequests(),
                timeliness,
                outcomes,
                timeTaken(requests),
                grounds,
                reviews,
                checks(requests, timeliness, outcomes, grounds));
    }

    private static TimeTaken timeTaken(List<CountedRequest> requests) {
        int[] days =
                requests.stream()
                        .filter(CountedRequest::answered)
                        .filter(r -> r.daysTaken().isPresent())
                        .mapToInt(r -> r.daysTaken().getAsInt())
                        .sorted()
                        .toArray();
        List<Band> bands =
                IntStream.range(0, BAND_STARTS.length).mapToObj(i -> band(i, days)).toList();
        return new TimeTaken(days.length, median(days), bands);
    }

    private static Band band(int index, int[] days) {
        int first = BAND_STARTS[index];
        Optional<Integer> last =
                index + 1 < BAND_STARTS.length
                        ? Optional.of(BAND_STARTS[index + 1] - 1)
                        : Optional.empty();
        long requests =
                Arrays.stream(days)
                        .filter(d -> d >= first && d <= last.orElse(Integer.MAX_VALUE))
                        .count();
        return new Band(first, last, requests);
    }

    private static OptionalDouble median(int[] sorted) {
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = sorted.length / 2;
        return OptionalDouble.of(
                sorted.length % 2 == 1
                        ? sorted[middle]
                        : (sorted[middle - 1] + sorted[middle]) / 2.0);
    }

    private static List<Check> checks(
            List<CountedRequest> requests,
            Map<Timeliness, Long> timeliness,
            Map<OutcomeClass, Long> outcomes,
            Map<String, Long> grounds) {
        long received = requests.size();
        long open = requests.stream().filter(r -> r.ended().isEmpty()).count();
        long processed = count(timeliness, Timeliness::processed);
        long classified = count(outcomes, o -> o != OutcomeClass.OPEN);
        long withheld = count(outcomes, OutcomeClass::withheldByExemption);
        long answered = requests.stream().filter(CountedRequest::answered).count();
        long cited = grounds.values().stream().mapToLong(Long::longValue).sum();
        long afterDue =
                requests.stream()
                        .filter(r -> r.ended().isPresent() && r.due().isPresent())
                        .filter(r -> r.ended().get().isAfter(r.due().get()))
                        .count();
        return List.of(
                new Check(
                        "R26(a)",
                        received + " received = " + processed + " processed + " + open + " not yet",
                        received == processed + open),
                new Check(
                        "R26(b)",
                        processed
                                + " processed = "
                                + timeliness.get(Timeliness.IN_TIME)
                                + " in time + "
                                + timeliness.get(Timeliness.WITHIN_EXTENSION)
                                + " within an extension + "
                                + timeliness.get(Timeliness.LATE)
                                + " late = "
                                + classified
                                + " with an outcome",
                        processed == classified),
                new Check(
                        "R26(c)",
                        withheld
                                + " withheld by exemption = "
                                + outcomes.get(OutcomeClass.PART)
                                + " in part + "
                                + outcomes.get(OutcomeClass.WITHHELD)
                                + " in full",
                        withheld
                                == outcomes.get(OutcomeClass.PART)
                                        + outcomes.get(OutcomeClass.WITHHELD)),
                new Check(
                        "R26(d)",
                        "Each of "
                                + received
                                + " requests is in one class of timeliness and one of outcome",
                        count(timeliness, t -> true) == received
                                && count(outcomes, o -> true) == received),
                new Check(
                        "R26(e)",
                        "Exemptions were cited "
                                + cited
                                + " times; no exemption by more than the "
                                + answered
                                + " requests answered",
                        grounds.values().stream().allMatch(n -> n <= answered)),
                new Check(
                        "R26(f)",
                        timeliness.get(Timeliness.LATE)
                                + " late = "
                                + afterDue
                                + " ended after their extended date",
                        timeliness.get(Timeliness.LATE) == afterDue));
    }

    private static <C> long count(Map<C, Long> counts, Predicate<C> wanted) {
        return counts.entrySet().stream()
                .filter(e -> wanted.test(e.getKey()))
                .collect(Collectors.summingLong(Map.Entry::getValue));
    }
}
