package org.answerable.cohort;

/** What a person may do in this module. */
public enum Role {
    /** Loads datasets, computes figures and sees them before release. */
    ANALYST,
    /** Chooses figures for answers, and so releases them. */
    OFFICER,
    /** Runs the installation; sees what an analyst sees. */
    ADMIN
}
