package org.answerable.cohort.need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.store.NeedTable.Whole;

/**
 * Children of small areas put together in larger ones by a look-up; those of a part that is split go where its
 * shares say. Tenths of deprivation and ages stay with them, so that a ward is no average of its parts.
 */
final class PutTogether {

    private PutTogether() {}

    /**
     * @throws InvalidInput field {@code whole}: of some areas it is not known in which larger one they lie
     */
    static Population of(Population population, List<Whole> wholes, String vintage) {
        Map<String, List<Whole>> byPart =
                wholes.stream().collect(Collectors.groupingBy(Whole::part));
        List<String> without =
                population.counted().stream()
                        .map(Counted::code)
                        .filter(code -> !byPart.containsKey(code))
                        .distinct()
                        .toList();
        if (!without.isEmpty()) {
            throw new InvalidInput(
                    "whole",
                    "No look-up that is loaded says in which of these larger areas "
                            + without.get(0)
                            + (without.size() == 1
                                    ? " lies."
                                    : " and " + (without.size() - 1) + " others lie.")
                            + " Load one first, or choose other areas.");
        }
        Map<String, Integer> rows = new LinkedHashMap<>();
        wholes.forEach(whole -> rows.putIfAbsent(whole.code(), rows.size()));
        List<Counted> counted = new ArrayList<>();
        for (Counted some : population.counted()) {
            for (Whole whole : byPart.get(some.code())) {
                counted.add(
                        new Counted(
                                rows.get(whole.code()),
                                whole.code(),
                                whole.name(),
                                some.tenth(),
                                some.age(),
                                some.children() * whole.share()));
            }
        }
        NeedEstimate.Population known = population.known();
        return new Population(
                new NeedEstimate.Population(
                        known.figureId(),
                        known.sentence(),
                        known.time(),
                        known.ageLabel(),
                        known.children(),
                        known.origins(),
                        vintage,
                        known.synthetic()),
                counted,
                population.birthYears());
    }
}
