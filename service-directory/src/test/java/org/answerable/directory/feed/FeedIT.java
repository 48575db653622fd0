package org.answerable.directory.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.answerable.directory.BadParameter;
import org.answerable.directory.FieldError;
import org.answerable.directory.NotFound;
import org.answerable.directory.TestCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The behaviour that a validator, a harvester and a search form rely on. */
class FeedIT {

    private static final int MADE = 240;
    private static final Schemas SCHEMAS = new Schemas(true);

    private static TestCatalogue catalogue;
    private static Map<String, JsonNode> harvest;

    @BeforeAll
    static void fill() throws IOException {
        catalogue = new TestCatalogue();
        catalogue.addPostcodes();
        catalogue.load("made", new SampleServices(5).lines(MADE));
        harvest = harvest("status", "all");
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    @Test
    void every_page_is_valid_and_each_full_item_is() {
        for (String page : List.of("1", "2", "3")) {
            for (String full : List.of("true", "false")) {
                String json = catalogue.services("page", page, "full", full);
                assertThat(SCHEMAS.faults("service_list.json", json)).isEmpty();
                if (full.equals("true")) {
                    Schemas.parse(json)
                            .get("contents")
                            .forEach(
                                    item ->
                                            assertThat(SCHEMAS.faults("service.json", item))
                                                    .isEmpty());
                }
            }
        }
    }

    @Test
    void a_record_asked_for_by_its_id_is_that_record_and_valid() {
        for (JsonNode item : contents(catalogue.services("per_page", "20"))) {
            String id = item.get("id").asText();
            String service = catalogue.feed.service(id);
            assertThat(SCHEMAS.faults("service.json", service)).isEmpty();
            assertThat(Schemas.parse(service).get("id").asText()).isEqualTo(id);
            String organization = Schemas.parse(service).get("organization_id").asText();
            assertThat(Schemas.parse(service).at("/organization/id").asText())
                    .isEqualTo(organization);
            String found = catalogue.feed.organization(organization, Map.of()).json();
            assertThat(SCHEMAS.faults("organization.json", found)).isEmpty();
        }
        for (JsonNode item : contents(places("per_page", "20"))) {
            String found = catalogue.feed.serviceAtLocation(item.get("id").asText());
            assertThat(SCHEMAS.faults("service_at_location.json", found)).isEmpty();
            assertThat(SCHEMAS.faults("service.json", Schemas.parse(found).get("service")))
                    .isEmpty();
            assertThat(Schemas.parse(found).get("id")).isEqualTo(item.get("id"));
        }
        for (JsonNode item : contents(catalogue.feed.taxonomies(Map.of()).json())) {
            assertThat(
                            SCHEMAS.faults(
                                    "taxonomy.json",
                                    catalogue.feed.taxonomy(item.get("id").asText())))
                    .isEmpty();
        }
        for (JsonNode item : contents(catalogue.feed.taxonomyTerms(Map.of()).json())) {
            assertThat(
                            SCHEMAS.faults(
                                    "taxonomy_term.json",
                                    catalogue.feed.taxonomyTerm(item.get("id").asText())))
                    .isEmpty();
        }
    }

    @Test
    void the_other_lists_are_valid() {
        for (String full : List.of("true", "false")) {
            Map<String, List<String>> asked = TestCatalogue.of("full", full);
            assertThat(
                            SCHEMAS.faults(
                                    "service_at_location_list.json",
                                    catalogue.feed.serviceAtLocations(asked).json()))
                    .isEmpty();
            assertThat(
                            SCHEMAS.faults(
                                    "organization_list.json",
                                    catalogue.feed.organizations(asked).json()))
                    .isEmpty();
        }
        assertThat(SCHEMAS.faults("taxonomy_list.json", catalogue.feed.taxonomies(Map.of()).json()))
                .isEmpty();
        assertThat(
                        SCHEMAS.faults(
                                "taxonomy_term_list.json",
                                catalogue.feed.taxonomyTerms(Map.of()).json()))
                .isEmpty();
    }

    @Test
    void walking_the_pages_gives_each_record_once_and_an_envelope_that_agrees() {
        for (int size : List.of(1, 7, 50)) {
            Set<String> ids = new LinkedHashSet<>();
            long page = 0;
            JsonNode list;
            do {
                page++;
                list = Schemas.parse(catalogue.services("page", "" + page, "per_page", "" + size));
                envelopeAgrees(list, page, size);
                list.get("contents").forEach(item -> ids.add(item.get("id").asText()));
            } while (!list.get("last_page").asBoolean());
            assertThat(ids).hasSize(list.get("total_items").asInt());
            assertThat(page).isEqualTo(list.get("total_pages").asLong());
        }
    }

    private static void envelopeAgrees(JsonNode list, long page, int size) {
        long total = list.get("total_items").asLong();
        assertThat(list.get("page_number").asLong()).isEqualTo(page);
        assertThat(list.get("size").asInt())
                .isEqualTo(list.get("contents").size())
                .isLessThanOrEqualTo(size);
        assertThat(list.get("total_pages").asLong()).isEqualTo((total + size - 1) / size);
        assertThat(list.get("first_page").asBoolean()).isEqualTo(page == 1);
        assertThat(list.get("last_page").asBoolean())
                .isEqualTo(page == list.get("total_pages").asLong());
        assertThat(list.get("empty").asBoolean()).isFalse();
    }

    @Test
    void a_page_beyond_the_end_is_empty_and_nothing_found_is_one_empty_page() {
        JsonNode beyond = Schemas.parse(catalogue.services("page", "999999999999"));
        assertThat(beyond.get("total_items").asInt()).isPositive();
        assertThat(beyond.get("page_number").asLong()).isEqualTo(999_999_999_999L);
        assertThat(beyond.get("size").asInt()).isZero();
        assertThat(beyond.get("empty").asBoolean()).isTrue();
        assertThat(beyond.get("first_page").asBoolean()).isFalse();
        assertThat(beyond.get("last_page").asBoolean()).isFalse();

        JsonNode nothing = Schemas.parse(catalogue.services("search", "xyzzy"));
        assertThat(nothing.get("total_items").asInt()).isZero();
        assertThat(nothing.get("total_pages").asInt()).isZero();
        assertThat(nothing.get("page_number").asInt()).isEqualTo(1);
        assertThat(nothing.get("first_page").asBoolean()).isTrue();
        assertThat(nothing.get("last_page").asBoolean()).isTrue();
        assertThat(nothing.get("empty").asBoolean()).isTrue();
    }

    @Test
    void a_parameter_that_cannot_be_used_is_refused_by_name() {
        for (List<String> bad :
                List.of(
                        List.of("page", "0"),
                        List.of("page", "-1"),
                        List.of("page", "x"),
                        List.of("per_page", "0"),
                        List.of("per_page", "1000000000"),
                        List.of("per_page", "201"),
                        List.of("format", "xml"),
                        List.of("modified_after", "yesterday"),
                        List.of("modified_after", "2026-13-01"),
                        List.of("proximity", "500"),
                        List.of("age", "200"),
                        List.of("age", "NaN"),
                        List.of("age", "-1"),
                        List.of("gestation_weeks", "46"),
                        List.of("day", "XX"),
                        List.of("start_time", "25:00"),
                        List.of("status", "open"),
                        List.of("tier", "top"),
                        List.of("sort", "distance"),
                        List.of("full", "perhaps"),
                        List.of("postcode", "ZZ99 9ZZ"),
                        List.of("postcode", "BT1 1AA"),
                        List.of("coverage", "nowhere"))) {
            assertThatThrownBy(() -> catalogue.services(bad.get(0), bad.get(1)))
                    .as(bad.toString())
                    .isInstanceOfSatisfying(
                            BadParameter.class,
                            fault ->
                                    assertThat(fault.errors())
                                            .extracting(FieldError::field)
                                            .containsExactly(bad.get(0)));
        }
        for (String metres : List.of("0", "-5", "200001", "1e3", "NaN", "far")) {
            assertThatThrownBy(() -> catalogue.services("postcode", "LN1 1AA", "proximity", metres))
                    .isInstanceOf(BadParameter.class);
        }
    }

    @Test
    void an_unknown_id_is_not_found_and_a_text_that_is_no_id_is_refused() {
        String unknown = UUID.randomUUID().toString();
        assertThatThrownBy(() -> catalogue.feed.service(unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> catalogue.feed.service("1")).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> catalogue.feed.taxonomy("1-1-1-1-1"))
                .isInstanceOf(BadParameter.class);
        assertThat(total(catalogue.services("taxonomy_term_id", unknown))).isZero();
        assertThat(total(catalogue.services("organization_id", "no-id"))).isZero();
    }

    @Test
    void nothing_is_null_or_an_empty_text_anywhere() throws IOException {
        List<String> everything = new ArrayList<>();
        catalogue
                .feed
                .services(TestCatalogue.of("format", "ndjson", "full", "true", "status", "all"))
                .lines()
                .each(everything::add);
        everything.add(catalogue.services());
        everything.add(catalogue.services("minimal", "true"));
        everything.add(
                catalogue.feed.organizations(TestCatalogue.of("full_service", "true")).json());
        everything.add(places("full", "true"));
        assertThat(everything)
                .allSatisfy(json -> assertThat(emptyParts(Schemas.parse(json))).isEmpty());
        assertThat(everything).noneMatch(json -> json.contains("\":[]"));
    }

    private static List<String> emptyParts(JsonNode node) {
        List<String> empty = new ArrayList<>();
        if (node.isNull() || node.isTextual() && node.asText().isEmpty()) {
            empty.add(node.toString());
        }
        node.forEach(child -> empty.addAll(emptyParts(child)));
        return empty;
    }

    @Test
    void default_lists_hold_open_services_only_and_status_shows_the_others() {
        List<String> statuses = new ArrayList<>();
        all().forEach(item -> statuses.add(item.get("status").asText()));
        assertThat(statuses).containsOnly("active", "temporarily closed");
        assertThat(harvest).hasSize(MADE);
        JsonNode gone =
                harvest.values().stream()
                        .filter(s -> s.get("status").asText().equals("defunct"))
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        Schemas.parse(catalogue.feed.service(gone.get("id").asText()))
                                .get("status")
                                .asText())
                .isEqualTo("defunct");
    }

