package org.answerable.directory.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.answerable.directory.DuplicatePair;
import org.answerable.directory.duplicates.store.Candidate;
import org.answerable.directory.duplicates.store.ComparisonTable;
import org.answerable.directory.duplicates.store.FeatureTable;
import org.answerable.directory.duplicates.store.PairTable;

/** Compares all services with each other, within blocks; memory does not grow with their number. */
@ApplicationScoped
public class CompareServices {

    private static final int BATCH = 5_000;

    private FeatureTable features;
    private PairTable pairs;
    private ComparisonTable comparisons;
    private Clock clock;

    protected CompareServices() {}

    @Inject
    public CompareServices(
            FeatureTable features, PairTable pairs, ComparisonTable comparisons, Clock clock) {
        this.features = features;
        this.pairs = pairs;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    void run(long id) {
        int services = features.read();
        reached(id, "Looking for what services share", services, 0);
        features.pair();
        long compared = 0;
        long one = 0;
        long other = 0;
        List<Candidate> batch = features.after(one, other, BATCH);
        while (!batch.isEmpty()) {
            keep(id, batch);
            compared += batch.size();
            reached(id, "Comparing", services, compared);
            Candidate last = batch.get(batch.size() - 1);
            one = last.oneKey();
            other = last.otherKey();
            batch = features.after(one, other, BATCH);
        }
        pairs.forgetOthers(id);
        features.clear();
        comparisons.end(id, "done", "All services are compared.", clock.instant());
    }

    private void keep(long id, List<Candidate> batch) {
        List<PairTable.Found> found = new ArrayList<>();
        for (Candidate pair : batch) {
            Likeness likeness = Likeness.of(pair);
            // A hair below, for sums of tenths in binary.
            if (likeness.score() >= DuplicatePair.POSSIBLE - 1e-9) {
                boolean ordered = pair.one().compareTo(pair.other()) < 0;
                found.add(
                        new PairTable.Found(
                                ordered ? pair.one() : pair.other(),
                                ordered ? pair.other() : pair.one(),
                                Math.round(likeness.score() * 10_000) / 10_000.0,
                                likeness.reasons(),
                                pair.compared()));
            }
        }
        pairs.found(id, found);
    }

    private void reached(long id, String message, int services, long compared) {
        if (!comparisons.reached(id, message, services, compared, clock.instant())) {
            throw new IllegalStateException("Another server took this comparison for lost");
        }
    }
}
