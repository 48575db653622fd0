package org.answerable.directory;

import java.util.List;

/**
 * A service as somebody typed it into the form. Blank texts are not given.
 *
 * @param id of the service, or blank for a new one
 * @param base version that the form was filled from; 0 for a new one
 * @param organization id of a known organisation
 * @param newOrganization name of one that is not known yet
 * @param ageFrom lowest age, counted in {@code ageUnit} ({@code months} or {@code years}); likewise ageTo, included
 * @param weekFrom first week of pregnancy; likewise weekTo
 * @param phones one a line, a note behind it in brackets
 * @param hours one spell a line: {@code Tuesdays and Thursdays, 10:00 to 11:30}
 * @param terms ids
 * @param areas codes of the areas that are served
 * @param languages ISO 639 codes, divided by commas
 * @param places ids of known places
 * @param place another place, or null
 * @param reason why it changes; shown to whoever approves, and kept
 */
public record ServiceDraft(
        String id,
        int base,
        String organization,
        String newOrganization,
        String name,
        String description,
        String status,
        String alert,
        String ageFrom,
        String ageTo,
        String ageUnit,
        String weekFrom,
        String weekTo,
        String eligibility,
        String referral,
        String cost,
        boolean free,
        String url,
        String email,
        String phones,
        String hours,
        List<String> attending,
        List<String> terms,
        List<String> areas,
        String languages,
        List<String> places,
        Place place,
        String tier,
        String leadProfession,
        String capacityUnit,
        String capacityAvailable,
        String capacityMaximum,
        boolean internal,
        String reason) {

    public ServiceDraft {
        attending = List.copyOf(attending);
        terms = List.copyOf(terms);
        areas = List.copyOf(areas);
        places = List.copyOf(places);
    }

    /**
     * A place that is not known yet.
     *
     * @param confidential its address leaves nowhere
     */
    public record Place(
            String name, String street, String town, String postcode, boolean confidential) {}
}
