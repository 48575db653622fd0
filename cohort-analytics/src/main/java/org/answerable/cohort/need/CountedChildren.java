package org.answerable.cohort.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Measure;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedQuestion.Group;
import org.answerable.cohort.QuantityText;

/** The children of an estimate, from a figure or as a caller gives them. */
final class CountedChildren {

    private static final Pattern TENTH = Pattern.compile("Tenth (\\d{1,2})");
    private static final double MONTHS = 12;

    private CountedChildren() {}

    static Population given(List<Group> groups) {
        List<Counted> counted = new ArrayList<>();
        double sum = 0;
        for (Group group : groups) {
            counted.add(new Counted(counted.size(), "", group.group(), null, null, group.count()));
            sum += group.count();
        }
        return new Population(
                new NeedEstimate.Population("", "", "", "", sum, List.of(), "", false),
                counted,
                null);
    }

    /**
     * @param tenths of deprivation by code of the area
     * @param number the total of the figure with what it counts
     * @throws InvalidInput field {@code figureId}: it does not count children at one time
     */
    static Population of(
            Figure figure, Map<String, Integer> tenths, Optional<QuantityText> number) {
        insistOnChildren(figure);
        FigureTable table = figure.table();
        List<FigureTable.Row> rows = rows(figure);
        List<Counted> counted = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            add(counted, i, rows.get(i), table, tenths);
        }
        if (counted.stream().mapToDouble(Counted::children).sum() == 0) {
            throw new InvalidInput("figureId", "There are no children in this figure.");
        }
        return new Population(
                new NeedEstimate.Population(
                        figure.id(),
                        figure.sentence(),
                        figure.time(),
                        figure.ageLabel(),
                        table.total().sum(),
                        figure.sources().stream().map(CountedChildren::origin).toList(),
                        figure.vintageOfRows(),
                        figure.sources().stream().anyMatch(Figure.Source::synthetic)),
                counted,
                number.map(QuantityText::parts).flatMap(CountedChildren::birthYears).orElse(null));
    }

    /** The rows whose need is estimated: the total when there is nothing else. */
    static List<FigureTable.Row> rows(Figure figure) {
        return figure.table().rows().isEmpty()
                ? List.of(figure.table().total())
                : figure.table().rows();
    }

    private static void insistOnChildren(Figure figure) {
        if (figure.unit().equals("families")) {
            throw new InvalidInput(
                    "figureId",
                    "This figure counts families. A share of children is a share of children: choose a"
                            + " figure that counts children.");
        }
        boolean countsAtOnce =
                figure.table().total() != null
                        && !(figure.question() instanceof MeasureRequest measure
                                && measure.measure() == Measure.CONTACT_RATE);
        if (!countsAtOnce) {
            throw new InvalidInput(
                    "figureId",
                    "This figure has no number of children at one time. Choose one that counts"
                            + " children, in all, by area or by tenth of deprivation.");
        }
    }

    private static void add(
            List<Counted> counted,
            int row,
            FigureTable.Row of,
            FigureTable table,
            Map<String, Integer> tenths) {
        Matcher named = TENTH.matcher(of.label());
        Integer tenth = named.matches() ? Integer.valueOf(named.group(1)) : tenths.get(of.code());
        if (table.ages().isEmpty()) {
            counted.add(new Counted(row, of.code(), of.label(), tenth, null, of.sum()));
            return;
        }
        for (int i = 0; i < table.ages().size(); i++) {
            counted.add(
                    new Counted(
                            row,
                            of.code(),
                            of.label(),
                            tenth,
                            table.ages().get(i),
                            of.counts().get(i)));
        }
    }

    private static String origin(Figure.Source source) {
        return source.title()
                + ", "
                + source.publisher()
                + " ("
                + source.sourceSystem()
                + ", "
                + source.datasetId()
                + " version "
                + source.version()
                + ", SHA-256 "
                + source.sha256()
                + ")";
    }

    /** Those who were of an age on one day were born in as many years as the age is wide. */
    private static Optional<Double> birthYears(Map<String, String> number) {
        if (!number.containsKey("time.snapshot")) {
            return Optional.empty();
        }
        double width =
                Double.parseDouble(number.get("age.to"))
                        - Double.parseDouble(number.get("age.from"));
        return Optional.of(number.get("age.unit").equals("months") ? width / MONTHS : width);
    }
}
