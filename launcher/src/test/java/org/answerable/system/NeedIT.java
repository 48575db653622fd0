package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Need of children that a caller gives, over HTTP: the check values of the methods, and all bad input. */
class NeedIT {

    private static final String NEED = "/api/cohort/need";
    private static final String BABIES = "[{\"group\": \"under 2\", \"count\": 12606}]";
    private static final String STRATA =
            """
            {"population": [{"group": "tenths 1 to 3", "count": 3447},
                            {"group": "others", "count": 9159}],
             "prevalence": [{"group": "tenths 1 to 3", "mean": 0.25, "effectiveSize": 30},
                            {"group": "others", "mean": 0.15, "effectiveSize": 30}]%s}""";

    private static Visitor visitor;

    @BeforeAll
    static void begin() {
        visitor = new Visitor(RunningAnswerable.shared());
    }

    @Test
    void one_share_for_all_gives_the_published_check_values() {
        JsonObject need = worked(babies("[{\"mean\": 0.15, \"effectiveSize\": 30}]", ""));
        is(need, "children", 12_606);
        is(need, "expected", 1_891);
        is(need, "standardDeviation", 808);
        is(need.getJsonObject("interval95"), "lower", 610);
        is(need.getJsonObject("interval95"), "upper", 3_723);
        is(need.getJsonObject("standardDeviations"), "chanceAlone", 39);
        assertThat(need.getBoolean("simulated")).isFalse();
        assertThat(number(need.getJsonArray("variance").getJsonObject(0), "share")).isEqualTo(1);
        assertThat(need.getJsonArray("caveats").toString()).contains("no local observations");
    }

