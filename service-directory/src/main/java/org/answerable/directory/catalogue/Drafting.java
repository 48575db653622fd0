package org.answerable.directory.catalogue;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.directory.FieldError;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.ServiceDraft;
import org.answerable.directory.hsds.AgeMonths;
import org.answerable.directory.hsds.Cleaning;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.hsds.RefugeLike;
import org.answerable.directory.hsds.ServiceFacts;
import org.answerable.directory.json.Json;
import org.answerable.directory.schedule.HoursText;

/**
 * A draft put into the document it started from: what the form shows is replaced, all else stays. Parts that say the same
 * as before keep their ids.
 */
final class Drafting {

    private static final int SHORT = 200;
    private static final int LONG = 5_000;
    private static final int MOST_LINES = 40;
    private static final Set<String> STATUSES =
            Set.of("active", "inactive", "defunct", "temporarily closed");
    private static final Set<String> TIERS = Set.of("universal", "targeted", "specialist");
    private static final Set<String> WAYS =
            Set.of("in_person", "online", "telephone", "home_visit");
    private static final Map<String, String> UNITS =
            Map.of(
                    "family-place", "place for a family",
                    "caseload-place", "place on a caseload",
                    "group-place", "place in a group",
                    "appointment", "appointment",
                    "wte", "whole-time equivalent");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]+\\.[^\\s<>\"]+");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    private static final Pattern PHONE =
            Pattern.compile("(\\+?[0-9][0-9 ()-]{3,24})\\s*(?:\\((.*)\\))?");
    private static final Pattern POSTCODE =
            Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})");

    private final ServiceDraft draft;
    private final JsonObject before;
    private final JsonObjectBuilder document = Json.createObjectBuilder();
    private final List<FieldError> errors = new ArrayList<>();
    private final Instant now;
    private final Map<String, String> termNames;
    private final Map<String, String> areaNames;

    private Drafting(
            ServiceDraft draft,
            JsonObject before,
            Instant now,
            Map<String, String> termNames,
            Map<String, String> areaNames) {
        this.draft = draft;
        this.before = before;
        this.now = now;
        this.termNames = termNames;
        this.areaNames = areaNames;
    }

    /**
     * @param before the document in force, or an empty object with an id for a new service
     * @param termNames of the terms that can be chosen
     * @param areaNames of the areas that can be chosen
     * @throws InvalidInput with every fault found
     */
    static JsonObject document(
            ServiceDraft draft,
            JsonObject before,
            Instant now,
            Map<String, String> termNames,
            Map<String, String> areaNames) {
        return new Drafting(draft, before, now, termNames, areaNames).document();
    }

    private JsonObject document() {
        before.forEach(document::add);
        organization();
        text("name", draft.name(), SHORT, true, "name");
        text("description", draft.description(), LONG, true, "description");
        choice("status", draft.status(), STATUSES, "status");
        text("alert", draft.alert(), LONG, false, "alert");
        ages();
        weeks();
        text("eligibility_description", draft.eligibility(), LONG, false, "eligibility");
        text("application_process", draft.referral(), LONG, false, "referral");
        cost();
        matching("url", draft.url(), WEB, "Give a web address such as https://example.org.");
        matching("email", draft.email(), EMAIL, "Give an email address such as name@example.org.");
        phones();
        hours();
        terms();
        areas();
        languages();
        places();
        choice("x_tier", draft.tier(), TIERS, "tier");
        text("x_lead_profession", draft.leadProfession(), SHORT, false, "leadProfession");
        capacity();
        if (draft.internal()) {
            document.add("x_internal", true);
        } else {
            document.remove("x_internal");
        }
        if (draft.reason() == null || draft.reason().isBlank()) {
            errors.add(new FieldError("reason", "Say in a few words what changes and why."));
        } else if (draft.reason().length() > SHORT * 5) {
            errors.add(new FieldError("reason", "Use at most 1,000 characters."));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return Cleaning.clean(document.build());
    }

    private void organization() {
        String fresh = trimmed(draft.newOrganization());
        if (fresh.isEmpty() && trimmed(draft.organization()).isEmpty()) {
            errors.add(
                    new FieldError("organization", "Choose who offers it, or name somebody new."));
        } else if (fresh.length() > SHORT) {
            errors.add(new FieldError("newOrganization", "Use at most 200 characters."));
        } else if (!fresh.isEmpty()) {
            document.remove("organization_id");
            document.add(
                    "organization",
                    Json.createObjectBuilder()
                            .add("id", UUID.randomUUID().toString())
                            .add("name", fresh)
                            .add("description", fresh));
        } else {
            document.add("organization_id", draft.organization());
        }
    }

    private void text(String property, String given, int longest, boolean needed, String field) {
        String text = trimmed(given);
        if (text.isEmpty()) {
            if (needed) {
                errors.add(new FieldError(field, "Fill this in."));
            }
            document.remove(property);
        } else if (text.length() > longest) {
            errors.add(new FieldError(field, "Use at most " + longest + " characters."));
        } else {
            document.add(property, text);
        }
    }

    private void choice(String property, String given, Set<String> known, String field) {
        String text = trimmed(given);
        if (text.isEmpty()) {
            if (property.equals("status")) {
                errors.add(new FieldError(field, "Choose one."));
            }
            document.remove(property);
        } else if (!known.contains(text)) {
            errors.add(new FieldError(field, "Choose one of the list."));
        } else {
            document.add(property, text);
        }
    }

    private void matching(String property, String given, Pattern form, String message) {
        String text = trimmed(given);
        if (text.isEmpty()) {
            document.remove(property);
        } else if (!form.matcher(text).matches() || text.length() > SHORT * 10) {
            errors.add(new FieldError(property, message));
        } else {
            document.add(property, text);
        }
    }

    private void ages() {
        boolean years = !"months".equals(draft.ageUnit());
        BigDecimal from = number(draft.ageFrom(), "ageFrom", 0, years ? 150 : 1_800);
        BigDecimal to = number(draft.ageTo(), "ageTo", 0, years ? 150 : 1_800);
        AgeMonths months =
                years
                        ? AgeMonths.ofYears(from, to)
                        : new AgeMonths(
                                from == null ? null : Integer.valueOf(from.intValue()),
                                to == null ? null : Integer.valueOf(to.intValue()));
        if (months.from() != null && months.to() != null && months.to() < months.from()) {
            errors.add(new FieldError("ageTo", "Give an age that is not below the lowest."));
            return;
        }
        if (months.equals(ServiceFacts.ages(before))) {
            // Nobody changed them: the numbers stay as they came.
            return;
        }
        document.remove("minimum_age");
        document.remove("maximum_age");
        document.remove("x_age_months");
        JsonObjectBuilder kept = Json.createObjectBuilder();
        if (months.from() != null) {
            kept.add("from", months.from());
        }
        if (months.to() != null) {
            kept.add("to", months.to());
        }
        document.add("x_age_months", kept);
    }

    private void weeks() {
        BigDecimal from = number(draft.weekFrom(), "weekFrom", 0, ServiceFacts.LAST_WEEK);
        BigDecimal to = number(draft.weekTo(), "weekTo", 0, ServiceFacts.LAST_WEEK);
        if (from == null && to == null) {
            document.remove("x_antenatal");
            return;
        }
        ServiceFacts facts = ServiceFacts.of(before, List.of());
        int first = from == null ? 0 : from.intValue();
        int last = to == null ? ServiceFacts.LAST_WEEK : to.intValue();
        if (last < first) {
            errors.add(new FieldError("weekTo", "Give a week that is not before the first."));
        }
        if (Integer.valueOf(first).equals(facts.weekFrom())
                && Integer.valueOf(last).equals(facts.weekTo())) {
            return;
        }
        document.add(
                "x_antenatal",
                Json.createObjectBuilder().add("from_week", first).add("to_week", last));
    }

    private void cost() {
        text("fees_description", draft.cost(), LONG, false, "cost");
        boolean wasFree = DraftOf.free(before);
        if (draft.free() && !wasFree) {
            document.add(
                    "cost_options",
                    Json.createArrayBuilder()
                            .add(
                                    Json.createObjectBuilder()
                                            .add("id", UUID.randomUUID().toString())
                                            .add("option", "Free")
                                            .add("amount", 0)
                                            .add("currency", "GBP")));
        } else if (!draft.free() && wasFree) {
            document.remove("cost_options");
        }
    }

    private void phones() {
        List<JsonObject> phones = new ArrayList<>();
        for (String line : lines(draft.phones(), "phones")) {
            Matcher phone = PHONE.matcher(line);
            if (!phone.matches()) {
                errors.add(
                        new FieldError(
                                "phones",
                                "“"
                                        + line
                                        + "” is no telephone number. Give one a line, a note in brackets."));
                return;
            }
            JsonObjectBuilder entry =
                    Json.createObjectBuilder().add("number", phone.group(1).strip());
            if (phone.group(2) != null && !phone.group(2).isBlank()) {
                entry.add("description", phone.group(2).strip());
            }
            phones.add(entry.build());
        }
        list("phones", phones, Set.of("number", "description"));
    }

    private void hours() {
        List<JsonObject> schedules = new ArrayList<>();
        String attending = draft.attending().isEmpty() ? "" : draft.attending().get(0);
        for (String way : draft.attending()) {
            if (!WAYS.contains(way)) {
                errors.add(new FieldError("attending", "Choose one of the list."));
                return;
            }
        }
        for (String line : lines(draft.hours(), "hours")) {
            Optional<JsonObject> schedule = HoursText.parse(line);
            if (schedule.isEmpty()) {
                errors.add(
                        new FieldError(
                                "hours",
                                "“"
                                        + line
                                        + "” cannot be read. Write one spell a line, such as Tuesdays and"
                                        + " Thursdays, 10:00 to 11:30."));
                return;
            }
            JsonObjectBuilder entry = Json.createObjectBuilder(schedule.get());
            if (!attending.isEmpty()) {
                entry.add("attending_type", String.join(", ", draft.attending()));
            }
            schedules.add(entry.build());
        }
        if (schedules.isEmpty() && !attending.isEmpty()) {
            schedules.add(
                    Json.createObjectBuilder()
                            .add("description", "By arrangement")
                            .add("attending_type", String.join(", ", draft.attending()))
                            .build());
        }
        list(
                "schedules",
                schedules,
                Set.of("freq", "byday", "opens_at", "closes_at", "description", "attending_type"));
    }

    private void terms() {
        List<JsonObject> attributes = new ArrayList<>();
        for (String term : draft.terms()) {
            if (!termNames.containsKey(term)) {
                errors.add(new FieldError("terms", "Choose from the list."));
                return;
            }
            attributes.add(
                    Json.createObjectBuilder()
                            .add("link_type", "service")
                            .add("taxonomy_term_id", term)
                            .build());
        }
        set("attributes", attributes, Set.of("taxonomy_term_id"));
    }

    private void areas() {
        List<JsonObject> areas = new ArrayList<>();
        for (String code : draft.areas()) {
            String name = areaNames.get(code);
            if (name == null) {
                errors.add(new FieldError("areas", "Choose from the list."));
                return;
            }
            areas.add(
                    Json.createObjectBuilder()
                            .add("name", name)
                            .add(
                                    "uri",
                                    "http://statistics.data.gov.uk/id/statistical-geography/"
                                            + code)
                            .build());
        }
        // Areas without a code were not shown in the form, and stay.
        Properties.objects(before, "service_areas").stream()
                .filter(area -> !areaNames.containsKey(DraftOf.code(area)))
                .forEach(areas::add);
        set("service_areas", areas, Set.of("uri", "name"));
    }

    private void languages() {
        List<JsonObject> languages = new ArrayList<>();
        for (String code : trimmed(draft.languages()).toLowerCase(Locale.ROOT).split("[,\\s]+")) {
            if (code.isEmpty()) {
                continue;
            }
            String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.UK);
            if (!code.matches("[a-z]{2,3}") || name.equals(code)) {
                errors.add(
                        new FieldError(
                                "languages",
                                "“"
                                        + code
                                        + "” is no code of a language. Give codes such as en, cy, pl."));
                return;
            }
            languages.add(Json.createObjectBuilder().add("name", name).add("code", code).build());
        }
        set("languages", languages, Set.of("code"));
    }

    private void places() {
        Map<String, JsonObject> old = new LinkedHashMap<>();
        Properties.objects(before, "service_at_locations")
                .forEach(at -> old.put(Properties.text(at, "location_id"), at));
        List<String> ids = new ArrayList<>(draft.places());
        List<String> known = List.copyOf(old.keySet());
        ids.sort(
                Comparator.comparingInt(
                        id -> known.contains(id) ? known.indexOf(id) : known.size()));
        JsonArrayBuilder places = Json.createArrayBuilder();
        for (String id : ids) {
            JsonObject place = old.get(id);
            places.add(
                    place != null
                            ? place
                            : Json.createObjectBuilder()
                                    .add("id", UUID.randomUUID().toString())
                                    .add("location_id", id)
                                    .build());
        }
        newPlace().ifPresent(places::add);
        document.add("service_at_locations", places);
    }

    private Optional<JsonObjectBuilder> newPlace() {
        ServiceDraft.Place place = draft.place();
        if (place == null
                || (trimmed(place.name())
                                + trimmed(place.street())
                                + trimmed(place.town())
                                + trimmed(place.postcode()))
                        .isEmpty()) {
            return Optional.empty();
        }
        String postcode = trimmed(place.postcode()).toUpperCase(Locale.ROOT);
        Matcher form = POSTCODE.matcher(postcode);
        int before = errors.size();
        needed("placeName", place.name());
        needed("placeStreet", place.street());
        needed("placeTown", place.town());
        if (!form.matches()) {
            errors.add(new FieldError("placePostcode", "Give a postcode such as LN1 1AA."));
        }
        if (errors.size() > before) {
            return Optional.empty();
        }
        boolean refuge =
                draft.terms().stream().anyMatch(term -> RefugeLike.term(termNames.get(term)));
        JsonObjectBuilder location =
                Json.createObjectBuilder()
                        .add("id", UUID.randomUUID().toString())
                        .add("location_type", "physical")
                        .add("name", trimmed(place.name()))
                        .add(
                                "addresses",
                                Json.createArrayBuilder()
                                        .add(
                                                Json.createObjectBuilder()
                                                        .add("id", UUID.randomUUID().toString())
                                                        .add("address_1", trimmed(place.street()))
                                                        .add("city", trimmed(place.town()))
                                                        .add("state_province", "Lincolnshire")
                                                        .add(
                                                                "postal_code",
                                                                form.group(1) + " " + form.group(2))
                                                        .add("country", "GB")
                                                        .add("address_type", "physical")));
        if (place.confidential() || refuge) {
            location.add("x_confidential", true);
        }
        return Optional.of(
                Json.createObjectBuilder()
                        .add("id", UUID.randomUUID().toString())
                        .add("location", location));
    }

    private void needed(String field, String text) {
        if (trimmed(text).isEmpty() || trimmed(text).length() > SHORT) {
            errors.add(new FieldError(field, "Fill this in, with at most 200 characters."));
        }
    }

    private void capacity() {
        String unit = trimmed(draft.capacityUnit());
        BigDecimal available = number(draft.capacityAvailable(), "capacityAvailable", 0, 1_000_000);
        BigDecimal maximum = number(draft.capacityMaximum(), "capacityMaximum", 0, 1_000_000);
        if (unit.isEmpty() && available == null && maximum == null) {
            document.remove("capacities");
            return;
        }
        if (!UNITS.containsKey(unit)) {
            errors.add(new FieldError("capacityUnit", "Choose what is counted."));
        }
        if (available == null) {
            errors.add(new FieldError("capacityAvailable", "Say how many are free now."));
        } else if (maximum != null && available.compareTo(maximum) > 0) {
            errors.add(
                    new FieldError(
                            "capacityAvailable", "Give a number that is not above the maximum."));
        }
        if (!UNITS.containsKey(unit) || available == null) {
            return;
        }
        JsonObject old =
                Properties.objects(before, "capacities").stream()
                        .findFirst()
                        .orElse(JsonObject.EMPTY_JSON_OBJECT);
        if (same(old, unit, available, maximum)) {
            return;
        }
        JsonObjectBuilder capacity =
                Json.createObjectBuilder()
                        .add("id", old.getString("id", UUID.randomUUID().toString()))
                        .add("available", available)
                        .add("updated", now.toString())
                        .add(
                                "unit",
                                Json.createObjectBuilder()
                                        .add(
                                                "id",
                                                UUID.nameUUIDFromBytes(
                                                                unit.getBytes(
                                                                        java.nio.charset
                                                                                .StandardCharsets
                                                                                .UTF_8))
                                                        .toString())
                                        .add("name", UNITS.get(unit))
                                        .add("scheme", "answerable")
                                        .add("identifier", unit));
        if (maximum != null) {
            capacity.add("maximum", maximum);
        }
        JsonArrayBuilder capacities = Json.createArrayBuilder().add(capacity);
        // The form shows the first; others stay.
        Properties.objects(before, "capacities").stream().skip(1).forEach(capacities::add);
        document.add("capacities", capacities);
    }

    private static boolean same(
            JsonObject old, String unit, BigDecimal available, BigDecimal maximum) {
        BigDecimal most = Properties.number(old, "maximum");
        BigDecimal free = Properties.number(old, "available");
        return free != null
                && free.compareTo(available) == 0
                && (most == null
                        ? maximum == null
                        : maximum != null && most.compareTo(maximum) == 0)
                && Properties.object(old, "unit")
                        .map(u -> unit.equals(Properties.text(u, "identifier")))
                        .orElse(false);
    }

    /** Puts a list in; an entry that says the same as an old one is that one, with all that it has. */
    private void list(String property, List<JsonObject> entries, Set<String> telling) {
        List<JsonObject> old = new ArrayList<>(Properties.objects(before, property));
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (JsonObject entry : entries) {
            Optional<JsonObject> same =
                    old.stream().filter(o -> alike(o, entry, telling)).findFirst();
            same.ifPresent(old::remove);
            list.add(
                    same.isPresent()
                            ? Json.createObjectBuilder(same.get()).build()
                            : withId(entry));
        }
        document.add(property, list);
    }

    /** As {@link #list} where the order says nothing: what was there stays in its order, and what is new comes last. */
    private void set(String property, List<JsonObject> entries, Set<String> telling) {
        List<JsonObject> old = Properties.objects(before, property);
        List<JsonObject> ordered = new ArrayList<>(entries);
        ordered.sort(
                Comparator.comparingInt(
                        entry -> {
                            int place = 0;
                            while (place < old.size() && !alike(old.get(place), entry, telling)) {
                                place++;
                            }
                            return place;
                        }));
        list(property, ordered, telling);
    }

    private static boolean alike(JsonObject one, JsonObject other, Set<String> telling) {
        return telling.stream()
                .allMatch(
                        name -> {
                            JsonValue a = one.get(name);
                            return a == null ? other.get(name) == null : a.equals(other.get(name));
                        });
    }

    private static JsonObject withId(JsonObject entry) {
        return entry.containsKey("id")
                ? entry
                : Json.createObjectBuilder(entry).add("id", UUID.randomUUID().toString()).build();
    }

    private List<String> lines(String text, String field) {
        List<String> lines =
                trimmed(text).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.size() > MOST_LINES || lines.stream().anyMatch(l -> l.length() > SHORT)) {
            errors.add(new FieldError(field, "Write at most 40 lines of at most 200 characters."));
            return List.of();
        }
        return lines;
    }

    private BigDecimal number(String text, String field, int least, int most) {
        String given = trimmed(text).replace(',', '.');
        if (given.isEmpty()) {
            return null;
        }
        if (given.matches("[0-9]{1,7}(\\.[0-9]{1,2})?")) {
            BigDecimal number = new BigDecimal(given);
            if (number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return number;
            }
        }
        errors.add(new FieldError(field, "Give a number from " + least + " to " + most + "."));
        return null;
    }

    private static String trimmed(String text) {
        return text == null ? "" : text.replace("\0", "").strip();
    }
}
