package org.answerable.directory.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.directory.duplicates.store.Candidate;

/**
 * How far two services are alike, and why. Weights: a shared identifier (charity, company, ODS) 1.0; names from 0.6
 * alike, 0.45; places within 100 m 0.25, within 500 m half of that, within 1 km a quarter; the same telephone, mailbox or
 * website 0.15 each; the same terms 0.1. In all at most 1.
 *
 * <p>An identifier names an organisation, not a service: it counts only with names that are alike, and only between two
 * records of the organisation. And a publisher tells its own services apart: two services of one source and one
 * organisation are compared only when their names are alike, and not when they are more than 1 km apart.
 */
record Likeness(double score, List<String> reasons) {

    private static final double NAMES = 0.45;
    private static final double NAMES_FROM = 0.6;
    private static final double DISTANCE = 0.25;
    private static final double NEAR = 100;
    private static final double WALK = 500;
    private static final double FAR = 1_000;
    private static final double CONTACT = 0.15;
    private static final double TERMS = 0.1;

    private static final Likeness NONE = new Likeness(0, List.of());

    static Likeness of(Candidate pair) {
        double names = NameLikeness.of(pair.oneName(), pair.otherName());
        boolean alike = names >= NAMES_FROM;
        if (pair.ownOfOneSource() && (!alike || pair.metres() != null && pair.metres() > FAR)) {
            return NONE;
        }
        double score = 0;
        List<String> reasons = new ArrayList<>();
        if (pair.identifier() && alike) {
            score += 1;
            reasons.add("The organisations have the same registered number");
        }
        if (alike) {
            score += NAMES;
            reasons.add(
                    names == 1
                            ? "The names are the same"
                            : String.format(Locale.UK, "The names are %.0f%% alike", 100 * names));
        }
        double near = distance(pair.metres());
        if (near > 0) {
            score += near;
            reasons.add(
                    pair.metres() < 1
                            ? "They are at the same point"
                            : String.format(Locale.UK, "They are %.0f m apart", pair.metres()));
        }
        score += contact(pair.phone(), "The same telephone number", reasons);
        score += contact(pair.mailbox(), "The same email address", reasons);
        score += contact(pair.site(), "The same website", reasons);
        if (pair.terms()) {
            score += TERMS;
            reasons.add("The same terms");
        }
        return new Likeness(Math.min(1, score), reasons);
    }

    private static double distance(Double metres) {
        if (metres == null || metres > FAR) {
            return 0;
        }
        if (metres <= NEAR) {
            return DISTANCE;
        }
        return metres <= WALK ? DISTANCE / 2 : DISTANCE / 4;
    }

    private static double contact(boolean same, String reason, List<String> reasons) {
        if (same) {
            reasons.add(reason);
        }
        return same ? CONTACT : 0;
    }
}