    @Test
    void a_term_a_taxonomy_and_an_organisation_give_exactly_those_that_have_it() {
        String term = new UUID(3, 1).toString();
        assertThat(ids("taxonomy_term_id", term))
                .isEqualTo(harvested(s -> terms(s).contains(term)));
        assertThat(ids("taxonomy_id", SampleServices.TAXONOMY.toString()))
                .isEqualTo(harvested(s -> !terms(s).isEmpty()));
        String organization = new UUID(2, 3).toString();
        assertThat(ids("organization_id", organization))
                .isEqualTo(harvested(s -> s.get("organization_id").asText().equals(organization)));
        assertThat(ids("taxonomy_term_id", term + "," + new UUID(3, 2)))
                .isEqualTo(
                        harvested(
                                s ->
                                        terms(s).contains(term)
                                                || terms(s).contains(new UUID(3, 2).toString())));
    }

    @Test
    void two_filters_give_what_both_give() {
        List<List<String>> filters =
                List.of(
                        List.of("search", "baby"),
                        List.of("taxonomy_term_id", new UUID(3, 1).toString()),
                        List.of("organization_id", new UUID(2, 3).toString()),
                        List.of("age", "0.3"),
                        List.of("day", "MO"),
                        List.of("postcode", "LN1 1AA"),
                        List.of("coverage", "E07000138"),
                        List.of("status", "all"));
        for (List<String> a : filters) {
            for (List<String> b : filters) {
                if (a != b && !a.contains("all") && !b.contains("all")) {
                    Set<String> both = new LinkedHashSet<>(ids(a.get(0), a.get(1)));
                    both.retainAll(ids(b.get(0), b.get(1)));
                    assertThat(ids(a.get(0), a.get(1), b.get(0), b.get(1)))
                            .as(a + " and " + b)
                            .isEqualTo(both);
                }
            }
        }
    }

