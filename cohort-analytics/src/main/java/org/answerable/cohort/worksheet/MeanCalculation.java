package org.answerable.cohort.worksheet;

import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.statistics.Confidence;
import org.answerable.cohort.statistics.MeanInterval;

/** A mean with its interval for each group; blank values are left out. */
final class MeanCalculation extends GroupCalculation<MeanCalculation.Group> {

    private static final List<String> WANTED = List.of("group", "value");

    /** What is known of a group so far. */
    static final class Group {
        private final MeanInterval values = new MeanInterval();
        private long blank;
    }

    private final List<Confidence> confidences;

    MeanCalculation(Header header, List<Confidence> confidences) {
        super(header, "group", names(confidences));
        header.require("value");
        this.confidences = confidences;
    }

    private static List<String> names(List<Confidence> confidences) {
        List<String> names = new ArrayList<>(List.of("n", "value"));
        names.addAll(Options.limitNames("", confidences));
        names.add("standard_deviation");
        return names;
    }

    @Override
    public List<String> wanted() {
        return WANTED;
    }

    @Override
    Group group(String name) {
        return new Group();
    }

    @Override
    void add(Group group, Source row) {
        double value = row.number(1);
        if (Double.isNaN(value)) {
            group.blank++;
        } else {
            group.values.add(value);
        }
    }

    @Override
    void answer(Group group, Results to) {
        to.put(0, group.values.n()).put(1, group.values.mean(confidences));
        if (group.values.n() > 1) {
            to.put(results().size() - 1, group.values.deviation());
        }
        if (group.blank > 0) {
            to.note("Blank values left out: " + group.blank);
        }
    }
}
