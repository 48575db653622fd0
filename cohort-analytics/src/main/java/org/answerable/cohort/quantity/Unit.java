package org.answerable.cohort.quantity;

/**
 * What is counted. Two numbers of different units are never added, compared or divided into a
 * percentage.
 */
public enum Unit {
    PERSON("person", "people"),
    CHILD("child", "children"),
    FAMILY("family", "families"),
    MOTHER("mother", "mothers"),
    CONTACT("contact", "contacts"),
    EPISODE("episode", "episodes");

    private final String singular;
    private final String plural;

    Unit(String singular, String plural) {
        this.singular = singular;
        this.plural = plural;
    }

    public String singular() {
        return singular;
    }

    public String plural() {
        return plural;
    }
}
