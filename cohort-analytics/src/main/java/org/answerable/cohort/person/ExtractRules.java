package org.answerable.cohort.person;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.ExtractDescription;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.data.DescriptionRules;
import org.answerable.cohort.quantity.Unit;

/** What the description of an extract must say before its file is read. */
final class ExtractRules {

    private static final int LONGEST_YEARS = 30;

    private ExtractRules() {}

    /**
     * The description in the form of the register.
     *
     * @param unit what a row counts
     * @throws InvalidInput with every fault found
     */
    static DatasetDescription checked(ExtractDescription given, Unit unit, Clock clock) {
        List<FieldError> errors = new ArrayList<>();
        if (given.coversFrom() == null) {
            errors.add(new FieldError("coversFrom", "Give the first day that the extract covers."));
        }
        if (given.coversTo() == null) {
            errors.add(
                    new FieldError(
                            "coversTo", "Give the day after the last that the extract covers."));
        }
        if (errors.isEmpty() && !given.coversFrom().isBefore(given.coversTo())) {
            errors.add(new FieldError("coversTo", "The period is empty or reversed."));
        } else if (errors.isEmpty()
                && given.coversFrom().plusYears(LONGEST_YEARS).isBefore(given.coversTo())) {
            errors.add(
                    new FieldError(
                            "coversFrom",
                            "An extract covers at most " + LONGEST_YEARS + " years."));
        } else if (errors.isEmpty()
                && given.extractDate() != null
                && given.coversTo().isAfter(given.extractDate().plusDays(1))) {
            errors.add(
                    new FieldError(
                            "coversTo", "The period ends after the day the extract was made."));
        }
        DatasetDescription checked = null;
        try {
            checked = DescriptionRules.checked(described(given, unit), clock, unit);
        } catch (InvalidInput e) {
            // The day counted at is not asked for: it is the day of the extract.
            e.errors().stream().filter(f -> !f.field().equals("asAt")).forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return checked;
    }

    private static DatasetDescription described(ExtractDescription d, Unit unit) {
        return new DatasetDescription(
                d.title(),
                d.publisher(),
                d.sourceSystem(),
                d.extractDate(),
                d.licence(),
                d.attribution(),
                unit.name(),
                d.extractDate(),
                "AT_SNAPSHOT",
                "REGISTERED",
                d.vintage(),
                d.areaCovered(),
                d.caveats());
    }
}
