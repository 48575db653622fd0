package org.answerable.cohort.quantity;

/**
 * What is counted. Two numbers of different units are never added, compared or divided into a
 * percentage.
 */
public enum Unit {
    PERSON("person", "people", false),
    CHILD("child", "children", false),
    FAMILY("family", "families", false),
    MOTHER("mother", "mothers", false),
    CONTACT("contact", "contacts", true),
    EPISODE("episode", "episodes", true),
    REFERRAL("referral", "referrals", true),
    WTE("whole-time equivalent", "whole-time equivalents", false),
    PLACE("place", "places", false);

    private final String singular;
    private final String plural;
    private final boolean event;

    Unit(String singular, String plural, boolean event) {
        this.singular = singular;
        this.plural = plural;
        this.event = event;
    }

    public String singular() {
        return singular;
    }

    public String plural() {
        return plural;
    }

    /** Whether it is something that happens, so that one person may be behind several of them. */
    public boolean isEvent() {
        return event;
    }
}
