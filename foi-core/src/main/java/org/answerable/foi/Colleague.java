package org.answerable.foi;

/** Somebody of an authority to whom work can be allocated. */
public record Colleague(String username, String displayName) {}
