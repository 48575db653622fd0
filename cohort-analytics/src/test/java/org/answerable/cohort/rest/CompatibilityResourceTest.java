package org.answerable.cohort.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.SampleAssumptions;
import org.answerable.cohort.reconciliation.CompareQuantities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two quantities over HTTP. */
class CompatibilityResourceTest {

    private static final String FAMILIES =
            """
            {"label": "Families engaged", "value": 13870, "unit": "family",
             "time": {"from": "2022-04-01", "to": "2023-04-01"},
             "age": {"from": 0, "to": 36, "unit": "months", "rule": "at-event"},
             "source": "service-record", "geography": {"basis": "resident", "area": "E10000019"}}""";
    private static final String CHILDREN =
            """
            {"label": "Children", "value": 12606, "unit": "child",
             "time": {"snapshot": "2024-04-02"},
             "age": {"from": 0, "to": 2, "unit": "years", "rule": "at-snapshot"},
             "source": {"system": "gp-registration", "extract": "April 2024"},
             "geography": {"basis": "resident", "area": "E10000019"}}""";

    private final CompatibilityResource resource =
            new CompatibilityResource(new CompareQuantities(new SampleAssumptions()));

    @Test
    void a_refused_pair_has_reasons_and_conversions_and_no_value() {
        JsonObject answer =
                ask("{\"numerator\": " + FAMILIES + ", \"denominator\": " + CHILDREN + "}");
        assertThat(answer.getBoolean("comparable")).isFalse();
        assertThat(answer).doesNotContainKeys("value", "result");
        assertThat(texts(answer.getJsonArray("reasons"), "code"))
                .contains("U1", "T1", "T4", "A1", "A2", "A3");
        JsonObject families = answer.getJsonArray("conversions").getJsonObject(0);
        assertThat(families.getString("name")).isEqualTo("CHILDREN_TO_FAMILIES");
        assertThat(families.getJsonNumber("central").toString()).isEqualTo("23460");
        assertThat(families.getJsonArray("assumptions")).hasSize(4);
        assertThat(families.getJsonObject("outcome").getString("words")).startsWith("about 59.1%");
        assertThat(answer.getJsonObject("overlap").getInt("days")).isEqualTo(364);
        assertThat(answer.getJsonArray("conversions").getValuesAs(JsonObject.class))
                .allMatch(offer -> offer.containsKey("needs") && offer.containsKey("low"))
                .anyMatch(offer -> offer.get("central") == JsonValue.NULL);
    }

    @Test
    void a_compatible_pair_has_its_value() {
        JsonObject answer =
                ask(
                        "{\"numerator\": %s, \"denominator\": %s, \"operation\": \"proportion\"}"
                                .formatted(CHILDREN.replace("12606", "3151.0"), CHILDREN));
        assertThat(answer.getBoolean("comparable")).isTrue();
        assertThat(answer.getJsonNumber("value").doubleValue())
                .isEqualTo(3151 / 12606.0, org.assertj.core.api.Assertions.within(1e-8));
        assertThat(answer.getJsonArray("reasons")).isEmpty();
        assertThat(answer.getJsonArray("conversions")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, b", "left, right", "first, second"})
    void the_two_may_be_called_otherwise(String one, String other) {
        String body = "{\"%s\": %s, \"%s\": %s}".formatted(one, FAMILIES, other, CHILDREN);
        assertThat(ask(body).getBoolean("comparable")).isFalse();
        assertThat(faults(body.replace("\"child\"", "\"larch\""))).containsExactly(other + ".unit");
    }

    @Test
    void the_two_may_be_a_list() {
        String body = "{\"quantities\": [%s, %s]}".formatted(FAMILIES, CHILDREN);
        assertThat(ask(body).getBoolean("comparable")).isFalse();
        assertThat(faults(body.replace("13870", "-1"))).containsExactly("quantities[0].value");
    }

    @Test
    void a_number_of_an_assumption_can_be_replaced_and_the_record_says_so() {
        JsonObject answer =
                ask(
                        "{\"numerator\": %s, \"denominator\": %s, \"parameters\": {\"A4\": {\"within24\": 0.2}}}"
                                .formatted(FAMILIES, CHILDREN));
        JsonObject gaps =
                answer.getJsonArray("assumptions").getValuesAs(JsonObject.class).stream()
                        .filter(a -> a.getString("id").equals("A4"))
                        .findFirst()
                        .orElseThrow();
        assertThat(gaps.getBoolean("changedForThisQuestion")).isTrue();
        assertThat(gaps.getInt("version")).isEqualTo(3);
        assertThat(gaps.getJsonObject("numbers").getJsonNumber("within24").toString())
                .isEqualTo("0.2");
    }

    @Test
    void a_structural_zero_is_told_in_words() {
        String zero = CHILDREN.replace("12606", "{\"structuralZero\": \"none was commissioned\"}");
        JsonObject answer =
                ask("{\"numerator\": %s, \"denominator\": %s}".formatted(zero, CHILDREN));
        assertThat(texts(answer.getJsonArray("reasons"), "code")).containsExactly("Z1");
        assertThat(answer.getString("paragraph")).contains("0 (none was commissioned)");
    }

    @Test
    void what_is_not_two_quantities_is_refused() {
        for (String body : new String[] {"", "[]", "{", "null", "\0", "1e9", "[".repeat(5000)}) {
            assertThat(faults(body)).as(body).containsExactly("body");
        }
        assertThat(faults("{}")).containsExactly("numerator", "denominator");
        assertThat(faults("{\"numerator\": 5, \"denominator\": " + CHILDREN + "}"))
                .containsExactly("numerator");
        assertThat(faults("{\"quantities\": []}")).containsExactly("numerator", "denominator");
        assertThat(faults("{\"numerator\": {}, \"denominator\": " + CHILDREN + "}"))
                .containsExactly(
                        "numerator.value",
                        "numerator.unit",
                        "numerator.time",
                        "numerator.age",
                        "numerator.source",
                        "numerator.geography");
    }

    @ParameterizedTest
    @CsvSource({
        "13870, 1e308, numerator.value",
        "13870, \"NaN\", numerator.value",
        "13870, null, numerator.value",
        "13870, [1], numerator.value",
        "\"family\", 7, numerator.unit",
        "36, 0, numerator.age.to",
        "36, 1441, numerator.age.to",
        "2022-04-01, 9999-04-01, numerator.time.from",
        "12606, 0, denominator.value"
    })
    void bad_input_names_the_field(String good, String bad, String field) {
        String body = "{\"numerator\": %s, \"denominator\": %s}".formatted(FAMILIES, CHILDREN);
        assertThat(faults(body.replace(good, bad))).containsExactly(field);
    }

    private JsonObject ask(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(resource.check(body)))) {
            return reader.readObject();
        }
    }

    private List<String> faults(String body) {
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> resource.check(body));
        return invalid.errors().stream().map(FieldError::field).toList();
    }

    private static List<String> texts(JsonArray array, String name) {
        return array.getValuesAs(JsonObject.class).stream().map(o -> o.getString(name)).toList();
    }
}
