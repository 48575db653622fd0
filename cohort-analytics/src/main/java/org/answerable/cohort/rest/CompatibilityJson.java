package org.answerable.cohort.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.QuantityAnswer;
import org.answerable.cohort.QuantityQuestion;
import org.answerable.cohort.QuantityText;

/** Two quantities from JSON, and what was found as JSON. */
final class CompatibilityJson {

    private static final int DECIMALS = 9;
    private static final int DEEPEST = 4;
    private static final int MOST_PARTS = 200;

    private static final List<List<String>> NAMES =
            List.of(
                    List.of("numerator", "denominator"),
                    List.of("a", "b"),
                    List.of("left", "right"),
                    List.of("first", "second"));

    private CompatibilityJson() {}

    /**
     * @throws InvalidInput no JSON object, or without two quantities
     */
    static QuantityQuestion read(String body) {
        JsonObject json = object(body);
        List<QuantityText> pair = pair(json);
        return new QuantityQuestion(
                json.containsKey("operation") ? operation(json) : "",
                pair.get(0),
                pair.get(1),
                json.containsKey("parameters") ? parts(json.get("parameters")) : Map.of());
    }

    private static JsonObject object(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (RuntimeException e) { // of several types: syntax, no object, nesting too deep
            throw new InvalidInput(
                    "body",
                    "The body is not a JSON object. Send {\"numerator\": {…}, \"denominator\": {…}}.");
        }
    }

    private static String operation(JsonObject json) {
        if (json.get("operation") instanceof JsonString text) {
            return text.getString();
        }
        throw new InvalidInput(
                "operation", "Give the operation as text in quotes, such as coverage.");
    }

    private static List<QuantityText> pair(JsonObject json) {
        if (json.get("quantities") instanceof JsonArray list && list.size() == 2) {
            return List.of(
                    quantity("quantities[0]", list.get(0)), quantity("quantities[1]", list.get(1)));
        }
        List<String> names =
                NAMES.stream()
                        .filter(pair -> pair.stream().anyMatch(json::containsKey))
                        .findFirst()
                        .orElse(NAMES.get(0));
        List<FieldError> missing = new ArrayList<>();
        for (String name : names) {
            if (!(json.get(name) instanceof JsonObject)) {
                missing.add(
                        new FieldError(
                                name,
                                "Give the quantity "
                                        + name
                                        + " as an object with value, unit, time, age, source and"
                                        + " geography."));
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
        return names.stream().map(name -> quantity(name, json.get(name))).toList();
    }

    private static QuantityText quantity(String field, JsonValue value) {
        return new QuantityText(field, parts(value));
    }

    /** The leaves of an object by their dotted names. */
    private static Map<String, String> parts(JsonValue value) {
        Map<String, String> parts = new LinkedHashMap<>();
        add(parts, "", value, 0);
        return parts;
    }

    private static void add(Map<String, String> parts, String name, JsonValue value, int depth) {
        if (depth > DEEPEST || parts.size() > MOST_PARTS) {
            throw new InvalidInput(name, "This holds more than a quantity has.");
        }
        switch (value.getValueType()) {
            case OBJECT ->
                    value.asJsonObject()
                            .forEach(
                                    (key, part) ->
                                            add(
                                                    parts,
                                                    name.isEmpty() ? key : name + "." + key,
                                                    part,
                                                    depth + 1));
            case STRING -> parts.put(name, ((JsonString) value).getString());
            case NULL -> {}
            default -> parts.put(name, value.toString());
        }
    }

    static String write(QuantityAnswer answer) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("comparable", answer.comparable())
                        .add("verdict", answer.verdict())
                        .add("operation", answer.operation());
        answer.result()
                .ifPresent(
                        result -> {
                            json.add("value", number(result.central()));
                            json.add("result", result(result));
                        });
        answer.interval()
                .ifPresent(
                        interval ->
                                json.add(
                                        "interval",
                                        Json.createObjectBuilder()
                                                .add("confidence", number(interval.confidence()))
                                                .add("lower", number(interval.lower()))
                                                .add("upper", number(interval.upper()))
                                                .add("method", interval.method())));
        return json.add("reasons", array(answer.reasons(), CompatibilityJson::reason))
                .add("warnings", Json.createArrayBuilder(answer.warnings()))
                .add("conversions", array(answer.conversions(), CompatibilityJson::offer))
                .add("overlap", overlap(answer.overlap()))
                .add("parts", array(answer.card(), CompatibilityJson::part))
                .add("assumptions", array(answer.assumptions(), a -> assumption(a, answer)))
                .add("paragraph", answer.paragraph())
                .build()
                .toString();
    }

    private static <T> JsonArrayBuilder array(
            List<T> items, java.util.function.Function<T, JsonObjectBuilder> writer) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.forEach(item -> array.add(writer.apply(item)));
        return array;
    }

