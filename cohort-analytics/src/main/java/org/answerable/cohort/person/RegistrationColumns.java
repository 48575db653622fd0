package org.answerable.cohort.person;

import java.util.List;

/** The columns of a file of registrations, and where each stands in the list. */
final class RegistrationColumns {

    static final int CHILD = 0;
    static final int FAMILY = 1;
    static final int BIRTH_MONTH = 2;
    static final int LSOA = 3;
    static final int FROM = 4;
    static final int TO = 5;

    static final List<String> NAMES =
            List.of("child", "family", "birth_month", "lsoa", "registered_from", "registered_to");

    /** Bytes of the longest pseudonym taken. */
    static final int LONGEST_PSEUDONYM = 100;

    private RegistrationColumns() {}
}