    @Test
    void three_studies_that_disagree_give_the_published_check_values() {
        JsonObject need =
                worked(
                        babies(
                                "[{\"mean\": 0.10, \"effectiveSize\": 40, \"weight\": 0.3333333},"
                                        + " {\"mean\": 0.15, \"effectiveSize\": 40, \"weight\": 0.3333333},"
                                        + " {\"mean\": 0.235, \"effectiveSize\": 40, \"weight\": 0.3333334}]",
                                ""));
        is(need, "expected", 2_038);
        is(need, "standardDeviation", 1_003);
        is(need, "median", 1_901);
        is(need.getJsonObject("interval80"), "lower", 836);
        is(need.getJsonObject("interval80"), "upper", 3_440);
        is(need.getJsonObject("interval95"), "lower", 507);
        is(need.getJsonObject("interval95"), "upper", 4_247);
        assertThat(need.getJsonArray("sources").getValuesAs(JsonObject.class))
                .extracting(source -> Math.round(number(source, "expected")))
                .containsExactly(1_261L, 1_891L, 2_962L);
        assertThat(
                        need.getJsonArray("variance").getValuesAs(JsonObject.class).stream()
                                .mapToDouble(part -> number(part, "share"))
                                .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void two_groups_err_each_for_itself_or_together() {
        JsonObject alone = worked(STRATA.formatted(""));
        is(alone, "expected", 2_236);
        is(alone, "standardDeviation", 646);
        is(alone.getJsonObject("standardDeviations"), "shared", 855);
        assertThat(alone.getString("coupling")).isEqualTo("independent");
        assertThat(alone.getBoolean("simulated")).isTrue();

        JsonObject shared = worked(STRATA.formatted(", \"coupling\": \"shared\""));
        is(shared, "expected", 2_236);
        is(shared, "standardDeviation", 855);
        assertThat(shared.getBoolean("simulated")).isFalse();
        assertThat(shared.getJsonArray("groups").getValuesAs(JsonObject.class))
                .extracting(group -> group.getString("group"))
                .containsExactly("tenths 1 to 3", "others");
    }

    @Test
    void sources_of_the_library_are_used_by_their_entry_with_weights() {
        JsonObject need =
                worked(
                        babies(
                                "[{\"library\": \"P1\", \"weight\": 0.25},"
                                        + " {\"library\": \"P5\", \"weight\": 0.5},"
                                        + " {\"label\": \"Ours\", \"mean\": 0.2, \"effectiveSize\": 50,"
                                        + " \"weight\": 0.25}]",
                                ""));
        double mean = 0.25 * 0.10 + 0.5 * 0.235 + 0.25 * 0.2;
        assertThat(number(need, "expected")).isCloseTo(12_606 * mean, within(0.01));
        JsonArray sources = need.getJsonArray("sources");
        assertThat(sources.getJsonObject(0).getString("library")).isEqualTo("P1");
        assertThat(sources.getJsonObject(1).getString("citation")).contains("Psychol");
        assertThat(number(sources.getJsonObject(1), "effectiveSize")).isCloseTo(33.8, within(0.1));
        assertThat(sources.getJsonObject(1).getInt("version")).isEqualTo(1);
        assertThat(sources.getJsonObject(2).getString("label")).isEqualTo("Ours");
        assertThat(sources.getJsonObject(2)).doesNotContainKey("library");
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() {
        String seven = answer(STRATA.formatted(", \"seed\": 7, \"draws\": 5000")).body();
        assertThat(answer(STRATA.formatted(", \"draws\": 5000, \"seed\": 7")).body())
                .isEqualTo(seven);
        JsonObject eight = worked(STRATA.formatted(", \"seed\": 8, \"draws\": 5000"));
        assertThat(number(eight, "median")).isNotEqualTo(number(Json.object(seven), "median"));
        assertThat(number(eight, "expected")).isEqualTo(number(Json.object(seven), "expected"));
        assertThat(Json.object(seven).getString("method")).contains("5,000 draws with seed 7");
    }

    @Test
    void chance_and_an_uncertain_list_are_asked_for() {
        JsonObject need =
                worked(
                        "{\"population\": [{\"group\": \"a village\", \"count\": 40}],"
                                + " \"prevalence\": [{\"mean\": 0.15, \"effectiveSize\": 30}],"
                                + " \"chance\": true}");
        JsonObject interval = need.getJsonObject("interval95");
        assertThat(number(interval, "upper") % 1).isZero();
        assertThat(need.getJsonArray("variance")).hasSize(2);
        JsonObject list =
                worked(babies("[{\"mean\": 0.15, \"effectiveSize\": 30}]", ", \"listError\": 0.1"));
        assertThat(number(list, "standardDeviation")).isGreaterThan(808);
        assertThat(list.getBoolean("simulated")).isTrue();
    }

    @Test
    void groups_of_no_children_and_certain_shares_have_no_interval() {
        JsonObject need =
                worked(
                        "{\"population\": [{\"group\": \"a\", \"count\": 0}, {\"group\": \"b\", \"count\":"
                                + " 10}], \"prevalence\": [{\"mean\": 1, \"effectiveSize\": 5}]}");
        is(need.getJsonArray("groups").getJsonObject(0), "expected", 0);
        is(need.getJsonObject("interval95"), "lower", 10);
        is(need.getJsonObject("interval95"), "upper", 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[{\"mean\": 10, \"effectiveSize\": 40}] | prevalence[0].mean | 10% is 0.1",
                "[{\"mean\": -0.1, \"effectiveSize\": 40}] | prevalence[0].mean | from 0 to 1",
                "[{\"mean\": \"0.1\", \"effectiveSize\": 40}] | prevalence[0].mean | Give a number",
                "[{\"mean\": \"NaN\", \"effectiveSize\": 40}] | prevalence[0].mean | Give a number",
                "[{\"mean\": 1e308, \"effectiveSize\": 40}] | prevalence[0].mean | from 0 to 1",
                "[{\"mean\": 1e999, \"effectiveSize\": 40}] | prevalence[0].mean | Give a number",
                "[{\"mean\": null, \"effectiveSize\": 40}] | prevalence[0].mean | Give a number",
                "[{\"effectiveSize\": 40}] | prevalence[0].mean | Give a number",
                "[{\"mean\": 0.1, \"effectiveSize\": 0}] | prevalence[0].effectiveSize | above 0",
                "[{\"mean\": 0.1, \"effectiveSize\": -3}] | prevalence[0].effectiveSize | above 0",
                "[{\"mean\": 0.1, \"effectiveSize\": 1e308}] | prevalence[0].effectiveSize | effective size",
                "[{\"mean\": 0.1}] | prevalence[0].effectiveSize | Give a number",
                "[{\"mean\": 0.1, \"effectiveSize\": 40, \"weight\": 0.5},"
                        + " {\"mean\": 0.2, \"effectiveSize\": 40, \"weight\": 0.3}]"
                        + " | weight | Their sum is 0.8.",
                "[{\"mean\": 0.1, \"effectiveSize\": 40, \"weight\": -1},"
                        + " {\"mean\": 0.2, \"effectiveSize\": 40, \"weight\": 2}]"
                        + " | prevalence[0].weight | from 0 to 1",
                "[{\"mean\": 0.1, \"effectiveSize\": 40}, {\"mean\": 0.2, \"effectiveSize\": 40}]"
                        + " | prevalence[1].weight | Give each source a weight",
                "[] | prevalence | 1 to 5,000 objects",
                "{} | prevalence | 1 to 5,000 objects",
                "[0.1] | prevalence | 1 to 5,000 objects",
                "null | prevalence | 1 to 5,000 objects",
                "[{\"library\": \"P999\"}] | prevalence[0].library | no entry P999",
                "[{\"library\": \"P7\"}] | prevalence[0].library | cannot be used in a model",
                "[{\"library\": {}}] | prevalence[0].library | Give a text",
                "[{\"library\": \"P1\", \"version\": 99}] | prevalence[0].library | no entry P1",
                "[{\"library\": \"P1\", \"version\": \"x\"}] | prevalence[0].version | whole number",
                "[{\"library\": \"P1\", \"mean\": 0.3}] | prevalence[0].mean | either an entry",
                "[{\"group\": \"over 2\", \"mean\": 0.1, \"effectiveSize\": 40}]"
                        + " | prevalence[0].group | no group of this name among the children: “over 2”",
                "[{\"group\": \"under 2\", \"mean\": 3, \"effectiveSize\": 40}]"
                        + " | prevalence[0].mean | 3% is 0.03",
                "[{\"group\": \"under 2\", \"mean\": 0.1, \"effectiveSize\": 40},"
                        + " {\"group\": \"nobody\", \"mean\": 0.1, \"effectiveSize\": 40}]"
                        + " | prevalence[1].group | no group of this name",
                "[{\"group\": \"under 2\", \"library\": \"P1\"}] | prevalence[0].group | not both"
            })
    void a_wrong_share_is_named_with_its_field(String prevalence, String field, String words) {
        refused(babies(prevalence, ""), field, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[] | population | 1 to 5,000 objects",
                "\"all\" | population | 1 to 5,000 objects",
                "[{\"group\": \"a\", \"count\": -1}] | population[0].count | 0 or more",
                "[{\"group\": \"a\", \"count\": 1e308}] | population[0].count | a number of children",
                "[{\"group\": \"a\", \"count\": \"many\"}] | population[0].count | Give a number",
                "[{\"group\": \"a\"}] | population[0].count | Give a number",
                "[{\"group\": \"a\", \"count\": 0}] | population | no children in these groups",
                "[{\"count\": 5}] | population[0].group | Give a text",
                "[{\"group\": \" \", \"count\": 5}] | population[0].group | a name",
                "[{\"group\": \"a\", \"count\": 5}, {\"group\": \"a\", \"count\": 6}]"
                        + " | population[1].group | Two groups have this name"
            })
    void wrong_children_are_named_with_their_field(String population, String field, String words) {
        refused(
                "{\"population\": "
                        + population
                        + ", \"prevalence\": [{\"mean\": 0.15, \"effectiveSize\": 30}]}",
                field,
                words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"draws\": 1000000 | draws | 1,000 to 200,000",
                "\"draws\": 0 | draws | 1,000 to 200,000",
                "\"draws\": -4294957296 | draws | 1,000 to 200,000",
                "\"draws\": 1e400 | draws | whole number",
                "\"draws\": 1000.5 | draws | whole number",
                "\"draws\": \"many\" | draws | whole number",
                "\"seed\": 1.5 | seed | whole number",
                "\"seed\": 1e30 | seed | whole number",
                "\"listError\": -0.1 | listError | from 0 to 1",
                "\"listError\": 2 | listError | from 0 to 1",
                "\"listError\": \"2%\" | listError | Give a number",
                "\"chance\": \"yes\" | chance | true or false",
                "\"coupling\": \"loose\" | coupling | shared",
                "\"coupling\": [] | coupling | Give a text"
            })
    void a_wrong_option_is_named(String option, String field, String words) {
        refused(babies("[{\"mean\": 0.15, \"effectiveSize\": 30}]", ", " + option), field, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "need", "\"{}\"", "{\"a\": NaN}"})
    void what_is_no_json_object_is_refused_with_an_example(String body) {
        HttpResponse<String> answer = answer(body);
        Answered.namesField(answer, "body");
        assertThat(answer.body()).contains("effectiveSize");
    }

    @Test
    void every_fault_is_told_at_once_and_what_is_too_deep_or_no_json_is_refused() {
        HttpResponse<String> answer = answer("{\"coupling\": \"x\", \"draws\": \"y\"}");
        for (String field : List.of("population", "prevalence", "coupling", "draws")) {
            Answered.namesField(answer, field);
        }
        Answered.namesField(answer("[".repeat(5_000) + "]".repeat(5_000)), "body");
        Answered.well(visitor.post(NEED, "text/plain", BodyPublishers.ofString("{}")), 415);
        Answered.well(visitor.get(NEED), 404, 405);
    }

    @Test
    void a_group_without_a_share_is_named() {
        refused(
                """
                {"population": [{"group": "a", "count": 5}, {"group": "b", "count": 6}],
                 "prevalence": [{"group": "a", "mean": 0.1, "effectiveSize": 30}]}""",
                "prevalence",
                "No share is given for the children of “b”");
    }

    @Test
    void groups_times_draws_are_bounded() {
        String many = groups(5_000);
        refused(
                many.substring(0, many.length() - 1) + ", \"draws\": 10001}",
                "draws",
                "exceed 50 million");
    }

    @Test
    void many_groups_are_taken_and_too_many_refused() {
        JsonObject many = worked(groups(5_000));
        assertThat(many.getJsonArray("groups")).hasSize(5_000);
        is(many, "expected", 5_000 * 2 * 0.15);
        refused(groups(5_001), "population", "5,000");
    }

    private static String groups(int count) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < count; i++) {
            groups.append(i == 0 ? "" : ",")
                    .append("{\"group\": \"")
                    .append(i)
                    .append("\", \"count\": 2}");
        }
        return "{\"population\": ["
                + groups
                + "], \"prevalence\": [{\"mean\": 0.15, \"effectiveSize\": 30}]}";
    }

    private static String babies(String prevalence, String more) {
        return "{\"population\": " + BABIES + ", \"prevalence\": " + prevalence + more + "}";
    }

    private static HttpResponse<String> answer(String body) {
        return visitor.post(NEED, "application/json", BodyPublishers.ofString(body));
    }

    private static JsonObject worked(String body) {
        HttpResponse<String> answer = answer(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.object(answer);
    }

    private static void refused(String body, String field, String words) {
        HttpResponse<String> answer = answer(body);
        Answered.namesField(answer, field);
        assertThat(Json.object(answer).getJsonArray("errors").getValuesAs(JsonObject.class))
                .anySatisfy(
                        error -> {
                            assertThat(error.getString("field")).isEqualTo(field);
                            assertThat(error.getString("message")).contains(words);
                        });
    }

    private static double number(JsonObject json, String name) {
        return json.getJsonNumber(name).doubleValue();
    }

    private static void is(JsonObject json, String name, double value) {
        assertThat(number(json, name)).as(name).isCloseTo(value, within(0.5));
    }
}
