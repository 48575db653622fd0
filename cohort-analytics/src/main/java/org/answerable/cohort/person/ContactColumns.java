package org.answerable.cohort.person;

import java.util.List;

/** The columns of a file of contacts, and where each stands in the list. */
final class ContactColumns {

    static final int CHILD = 0;
    static final int FAMILY = 1;
    static final int SERVICE = 2;
    static final int DATE = 3;
    static final int MODE = 4;

    static final List<String> NAMES = List.of("child", "family", "service", "date", "mode");

    private ContactColumns() {}
}
