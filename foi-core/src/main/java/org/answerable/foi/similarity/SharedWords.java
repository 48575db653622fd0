package org.answerable.foi.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The longest run of words that two texts share: the phrase that tells a reader why they are alike. */
final class SharedWords {

    private static final int SHORTEST_PHRASE = 4;
    private static final int MOST_WORDS = 400;

    private SharedWords() {}

    /** At least four words in a row, in the spelling of the first text. */
    static Optional<String> phrase(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        Map<String, List<Integer>> places = new HashMap<>();
        for (int j = 0; j < b.size(); j++) {
            places.computeIfAbsent(b.get(j).toLowerCase(Locale.UK), w -> new ArrayList<>()).add(j);
        }
        int[] before = new int[b.size() + 1];
        int best = 0;
        int end = 0;
        for (int i = 0; i < a.size(); i++) {
            int[] now = new int[b.size() + 1];
            for (int j : places.getOrDefault(a.get(i).toLowerCase(Locale.UK), List.of())) {
                now[j + 1] = before[j] + 1;
                if (now[j + 1] > best) {
                    best = now[j + 1];
                    end = i + 1;
                }
            }
            before = now;
        }
        return best < SHORTEST_PHRASE
                ? Optional.empty()
                : Optional.of(String.join(" ", a.subList(end - best, end)));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}'’]+"))
                .filter(w -> !w.isEmpty())
                .limit(MOST_WORDS)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
