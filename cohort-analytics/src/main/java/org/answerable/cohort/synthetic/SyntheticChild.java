package org.answerable.cohort.synthetic;

/**
 * One invented child. Days are days since 1970.
 *
 * @param number within its area, from 1
 * @param family number of the family within the area, from 1
 * @param birthDay day of birth; only its month leaves the generator
 * @param registered first day of the first registration
 * @param earlierArea index of the area the child moved from, or -1
 * @param from first day of the registration here; before it, those who moved were registered there
 * @param to first day no longer registered here, or {@link Integer#MAX_VALUE}
 */
record SyntheticChild(
        int number, int family, int birthDay, int registered, int earlierArea, int from, int to) {

    boolean moved() {
        return earlierArea >= 0;
    }
}
