package org.answerable.cohort.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Breakdown;
import org.answerable.cohort.MeasureRequest.Measure;

/** What may be asked of a cohort. */
final class MeasureRules {

    private static final int LONGEST = 200;
    private static final int MOST_PERIODS = 20;

    private MeasureRules() {}

    /**
     * The question trimmed.
     *
     * @throws InvalidInput with every fault found
     */
    static MeasureRequest checked(
            MeasureRequest given, CohortDefinition definition, Connection connection)
            throws SQLException {
        List<FieldError> errors = new ArrayList<>();
        if (given.measure() == null) {
            errors.add(new FieldError("measure", "Choose COUNT, PROPORTION or CONTACT_RATE."));
        }
        if (given.by() == null) {
            errors.add(
                    new FieldError(
                            "by", "Choose the rows: NONE, AREA, WHOLE, DECILE, AGE or PERIOD."));
        }
        String title = given.title() == null ? "" : given.title().strip();
        if (title.length() > LONGEST || title.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(
                    new FieldError(
                            "title", "At most " + LONGEST + " characters, without line breaks."));
        }
        if (given.by() == Breakdown.PERIOD
                && (given.periods() < 2 || given.periods() > MOST_PERIODS)) {
            errors.add(new FieldError("periods", "Give 2 to " + MOST_PERIODS + " periods."));
        }
        String whole = given.whole() == null ? "" : given.whole().strip();
        if (given.by() == Breakdown.WHOLE && !wholes(connection).contains(whole)) {
            errors.add(
                    new FieldError(
                            "whole",
                            wholes(connection).isEmpty()
                                    ? "No look-up of areas is loaded yet."
                                    : "Choose one of "
                                            + String.join(", ", wholes(connection))
                                            + "."));
        }
        if (given.by() == Breakdown.DECILE && !anyDeprivation(connection)) {
            errors.add(new FieldError("by", "No deprivation dataset is loaded yet."));
        }
        if (errors.isEmpty()) {
            fits(given, definition, errors);
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        String comparator = given.comparator() == null ? "" : given.comparator().strip();
        return new MeasureRequest(
                given.cohortId(),
                given.cohortVersion(),
                given.measure(),
                given.by(),
                given.by() == Breakdown.WHOLE ? whole : "",
                given.by() == Breakdown.PERIOD ? given.periods() : 1,
                comparator,
                title);
    }

    /** The code sets that areas are known to lie in. */
    static List<String> wholes(Connection connection) throws SQLException {
        List<String> wholes = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT DISTINCT a.vintage FROM cohort.area a WHERE EXISTS (SELECT FROM"
                                        + " cohort.area_within w WHERE w.whole = a.area_key)"
                                        + " ORDER BY 1");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                wholes.add(row.getString(1));
            }
        }
        return wholes;
    }

    private static boolean anyDeprivation(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT FROM cohort.deprivation LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    private static void fits(
            MeasureRequest given, CohortDefinition definition, List<FieldError> errors) {
        boolean snapshot = definition.time().snapshot() != null;
        boolean conditions = definition.events().size() + definition.exclusions().size() > 0;
        if (given.measure() == Measure.PROPORTION && !conditions) {
            errors.add(
                    new FieldError(
                            "measure",
                            "A proportion needs a condition on contacts: which share had one? This"
                                    + " cohort has none."));
        }
        if (given.measure() == Measure.CONTACT_RATE) {
            checkRate(definition, snapshot, errors);
        }
        if (given.by() == Breakdown.AGE
                && !List.of("at-snapshot", "at-window-start").contains(definition.age().rule())) {
            errors.add(
                    new FieldError(
                            "by",
                            "Rows by age need one day at which the age is looked at: a cohort whose"
                                    + " age rule is at-snapshot or at-window-start."));
        }
        if (given.by() == Breakdown.AGE && given.measure() == Measure.CONTACT_RATE) {
            errors.add(new FieldError("by", "Contacts for child-years are worked out by area."));
        }
        if (given.by() == Breakdown.PERIOD && snapshot) {
            errors.add(
                    new FieldError("by", "A cohort of one day has no periods; give it a window."));
        }
    }

    private static void checkRate(
            CohortDefinition definition, boolean snapshot, List<FieldError> errors) {
        if (snapshot || definition.contacts() == null) {
            errors.add(
                    new FieldError(
                            "measure",
                            "A rate of contacts needs a window and a dataset of contacts."));
        } else if (!definition.unit().equals("child")) {
            errors.add(
                    new FieldError(
                            "measure",
                            "Time lived in an age band is that of children. Make the cohort one of"
                                    + " children."));
        } else if (definition.events().size() > 1 || !definition.exclusions().isEmpty()) {
            errors.add(
                    new FieldError(
                            "measure",
                            "A rate counts the contacts of one condition at most, without"
                                    + " exclusions."));
        }
    }
}
