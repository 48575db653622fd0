package org.answerable.cohort.quantity;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a label says, to be held against what was counted. Reads only what cannot be taken
 * otherwise: the first plural noun as the unit, and ages that are named as such.
 */
final class LabelReading {

    private static final Map<String, Unit> NOUNS =
            Map.ofEntries(
                    Map.entry("families", Unit.FAMILY),
                    Map.entry("households", Unit.FAMILY),
                    Map.entry("children", Unit.CHILD),
                    Map.entry("babies", Unit.CHILD),
                    Map.entry("infants", Unit.CHILD),
                    Map.entry("mothers", Unit.MOTHER),
                    Map.entry("people", Unit.PERSON),
                    Map.entry("contacts", Unit.CONTACT),
                    Map.entry("episodes", Unit.EPISODE),
                    Map.entry("referrals", Unit.REFERRAL));
    private static final Pattern NOUN =
            Pattern.compile(
                    "\\b(" + String.join("|", NOUNS.keySet()) + ")\\b(?!['’])",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SPAN =
            Pattern.compile(
                    "\\bage[sd]?\\s+(\\d{1,2})\\s*(?:-|–|to)\\s*(\\d{1,2})\\b(\\s*months)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern UNDER =
            Pattern.compile(
                    "\\bunder\\s+(\\d{1,2})(?:s|\\s+years)?\\b(\\s*months)?",
                    Pattern.CASE_INSENSITIVE);

    private LabelReading() {}

    /** The unit that the label names first, when it is not the one that was counted. */
    static Optional<Unit> otherUnit(Quantity quantity) {
        Matcher noun = NOUN.matcher(quantity.label());
        return noun.find()
                ? Optional.of(NOUNS.get(noun.group(1).toLowerCase(java.util.Locale.ROOT)))
                        .filter(named -> named != quantity.unit())
                        .filter(named -> !isLooserWord(named, quantity.unit()))
                : Optional.empty();
    }

    /** Children and mothers are people. */
    private static boolean isLooserWord(Unit named, Unit counted) {
        return named == Unit.PERSON && (counted == Unit.CHILD || counted == Unit.MOTHER)
                || named == Unit.CHILD && counted == Unit.PERSON;
    }

    /** The band that the label names, when it is not the one that was counted. */
    static Optional<MonthBand> otherBand(Quantity quantity) {
        return band(quantity.label()).filter(named -> !named.equals(quantity.age().band()));
    }

    private static Optional<MonthBand> band(String label) {
        Matcher under = UNDER.matcher(label);
        if (under.find()) {
            int to = Integer.parseInt(under.group(1));
            return band(0, to, under.group(2) != null);
        }
        Matcher span = SPAN.matcher(label);
        if (span.find()) {
            int from = Integer.parseInt(span.group(1));
            int last = Integer.parseInt(span.group(2));
            return band(from, last + 1, span.group(3) != null);
        }
        return Optional.empty();
    }

    private static Optional<MonthBand> band(int from, int to, boolean months) {
        int factor = months ? 1 : 12;
        return to > from
                ? Optional.of(new MonthBand(from * factor, to * factor))
                : Optional.empty();
    }
}
