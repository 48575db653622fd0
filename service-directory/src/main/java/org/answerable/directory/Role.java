package org.answerable.directory;

/** What a person may do in this module. Reading needs no role: the directory is public. */
public enum Role {
    /** Adds and changes services. */
    DIRECTORY_EDITOR
}
