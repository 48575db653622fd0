package org.answerable.directory;

import java.util.Locale;

/** What a person may do in this module. Reading needs no role: the directory is public. */
public enum Role {
    /** Adds and changes services, contracts, positions and the training register. */
    DIRECTORY_EDITOR,
    /** Keeps the records of the organisations they are a member of; editors approve. */
    PROVIDER,
    /** Sees and keeps the names of people in the training register. */
    TRAINING_REGISTRAR,
    /** Answers requests, and makes statements of the directory for them. */
    OFFICER,
    /** Looks after the installation: loads postcodes and areas. */
    ADMIN;

    /** As it is named to people. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