    private static JsonObjectBuilder result(QuantityAnswer.Result result) {
        return Json.createObjectBuilder()
                .add("low", number(result.low()))
                .add("central", number(result.central()))
                .add("high", number(result.high()))
                .add("words", result.words());
    }

    /** Without the noise of binary fractions. */
    private static BigDecimal number(double number) {
        BigDecimal rounded =
                BigDecimal.valueOf(number)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static JsonObjectBuilder reason(QuantityAnswer.Reason reason) {
        return Json.createObjectBuilder()
                .add("code", reason.code())
                .add("message", reason.message())
                .add("conversions", Json.createArrayBuilder(reason.conversions()));
    }

    private static JsonObjectBuilder offer(QuantityAnswer.Offer offer) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("name", offer.name())
                        .add("description", offer.description())
                        .add("needs", Json.createArrayBuilder(offer.needs()));
        offer.number()
                .ifPresentOrElse(
                        number ->
                                json.add("low", number(number.low()))
                                        .add("central", number(number.central()))
                                        .add("high", number(number.high()))
                                        .add("words", number.words()),
                        () -> json.addNull("low").addNull("central").addNull("high"));
        offer.outcome().ifPresent(outcome -> json.add("outcome", result(outcome)));
        return json.add("lifts", Json.createArrayBuilder(offer.lifts()))
                .add("assumptions", Json.createArrayBuilder(offer.assumptions()))
                .add("influences", array(offer.influences(), CompatibilityJson::influence))
                .add("notes", Json.createArrayBuilder(offer.notes()));
    }

    private static JsonObjectBuilder influence(QuantityAnswer.Influence influence) {
        return Json.createObjectBuilder()
                .add("input", influence.input())
                .add("low", influence.low())
                .add("high", influence.high())
                .add("atLow", influence.atLow())
                .add("atHigh", influence.atHigh());
    }

    private static JsonObjectBuilder overlap(QuantityAnswer.Overlap overlap) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("days", overlap.days())
                        .add("shareOfNumerator", number(overlap.shareOfNumerator()))
                        .add("shareOfDenominator", number(overlap.shareOfDenominator()))
                        .add(
                                "numeratorBirths",
                                births(
                                        overlap.numeratorFirst().toString(),
                                        overlap.numeratorLast().toString(),
                                        overlap.numeratorDays()))
                        .add(
                                "denominatorBirths",
                                births(
                                        overlap.denominatorFirst().toString(),
                                        overlap.denominatorLast().toString(),
                                        overlap.denominatorDays()));
        overlap.commonFirst()
                .ifPresent(
                        first ->
                                json.add(
                                        "commonBirths",
                                        births(
                                                first.toString(),
                                                overlap.commonLast().orElseThrow().toString(),
                                                overlap.days())));
        return json;
    }

    private static JsonObjectBuilder births(String from, String to, long days) {
        return Json.createObjectBuilder().add("from", from).add("to", to).add("days", days);
    }

    private static JsonObjectBuilder part(QuantityAnswer.Part part) {
        return Json.createObjectBuilder()
                .add("part", part.name())
                .add("numerator", part.first())
                .add("denominator", part.second())
                .add("differs", part.differs());
    }

    private static JsonObjectBuilder assumption(Assumption assumption, QuantityAnswer answer) {
        JsonObjectBuilder numbers = Json.createObjectBuilder();
        assumption
                .parts()
                .forEach(part -> part.number().ifPresent(n -> numbers.add(part.name(), n)));
        return Json.createObjectBuilder()
                .add("id", assumption.id())
                .add("version", assumption.version())
                .add("statement", assumption.statement())
                .add("source", assumption.source())
                .add("needsSource", assumption.needsSource())
                .add("numbers", numbers)
                .add("changedForThisQuestion", answer.changed().contains(assumption.id()));
    }
}