    @Test
    void modified_after_is_inclusive_to_the_millisecond() {
        String newest =
                harvest.values().stream()
                        .map(s -> s.get("last_modified").asText())
                        .max(String::compareTo)
                        .orElseThrow();
        assertThat(newest).matches("2026-03-02T09:30:00\\.000Z");
        assertThat(total(catalogue.services("modified_after", newest))).isPositive();
        assertThat(total(catalogue.services("modified_after", "2026-03-02T09:30:00.001Z")))
                .isZero();
        assertThat(total(catalogue.services("modified_after", "2026-03-02"))).isPositive();
        // A plus sign that was not escaped arrives as a blank.
        assertThat(total(catalogue.services("modified_after", "2026-03-02T10:30:00 01:00")))
                .isPositive();
        assertThat(total(catalogue.services("modified_after", "2026-03-02T10:30:00.001+01:00")))
                .isZero();
    }

    @Test
    void a_change_of_an_organisation_moves_its_services() throws IOException {
        try (TestCatalogue own = new TestCatalogue()) {
            own.load("one", new SampleServices(1).lines(30));
            String before = own.clock.instant().toString();
            own.clock.forward(Duration.ofHours(1));
            String changed =
                    new SampleServices(1)
                            .lines(1)
                            .replace("\"description\":\"Made\"", "\"description\":\"Changed\"");
            own.load("one", changed);
            JsonNode moved =
                    Schemas.parse(
                            own.services(
                                    "status", "all", "modified_after", "2026-03-02T10:00:00Z"));
            String organization = moved.at("/contents/0/organization_id").asText();
            assertThat(moved.get("total_items").asInt()).isGreaterThan(1);
            moved.get("contents")
                    .forEach(
                            s -> {
                                assertThat(s.get("organization_id").asText())
                                        .isEqualTo(organization);
                                assertThat(s.at("/organization/description").asText())
                                        .isEqualTo("Changed");
                                assertThat(s.get("last_modified").asText()).isGreaterThan(before);
                            });
        }
    }

