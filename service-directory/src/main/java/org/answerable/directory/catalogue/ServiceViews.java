package org.answerable.directory.catalogue;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.directory.Freshness;
import org.answerable.directory.ServiceView;
import org.answerable.directory.hsds.AgesInWords;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.hsds.ServiceFacts;
import org.answerable.directory.json.Json;
import org.answerable.directory.schedule.HoursInWords;

/** Reads what people see out of the same item that the feed gives: nothing else can get onto a page. */
final class ServiceViews {

    private ServiceViews() {}

    /**
     * @param item a full item of the feed
     */
    static ServiceView of(String item) {
        try (JsonReader reader = Json.createReader(new StringReader(item))) {
            return of(reader.readObject());
        }
    }

    private static ServiceView of(JsonObject s) {
        ServiceFacts facts = ServiceFacts.of(s, List.of());
        JsonObject organization =
                Properties.object(s, "organization").orElse(JsonObject.EMPTY_JSON_OBJECT);
        JsonNumber metres = s.getJsonNumber("x_distance_m");
        return new ServiceView(
                s.getString("id"),
                s.getString("name"),
                Properties.text(s, "description"),
                s.getString("status"),
                Properties.text(s, "alert"),
                AgesInWords.of(facts.ages()),
                AgesInWords.weeks(facts.weekFrom(), facts.weekTo()),
                Properties.text(s, "eligibility_description"),
                Properties.text(s, "application_process"),
                cost(s),
                Properties.text(s, "wait_time"),
                Properties.text(s, "url"),
                Properties.text(s, "email"),
                contacts(s),
                hours(s),
                areas(s),
                terms(s),
                languages(s),
                rooms(s),
                facts.tier(),
                facts.leadProfession(),
                facts.demonstration(),
                instant(Properties.text(s, "last_modified")),
                facts.assuredDate(),
                freshness(s),
                new ServiceView.Organization(
                        Properties.text(organization, "id"),
                        Properties.text(organization, "name"),
                        Properties.text(organization, "website")),
                Properties.objects(s, "service_at_locations").stream()
                        .map(ServiceViews::place)
                        .filter(Objects::nonNull)
                        .toList(),
                metres == null ? null : Double.valueOf(metres.doubleValue()));
    }

    private static String cost(JsonObject s) {
        List<String> options =
                Properties.objects(s, "cost_options").stream()
                        .map(ServiceViews::option)
                        .filter(text -> !text.isEmpty())
                        .toList();
        if (!options.isEmpty()) {
            return String.join("; ", options);
        }
        String described = Properties.text(s, "fees_description");
        return described == null ? Properties.text(s, "fees") : described;
    }

    private static String option(JsonObject cost) {
        var amount = Properties.number(cost, "amount");
        String price =
                amount == null
                        ? null
                        : amount.signum() == 0 ? "free" : "£" + amount.toPlainString();
        return Stream.of(
                        Properties.text(cost, "option"),
                        price,
                        Properties.text(cost, "amount_description"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static List<ServiceView.Contact> contacts(JsonObject s) {
        List<ServiceView.Contact> contacts = new ArrayList<>();
        for (JsonObject phone : Properties.objects(s, "phones")) {
            contacts.add(
                    new ServiceView.Contact(
                            null,
                            Properties.text(phone, "number"),
                            null,
                            Properties.text(phone, "description")));
        }
        for (JsonObject contact : Properties.objects(s, "contacts")) {
            String name =
                    Stream.of("name", "title", "department")
                            .map(part -> Properties.text(contact, part))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", "));
            String phones =
                    Properties.objects(contact, "phones").stream()
                            .map(phone -> Properties.text(phone, "number"))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", "));
            contacts.add(
                    new ServiceView.Contact(
                            name.isEmpty() ? null : name,
                            phones.isEmpty() ? null : phones,
                            Properties.text(contact, "email"),
                            null));
        }
        return contacts;
    }

    private static List<String> hours(JsonObject owner) {
        return Properties.objects(owner, "schedules").stream()
                .map(HoursInWords::of)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static List<String> areas(JsonObject s) {
        return Properties.objects(s, "service_areas").stream()
                .map(
                        area ->
                                Properties.text(area, "name") == null
                                        ? Properties.text(area, "service_area")
                                        : Properties.text(area, "name"))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<ServiceView.Term> terms(JsonObject s) {
        Set<ServiceView.Term> terms = new LinkedHashSet<>();
        for (JsonObject attribute : Properties.objects(s, "attributes")) {
            Properties.object(attribute, "taxonomy_term")
                    .ifPresent(
                            term ->
                                    terms.add(
                                            new ServiceView.Term(
                                                    Properties.text(term, "id"),
                                                    Properties.text(term, "name"))));
        }
        return List.copyOf(terms);
    }

    private static List<String> languages(JsonObject s) {
        return Properties.objects(s, "languages").stream()
                .map(
                        language ->
                                Properties.text(language, "name") == null
                                        ? Properties.text(language, "code")
                                        : Properties.text(language, "name"))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<ServiceView.Room> rooms(JsonObject s) {
        return Properties.objects(s, "capacities").stream()
                .map(
                        room ->
                                new ServiceView.Room(
                                        Properties.object(room, "unit")
                                                .map(unit -> Properties.text(unit, "name"))
                                                .orElse(""),
                                        text(room, "available"),
                                        text(room, "maximum"),
                                        instant(Properties.text(room, "updated"))))
                .toList();
    }

    private static String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value == null) {
            return null;
        }
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static ServiceView.Place place(JsonObject at) {
        JsonObject location = Properties.object(at, "location").orElse(null);
        if (location == null) {
            return null;
        }
        JsonObject address =
                Properties.objects(location, "addresses").stream()
                        .findFirst()
                        .orElse(JsonObject.EMPTY_JSON_OBJECT);
        List<String> lines =
                Stream.of("address_1", "address_2", "city", "state_province", "postal_code")
                        .map(name -> Properties.text(address, name))
                        .filter(Objects::nonNull)
                        .toList();
        var latitude = Properties.number(location, "latitude");
        var longitude = Properties.number(location, "longitude");
        boolean point = latitude != null && longitude != null;
        return new ServiceView.Place(
                location.getString("id"),
                Properties.text(location, "name"),
                lines,
                Properties.text(address, "postal_code"),
                point ? Double.valueOf(latitude.doubleValue()) : null,
                point ? Double.valueOf(longitude.doubleValue()) : null,
                "physical".equals(location.getString("location_type", "")) && lines.isEmpty(),
                hours(at),
                Properties.objects(location, "accessibility").stream()
                        .map(access -> Properties.text(access, "description"))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Freshness freshness(JsonObject s) {
        JsonObject fresh = Properties.object(s, "x_freshness").orElse(JsonObject.EMPTY_JSON_OBJECT);
        return new Freshness(
                share(fresh, "recency"), share(fresh, "provenance"), share(fresh, "completeness"));
    }

    private static double share(JsonObject object, String name) {
        var share = Properties.number(object, name);
        return share == null ? 0 : share.doubleValue();
    }

    private static Instant instant(String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
