package org.answerable.directory.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.answerable.directory.FieldError;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NewService;

/** What a service must say before it is listed. */
final class ServiceRules {

    private static final Set<String> STATUSES =
            Set.of("active", "inactive", "defunct", "temporarily closed");
    private static final Pattern POSTCODE =
            Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]+\\.[^\\s<>\"]+");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]{5,25}");
    private static final int OLDEST = 120 * 12;
    private static final int SHORT = 200;
    private static final int LONG = 5_000;
    private static final int MOST_PLACES = 100;

    private final List<FieldError> errors = new ArrayList<>();

    private ServiceRules() {}

    /**
     * The service with texts trimmed, blanks as null and postcodes in their usual form.
     *
     * @throws InvalidInput with every fault found
     */
    static NewService checked(NewService given) {
        ServiceRules rules = new ServiceRules();
        NewService clean =
                new NewService(
                        rules.needed("organization", given.organization(), SHORT),
                        rules.matching(
                                "organizationUrl", given.organizationUrl(), WEB, "https://…"),
                        rules.needed("name", given.name(), SHORT),
                        rules.needed("description", given.description(), LONG),
                        rules.status(given.status()),
                        rules.age("minimumAge", given.minimumAge()),
                        rules.age("maximumAge", given.maximumAge()),
                        rules.text("eligibility", given.eligibility(), LONG),
                        rules.matching("url", given.url(), WEB, "https://…"),
                        rules.matching("email", given.email(), EMAIL, "name@example.org"),
                        rules.matching("phone", given.phone(), PHONE, "01522 552222"),
                        given.demonstration(),
                        rules.places(given.locations()));
        if (clean.minimumAge() != null
                && clean.maximumAge() != null
                && clean.minimumAge() > clean.maximumAge()) {
            rules.error("maximumAge", "The highest age is below the lowest.");
        }
        if (!rules.errors.isEmpty()) {
            throw new InvalidInput(rules.errors);
        }
        return clean;
    }

    private List<NewService.Place> places(List<NewService.Place> given) {
        if (given.size() > MOST_PLACES) {
            error("locations", "A service has at most 100 places.");
            return List.of();
        }
        List<NewService.Place> places = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            places.add(place("locations[" + i + "].", given.get(i)));
        }
        return places;
    }

    private NewService.Place place(String at, NewService.Place place) {
        if ((place.latitude() == null) != (place.longitude() == null)) {
            error(at + "latitude", "Give latitude and longitude, or neither.");
        } else if (place.latitude() != null && !isNearBritain(place)) {
            error(at + "latitude", "This point is not in the United Kingdom.");
        }
        return new NewService.Place(
                needed(at + "name", place.name(), SHORT),
                needed(at + "address", place.address(), SHORT),
                needed(at + "district", place.district(), SHORT),
                postcode(at + "postcode", place.postcode()),
                place.latitude(),
                place.longitude());
    }

    private static boolean isNearBritain(NewService.Place place) {
        return place.latitude() >= 49
                && place.latitude() <= 61
                && place.longitude() >= -9
                && place.longitude() <= 3;
    }

    private String postcode(String field, String value) {
        String text = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
        var postcode = POSTCODE.matcher(text);
        if (!postcode.matches()) {
            error(field, "Write a full UK postcode, for example LN1 1YL.");
            return text;
        }
        return postcode.group(1) + " " + postcode.group(2);
    }

    private String status(String value) {
        String status = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        if (!STATUSES.contains(status)) {
            error("status", "Choose active, inactive, defunct or temporarily closed.");
        }
        return status;
    }

    private Integer age(String field, Integer months) {
        if (months != null && (months < 0 || months > OLDEST)) {
            error(field, "Give an age in months from 0 to " + OLDEST + ".");
        }
        return months;
    }

    private String needed(String field, String value, int longest) {
        String text = text(field, value, longest);
        if (text == null) {
            error(field, "This is needed.");
        }
        return text;
    }

    private String matching(String field, String value, Pattern form, String example) {
        String text = text(field, value, SHORT);
        if (text != null && !form.matcher(text).matches()) {
            error(field, "Write it in the form " + example + ".");
        }
        return text;
    }

    private String text(String field, String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.length() > longest) {
            error(field, "This is longer than " + longest + " characters.");
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            error(field, "This holds control characters. Remove them.");
        }
        return text.isEmpty() ? null : text;
    }

    private void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
