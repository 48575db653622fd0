package org.answerable.cohort.worksheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.statistics.Confidence;
import org.answerable.cohort.statistics.CountInterval;
import org.answerable.cohort.statistics.IndirectStandardisation;

/** An indirectly standardised ratio or rate for each area. */
final class IndirectCalculation extends GroupCalculation<IndirectCalculation.Area> {

    private static final List<String> WANTED =
            List.of(
                    "area",
                    "age_band",
                    "observed",
                    "population",
                    "reference_numerator",
                    "reference_denominator");

    /** What is known of an area so far. */
    static final class Area {
        private final IndirectStandardisation sums = new IndirectStandardisation();
        private final BitSet bands = new BitSet();
    }

    private final boolean rate;
    private final double multiplier;
    private final List<CountInterval> counts;
    private final Bands bands = new Bands();
    private BitSet usual;

    IndirectCalculation(Header header, Options options, List<Confidence> confidences) {
        super(header, "area", names(options, confidences));
        header.require(WANTED.subList(1, WANTED.size()).toArray(String[]::new));
        this.rate = options.is("kind", "rate");
        this.multiplier = options.given("multiplier") ? options.number("multiplier") : usual(rate);
        this.counts = Options.counts(confidences);
        if (!(multiplier > 0)) {
            throw new InvalidInput("multiplier", "Give a number above 0.");
        }
    }

    private static double usual(boolean rate) {
        return rate ? 100_000 : 1;
    }

    private static List<String> names(Options options, List<Confidence> confidences) {
        List<String> names = new ArrayList<>(List.of("observed", "expected", "value"));
        names.addAll(Options.limitNames("", confidences));
        if (options.is("kind", "rate")) {
            names.add("reference_rate");
        }
        return names;
    }

    @Override
    public List<String> wanted() {
        return WANTED;
    }

    @Override
    Area group(String name) {
        return new Area();
    }

    @Override
    void add(Area area, Source row) {
        bands.mark(area.bands, row.text(1));
        double reference = needed(row, 4, "reference_numerator");
        // A population that is not known matters only where events are expected from it.
        double population = reference == 0 ? orZero(row, 3) : needed(row, 3, "population");
        area.sums.add(
                orZero(row, 2), population, reference, needed(row, 5, "reference_denominator"));
    }

    @Override
    void answer(Area area, Results to) {
        IndirectStandardisation sums = area.sums;
        to.put(0, sums.observed()).put(1, sums.expected());
        if (rate) {
            to.put(2, sums.rate(multiplier, counts));
            to.put(results().size() - 1, sums.referenceRate(multiplier));
        } else {
            to.put(2, sums.ratio(multiplier, counts));
        }
        if (usual == null) {
            usual = area.bands;
        } else if (!usual.equals(area.bands)) {
            to.note("Warning: the age bands are not those of the first area");
        }
    }
}
