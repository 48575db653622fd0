package org.answerable.cohort;

/** A value that a form offers: the code to send and the words to show. */
public record Choice(String code, String label) {}
