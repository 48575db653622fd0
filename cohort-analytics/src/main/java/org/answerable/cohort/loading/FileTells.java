package org.answerable.cohort.loading;

import java.time.LocalDate;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.InvalidInput;

/**
 * What a file says of itself in its header and its first row, so that nobody has to type it. Null
 * where it does not say.
 */
record FileTells(DatasetKind kind, FileForm form, String vintage, LocalDate extracted) {

    static final FileTells NOTHING = new FileTells(null, null, null, null);

    /**
     * The description with what the file tells filled in.
     *
     * @throws InvalidInput the description says otherwise
     */
    DatasetDescription complete(DatasetDescription d, DatasetKind asked) {
        DatasetKind of = asked == null ? kind : asked;
        boolean people = of == DatasetKind.POPULATION || of == DatasetKind.PRACTICE_AREAS;
        boolean gp = form != null && form.ofGpLists();
        if (gp) {
            insistOnSystem(d);
            contradiction("geographyBasis", d.geographyBasis(), "REGISTERED", "Practice lists");
            if (form == FileForm.GP_AGES || form == FileForm.GP_TOTALS) {
                contradiction("vintage", d.vintage(), vintage, "Rows by practice");
            }
        }
        if (extracted != null && d.asAt() != null && !d.asAt().equals(extracted)) {
            throw new InvalidInput(
                    "asAt",
                    "The file says it was extracted on " + extracted + ", not " + d.asAt() + ".");
        }
        LocalDate asAt = d.asAt() == null ? extracted : d.asAt();
        LocalDate extractDate = d.extractDate() == null ? extracted : d.extractDate();
        return new DatasetDescription(
                d.title(),
                d.publisher(),
                d.sourceSystem(),
                extractDate,
                d.licence(),
                d.attribution(),
                or(d.unit(), people ? "PERSON" : "PLACE"),
                asAt == null && !people ? extractDate : asAt,
                or(d.ageRule(), "AT_SNAPSHOT"),
                or(d.geographyBasis(), gp ? "REGISTERED" : "RESIDENT"),
                or(d.vintage(), vintage == null ? "" : vintage),
                d.areaCovered(),
                d.caveats());
    }

    /** One month of GP lists was published from two systems; the month alone does not tell which. */
    private static void insistOnSystem(DatasetDescription d) {
        String system =
                d.sourceSystem() == null ? "" : d.sourceSystem().toUpperCase(java.util.Locale.UK);
        if (!system.contains("NHAIS") && !system.contains("PDS")) {
            throw new InvalidInput(
                    "sourceSystem",
                    "Say whether the list comes from NHAIS or from PDS. A month alone does not tell:"
                            + " for April 2024 both were published, and they differ.");
        }
    }

    private static void contradiction(String field, String said, String told, String what) {
        if (said != null && !said.isBlank() && !said.strip().equalsIgnoreCase(told)) {
            throw new InvalidInput(field, what + " are " + told + ", not " + said.strip() + ".");
        }
    }

    private static String or(String said, String otherwise) {
        return said == null || said.isBlank() ? otherwise : said;
    }
}
