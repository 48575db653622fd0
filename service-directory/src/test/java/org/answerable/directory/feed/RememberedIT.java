package org.answerable.directory.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.directory.Erased;
import org.answerable.directory.FoundServices;
import org.answerable.directory.ServiceSearch;
import org.answerable.directory.TestCatalogue;
import org.answerable.directory.store.ServiceRows;
import org.answerable.directory.store.VerificationTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How few statements answer the public, and that nothing is remembered for longer than it is true. */
class RememberedIT {

    private static final String ONE = "00000000-0000-0099-0000-000000000001";
    private static final String ACTIVE = "\"status\":\"active\"";

    private TestCatalogue catalogue;

    @BeforeEach
    void fill() {
        catalogue = new TestCatalogue();
        catalogue.addPostcodes();
        catalogue.load("made", new SampleServices(5).lines(120));
    }

    @AfterEach
    void stop() {
        catalogue.close();
    }

    @Test
    void few_statements_answer_what_was_not_asked_before_and_one_what_was() {
        assertThat(list("per_page", "20")).containsExactly(4, 1);
        assertThat(list("full", "true", "per_page", "50")).containsExactly(3, 1);
        assertThat(
                        list(
                                "postcode",
                                "LN1 1AA",
                                "proximity",
                                "20000",
                                "age",
                                "3",
                                "day",
                                "MO",
                                "taxonomy_term_id",
                                "00000000-0000-0003-0000-000000000001"))
                .containsExactly(4, 1);
        assertThat(list("postcode", "LN1 1AA", "widen", "true", "search", "nothing"))
                .containsExactly(7, 1);
        assertThat(list("coverage", "LN1 1AA")).containsExactly(6, 1);
        String id = ids(catalogue.services()).get(0);
        assertThat(catalogue.database.statements(() -> catalogue.feed.service(id))).isEqualTo(1);
    }

    private List<Integer> list(String... parameters) {
        return List.of(
                catalogue.database.statements(() -> catalogue.services(parameters)),
                catalogue.database.statements(() -> catalogue.services(parameters)));
    }

    @Test
    void ten_statements_at_most_make_the_page_for_people() {
        assertThat(page("LN1 1AA", "")).containsExactly(9, 5);
        assertThat(page("LN1 9ZZ", "")).as("the middle of a district").containsExactly(9, 6);
        assertThat(page("LN1 1AA", "rock climbing for nobody"))
                .as("as far as the circles go, and once more with other words")
                .containsExactly(10, 6);
        assertThat(page("", "")).containsExactly(6, 3);
    }

    private List<Integer> page(String postcode, String words) {
        Runnable page =
                () -> {
                    find(postcode, words);
                    catalogue.directory.needs();
                    catalogue.geography.attribution();
                };
        return List.of(catalogue.database.statements(page), catalogue.database.statements(page));
    }

    private FoundServices find(String postcode, String words) {
        return catalogue.directory.find(
                new ServiceSearch(words, "", postcode, "2", "years", "", 1, 20));
    }

    @Test
    void what_is_withdrawn_erased_or_out_of_date_is_gone_with_the_next_request() {
        catalogue.load("one", service(ACTIVE, ""));
        List<String> before = ids(all());
        assertThat(find("", "").total()).isEqualTo(before.size());
        assertThat(before).contains(ONE);

        catalogue.load("one", service("\"status\":\"inactive\"", ""));
        assertThat(ids(all())).hasSize(before.size() - 1).doesNotContain(ONE);
        assertThat(find("", "").total()).isEqualTo(before.size() - 1);

        String erased = ids(all()).get(0);
        catalogue.editing.erase(erased, "Asked to", TestCatalogue.EDITOR);
        assertThat(ids(all())).doesNotContain(erased);
        assertThat(find("", "").total()).isEqualTo(before.size() - 2);
        assertThatThrownBy(() -> catalogue.feed.service(erased)).isInstanceOf(Erased.class);

        String unchecked = ids(all()).get(0);
        catalogue.database.execute(
                "UPDATE directory.service SET assured_date = '2024-01-01' WHERE public_id = '%s'"
                        .formatted(unchecked));
        new VerificationTable(catalogue.transactions, new ServiceRows(catalogue.geography))
                .withhold(LocalDate.of(2026, 3, 2));
        assertThat(ids(all())).doesNotContain(unchecked);
        assertThat(find("", "").total()).isEqualTo(before.size() - 3);
    }

