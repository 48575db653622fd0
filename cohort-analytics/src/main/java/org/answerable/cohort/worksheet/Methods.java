package org.answerable.cohort.worksheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.answerable.cohort.Choice;
import org.answerable.cohort.StatisticMethod;
import org.answerable.cohort.StatisticMethod.Column;
import org.answerable.cohort.StatisticMethod.Option;
import org.answerable.cohort.statistics.Confidence;
import org.answerable.cohort.statistics.Proportion;
import org.answerable.cohort.statistics.Rate;

/** The methods: what each is for people, and the calculation it makes for a table. */
final class Methods {

    /** Makes the calculation for a table with this header. */
    @FunctionalInterface
    interface Maker {
        Calculation of(Header header, Options options);
    }

    /** A method and how it is set to work. */
    record Entry(StatisticMethod description, Maker maker) {}

    private static final String BLANK_ROW =
            "A blank numerator or denominator, or a denominator of 0, gives a blank result and a note that"
                    + " says why.";
    private static final String NEGATIVE = "Numbers below 0 are refused.";
    private static final String WHOLE_TABLE =
            "All rows are held until the last is read: up to 200,000.";

    private static final Option CONFIDENCE =
            new Option(
                    "confidence",
                    "Confidence",
                    "One level or several, with commas between them: 0.95,0.998",
                    "0.95",
                    List.of());

    static final List<Entry> ALL =
            List.of(
                    proportion(),
                    rate(),
                    direct(),
                    indirect(),
                    mean(),
                    quantile(),
                    slope(),
                    funnelOfProportions(),
                    funnelOfRates(),
                    funnelOfRatios(),
                    smallArea());

    private Methods() {}

    private static Option multiplier(String usual) {
        return new Option(
                "multiplier",
                "Multiplier",
                "What the value is given for: 100 for per cent, 100000 for a rate per 100,000",
                usual,
                List.of());
    }

    private static Option choice(String name, String label, String hint, Choice... choices) {
        return new Option(name, label, hint, choices[0].code(), Arrays.asList(choices));
    }

    private static Column needed(String name, String meaning) {
        return new Column(name, true, meaning);
    }

    private static Column optional(String name, String meaning) {
        return new Column(name, false, meaning);
    }

    private static List<Column> estimate(String value) {
        return List.of(
                needed("value", value),
                needed("lower_95", "the lower limit at 95 % confidence"),
                needed("upper_95", "the upper limit at 95 % confidence"));
    }

