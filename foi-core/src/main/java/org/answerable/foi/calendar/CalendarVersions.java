package org.answerable.foi.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.Redating;
import org.answerable.foi.clock.WorkingCalendar;

/** Where calendar versions and proposals are kept. */
public interface CalendarVersions {

    /** Newest first, at least one. */
    List<Kept> all();

    /** One after the other from here on: two adoptions cannot pass each other. */
    void lock();

    long propose(String against, String content, List<String> kept, Actor actor, Instant at);

    Optional<Proposed> proposal(long id);

    void add(WorkingCalendar calendar, String content, Proposed proposal, String reason, Actor by);

    void add(String version, List<Redating> redated);

    List<Redating> redated(String version);

    /** @param adoptedBy empty: it came with the product */
    record Kept(
            WorkingCalendar calendar,
            Instant loadedAt,
            Optional<String> adoptedBy,
            String reason) {}

    /** @param adoptedAs the version that it became */
    record Proposed(
            long id,
            String against,
            String content,
            List<String> kept,
            String proposedBy,
            Instant proposedAt,
            Optional<String> adoptedAs) {

        /** The name that it gets on a day, unlike any that is taken. */
        static String name(LocalDate day, List<Kept> taken) {
            String plain = "UK-union " + day;
            String name = plain;
            for (int i = 2; isTaken(name, taken); i++) {
                name = plain + "." + i;
            }
            return name;
        }

        private static boolean isTaken(String name, List<Kept> taken) {
            return taken.stream().anyMatch(k -> k.calendar().version().equals(name));
        }
    }
}
