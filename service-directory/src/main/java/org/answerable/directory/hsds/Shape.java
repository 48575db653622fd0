package org.answerable.directory.hsds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of the standard: which form each property must have, which must be there, and what is nested. Properties
 * that are not named here may be anything.
 *
 * @param required must be there, beside the id
 * @param nested shapes of the objects in lists, and of single objects
 */
record Shape(
        String name,
        Map<String, Format> formats,
        List<String> required,
        Map<String, Shape> nested) {

    static final Shape TERM =
            shape("taxonomy_term")
                    .of(Format.UUID, "parent_id", "taxonomy_id")
                    .of(Format.URI, "term_uri")
                    .of(Format.TEXT, "name", "description", "taxonomy", "term")
                    .needs("name", "description")
                    .build();
    static final Shape TAXONOMY =
            shape("taxonomy")
                    .of(Format.URI, "uri")
                    .of(Format.TEXT, "name", "description", "version")
                    .needs("name", "description")
                    .build();
    private static final Shape ATTRIBUTE =
            shape("attribute")
                    .of(Format.UUID, "link_id", "taxonomy_term_id")
                    .of(Format.TEXT, "link_type", "value", "label")
                    .holds("taxonomy_term", TERM)
                    .build();
    private static final Shape LANGUAGE =
            shape("language").of(Format.TEXT, "name", "code", "note").build();
    private static final Shape PHONE =
            shape("phone")
                    .of(Format.TEXT, "number", "description", "type")
                    .needs("number")
                    .holds("languages", LANGUAGE)
                    .build();
    private static final Shape CONTACT =
            shape("contact")
                    .of(Format.TEXT, "name", "title", "department")
                    .of(Format.EMAIL, "email")
                    .holds("phones", PHONE)
                    .holds("attributes", ATTRIBUTE)
                    .build();
    private static final Shape SCHEDULE =
            shape("schedule")
                    .of(Format.DATE, "valid_from", "valid_to", "dtstart", "until")
                    .of(Format.FREQUENCY, "freq")
                    .of(Format.NUMBER, "interval", "count")
                    .of(Format.DAYS, "byday")
                    .of(Format.TIME, "opens_at", "closes_at")
                    .of(Format.URI, "schedule_link")
                    .of(Format.TEXT, "bymonthday", "description", "attending_type", "notes")
                    .build();
    private static final Shape AREA =
            shape("service_area")
                    .of(Format.TEXT, "name", "extent", "extent_type", "uri", "service_area")
                    .build();
    private static final Shape COST =
            shape("cost_option")
                    .of(Format.DATE, "valid_from", "valid_to")
                    .of(Format.NUMBER, "amount")
                    .of(Format.TEXT, "option", "amount_description", "currency")
                    .build();
    private static final Shape FUNDING = shape("funding").of(Format.TEXT, "source").build();
    private static final Shape UNIT =
            shape("unit")
                    .of(Format.TEXT, "name", "scheme", "identifier")
                    .of(Format.URI, "uri")
                    .needs("name")
                    .build();
    private static final Shape CAPACITY =
            shape("service_capacity")
                    .of(Format.NUMBER, "available", "maximum")
                    .of(Format.DATE_TIME, "updated")
                    .of(Format.TEXT, "description")
                    .needs("available", "updated", "unit")
                    .holds("unit", UNIT)
                    .build();
    private static final Shape ADDRESS =
            shape("address")
                    .of(
                            Format.TEXT,
                            "attention",
                            "address_1",
                            "address_2",
                            "city",
                            "region",
                            "state_province",
                            "postal_code",
                            "country")
                    .of(Format.PLACE_TYPE, "address_type")
                    .needs(
                            "address_1",
                            "city",
                            "state_province",
                            "postal_code",
                            "country",
                            "address_type")
                    .holds("attributes", ATTRIBUTE)
                    .build();
    private static final Shape ACCESSIBILITY =
            shape("accessibility")
                    .of(Format.TEXT, "description", "details", "accessibility")
                    .of(Format.URI, "url")
                    .holds("attributes", ATTRIBUTE)
                    .build();
    static final Shape LOCATION =
            shape("location")
                    .of(Format.PLACE_TYPE, "location_type")
                    .of(Format.TEXT, "name", "description")
                    .of(Format.TEXT, "external_identifier", "external_identifier_type")
                    .of(Format.LATITUDE, "latitude")
                    .of(Format.LONGITUDE, "longitude")
                    .needs("location_type")
                    .holds("addresses", ADDRESS)
                    .holds("accessibility", ACCESSIBILITY)
                    .holds("attributes", ATTRIBUTE)
                    .build();
    private static final Shape IDENTIFIER =
            shape("organization_identifier")
                    .of(Format.TEXT, "identifier_scheme", "identifier_type", "identifier")
                    .needs("identifier_type", "identifier")
                    .holds("attributes", ATTRIBUTE)
                    .build();
    static final Shape ORGANIZATION =
            shape("organization")
                    .of(Format.TEXT, "name", "description", "logo")
                    .of(Format.EMAIL, "email")
                    .of(Format.URI, "website", "uri")
                    .of(Format.UUID, "parent_organization_id")
                    .needs("name", "description")
                    .holds("organization_identifiers", IDENTIFIER)
                    .holds("attributes", ATTRIBUTE)
                    .build();
    private static final Shape SERVICE_AT_LOCATION =
            shape("service_at_location")
                    .of(Format.TEXT, "description")
                    .holds("location", LOCATION)
                    .holds("schedules", SCHEDULE)
                    .holds("contacts", CONTACT)
                    .holds("phones", PHONE)
                    .holds("service_areas", AREA)
                    .build();
    static final Shape SERVICE =
            shape("service")
                    .of(
                            Format.TEXT,
                            "name",
                            "alternate_name",
                            "description",
                            "fees",
                            "accreditations",
                            "alert",
                            "eligibility_description",
                            "application_process",
                            "fees_description",
                            "wait_time",
                            "interpretation_services",
                            "x_lead_profession")
                    .of(Format.UUID, "organization_id")
                    .of(Format.URI, "url")
                    .of(Format.EMAIL, "email", "assurer_email")
                    .of(Format.STATUS, "status")
                    .of(Format.AGE, "minimum_age", "maximum_age")
                    .of(Format.PAST_DATE, "assured_date")
                    .of(Format.DATE_TIME, "last_modified")
                    .needs("name", "status")
                    .holds("organization", ORGANIZATION)
                    .holds("schedules", SCHEDULE)
                    .holds("service_areas", AREA)
                    .holds("service_at_locations", SERVICE_AT_LOCATION)
                    .holds("languages", LANGUAGE)
                    .holds("funding", FUNDING)
                    .holds("cost_options", COST)
                    .holds("contacts", CONTACT)
                    .holds("phones", PHONE)
                    .holds("capacities", CAPACITY)
                    .holds("attributes", ATTRIBUTE)
                    .build();

    private static Builder shape(String name) {
        return new Builder(name);
    }

    private static final class Builder {

        private final String name;
        private final Map<String, Format> formats = new HashMap<>();
        private final Map<String, Shape> nested = new HashMap<>();
        private List<String> required = List.of();

        private Builder(String name) {
            this.name = name;
        }

        Builder of(Format format, String... properties) {
            for (String property : properties) {
                formats.put(property, format);
            }
            return this;
        }

        Builder needs(String... properties) {
            required = List.of(properties);
            return this;
        }

        Builder holds(String property, Shape shape) {
            nested.put(property, shape);
            return this;
        }

        Shape build() {
            return new Shape(name, Map.copyOf(formats), required, Map.copyOf(nested));
        }
    }
}