    private static List<Column> with(List<Column> first, List<Column> then) {
        List<Column> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private static Entry proportion() {
        return new Entry(
                new StatisticMethod(
                        "proportion",
                        "Proportions",
                        "What share of a whole has a feature, and how sure that is.",
                        List.of(
                                needed("numerator", "how many have the feature"),
                                needed("denominator", "how many there are")),
                        estimate("numerator over denominator, times the multiplier"),
                        List.of(
                                multiplier("1"),
                                CONFIDENCE,
                                choice(
                                        "method",
                                        "Interval",
                                        "",
                                        new Choice("wilson", "Wilson"),
                                        new Choice("exact", "Exact (Clopper and Pearson)"))),
                        "With x the numerator, n the denominator and z the normal deviate of the confidence:"
                                + " lower and upper limit = (2x + z² ∓ z√(z² + 4x(1 − x/n))) / (2(n + z²)).",
                        "Wilson, Journal of the American Statistical Association 1927;22:209; Newcombe and"
                                + " Altman, Statistics with Confidence, 2000; exact: Clopper and Pearson,"
                                + " Biometrika 1934;26:404.",
                        List.of(
                                BLANK_ROW,
                                "A numerator above its denominator is refused: a part cannot exceed its"
                                        + " whole. Ask for a rate if people can be counted more than once.",
                                "None of n gives a lower limit of exactly 0, all of n an upper limit of"
                                        + " exactly 1.",
                                NEGATIVE),
                        """
                        area,numerator,denominator
                        Boston,65,100
                        Lincoln,1045,5000
                        West Lindsey,0,80
                        """),
                (header, options) -> {
                    List<Confidence> levels = options.anyConfidences();
                    Proportion proportion =
                            new Proportion(
                                    options.is("method", "exact")
                                            ? Proportion.Method.EXACT
                                            : Proportion.Method.WILSON,
                                    options.number("multiplier"),
                                    levels);
                    return new RowCalculation(header, proportion::of, levels);
                });
    }

    private static Entry rate() {
        return new Entry(
                new StatisticMethod(
                        "rate",
                        "Crude rates",
                        "How many events there are for so many people or person-years.",
                        List.of(
                                needed("numerator", "events"),
                                needed("denominator", "people or person-years")),
                        estimate("events over people, times the multiplier"),
                        List.of(multiplier("100000"), CONFIDENCE),
                        "Value = m·x/n. The limits are those of the count x, times m/n: exact for fewer than"
                                + " 10 events, from 10 by Byar: lower = x(1 − 1/(9x) − z/(3√x))³, upper ="
                                + " (x+1)(1 − 1/(9(x+1)) + z/(3√(x+1)))³.",
                        "Byar: Breslow and Day, IARC Scientific Publications 82, 1987, page 69; exact:"
                                + " Garwood, Biometrika 1936;28:437.",
                        List.of(
                                BLANK_ROW,
                                "There may be more events than people.",
                                "The interval takes events as independent. Where the same people have several,"
                                        + " use the directly standardised rate with persons_with_1 and so"
                                        + " on.",
                                NEGATIVE),
                        """
                        area,numerator,denominator
                        Boston,5,1200
                        Lincoln,65,14000
                        West Lindsey,0,800
                        """),
                (header, options) -> {
                    List<Confidence> levels = options.confidences();
                    Rate rate = new Rate(options.number("multiplier"), levels);
                    return new RowCalculation(header, rate::of, levels);
                });
    }

    private static Entry direct() {
        return new Entry(
                new StatisticMethod(
                        "dsr",
                        "Directly standardised rates",
                        "The rate an area would have if its people had the ages of a standard population.",
                        List.of(
                                optional("area", "the area; without it all rows are one"),
                                needed("age_band", "the age band, each once an area"),
                                needed("numerator", "events; blank counts as 0"),
                                needed("denominator", "people, above 0"),
                                optional(
                                        "standard",
                                        "people of the standard population in this band"),
                                optional(
                                        "persons_with_1",
                                        "and so on: people with exactly 1, 2 … events, where one person"
                                                + " can have several")),
                        with(
                                List.of(
                                        needed("total_count", "all events"),
                                        needed("total_population", "all people")),
                                estimate("the standardised rate")),
                        List.of(
                                multiplier("100000"),
                                CONFIDENCE,
                                choice(
                                        "standard",
                                        "Standard population",
                                        "",
                                        new Choice("column", "In the column standard"),
                                        new Choice(
                                                "esp2013",
                                                "European Standard Population 2013 (0-4 … 85-89, 90+)")),
                                new Option(
                                        "reference",
                                        "Reference",
                                        "A rate to compare with, on the scale of the multiplier; left blank for"
                                                + " no comparison",
                                        "",
                                        List.of())),
                        "Over the age bands with events x, people n and standard population w: value ="
                                + " m·Σ(w·x/n)/Σw; its variance m²·Σ(w²·x/n²)/(Σw)²; limits = value + √(variance/O)"
                                + " times the distance of Byar's limits of O from O, where O is all events.",
                        "Dobson, Kuulasmaa, Eberle and Scherer, Statistics in Medicine 1991;10:457. Standard:"
                                + " Eurostat, Revision of the European Standard Population, 2013.",
                        List.of(
                                "Fewer than 10 events in an area: not available.",
                                "A blank number of events counts as 0. A blank population, or one of 0, is"
                                        + " refused.",
                                "The standard is joined by the name of the band, never by its place. A band"
                                        + " that comes twice in an area is refused; with the European"
                                        + " standard, so is a band that is missing.",
                                "An area with other bands than the first one gets a warning in its note.",
                                "With persons_with_1, persons_with_2 … the variance allows for people with"
                                        + " several events; their events must add up to the numerators of the"
                                        + " area."),
                        """
                        area,age_band,numerator,denominator,standard
                        Boston,0-14,12,1800,16000
                        Boston,15-64,30,5200,66500
                        Boston,65+,41,1100,17500
                        Lincoln,0-14,20,3900,16000
                        Lincoln,15-64,88,16000,66500
                        Lincoln,65+,75,2400,17500
                        """),
                (header, options) -> new DirectCalculation(header, options, options.confidences()));
    }

    private static Entry indirect() {
        return new Entry(
                new StatisticMethod(
                        "isr",
                        "Indirectly standardised ratios and rates",
                        "How many events there are against those expected at the rates of a reference"
                                + " population.",
                        List.of(
                                optional("area", "the area; without it all rows are one"),
                                needed("age_band", "the age band, each once an area"),
                                needed("observed", "events; blank counts as 0"),
                                needed("population", "people"),
                                needed("reference_numerator", "events in the reference population"),
                                needed(
                                        "reference_denominator",
                                        "people of the reference population")),
                        with(
                                List.of(
                                        needed("observed", "all events"),
                                        needed("expected", "events at the rates of the reference")),
                                estimate("the ratio, or the rate")),
                        List.of(
                                choice(
                                        "kind",
                                        "Kind",
                                        "",
                                        new Choice("ratio", "Ratio of observed to expected"),
                                        new Choice("rate", "Rate")),
                                new Option(
                                        "multiplier",
                                        "Multiplier",
                                        "Left blank: 1 for a ratio, 100000 for a rate",
                                        "",
                                        List.of()),
                                CONFIDENCE),
                        "With observed O and expected E = Σ(n·R/N) over the bands: ratio = m·O/E; rate ="
                                + " m·(O/E)·(ΣR/ΣN). The limits of the count O, exact below 10 and Byar's from 10,"
                                + " take the place of O.",
                        "Breslow and Day, IARC Scientific Publications 82, 1987; Garwood, Biometrika"
                                + " 1936;28:437.",
                        List.of(
                                "Nothing expected: not available.",
                                "A population of 0 adds nothing. A blank one is refused, unless the"
                                        + " reference has no events in that band.",
                                "A band that comes twice in an area is refused."),
                        """
                        area,age_band,observed,population,reference_numerator,reference_denominator
                        Boston,0-14,12,1800,10303,1250000
                        Boston,15-64,30,5200,28000,4600000
                        Boston,65+,41,1100,31000,1020000
                        """),
                (header, options) ->
                        new IndirectCalculation(header, options, options.confidences()));
    }

    private static Entry mean() {
        return new Entry(
                new StatisticMethod(
                        "mean",
                        "Means",
                        "The mean of measured values in each group, and how sure that is.",
                        List.of(
                                optional("group", "the group; without it all rows are one"),
                                needed("value", "the measured value; blank ones are left out")),
                        with(
                                List.of(needed("n", "how many values")),
                                with(
                                        estimate("the mean"),
                                        List.of(needed("standard_deviation", "with n − 1")))),
                        List.of(CONFIDENCE),
                        "Limits = mean ∓ t·sd/√n, with sd the standard deviation (n − 1) and t from Student's"
                                + " distribution with n − 1 degrees of freedom.",
                        "Student, Biometrika 1908;6:1.",
                        List.of(
                                "Fewer than 2 values: the interval is not available.",
                                "Blank values are left out and counted in the note."),
                        """
                        group,value
                        Boston,33.1
                        Boston,48.4
                        Boston,64.8
                        Lincoln,55.6
                        Lincoln,66.7
                        """),
                (header, options) -> new MeanCalculation(header, options.confidences()));
    }

    private static Entry quantile() {
        return new Entry(
                new StatisticMethod(
                        "quantile",
                        "Quantiles",
                        "Which tenth (or fifth, or other part) each area is in, by its value.",
                        List.of(
                                optional("area", "the area; comes back as it is"),
                                needed("value", "what the areas are ordered by"),
                                optional("group", "quantiles are found within each group")),
                        List.of(needed("quantile", "from 1 to the number of groups")),
                        List.of(
                                new Option(
                                        "groups",
                                        "Number of groups",
                                        "10 for tenths, 5 for fifths",
                                        "10",
                                        List.of()),
                                choice(
                                        "invert",
                                        "Order",
                                        "",
                                        new Choice("true", "Group 1 has the highest values"),
                                        new Choice("false", "Group 1 has the lowest values"))),
                        "With N values, k groups and r = 1 + the number of values that come before: quantile ="
                                + " k + 1 − ⌈(N + 1 − r)·k/N⌉, in whole numbers.",
                        "As used for deprivation tenths in public health profiles.",
                        List.of(
                                "Equal values are in the same group.",
                                "Fewer values than groups: not available.",
                                "A blank value stays blank.",
                                WHOLE_TABLE),
                        """
                        area,value
                        Boston,30.1
                        East Lindsey,29.9
                        Lincoln,27.1
                        North Kesteven,11.2
                        South Holland,20.9
                        South Kesteven,14.2
                        West Lindsey,18.3
                        Newark,19.5
                        Rutland,9.6
                        Bassetlaw,23.9
                        """),
                QuantileCalculation::new);
    }

    private static Entry slope() {
        return new Entry(
                new StatisticMethod(
                        "sii",
                        "Slope and relative index of inequality",
                        "How much a value differs between the most and the least deprived, by the line through"
                                + " all groups.",
                        List.of(
                                optional("area", "the area; without it all rows are one"),
                                needed("quantile", "1 the most deprived, up to the last"),
                                needed("population", "people in the quantile"),
                                needed("value", "the value of the quantile"),
                                optional(
                                        "standard_error",
                                        "of the value; or give lower_95 and upper_95 instead")),
                        List.of(
                                needed("slope", "slope index of inequality (SII)"),
                                needed("rii", "relative index of inequality (RII)"),
                                needed("slope_lower_95", "and slope_upper_95: limits of the slope"),
                                needed("rii_lower_95", "and rii_upper_95: limits of the ratio"),
                                needed("quantiles", "how many there are")),
                        List.of(
                                new Option(
                                        "multiplier",
                                        "Multiplier",
                                        "Below 0 where a high value is good",
                                        "1",
                                        List.of()),
                                CONFIDENCE,
                                choice(
                                        "transform",
                                        "Scale",
                                        "The scale on which values are drawn and the line is fitted",
                                        new Choice("none", "As they are"),
                                        new Choice("log", "Logarithm, for rates"),
                                        new Choice("logit", "Log odds, for proportions")),
                                choice(
                                        "rii_interval",
                                        "Interval of the ratio in closed form",
                                        "",
                                        new Choice("log-delta", "Delta method on the log scale"),
                                        new Choice("fieller", "Fieller")),
                                new Option(
                                        "draws",
                                        "Draws",
                                        "Left blank: limits in closed form, or from 10,000 draws on another"
                                                + " scale",
                                        "10000",
                                        List.of()),
                                new Option("seed", "Seed", "For simulation", "1", List.of())),
                        "Each quantile sits at the middle of its share of the population, ordered from the"
                                + " most deprived; the line is fitted by least squares weighted with those shares."
                                + " With intercept α and slope β: SII = m·β, RII = (α + β)/α.",
                        "Low and Low, Journal of Public Health 2004;26:388; Fieller, Journal of the Royal"
                                + " Statistical Society B 1954;16:175.",
                        List.of(
                                "From 5 to 100 quantiles, numbered from 1 without a gap; above 10 the note"
                                        + " warns.",
                                "The ratio is not available where the line is not above 0 at both ends. With a"
                                        + " multiplier below 0 it is turned over.",
                                "Without a simulation the limits are exact for independent, near normal"
                                        + " values. A simulation prints its draws and its seed; the same seed"
                                        + " gives the same limits."),
                        """
                        quantile,population,value,standard_error
                        1,7200,26.4,0.9
                        2,7100,24.1,0.9
                        3,7300,21.7,0.8
                        4,7000,19.2,0.8
                        5,7150,18.8,0.8
                        6,7050,17.1,0.7
                        7,7200,15.9,0.7
                        8,7100,14.2,0.7
                        9,7000,13.5,0.6
                        10,7250,11.8,0.6
                        """),
                (header, options) -> new SlopeCalculation(header, options, options.confidences()));
    }

    private static Option reference(String what) {
        return new Option(
                "reference",
                "Reference",
                "Left blank: " + what + " of all rows together. On the scale of the multiplier",
                "",
                List.of());
    }

    private static List<Column> funnelResults(boolean counts) {
        List<Column> columns =
                List.of(
                        needed("value", "the value of the row"),
                        needed("reference", "what it is compared with"),
                        needed("lower_2sd", "and upper_2sd: limits at 0.025 on each side"),
                        needed("lower_3sd", "and upper_3sd: limits at 0.001 on each side"),
                        needed(
                                "significance",
                                "Low (0.001), Low (0.025), Not significant, High (0.025) or High (0.001)"));
        return counts
                ? with(
                        columns,
                        List.of(
                                needed(
                                        "denominator_at_lower_2sd",
                                        "and so on: the denominator with which this numerator lies on the"
                                                + " line")))
                : columns;
    }

    private static Entry funnelOfProportions() {
        return new Entry(
                new StatisticMethod(
                        "funnel-proportion",
                        "Funnel of proportions",
                        "Which areas differ from the overall proportion by more than chance.",
                        List.of(
                                needed("numerator", "how many have the feature"),
                                needed("denominator", "how many there are")),
                        funnelResults(false),
                        List.of(multiplier("1"), reference("the overall proportion")),
                        "Limits at n = p ∓ z·√(p(1 − p)/n), within 0 and 1, with p the overall proportion.",
                        "Spiegelhalter, Statistics in Medicine 2005;24:1185.",
                        List.of(
                                BLANK_ROW,
                                WHOLE_TABLE + " With a reference there is no such limit."),
                        """
                        area,numerator,denominator
                        Boston,65,100
                        Lincoln,1045,5000
                        North Kesteven,40,260
                        South Holland,210,900
                        West Lindsey,12,80
                        """),
                (header, options) ->
                        new FunnelCalculation(header, FunnelCalculation.Kind.PROPORTION, options));
    }

    private static Entry funnelOfRates() {
        return new Entry(
                new StatisticMethod(
                        "funnel-rate",
                        "Funnel of rates",
                        "Which areas differ from the overall rate by more than chance.",
                        List.of(
                                needed("numerator", "events"),
                                needed("denominator", "people or person-years")),
                        funnelResults(true),
                        List.of(multiplier("100000"), reference("the overall rate")),
                        "With E the events expected at the overall rate, a count O lies on the lower line where"
                                + " E = ½χ²⁻¹(1 − p; 2O + 2) and on the upper where E = ½χ²⁻¹(p; 2O); the limits at"
                                + " an area's own E are the same lines read the other way.",
                        "Spiegelhalter, Statistics in Medicine 2005;24:1185.",
                        List.of(
                                BLANK_ROW,
                                "An area is low or high when its interval (exact below 10 events, Byar's from"
                                        + " 10) leaves out the reference.",
                                WHOLE_TABLE + " With a reference there is no such limit."),
                        """
                        area,numerator,denominator
                        Boston,5,1200
                        Lincoln,65,9000
                        North Kesteven,31,7300
                        South Holland,12,4200
                        West Lindsey,2,3100
                        """),
                (header, options) ->
                        new FunnelCalculation(header, FunnelCalculation.Kind.RATE, options));
    }

    private static Entry funnelOfRatios() {
        return new Entry(
                new StatisticMethod(
                        "funnel-ratio",
                        "Funnel of ratios",
                        "Which areas have more or fewer events than expected, by more than chance.",
                        List.of(
                                needed("numerator", "events observed"),
                                needed("denominator", "events expected")),
                        funnelResults(true),
                        List.of(multiplier("1")),
                        "A count O lies on the lower line where the expected events E = ½χ²⁻¹(1 − p; 2O + 2),"
                                + " and on the upper where E = ½χ²⁻¹(p; 2O), 0 for O = 0; the limits at an area's"
                                + " own E are the same lines read the other way.",
                        "Spiegelhalter, Statistics in Medicine 2005;24:1185.",
                        List.of(
                                BLANK_ROW,
                                "An area is low or high when the interval of its events (exact below 10, Byar's"
                                        + " from 10) leaves out the expected number."),
                        """
                        area,numerator,denominator
                        Boston,5,11.2
                        Lincoln,65,48.9
                        North Kesteven,31,33.0
                        South Holland,12,18.4
                        West Lindsey,0,6.1
                        """),
                (header, options) ->
                        new FunnelCalculation(header, FunnelCalculation.Kind.RATIO, options));
    }

    private static Entry smallArea() {
        return new Entry(
                new StatisticMethod(
                        "small-area",
                        "Small areas: composite estimates",
                        "What a survey and a model say together of each area, where the survey alone is too"
                                + " small or did not go.",
                        List.of(
                                optional("area", "the area; comes back as it is"),
                                needed(
                                        "value",
                                        "the survey's value of the area; blank where there is none"),
                                needed(
                                        "standard_error",
                                        "of the value, above 0; blank where there is none"),
                                optional(
                                        "x1",
                                        "and so on: up to 5 columns whose names begin with x, known for every"
                                                + " area, that the value may depend on"),
                                optional(
                                        "weight",
                                        "for a total: how much of the area's value counts towards it, such as"
                                                + " its people where the value is a share; 1 without it")),
                        List.of(
                                needed(
                                        "estimate",
                                        "the composite; the synthetic estimate without a value"),
                                needed("mse", "its mean squared error"),
                                needed(
                                        "root_mse",
                                        "the square root of that, on the scale of the value"),
                                needed("gamma", "the weight of the survey's value, from 0 to 1"),
                                needed("synthetic", "what the model alone says"),
                                needed(
                                        "variance",
                                        "σ²: how much areas differ beyond the covariates"),
                                needed(
                                        "basis",
                                        "what the estimate rests on; with a total, benchmarked follows: the"
                                                + " estimate made to agree with it")),
                        List.of(
                                new Option(
                                        "total",
                                        "Total",
                                        "A published total that the estimates times their weights are to add up"
                                                + " to. Left blank: none",
                                        "",
                                        List.of())),
                        "The value y of an area has the sampling variance ψ = standard_error². With covariates x"
                                + " (and an intercept): synthetic = x'β, by least squares weighted with"
                                + " 1/(σ² + ψ); gamma = σ²/(σ² + ψ); estimate = gamma·y + (1 − gamma)·synthetic."
                                + " σ² has the greatest restricted likelihood (REML). MSE = g1 + g2 + 2·g3 with g1"
                                + " = gamma·ψ, g2 = (1 − gamma)²·x'(X'V⁻¹X)⁻¹x, g3 = ψ²/(σ² + ψ)³·2/Σ(σ² + ψ)⁻²;"
                                + " without a value σ² + x'(X'V⁻¹X)⁻¹x. Benchmarked = estimate·total/Σ(weight·"
                                + "estimate).",
                        "Fay and Herriot, Journal of the American Statistical Association 1979;74:269; Prasad"
                                + " and Rao, the same 1990;85:163; Datta and Lahiri, Statistica Sinica"
                                + " 2000;10:613.",
                        List.of(
                                "An area without a value, or without its standard error, gets the synthetic"
                                        + " estimate and the words “modelled, no local observations”. It plays no"
                                        + " part in fitting.",
                                "Where the values show no difference beyond sampling, σ² is 0, gamma is 0, and"
                                        + " every estimate is synthetic; the column basis says so.",
                                "At least two areas more than there are covariates need a value. A covariate"
                                        + " that is the same in all of them, or follows from others, is refused. A"
                                        + " blank one leaves its area out, and with a total it is refused.",
                                "The mean squared error is an approximation for many areas, takes the standard"
                                        + " errors as known, and is of the estimate before benchmarking.",
                                "The model is a straight line: an estimated share may lie below 0 or above 1.",
                                WHOLE_TABLE),
                        """
                        area,value,standard_error,x_deprived_share,weight
                        Boston,0.231,0.021,0.35,1450
                        East Lindsey,0.222,0.018,0.41,2380
                        Lincoln,0.254,0.017,0.33,2160
                        North Kesteven,0.118,0.014,0.05,2290
                        South Holland,0.147,0.024,0.16,1910
                        South Kesteven,0.152,0.018,0.10,2650
                        West Lindsey,,,0.19,1770
                        """),
                SmallAreaCalculation::new);
    }
}
