package org.answerable.cohort.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.cohort.Cohort;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Measure;
import org.answerable.cohort.definition.CheckedDefinition;
import org.answerable.cohort.definition.DefinitionWording;
import org.answerable.cohort.statistics.Significance;

/** The words of a figure about a cohort. */
final class MeasureWording {

    private static final List<String> LIMITS =
            List.of(
                    "Lower 95 % limit",
                    "Upper 95 % limit", "Lower 99.8 % limit", "Upper 99.8 % limit");

    private final MeasureRequest request;
    private final CheckedDefinition definition;
    private final DefinitionWording cohort;
    private final Dataset registrations;

    MeasureWording(MeasureRequest request, CheckedDefinition definition, Dataset registrations) {
        this.request = request;
        this.definition = definition;
        this.cohort = new DefinitionWording(definition);
        this.registrations = registrations;
    }

    String title() {
        if (!request.title().isEmpty()) {
            return request.title();
        }
        String title = definition.definition().title();
        String what =
                switch (request.measure()) {
                    case COUNT -> title;
                    case PROPORTION -> title + ": share";
                    case CONTACT_RATE -> title + ": contacts per 1,000 child-years";
                };
        return what + rows();
    }

    String sentence() {
        String base = cohort.sentence();
        String lead =
                switch (request.measure()) {
                    case COUNT -> base;
                    case PROPORTION -> cohort.share();
                    case CONTACT_RATE ->
                            "Contacts for each 1,000 child-years. Time counts while a child is registered"
                                    + " and of the age. "
                                    + cohort.population()
                                    + ".";
                };
        return lead
                + earlier()
                + " Source: "
                + registrations.description().publisher()
                + ", "
                + registrations.description().title()
                + " ("
                + registrations.description().sourceSystem()
                + ").";
    }

    private String earlier() {
        return request.by() != MeasureRequest.Breakdown.PERIOD
                ? ""
                : request.periods() == 2
                        ? " The same for the period before, as long."
                        : " The same for the "
                                + (request.periods() - 1)
                                + " periods before, each as long.";
    }

    String unit() {
        return request.measure() == Measure.CONTACT_RATE ? "contacts" : definition.unit().plural();
    }

    String time() {
        return cohort.when();
    }

    String total() {
        List<String> areas = definition.definition().areas();
        return areas.isEmpty() ? registrations.description().areaCovered() : "All chosen areas";
    }

    List<String> columns() {
        String rows =
                switch (request.by()) {
                    case NONE, AREA, WHOLE -> "Area";
                    case DECILE -> "Tenth of deprivation";
                    case AGE -> "Age";
                    case PERIOD -> "Period";
                };
        String units = capital(definition.unit().plural());
        return switch (request.measure()) {
            case COUNT -> List.of(rows, units);
            case PROPORTION -> List.of(rows, "Met the conditions", "Did not", units + " in all");
            case CONTACT_RATE -> List.of(rows, "Contacts");
        };
    }

    List<String> derived(boolean compared) {
        if (request.measure() == Measure.COUNT) {
            return List.of();
        }
        List<String> headings = new ArrayList<>();
        if (request.measure() == Measure.CONTACT_RATE) {
            headings.add("Child-years");
            headings.add("Contacts per 1,000 child-years");
        } else {
            headings.add("Per cent");
        }
        headings.addAll(LIMITS);
        if (compared) {
            headings.add(
                    "Compared with "
                            + (request.comparator().isEmpty()
                                    ? request.by() == MeasureRequest.Breakdown.PERIOD
                                            ? "the first period"
                                            : "all together"
                                    : request.comparator()));
        }
        return headings;
    }

    String method(Cohort kept) {
        return "Cohort "
                + kept.id()
                + ", version "
                + kept.version()
                + ", was counted in dataset "
                + definition.definition().registrations()
                + (definition.definition().contacts() == null
                        ? ""
                        : " and " + definition.definition().contacts())
                + rows()
                + " by one statement, which is kept with the figure. "
                + counting()
                + " Ages are months from the month of birth to the month looked at. "
                + interval()
                + " Nothing was rounded before the calculation. The datasets are never changed once"
                + " loaded, so the statement can be run again.";
    }

    private String counting() {
        return request.measure() == Measure.CONTACT_RATE
                ? "Time and contacts belong to the area where the child was registered on that day."
                : capital(definition.unit().plural())
                        + " are counted once each, in the area of their latest registration in that"
                        + " time.";
    }

    static String compared(Significance significance) {
        return switch (significance) {
            case HIGH_AT_0_001 -> "higher (99.8 % limits)";
            case HIGH_AT_0_025 -> "higher (95 % limits)";
            case LOW_AT_0_001 -> "lower (99.8 % limits)";
            case LOW_AT_0_025 -> "lower (95 % limits)";
            case NONE -> "no clear difference";
        };
    }

    private String interval() {
        return switch (request.measure()) {
            case COUNT -> "";
            case PROPORTION -> "Limits of percentages are Wilson's (1927).";
            case CONTACT_RATE ->
                    "Limits of rates are Byar's, or exact for fewer than 10 contacts. Contacts of one"
                            + " child are not independent of each other, so true limits are wider.";
        };
    }

    private String rows() {
        return switch (request.by()) {
            case NONE -> "";
            case AREA -> " by area";
            case WHOLE -> " by " + request.whole().replace('_', ' ');
            case DECILE -> " by tenth of deprivation";
            case AGE -> " by age";
            case PERIOD -> " in " + request.periods() + " periods";
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }
}
