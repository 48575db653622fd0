package org.answerable.directory.duplicates;

import java.util.HashSet;
import java.util.Set;

/** How alike two names are: shared trigrams of their words by all of them (Jaccard), 0 to 1. */
final class NameLikeness {

    private static final int GRAM = 3;

    private NameLikeness() {}

    /**
     * @param one in plain words: small letters, no accents, one blank between words
     */
    static double of(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (one.equals(other)) {
            return 1;
        }
        Set<String> first = trigrams(one);
        Set<String> second = trigrams(other);
        int all = first.size() + second.size();
        first.retainAll(second);
        return (double) first.size() / (all - first.size());
    }

    /** Each word with two blanks before it and one after, so that beginnings count more. */
    private static Set<String> trigrams(String text) {
        Set<String> grams = new HashSet<>();
        for (String word : text.split(" ")) {
            String padded = "  " + word + " ";
            for (int i = 0; i + GRAM <= padded.length(); i++) {
                grams.add(padded.substring(i, i + GRAM));
            }
        }
        return grams;
    }
}
