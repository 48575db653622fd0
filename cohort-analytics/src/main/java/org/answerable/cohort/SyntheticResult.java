package org.answerable.cohort;

/**
 * What was made.
 *
 * @param registrations the registrations, loaded like any extract
 * @param contacts the contacts, loaded likewise; null when the registrations were refused
 */
public record SyntheticResult(LoadReport registrations, LoadReport contacts) {}
