package org.answerable.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A service as the public sees it. Texts that are not given are null.
 *
 * @param ages in words, or null
 * @param pregnancy in words, or null
 * @param hours one sentence a spell
 * @param areas names of the areas it says it serves
 * @param metres distance of the nearest place in a straight line, or null
 * @param demonstration whether it is invented and must be marked so
 */
public record ServiceView(
        String id,
        String name,
        String description,
        String status,
        String alert,
        String ages,
        String pregnancy,
        String eligibility,
        String referral,
        String cost,
        String waiting,
        String url,
        String email,
        List<Contact> contacts,
        List<String> hours,
        List<String> areas,
        List<Term> terms,
        List<String> languages,
        List<Room> rooms,
        String tier,
        String leadProfession,
        boolean demonstration,
        Instant lastModified,
        LocalDate assured,
        Freshness freshness,
        Organization organization,
        List<Place> places,
        Double metres) {

    public ServiceView {
        contacts = List.copyOf(contacts);
        hours = List.copyOf(hours);
        areas = List.copyOf(areas);
        terms = List.copyOf(terms);
        languages = List.copyOf(languages);
        rooms = List.copyOf(rooms);
        places = List.copyOf(places);
    }

    /** Who offers the service. */
    public record Organization(String id, String name, String url) {}

    /** A way to make contact: a number, or a name with its number and address. */
    public record Contact(String name, String phone, String email, String note) {}

    public record Term(String id, String name) {}

    /**
     * What was free on a day.
     *
     * @param maximum or null
     */
    public record Room(String unit, String available, String maximum, Instant updated) {}

    /**
     * Where it is offered.
     *
     * @param address lines; empty when it is not published
     * @param confidential whether the address is kept back
     */
    public record Place(
            String id,
            String name,
            List<String> address,
            String postcode,
            Double latitude,
            Double longitude,
            boolean confidential,
            List<String> hours,
            List<String> access) {

        public Place {
            address = List.copyOf(address);
            hours = List.copyOf(hours);
            access = List.copyOf(access);
        }
    }
}