    private String all() {
        return catalogue.services("per_page", "200");
    }

    @Test
    void a_place_that_becomes_confidential_is_nowhere_with_the_next_request() {
        String open = service(ACTIVE, ",\"x_confidential\":false");
        catalogue.load("one", open);
        String[] asked = {"search", "refuge-like", "full", "true"};
        String[] near = {"postcode", "LN1 1AA", "proximity", "1000", "full", "true"};
        assertThat(catalogue.services(asked)).contains("9 Secret Street");
        assertThat(catalogue.services(near)).contains("9 Secret Street");
        assertThat(find("LN1 1AA", "").items()).extracting("name").contains("Refuge-like place");

        catalogue.load("one", service(ACTIVE, ",\"x_confidential\":true"));
        assertThat(catalogue.services(asked))
                .contains("Refuge-like")
                .doesNotContain("Secret Street", "53.2301");
        assertThat(catalogue.services(near)).doesNotContain("Secret Street", "Refuge-like");
        assertThat(find("LN1 1AA", "").items())
                .extracting("name")
                .doesNotContain("Refuge-like place");
    }

    private static String service(String status, String confidential) {
        return """
                {"id":"00000000-0000-0099-0000-000000000001","name":"Refuge-like place",%s,\
                "description":"For families.","organization":{"id":"00000000-0000-0099-0000-000000000002",\
                "name":"One","description":"One"},"service_at_locations":[{"id":"00000000-0000-0099-0000-000000000003",\
                "location":{"id":"00000000-0000-0099-0000-000000000004","location_type":"physical","latitude":53.2301,\
                "longitude":-0.5401%s,"addresses":[{"id":"00000000-0000-0099-0000-000000000005",\
                "address_1":"9 Secret Street","city":"Lincoln","state_province":"Lincolnshire","country":"GB",\
                "postal_code":"LN1 1AA","address_type":"physical"}]}}]}
                """
                .formatted(status, confidential);
    }

    @Test
    void postcodes_areas_contracts_and_the_day_change_answers_at_once() {
        String[] near = {"postcode", "LN1 1AA", "proximity", "5000"};
        String here = catalogue.services(near);
        assertThat(catalogue.services(near)).isEqualTo(here);
        catalogue.database.execute(
                "UPDATE directory.postcode SET latitude = 52.98, longitude = -0.02 WHERE postcode = 'LN11AA';"
                        + " UPDATE directory.postcode_edition SET state = 'CURRENT'");
        assertThat(ids(catalogue.services(near))).isNotEqualTo(ids(here));

        String[] commissioned = {"commissioner_id", "00000000-0000-0002-0000-000000000001"};
        assertThat(ids(catalogue.services(commissioned))).isEmpty();
        String id = ids(catalogue.services()).get(0);
        catalogue.commission(id, commissioned[1]);
        assertThat(ids(catalogue.services(commissioned))).containsExactly(id);

        String today = catalogue.services("per_page", "1");
        catalogue.clock.forward(Duration.ofDays(90));
        assertThat(catalogue.services("per_page", "1"))
                .as("its freshness is less")
                .isNotEqualTo(today);
    }

    @Test
    void texts_that_look_like_another_question_get_their_own_answer() {
        String one = "00000000-0000-0003-0000-000000000000";
        assertThat(ids(catalogue.services("taxonomy_term_id", one, "status", "active")))
                .isNotEmpty();
        assertThat(
                        ids(
                                catalogue.services(
                                        "taxonomy_term_id", one + "36:" + one, "status", "active")))
                .isEmpty();
        assertThat(ids(catalogue.services("search", "stay", "per_page", "2")))
                .isNotEqualTo(ids(catalogue.services("search", "stay8:per_page1[1:2")));
    }

    private static List<String> ids(String json) {
        return contents(json).stream().map(item -> item.get("id").asText()).toList();
    }

    private static List<JsonNode> contents(String json) {
        List<JsonNode> all = new ArrayList<>();
        Schemas.parse(json).get("contents").forEach(all::add);
        return all;
    }
}
