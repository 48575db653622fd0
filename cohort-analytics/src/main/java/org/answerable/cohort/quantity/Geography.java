package org.answerable.cohort.quantity;

/**
 * Where the people belong, and why they count towards it.
 *
 * @param area code of the area
 * @param vintage code set and year of boundaries; empty when not told
 */
public record Geography(GeographyBasis basis, String area, String vintage) {

    /** Whether both say a vintage and it is not the same. */
    boolean isOfAnotherVintageThan(Geography other) {
        return !vintage.isEmpty()
                && !other.vintage.isEmpty()
                && !vintage.equalsIgnoreCase(other.vintage);
    }

    /** {@code usually resident in E10000019}. */
    public String inWords() {
        return basis.phrase() + " " + area + (vintage.isEmpty() ? "" : " (" + vintage + ")");
    }
}