    @Test
    void minimal_items_have_two_properties_and_all_are_there() {
        JsonNode minimal = Schemas.parse(catalogue.services("minimal", "true"));
        assertThat(minimal.get("total_items").asLong())
                .isEqualTo(total(catalogue.services()))
                .isEqualTo(minimal.get("contents").size());
        assertThat(minimal.get("total_pages").asInt()).isEqualTo(1);
        minimal.get("contents")
                .forEach(
                        item -> {
                            assertThat(item.size()).isEqualTo(2);
                            assertThat(item.has("id")).isTrue();
                            assertThat(item.has("last_modified")).isTrue();
                        });
        assertThat(
                        Schemas.parse(catalogue.services("minimal", "true", "per_page", "7"))
                                .get("size")
                                .asInt())
                .isEqualTo(7);
    }

    @Test
    void minimal_lines_have_two_properties() throws IOException {
        List<String> lines = new ArrayList<>();
        catalogue
                .feed
                .services(TestCatalogue.of("format", "ndjson", "minimal", "true"))
                .lines()
                .each(lines::add);
        assertThat((long) lines.size()).isEqualTo(total(catalogue.services()));
        assertThat(lines).allSatisfy(line -> assertThat(Schemas.parse(line).size()).isEqualTo(2));
    }

    @Test
    void what_is_nested_points_to_what_it_is_nested_in() {
        for (JsonNode service : harvest.values()) {
            String id = service.get("id").asText();
            for (String list : List.of("schedules", "service_areas", "service_at_locations")) {
                service.path(list)
                        .forEach(part -> assertThat(part.get("service_id").asText()).isEqualTo(id));
            }
            service.path("service_at_locations")
                    .forEach(
                            at -> {
                                assertThat(at.get("location_id")).isEqualTo(at.at("/location/id"));
                                assertThat(at.at("/location/addresses/0/location_id"))
                                        .isEqualTo(at.at("/location/id"));
                            });
            service.path("attributes")
                    .forEach(
                            attribute -> {
                                assertThat(attribute.get("link_id").asText()).isEqualTo(id);
                                assertThat(attribute.get("taxonomy_term_id"))
                                        .isEqualTo(attribute.at("/taxonomy_term/id"));
                            });
        }
    }

