package org.answerable.cohort.chart;

import org.answerable.cohort.Figure;

/** Words that several charts share. */
final class Words {

    private Words() {}

    /** What a reader of the description must know of what is drawn. */
    static String note(Figure figure, int drawn) {
        int rows = figure.table().rows().size();
        String missing =
                rows > drawn && drawn > 0
                        ? " " + (rows - drawn) + " rows have no number and are not drawn."
                        : "";
        return missing + " The table gives the same numbers.";
    }

    static String shortened(String label, int longest) {
        return label.length() <= longest ? label : label.substring(0, longest - 1) + "…";
    }
}
