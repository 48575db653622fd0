package org.answerable.cohort.statistics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Standard populations by age band. */
public final class StandardPopulation {

    private static final int[] WEIGHTS_2013 = {
        5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000,
        4000, 2500, 1500, 1000
    };
    private static final int YEARS = 5;

    private StandardPopulation() {}

    /**
     * The European Standard Population 2013 (Eurostat, Revision of the European Standard Population,
     * 2013): 19 bands {@code 0-4} … {@code 85-89}, {@code 90+}, sum 100,000.
     */
    public static Map<String, Double> european2013() {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < WEIGHTS_2013.length; i++) {
            int from = i * YEARS;
            boolean last = i == WEIGHTS_2013.length - 1;
            weights.put(
                    last ? from + "+" : from + "-" + (from + YEARS - 1), (double) WEIGHTS_2013[i]);
        }
        return Collections.unmodifiableMap(weights);
    }
}
