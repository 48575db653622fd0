package org.answerable.cohort.chart;

import org.answerable.cohort.Figure;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Breakdown;

/**
 * The chart that suits a figure: a line for periods, bars with limits for shares and rates, the rows
 * in order when they are many, and bars for counts.
 */
public final class FigureChart {

    private static final int MOST_RANKED = 5_000;

    private FigureChart() {}

    /** The chart as SVG with title and description; attributes only, no style, no script. */
    public static String of(Figure figure) {
        Measured measured = new Measured(figure);
        int rows = measured.points().size();
        if (figure.question() instanceof MeasureRequest measure) {
            if (measure.by() == Breakdown.PERIOD && rows > 0) {
                return new Trend(figure, measured).draw();
            }
            if (rows > IntervalBars.MOST_ROWS && rows <= MOST_RANKED) {
                return new Ranking(figure, measured).draw();
            }
            if (measured.hasLimits()) {
                return new IntervalBars(figure, measured).draw();
            }
        }
        return BarChart.of(figure);
    }
}
