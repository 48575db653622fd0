package org.answerable.directory.commissioning;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sets of LSOAs of 2021. */
final class Lsoas {

    private Lsoas() {}

    /** All LSOAs of some areas. */
    static Set<String> of(Collection<String> areas, Map<String, Set<String>> parts) {
        Set<String> all = new TreeSet<>();
        areas.forEach(area -> all.addAll(parts.getOrDefault(area, Set.of())));
        return all;
    }

    /** Those in both. */
    static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }

    /** Those in the first alone. */
    static Set<String> without(Set<String> one, Set<String> other) {
        Set<String> rest = new TreeSet<>(one);
        rest.removeAll(other);
        return rest;
    }

    /** {@code 1 neighbourhood}, {@code 12 neighbourhoods}. */
    static String count(int number) {
        return number + (number == 1 ? " neighbourhood" : " neighbourhoods");
    }
}
