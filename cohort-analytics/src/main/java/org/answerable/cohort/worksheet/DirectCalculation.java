package org.answerable.cohort.worksheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.statistics.Confidence;
import org.answerable.cohort.statistics.DirectStandardisation;
import org.answerable.cohort.statistics.Interval;
import org.answerable.cohort.statistics.InvalidArgument;
import org.answerable.cohort.statistics.Significance;
import org.answerable.cohort.statistics.StandardPopulation;

/**
 * A directly standardised rate for each area. With columns {@code persons_with_1}, {@code persons_with_2} …
 * events need not be independent. The standard comes with each row, or is the European one of 2013 and
 * then joined by the name of the band.
 */
final class DirectCalculation extends GroupCalculation<DirectCalculation.Area> {

    private static final int MOST_EVENTS_EACH = 1000;
    private static final int FIRST_PERSONS = 5;
    private static final List<Confidence> LIMITS = List.of(Confidence.OF_95, Confidence.OF_998);

    /** What is known of an area so far. */
    static final class Area {
        private final DirectStandardisation sums = new DirectStandardisation();
        private final BitSet bands = new BitSet();
    }

    private final double multiplier;
    private final List<Confidence> confidences;
    private final List<String> wanted;
    private final Bands bands = new Bands();
    private final Map<String, Double> standard;
    private final double[] persons;
    private final double reference;
    private BitSet usual;

    DirectCalculation(Header header, Options options, List<Confidence> confidences) {
        super(header, "area", names(options, confidences));
        header.require("age_band", "numerator", "denominator");
        boolean european = options.is("standard", "esp2013");
        if (!european) {
            header.require("standard");
        } else if (header.has("standard")) {
            throw new InvalidInput(
                    "standard", "The table has a column standard already. Leave one of them out.");
        }
        this.standard = european ? StandardPopulation.european2013() : Map.of();
        this.multiplier = options.number("multiplier");
        this.confidences = confidences;
        List<String> columns = new ArrayList<>();
        columns.addAll(List.of("area", "age_band", "numerator", "denominator", "standard"));
        int most = 0;
        while (most < MOST_EVENTS_EACH && header.has("persons_with_" + (most + 1))) {
            columns.add("persons_with_" + ++most);
        }
        for (String name : header.names()) {
            String key = Header.key(name);
            if (key.startsWith("persons_with_") && !columns.contains(key)) {
                throw new InvalidInput(
                        "header",
                        "The columns persons_with_1, persons_with_2 and so on must be there without a gap;"
                                + " found "
                                + Faults.shown(name)
                                + ".");
            }
        }
        this.wanted = List.copyOf(columns);
        this.persons = new double[most];
        this.reference = options.given("reference") ? options.number("reference") : Double.NaN;
        if (!(multiplier > 0)) {
            throw new InvalidInput("multiplier", "Give a number above 0.");
        }
    }

    private static List<String> names(Options options, List<Confidence> confidences) {
        List<String> names = new ArrayList<>(List.of("total_count", "total_population", "value"));
        names.addAll(Options.limitNames("", confidences));
        if (options.given("reference")) {
            names.add("significance");
        }
        return names;
    }

    @Override
    public List<String> wanted() {
        return wanted;
    }

    @Override
    Area group(String name) {
        return new Area();
    }

    @Override
    void add(Area area, Source row) {
        String band = row.text(1);
        bands.mark(area.bands, band);
        double events = orZero(row, 2);
        double population = needed(row, 3, "denominator");
        double weight = weight(row, band);
        if (persons.length == 0) {
            area.sums.add(events, population, weight);
        } else {
            for (int i = 0; i < persons.length; i++) {
                persons[i] = orZero(row, FIRST_PERSONS + i);
            }
            area.sums.add(events, population, weight, persons);
        }
    }

    private double weight(Source row, String band) {
        if (standard.isEmpty()) {
            return needed(row, 4, "standard");
        }
        Double weight = standard.get(band);
        if (weight == null) {
            throw new InvalidArgument(
                    "age_band",
                    "The European Standard Population 2013 has no such band. Its bands are "
                            + String.join(", ", standard.keySet())
                            + ".");
        }
        return weight;
    }

    @Override
    void answer(Area area, Results to) {
        if (!standard.isEmpty() && area.bands.cardinality() < standard.size()) {
            TreeSet<String> missing = new TreeSet<>(standard.keySet());
            area.bands.stream().forEach(place -> missing.remove(bands.name(place)));
            throw new InvalidArgument(
                    "age_band", "Bands of the standard population are missing: " + missing + ".");
        }
        to.put(0, area.sums.events()).put(1, area.sums.population());
        to.put(2, area.sums.rate(multiplier, confidences));
        if (!Double.isNaN(reference)) {
            to.put(results().size() - 1, significance(area));
        }
        if (usual == null) {
            usual = area.bands;
        } else if (!usual.equals(area.bands)) {
            to.note("Warning: the age bands are not those of the first area");
        }
    }

    private String significance(Area area) {
        if (!Significance.applicable(area.sums.events())) {
            return "Not applicable: fewer than 10 events";
        }
        List<Interval> intervals = area.sums.rate(multiplier, LIMITS).intervals();
        return Significance.of(reference, intervals.get(0), intervals.get(1)).words();
    }
}
