package org.answerable.cohort.measure;

import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.quantity.AgeBand;
import org.answerable.cohort.quantity.AreaVintage;
import org.answerable.cohort.quantity.GeographyBasis;
import org.answerable.cohort.quantity.TimeBasis;
import org.answerable.cohort.quantity.Unit;

/**
 * The words of a figure, made from what is counted. "0-2" alone is never written: the ages are
 * named.
 */
final class FigureWording {

    private static final int MOST_NAMED = 10;

    private final FigureRequest request;
    private final Dataset dataset;
    private final AgeBand ages;

    FigureWording(FigureRequest request, Dataset dataset) {
        this.request = request;
        this.dataset = dataset;
        this.ages = new AgeBand(request.ageFrom(), request.ageTo());
    }

    /** What is counted: people of whom all are under 18 are children. */
    Unit unit() {
        Unit unit = Unit.valueOf(dataset.description().unit());
        return unit == Unit.PERSON && ages.isChildhood() ? Unit.CHILD : unit;
    }

    String title() {
        return request.title().isEmpty()
                ? capital(unit().plural())
                        + " "
                        + ages.label()
                        + " in "
                        + request.totalLabel()
                        + grouping()
                : request.title();
    }

    String sentence() {
        DatasetDescription d = dataset.description();
        return capital(unit().plural())
                + " "
                + ages.label()
                + " "
                + GeographyBasis.valueOf(d.geographyBasis()).phrase()
                + " "
                + place()
                + " "
                + new TimeBasis.Snapshot(d.asAt()).inWords()
                + grouping()
                + ". Ages are completed years at that date. Source: "
                + d.publisher()
                + ", "
                + d.title()
                + " ("
                + d.sourceSystem()
                + ").";
    }

    String ageLabel() {
        return ages.label();
    }

    String areaHeading() {
        return switch (request.groupBy()) {
            case DISTRICT -> "District";
            case AREA, NONE -> "Area";
            case DECILE -> "Tenth of deprivation";
        };
    }

    String method() {
        return "The counts for "
                + (ages.years().size() == 1
                        ? "the single year of age "
                        : "the single years of age ")
                + ages.label().substring("aged ".length())
                + " were added up over the areas of dataset "
                + dataset.id()
                + ", version "
                + dataset.version()
                + " ("
                + AreaVintage.valueOf(dataset.description().vintage())
                        .label()
                        .toLowerCase(java.util.Locale.UK)
                + "; "
                + dataset.rows()
                + " areas in all)"
                + grouping()
                + ". "
                + chosen()
                + "The total was counted by the same statement over all areas chosen. Nothing was"
                + " rounded, estimated or left out. The statement is given in full and can be run"
                + " again on the dataset, which is never changed once loaded.";
    }

    private String chosen() {
        return request.districts().isEmpty()
                ? "All areas of the dataset were counted. "
                : "Only areas of these districts were counted: "
                        + String.join(", ", request.districts())
                        + ". ";
    }

    private String place() {
        if (request.districts().isEmpty()) {
            return dataset.description().areaCovered();
        }
        int n = request.districts().size();
        return request.totalLabel()
                + " ("
                + (n <= MOST_NAMED ? String.join(", ", request.districts()) : n + " districts")
                + ")";
    }

    private String grouping() {
        return switch (request.groupBy()) {
            case DISTRICT -> ", by district";
            case AREA -> ", by area";
            case DECILE -> ", by tenth of deprivation (1 the most deprived)";
            case NONE -> "";
        };
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