    @Test
    void lines_hold_every_item_once_and_each_is_valid() throws IOException {
        List<String> lines = new ArrayList<>();
        catalogue
                .feed
                .services(TestCatalogue.of("format", "ndjson", "full", "true"))
                .lines()
                .each(lines::add);
        assertThat((long) lines.size()).isEqualTo(total(catalogue.services()));
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(lines)
                .allSatisfy(line -> assertThat(SCHEMAS.faults("service.json", line)).isEmpty());
        assertThat(lines).noneMatch(line -> line.contains("\n"));
    }

    @Test
    void places_around_a_postcode_lie_within_the_distance_and_come_by_it() {
        for (String typed : List.of("ln1 1aa", "LN11AA", "LN1 1AA")) {
            double before = 0;
            List<JsonNode> found =
                    contents(places("postcode", typed, "proximity", "20000", "per_page", "200"));
            assertThat(found).isNotEmpty();
            for (JsonNode item : found) {
                double metres =
                        haversine(
                                53.23,
                                -0.54,
                                item.at("/location/latitude").asDouble(),
                                item.at("/location/longitude").asDouble());
                assertThat(metres).isLessThanOrEqualTo(20_000 * 1.005);
                assertThat(item.get("x_distance_m").asDouble())
                        .isCloseTo(metres, org.assertj.core.data.Percentage.withPercentage(0.5))
                        .isGreaterThanOrEqualTo(before);
                before = item.get("x_distance_m").asDouble();
            }
        }
    }

    @Test
    void services_around_a_postcode_come_once_with_their_nearest_place() {
        JsonNode found =
                Schemas.parse(
                        catalogue.services(
                                "postcode",
                                "LN1 1AA",
                                "proximity",
                                "60000",
                                "full",
                                "true",
                                "per_page",
                                "200"));
        Set<String> ids = new LinkedHashSet<>();
        double before = 0;
        for (JsonNode item : found.get("contents")) {
            assertThat(ids.add(item.get("id").asText())).isTrue();
            double nearest = Double.MAX_VALUE;
            String place = "";
            for (JsonNode at : item.get("service_at_locations")) {
                double metres =
                        haversine(
                                53.23,
                                -0.54,
                                at.at("/location/latitude").asDouble(),
                                at.at("/location/longitude").asDouble());
                if (metres < nearest) {
                    nearest = metres;
                    place = at.get("id").asText();
                }
            }
            assertThat(item.get("x_nearest_service_at_location_id").asText()).isEqualTo(place);
            assertThat(item.get("x_distance_m").asDouble())
                    .isCloseTo(nearest, org.assertj.core.data.Percentage.withPercentage(0.5))
                    .isGreaterThanOrEqualTo(before);
            before = item.get("x_distance_m").asDouble();
        }
        assertThat(ids).isNotEmpty();
    }

    @Test
    void a_service_that_serves_another_area_is_absent_and_one_without_areas_stays() {
        Set<String> lincoln = ids("postcode", "LN1 1AA");
        assertThat(lincoln)
                .isEqualTo(
                        harvested(
                                s ->
                                        areas(s).isEmpty()
                                                || areas(s).contains("E07000138")
                                                || areas(s).contains("E10000019")));
        assertThat(ids("coverage", "LN1 1AA"))
                .isEqualTo(
                        harvested(
                                s ->
                                        areas(s).contains("E07000138")
                                                || areas(s).contains("E10000019")));
        assertThat(ids("coverage", "E10000019")).isEqualTo(harvested(s -> !areas(s).isEmpty()));
        assertThat(ids("coverage", "E10000019", "coverage_match", "all"))
                .isEqualTo(harvested(s -> areas(s).contains("E10000019")));
    }

