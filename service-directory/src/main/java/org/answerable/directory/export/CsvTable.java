package org.answerable.directory.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One table of the tabular form of HSDS.
 *
 * @param name of the file, without .csv
 * @param one what one row is
 * @param shared whether the same record may be met several times; it is written once
 * @see <a href="https://docs.openreferral.org/en/latest/hsds/schema_reference.html">HSDS schema reference</a>
 */
record CsvTable(String name, String one, boolean shared, List<Column> columns) {

    /**
     * @param type of the values, in the words of CSVW
     * @param of table whose rows it points to, or null
     */
    record Column(String name, String type, String of) {}

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("minimum_age", "number"),
                    Map.entry("maximum_age", "number"),
                    Map.entry("latitude", "number"),
                    Map.entry("longitude", "number"),
                    Map.entry("interval", "number"),
                    Map.entry("count", "number"),
                    Map.entry("amount", "number"),
                    Map.entry("available", "number"),
                    Map.entry("maximum", "number"),
                    Map.entry("x_demonstration", "boolean"),
                    Map.entry("last_modified", "datetime"),
                    Map.entry("updated", "datetime"),
                    Map.entry("assured_date", "date"));
    private static final Map<String, String> KEYS =
            Map.of(
                    "service_id", "services",
                    "organization_id", "organizations",
                    "location_id", "locations",
                    "service_at_location_id", "service_at_locations",
                    "contact_id", "contacts",
                    "phone_id", "phones",
                    "taxonomy_id", "taxonomies",
                    "taxonomy_term_id", "taxonomy_terms",
                    "unit_id", "units");

    private static final List<CsvTable> ALL =
            List.of(
                    table(
                            "services",
                            "service",
                            "organization_id name alternate_name description url email status"
                                    + " interpretation_services application_process fees_description wait_time fees"
                                    + " accreditations eligibility_description minimum_age maximum_age assured_date"
                                    + " assurer_email alert last_modified x_tier x_lead_profession x_demonstration"),
                    shared(
                            "organizations",
                            "organization",
                            "name alternate_name description email website uri logo parent_organization_id"),
                    table(
                            "organization_identifiers",
                            "organization_identifier",
                            "organization_id identifier_scheme identifier_type identifier"),
                    shared(
                            "locations",
                            "location",
                            "location_type url name alternate_name description transportation latitude longitude"
                                    + " external_identifier external_identifier_type"),
                    table(
                            "addresses",
                            "address",
                            "location_id attention address_1 address_2 city region state_province postal_code country"
                                    + " address_type"),
                    table("accessibility", "accessibility", "location_id description details url"),
                    table(
                            "service_at_locations",
                            "service_at_location",
                            "service_id location_id description"),
                    table(
                            "schedules",
                            "schedule",
                            "service_id location_id service_at_location_id valid_from valid_to dtstart timezone until"
                                    + " count wkst freq interval byday byweekno bymonthday byyearday description"
                                    + " opens_at closes_at schedule_link attending_type notes"),
                    table(
                            "service_areas",
                            "service_area",
                            "service_id service_at_location_id name description extent extent_type uri"),
                    table(
                            "contacts",
                            "contact",
                            "service_id organization_id service_at_location_id location_id name title department email"),
                    table(
                            "phones",
                            "phone",
                            "service_id organization_id service_at_location_id location_id contact_id number"
                                    + " extension type description"),
                    table(
                            "languages",
                            "language",
                            "service_id location_id phone_id name code note"),
                    table("funding", "funding", "service_id organization_id source"),
                    table(
                            "cost_options",
                            "cost_option",
                            "service_id valid_from valid_to option currency amount amount_description"),
                    table(
                            "service_capacities",
                            "service_capacity",
                            "service_id unit_id available maximum description updated"),
                    shared("units", "unit", "name scheme identifier uri"),
                    table(
                            "attributes",
                            "attribute",
                            "link_id link_type taxonomy_term_id value label"),
                    shared(
                            "taxonomy_terms",
                            "taxonomy_term",
                            "code name description parent_id taxonomy_id taxonomy language term_uri"),
                    shared("taxonomies", "taxonomy", "name description uri version"));

    private static CsvTable table(String name, String one, String columns) {
        return of(name, one, false, columns);
    }

    private static CsvTable shared(String name, String one, String columns) {
        return of(name, one, true, columns);
    }

    private static CsvTable of(String name, String one, boolean shared, String columns) {
        List<Column> all = new ArrayList<>();
        all.add(new Column("id", "string", null));
        Arrays.stream(columns.split(" "))
                .map(c -> new Column(c, TYPES.getOrDefault(c, "string"), KEYS.get(c)))
                .forEach(all::add);
        return new CsvTable(name, one, shared, List.copyOf(all));
    }

    /** All tables by name, in the order of the description. */
    static Map<String, CsvTable> all() {
        Map<String, CsvTable> tables = new LinkedHashMap<>();
        ALL.forEach(table -> tables.put(table.name(), table));
        return tables;
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    String file() {
        return name + ".csv";
    }

    /** How other tables call a key to this one. */
    String key() {
        return one + "_id";
    }
}
