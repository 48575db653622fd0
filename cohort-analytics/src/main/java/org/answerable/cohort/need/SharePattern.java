package org.answerable.cohort.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedQuestion.Pattern;
import org.answerable.cohort.NeedQuestion.Shares;
import org.answerable.cohort.NeedQuestion.Stratum;
import org.answerable.cohort.statistics.BetaShare;

/**
 * Which children have a share in common: the classes of a question, and what each view says of each class.
 * Children of no known tenth have the mean of their source.
 */
final class SharePattern {

    private final Shares shares;
    private final List<Counted> counted;
    private final int classes;

    SharePattern(Shares shares, List<Counted> counted) {
        this.shares = shares;
        this.counted = counted;
        this.classes =
                switch (shares.pattern()) {
                    case SAME -> 1;
                    case STRATA -> shares.strata().size();
                    case GRADIENT -> Gradient.TENTHS + 1;
                };
    }

    /**
     * Children by class, for each row.
     *
     * @throws InvalidInput field {@code strata}: no share fits some children; {@code strata[0].group}: it
     *     names no row
     */
    List<double[]> rows() {
        insistOnNames();
        int rows = counted.stream().mapToInt(Counted::row).max().orElse(-1) + 1;
        List<double[]> byRow = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            byRow.add(new double[classes]);
        }
        for (Counted some : counted) {
            byRow.get(some.row())[classOf(some)] += some.children();
        }
        return byRow;
    }

    static double[] sum(List<double[]> rows) {
        double[] sum = new double[rows.get(0).length];
        for (double[] row : rows) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += row[k];
            }
        }
        return sum;
    }

    /** A share for a name that no row has would silently leave its children to the next line. */
    private void insistOnNames() {
        if (shares.pattern() != Pattern.STRATA) {
            return;
        }
        Set<String> names = new HashSet<>();
        counted.forEach(some -> names.addAll(List.of(some.label(), some.code())));
        List<FieldError> errors = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            String group = group(shares.strata().get(k));
            if (!group.isEmpty() && !names.contains(group)) {
                errors.add(
                        new FieldError(
                                "strata[" + k + "].group",
                                "There is no group of this name among the children: “"
                                        + group
                                        + "”."));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private static String group(Stratum stratum) {
        return stratum.group() == null ? "" : stratum.group();
    }

    private int classOf(Counted some) {
        return switch (shares.pattern()) {
            case SAME -> 0;
            case GRADIENT -> some.tenth() == null ? Gradient.TENTHS : some.tenth() - 1;
            case STRATA -> stratum(some);
        };
    }

    private int stratum(Counted some) {
        for (int k = 0; k < classes; k++) {
            if (fits(shares.strata().get(k), some)) {
                return k;
            }
        }
        throw new InvalidInput(
                "strata",
                "No share is given for the children of “"
                        + some.label()
                        + "”"
                        + (some.tenth() == null
                                ? " (their tenth of deprivation is not known)"
                                : ", tenth " + some.tenth())
                        + (some.age() == null ? "" : ", aged " + some.age())
                        + ". Add a share for them, or one for all others at the end.");
    }

    private static boolean fits(Stratum stratum, Counted some) {
        String group = group(stratum);
        return (group.isEmpty() || group.equals(some.label()) || group.equals(some.code()))
                && within(some.tenth(), stratum.tenthFrom(), stratum.tenthTo())
                && within(some.age(), stratum.ageFrom(), stratum.ageTo());
    }

    private static boolean within(Integer number, Integer from, Integer to) {
        return from == null && to == null
                || number != null
                        && (from == null || number >= from)
                        && (to == null || number <= to);
    }

    /** What is believed, as evidence of the model: weights as the sources have them, or one. */
    List<Evidence> evidence(List<ShareView> views, double[] total) {
        return shares.pattern() == Pattern.STRATA
                ? List.of(
                        new Evidence(
                                "Stated for each group",
                                1,
                                shares.strata().stream()
                                        .map(s -> new BetaShare(s.mean(), s.effectiveSize()))
                                        .toList()))
                : views.stream().map(view -> evidence(view, total)).toList();
    }

    private Evidence evidence(ShareView view, double[] total) {
        List<BetaShare> byClass = new ArrayList<>();
        double size = view.share().effectiveSize();
        if (shares.pattern() == Pattern.GRADIENT && !view.share().certain()) {
            double[] tenths = Arrays.copyOf(total, Gradient.TENTHS);
            for (double mean :
                    Gradient.shares(view.share().mean(), -Math.log(shares.odds()), tenths)) {
                byClass.add(new BetaShare(mean, size));
            }
        }
        while (byClass.size() < classes) {
            byClass.add(view.share());
        }
        return new Evidence(view.label(), view.weight(), byClass);
    }
}
