package org.answerable.cohort;

import java.time.LocalDate;
import java.util.List;

/**
 * Whom a cohort holds, as a document. Members are counted once each.
 *
 * <p>Ages are half-open bands of completed months, {@code [0,36)} for under 3 years. Births are held
 * to the month, so the age in months at a day is the difference of the calendar months.
 *
 * @param title what it is called
 * @param unit {@code child} or {@code family}
 * @param age the age of the child, or of a child of the family
 * @param time when they are registered
 * @param areas codes of areas they live in at their latest registration in that time; empty for all
 * @param registrations reference of the dataset of registrations
 * @param contacts reference of the dataset of contacts; null when no contact is asked about
 * @param events contacts that members had; all of these
 * @param exclusions contacts that members had not; none of these
 */
public record CohortDefinition(
        String title,
        String unit,
        Age age,
        Time time,
        List<String> areas,
        String registrations,
        String contacts,
        List<Contact> events,
        List<Contact> exclusions) {

    public CohortDefinition {
        areas = areas == null ? List.of() : List.copyOf(areas);
        events = events == null ? List.of() : List.copyOf(events);
        exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
    }

    /**
     * @param from completed months, counted
     * @param to completed months, no longer counted
     * @param rule {@code at-snapshot}, {@code at-window-start}, {@code ever-in-window} or {@code
     *     at-event} (at the time of each contact)
     */
    public record Age(int from, int to, String rule) {}

    /** A day, or a half-open window of days. */
    public record Time(LocalDate snapshot, LocalDate from, LocalDate to) {
        public static Time at(LocalDate day) {
            return new Time(day, null, null);
        }

        public static Time window(LocalDate from, LocalDate to) {
            return new Time(null, from, to);
        }
    }

    /**
     * A condition on contacts.
     *
     * @param services names of services; empty for any
     * @param modes modes of contact; empty for any
     * @param atLeast how many
     * @param from first day; null for the window of the cohort
     * @param to the day after the last
     * @param ageFrom completed months of age at the contact, counted; null for any age, or for the
     *     cohort's band when its rule is {@code at-event}
     * @param ageTo completed months of age at the contact, no longer counted
     */
    public record Contact(
            List<String> services,
            List<String> modes,
            int atLeast,
            LocalDate from,
            LocalDate to,
            Integer ageFrom,
            Integer ageTo) {
        public Contact {
            services = services == null ? List.of() : List.copyOf(services);
            modes = modes == null ? List.of() : List.copyOf(modes);
        }
    }
}