    @Test
    void an_extent_covers_the_neighbourhoods_whose_inside_lies_in_it() throws IOException {
        try (TestCatalogue own = new TestCatalogue()) {
            own.addPostcodes();
            own.database.execute(
                    "INSERT INTO directory.lsoa_point (lsoa21, latitude, longitude) VALUES"
                            + " ('E01000011', 53.23, -0.54), ('E01000012', 52.98, -0.02)");
            String square =
                    "{\\\"type\\\":\\\"Polygon\\\",\\\"coordinates\\\":[[[-0.6,53.2],[-0.5,53.2],[-0.5,53.3],[-0.6,53.3],[-0.6,53.2]]]}";
            own.load(
                    "one",
                    new SampleServices(1)
                            .lines(1)
                            .replaceAll("\"service_areas\":\\[[^]]*],?", "")
                            .replaceFirst(
                                    "\\{",
                                    java.util.regex.Matcher.quoteReplacement(
                                            "{\"service_areas\":[{\"extent_type\":\"geojson\",\"extent\":\""
                                                    + square
                                                    + "\"}],")));
            assertThat(total(own.services("status", "all", "coverage", "LN1 1AA"))).isEqualTo(1);
            assertThat(total(own.services("status", "all", "coverage", "PE21 1AA"))).isZero();
        }
    }

    @Test
    void an_ended_postcode_is_answered_and_says_so() {
        JsonNode ended = Schemas.parse(catalogue.services("postcode", "LN1 1AC"));
        assertThat(ended.at("/x_place/basis").asText()).isEqualTo("terminated");
        assertThat(ended.at("/x_place/note").asText()).contains("April 2014");
        JsonNode first = Schemas.parse(catalogue.services("postcode", "LN1 9ZZ"));
        assertThat(first.at("/x_place/basis").asText()).isEqualTo("district");
    }

    @Test
    void top_terms_have_no_parent_and_children_are_direct() {
        List<JsonNode> top =
                contents(catalogue.feed.taxonomyTerms(TestCatalogue.of("top_only", "true")).json());
        assertThat(top).isNotEmpty().noneMatch(term -> term.has("parent_id"));
        String parent = new UUID(3, 0).toString();
        List<JsonNode> children =
                contents(
                        catalogue.feed.taxonomyTerms(TestCatalogue.of("parent_id", parent)).json());
        assertThat(children)
                .extracting(term -> term.get("id").asText())
                .containsExactly(new UUID(3, 2).toString());
        assertThat(children.get(0).get("taxonomy_id").asText())
                .isEqualTo(SampleServices.TAXONOMY.toString());
    }

    @Test
    void ages_are_months_with_both_ends_and_part_years_stay() {
        assertThat(ids("age", "0.3"))
                .isEqualTo(
                        harvested(
                                s ->
                                        !s.has("minimum_age")
                                                || s.get("minimum_age").asDouble() <= 0.25));
        assertThat(
                        harvest.values().stream()
                                .filter(s -> s.has("minimum_age"))
                                .map(s -> s.get("minimum_age").asDouble()))
                .contains(0.25, 0.0);
    }

    @Test
    void a_time_asks_for_an_opening_in_the_next_four_weeks() {
        Predicate<JsonNode> mondays = s -> s.at("/schedules/0/byday").asText().equals("MO");
        assertThat(ids("day", "MO", "start_time", "12:00", "end_time", "13:00"))
                .isEqualTo(harvested(mondays));
        assertThat(ids("day", "MO", "start_time", "12:30")).isEmpty();
        assertThat(ids("day", "SU", "start_time", "23:00", "end_time", "10:30"))
                .isEqualTo(harvested(mondays));
    }

