package org.answerable.directory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.answerable.directory.FieldError;
import org.answerable.directory.FoundServices;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.ServiceSearch;
import org.answerable.directory.ServiceView;
import org.answerable.directory.TestCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people type, and what they find. */
class FindServicesIT {

    private static final String REFUGE = new UUID(1, 9).toString();
    private static TestCatalogue catalogue;

    @BeforeAll
    static void fill() {
        catalogue = new TestCatalogue();
        catalogue.addPostcodes();
        catalogue.load(
                "made",
                String.join(
                        "\n",
                        service(
                                1,
                                "Breastfeeding support",
                                "At home.",
                                "\"minimum_age\":0,\"maximum_age\":2,"),
                        service(
                                2,
                                "Play group",
                                "Songs for babies.",
                                at(2, 53.231, -0.541, "LN1 1AA", "")
                                        + hours("MO", "10:00", "12:00")),
                        service(
                                3,
                                "Boston group",
                                "Toys.",
                                at(3, 52.98, -0.02, "PE21 1AA", "")
                                        + hours("SA", "09:00", "10:00")
                                        + "\"service_areas\":[{\"uri\":\"http://statistics.data.gov.uk/id/statistical-geography/E07000136\"}],"),
                        service(
                                4,
                                "Birth course",
                                "For parents-to-be.",
                                "\"x_antenatal\":{\"from_week\":20,\"to_week\":36},"),
                        service(
                                9,
                                "A safe place",
                                "For families.",
                                at(9, 53.2305, -0.5405, "LN1 1AC", ",\"x_confidential\":true"))));
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    @Test
    void words_are_found_in_other_forms_and_when_misspelt() {
        assertThat(names(find("breastfed", "", "", "")))
                .as("the stem of breastfeeding is another")
                .isEmpty();
        assertThat(names(find("supporting", "", "", ""))).containsExactly("Breastfeeding support");
        FoundServices misspelt = find("brestfeeding", "", "", "");
        assertThat(names(misspelt)).containsExactly("Breastfeeding support");
        assertThat(misspelt.searched()).isEqualTo("breastfeeding");
    }

    @Test
    void with_a_postcode_the_nearest_come_first_from_a_circle_that_widens() {
        FoundServices found = find("", "ln1 1aa", "", "");

        assertThat(found.kilometres()).isEqualTo(50);
        assertThat(names(found)).containsExactly("Play group");
        assertThat(found.items().get(0).metres()).isBetween(100.0, 150.0);
        assertThat(found.anywhere())
                .extracting(ServiceView::name)
                .containsExactly("Birth course", "Breastfeeding support");
    }

    @Test
    void a_service_for_another_district_is_not_offered() {
        assertThat(names(find("", "PE21 1AA", "", ""))).contains("Boston group");
        assertThat(names(find("", "LN1 1AA", "", ""))).doesNotContain("Boston group");
    }

    @Test
    void ages_and_weeks_of_pregnancy_are_asked_in_their_units() {
        assertThat(names(find("", "", "35", "months"))).contains("Breastfeeding support");
        assertThat(names(find("", "", "36", "months"))).doesNotContain("Breastfeeding support");
        assertThat(names(find("", "", "2,5", "years"))).contains("Breastfeeding support");
        assertThat(names(find("", "", "20", "weeks"))).containsExactly("Birth course");
        assertThat(names(find("", "", "40", "weeks"))).isEmpty();
    }

    @Test
    void a_day_asks_for_openings_and_now_for_this_moment() {
        assertThat(names(on("SA"))).containsExactly("Boston group");
        // The clock of this test stands at half past nine on a Monday.
        assertThat(names(on("now"))).isEmpty();
        catalogue.clock.forward(java.time.Duration.ofHours(1));
        assertThat(names(on("now"))).containsExactly("Play group");
    }

    @Test
    void a_confidential_place_is_found_by_name_only_and_shows_nothing() {
        ServiceView view = catalogue.directory.service(REFUGE).orElseThrow();
        assertThat(view.places())
                .singleElement()
                .satisfies(
                        place -> {
                            assertThat(place.confidential()).isTrue();
                            assertThat(place.address()).isEmpty();
                            assertThat(place.latitude()).isNull();
                            assertThat(place.postcode()).isNull();
                        });
        assertThat(names(find("", "LN1 1AA", "", ""))).doesNotContain("A safe place");
        assertThat(names(find("LN1 1AC", "", "", ""))).doesNotContain("A safe place");
        assertThat(names(find("safe", "", "", ""))).containsExactly("A safe place");
    }

    @Test
    void what_cannot_be_used_is_named() {
        for (List<String> bad :
                List.of(
                        List.of("", "nowhere", "", "", "postcode"),
                        List.of("", "", "old", "", "age"),
                        List.of("", "", "200", "years", "age"),
                        List.of("", "", "46", "weeks", "age"),
                        List.of("x".repeat(201), "", "", "", "q"))) {
            assertThatThrownBy(() -> find(bad.get(0), bad.get(1), bad.get(2), bad.get(3)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            fault ->
                                    assertThat(fault.errors())
                                            .extracting(FieldError::field)
                                            .containsExactly(bad.get(4)));
        }
    }

    private static FoundServices find(String q, String postcode, String age, String unit) {
        return catalogue.directory.find(new ServiceSearch(q, "", postcode, age, unit, "", 1, 20));
    }

    private static FoundServices on(String day) {
        return catalogue.directory.find(new ServiceSearch("", "", "", "", "", day, 1, 20));
    }

    private static List<String> names(FoundServices found) {
        return found.items().stream().map(ServiceView::name).toList();
    }

    private static String service(int number, String name, String description, String more) {
        return "{\"id\":\""
                + new UUID(1, number)
                + "\",\"name\":\""
                + name
                + "\",\"description\":\""
                + description
                + "\",\"status\":\"active\","
                + more
                + "\"organization\":{\"id\":\""
                + new UUID(2, 1)
                + "\",\"name\":\"Shire\",\"description\":\"Made\"}}";
    }

    private static String hours(String day, String opens, String closes) {
        return "\"schedules\":[{\"freq\":\"WEEKLY\",\"byday\":\""
                + day
                + "\",\"opens_at\":\""
                + opens
                + "\",\"closes_at\":\""
                + closes
                + "\"}],";
    }

    private static String at(
            int number, double latitude, double longitude, String postcode, String more) {
        return "\"service_at_locations\":[{\"id\":\""
                + new UUID(3, number)
                + "\",\"location\":{\"id\":\""
                + new UUID(4, number)
                + "\",\"location_type\":\"physical\",\"name\":\"Hall "
                + number
                + "\",\"latitude\":"
                + latitude
                + ",\"longitude\":"
                + longitude
                + more
                + ",\"addresses\":[{\"address_1\":\"1 Road\",\"city\":\"Town\",\"state_province\":\"Lincolnshire\",\"postal_code\":\""
                + postcode
                + "\"}]}}],";
    }
}
