package org.answerable.cohort.worksheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.statistics.InvalidArgument;

/** The age bands met so far, numbered, so that each group keeps one bit a band. */
final class Bands {

    private static final int MOST = 10_000;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /**
     * Marks a band of a group. Bands usually come in the same order, so the next one is tried first.
     *
     * @throws InvalidArgument it was there already, or is blank
     */
    int mark(BitSet seen, String band) {
        if (band.isEmpty()) {
            throw new InvalidArgument("age_band", "This is blank. Name the band, for example 0-4.");
        }
        int next = seen.length();
        int place = next < names.size() && names.get(next).equals(band) ? next : placeOf(band);
        if (seen.get(place)) {
            throw new InvalidArgument(
                    "age_band", "This band comes twice in the same area. Keep one row a band.");
        }
        seen.set(place);
        return place;
    }

    private int placeOf(String band) {
        Integer known = places.get(band);
        if (known != null) {
            return known;
        }
        if (names.size() == MOST) {
            throw new InvalidArgument("age_band", "There are more than 10,000 different bands.");
        }
        places.put(band, names.size());
        names.add(band);
        return names.size() - 1;
    }

    String name(int place) {
        return names.get(place);
    }
}
