package org.answerable.cohort.conversion;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.answerable.cohort.quantity.Code;
import org.answerable.cohort.quantity.ConversionName;
import org.answerable.cohort.quantity.DateInterval;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.TimeBasis;

/**
 * Conversions that two totals never suffice for: each says which records or tables would have to be
 * counted again.
 */
final class FromRecords {

    private FromRecords() {}

    static Optional<Conversion> eventsToPersons(Pair pair) {
        return lacking(
                pair,
                ConversionName.EVENTS_TO_PERSONS,
                Conversions.both(pair).anyMatch(Quantity::countsEvents),
                "Count each person once, however many events.",
                "The event records with a pseudonym for each person, to count the distinct ones."
                        + " Without pseudonyms it cannot be done.");
    }

    static Optional<Conversion> restrictWindow(Pair pair) {
        TimeBasis one = pair.first().time();
        TimeBasis other = pair.second().time();
        Optional<DateInterval> common = days(one).common(days(other));
        return lacking(
                pair,
                ConversionName.RESTRICT_WINDOW,
                one.isPeriod() && other.isPeriod() && common.isPresent(),
                "Count both numbers over the days that they have in common.",
                common.map(
                                days ->
                                        "The records with their dates, to count both from "
                                                + words(days.first())
                                                + " to "
                                                + words(days.last())
                                                + ".")
                        .orElse(""));
    }

    private static DateInterval days(TimeBasis time) {
        return new DateInterval(time.firstDay(), time.lastDay());
    }

    static Optional<Conversion> cohortShift(Pair pair) {
        DateInterval wanted = pair.check().overlap().numerator();
        DateInterval had = pair.check().overlap().denominator();
        return lacking(
                pair,
                ConversionName.COHORT_SHIFT,
                true,
                "Move the second number to the births behind the first.",
                "Births in the area by year or month, for births from "
                        + words(wanted.first())
                        + " to "
                        + words(wanted.last())
                        + " and from "
                        + words(had.first())
                        + " to "
                        + words(had.last())
                        + ".");
    }

    static Optional<Conversion> rerule(Pair pair) {
        return lacking(
                pair,
                ConversionName.RERULE,
                pair.has(Code.A2),
                "Take the age at the same moment in both numbers.",
                "Dates or months of birth of everyone counted, or counts by single year of age at the"
                        + " other moment.");
    }

    static Optional<Conversion> registeredToResident(Pair pair) {
        return lacking(
                pair,
                ConversionName.REGISTERED_TO_RESIDENT,
                true,
                "Count the people of both numbers by where they live.",
                "The practice × LSOA matrix of registered patients for the date, or the home area of"
                        + " everyone counted.");
    }

    static Optional<Conversion> bestFit(Pair pair) {
        return lacking(
                pair,
                ConversionName.BEST_FIT,
                true,
                "Count both numbers for the same boundaries.",
                "The counts by area, and the official look-up from "
                        + pair.first().geography().vintage()
                        + " to "
                        + pair.second().geography().vintage()
                        + " with population weights for split areas.");
    }

    private static Optional<Conversion> lacking(
            Pair pair, ConversionName name, boolean applies, String description, String needs) {
        return applies && !pair.liftedBy(name).isEmpty()
                ? Optional.of(Conversion.lacking(pair, name, description, needs))
                : Optional.empty();
    }

    private static String words(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(day);
    }
}
