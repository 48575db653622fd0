package org.answerable.cohort.quantity;

/** A band of age with its rule and with whose age it is. */
public record AgeBasis(MonthBand band, AgeRule rule, WhoseAge whose) {

    /** {@code aged 0 and 1 (under 2) on the day of the count}. */
    public String inWords() {
        return (whose == WhoseAge.YOUNGEST_CHILD ? "with the youngest child " : "")
                + band.label()
                + " "
                + rule.words();
    }
}