    @Test
    void a_need_a_tier_and_a_commissioner_come_from_terms_and_contracts_in_force() {
        String id = harvested(s -> true).iterator().next();
        String commissioner = new UUID(2, 5).toString();
        catalogue.commission(id, commissioner);

        assertThat(ids("commissioner_id", commissioner)).containsExactly(id);
        assertThat(ids("tier", "targeted")).containsExactly(id);
        assertThat(ids("lead_profession", "Clinical psychologist")).containsExactly(id);
        assertThat(ids("tier", "specialist")).isEmpty();
        assertThat(ids("commissioner_id", UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void what_is_not_known_is_ignored_and_named() {
        FeedAnswer answer =
                catalogue.feed.services(
                        TestCatalogue.of("colour", "red", "evil\r\nheader", "x", "page", "1"));
        assertThat(answer.ignored()).containsExactly("colour");
    }

    @Test
    void hostile_text_is_only_text() {
        assertThat(total(catalogue.services("organization_id", "\0"))).isPositive();
        assertThat(total(catalogue.services("taxonomy_term_id", "a\0b"))).isZero();
        for (String search :
                List.of("\0", "' OR 1=1 --", "%", "baby:*", "a & !b", "\\", "((", "<b>")) {
            assertThat(Schemas.parse(catalogue.services("search", search)).has("total_items"))
                    .isTrue();
        }
        assertThat(ids("search", "CAFE parents")).isNotEmpty().isEqualTo(ids("search", "café"));
        assertThat(ids("search", "caf par")).isEqualTo(ids("search", "café"));
        assertThat(ids("search", "afe")).isEmpty();
    }

    @Test
    void the_last_page_is_read_from_the_end_and_is_in_order() {
        List<String> forwards = new ArrayList<>();
        all().forEach(item -> forwards.add(item.get("id").asText()));
        int size = 7;
        int pages = (forwards.size() + size - 1) / size;
        List<String> last = new ArrayList<>();
        contents(catalogue.services("page", "" + pages, "per_page", "" + size))
                .forEach(item -> last.add(item.get("id").asText()));
        assertThat(last).isEqualTo(forwards.subList((pages - 1) * size, forwards.size()));
    }

    @Test
    void a_widening_search_says_how_far_it_looked() {
        JsonNode found = Schemas.parse(catalogue.services("postcode", "LN1 1AA", "widen", "true"));
        assertThat(found.get("x_radius_m").asInt()).isIn(2000, 5000, 10000, 20000, 30000, 50000);
        assertThat(found.get("contents")).isNotEmpty();
    }

    private static Map<String, JsonNode> harvest(String... parameters) throws IOException {
        Map<String, List<String>> asked = TestCatalogue.of(parameters);
        asked.put("format", List.of("ndjson"));
        asked.put("full", List.of("true"));
        Map<String, JsonNode> all = new TreeMap<>();
        catalogue
                .feed
                .services(asked)
                .lines()
                .each(
                        line -> {
                            JsonNode item = Schemas.parse(line);
                            all.put(item.get("id").asText(), item);
                        });
        return all;
    }

    private static Set<String> harvested(Predicate<JsonNode> fits) {
        Set<String> ids = new LinkedHashSet<>();
        harvest.values().stream()
                .filter(
                        s ->
                                Set.of("active", "temporarily closed")
                                        .contains(s.get("status").asText()))
                .filter(fits)
                .forEach(s -> ids.add(s.get("id").asText()));
        return ids;
    }

    private static List<String> terms(JsonNode service) {
        List<String> terms = new ArrayList<>();
        service.path("attributes").forEach(a -> terms.add(a.at("/taxonomy_term/id").asText()));
        return terms;
    }

    private static List<String> areas(JsonNode service) {
        List<String> areas = new ArrayList<>();
        service.path("service_areas")
                .forEach(
                        a -> {
                            String uri = a.get("uri").asText();
                            areas.add(uri.substring(uri.lastIndexOf('/') + 1));
                        });
        return areas;
    }

    private static Set<String> ids(String... parameters) {
        String[] more = java.util.Arrays.copyOf(parameters, parameters.length + 2);
        more[parameters.length] = "per_page";
        more[parameters.length + 1] = "200";
        Set<String> ids = new LinkedHashSet<>();
        contents(catalogue.services(more)).forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }

    private static List<JsonNode> all() {
        return contents(catalogue.services("per_page", "200"));
    }

    private static String places(String... parameters) {
        return catalogue.feed.serviceAtLocations(TestCatalogue.of(parameters)).json();
    }

    private static List<JsonNode> contents(String json) {
        List<JsonNode> items = new ArrayList<>();
        Schemas.parse(json).get("contents").forEach(items::add);
        return items;
    }

    private static long total(String json) {
        return Schemas.parse(json).get("total_items").asLong();
    }

    private static double haversine(double lat1, double lon1, double lat2, double lon2) {
        double a =
                Math.pow(Math.sin(Math.toRadians(lat2 - lat1) / 2), 2)
                        + Math.cos(Math.toRadians(lat1))
                                * Math.cos(Math.toRadians(lat2))
                                * Math.pow(Math.sin(Math.toRadians(lon2 - lon1) / 2), 2);
        return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a));
    }
}
