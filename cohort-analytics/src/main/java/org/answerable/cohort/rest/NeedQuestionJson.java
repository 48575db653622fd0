package org.answerable.cohort.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NeedQuestion.Group;
import org.answerable.cohort.NeedQuestion.Pattern;
import org.answerable.cohort.NeedQuestion.Shares;
import org.answerable.cohort.NeedQuestion.Source;
import org.answerable.cohort.NeedQuestion.Stratum;

/**
 * A question of need from JSON: {@code population} with {@code group} and {@code count}; {@code prevalence},
 * either one share for each group, or sources for all with weights; and, if wanted, {@code seed}, {@code
 * draws}, {@code coupling}, {@code listError}, {@code chance}.
 */
final class NeedQuestionJson {

    private static final int DRAWS = 10_000;
    private static final int MOST = 5_000;

    private final List<FieldError> errors = new ArrayList<>();

    private NeedQuestionJson() {}

    /**
     * @throws InvalidInput with every field that cannot be read
     */
    static NeedQuestion read(String body) {
        JsonObject json;
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            json = reader.readObject();
        } catch (RuntimeException e) { // of several types: syntax, no object, nesting too deep
            throw new InvalidInput(
                    "body",
                    "The body is not a JSON object. Send {\"population\": [{\"group\": …, \"count\":"
                            + " …}], \"prevalence\": [{\"mean\": …, \"effectiveSize\": …}]}.");
        }
        NeedQuestionJson reading = new NeedQuestionJson();
        NeedQuestion question = reading.question(json);
        if (!reading.errors.isEmpty()) {
            throw new InvalidInput(reading.errors);
        }
        return question;
    }

    private NeedQuestion question(JsonObject json) {
        Shares shares = shares(objects(json, "prevalence"));
        return new NeedQuestion(
                "",
                "",
                groups(objects(json, "population")),
                shares,
                coupling(json, shares),
                json.containsKey("listError") ? number(json, "listError", "listError") : 0,
                chance(json),
                small(json, "draws", "draws", DRAWS),
                whole(json, "seed", "seed", 1),
                null,
                null,
                "");
    }

    private List<JsonObject> objects(JsonObject json, String field) {
        List<JsonObject> objects = new ArrayList<>();
        if (json.get(field) instanceof JsonArray list && list.size() <= MOST) {
            for (JsonValue value : list) {
                if (value instanceof JsonObject object) {
                    objects.add(object);
                }
            }
            if (objects.size() == list.size() && !objects.isEmpty()) {
                return objects;
            }
        }
        fault(field, "Give a list of 1 to 5,000 objects.");
        return List.of();
    }

    private List<Group> groups(List<JsonObject> list) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String field = "population[" + i + "].";
            groups.add(
                    new Group(
                            text(list.get(i), "group", field + "group"),
                            number(list.get(i), "count", field + "count")));
        }
        return groups;
    }

    private Shares shares(List<JsonObject> list) {
        boolean grouped = list.stream().anyMatch(share -> share.containsKey("group"));
        List<Source> sources = new ArrayList<>();
        List<Stratum> strata = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonObject share = list.get(i);
            String field = "prevalence[" + i + "].";
            if (grouped && (share.containsKey("library") || share.containsKey("weight"))) {
                fault(
                        field + "group",
                        "Give either a share with mean and effectiveSize for each group, or sources"
                                + " with weights for all: not both.");
            } else if (grouped) {
                strata.add(
                        new Stratum(
                                share.containsKey("group")
                                        ? text(share, "group", field + "group")
                                        : "",
                                null,
                                null,
                                null,
                                null,
                                number(share, "mean", field + "mean"),
                                number(share, "effectiveSize", field + "effectiveSize")));
            } else {
                sources.add(source(share, field, list.size()));
            }
        }
        return new Shares(grouped ? Pattern.STRATA : Pattern.SAME, sources, strata, null);
    }

    private Source source(JsonObject share, String field, int of) {
        boolean library = share.containsKey("library");
        if (library && (share.containsKey("mean") || share.containsKey("effectiveSize"))) {
            fault(
                    field + "mean",
                    "Give either an entry of the library, or a mean and an effectiveSize of your own:"
                            + " not both.");
        }
        if (!share.containsKey("weight") && of > 1) {
            fault(field + "weight", "Give each source a weight; together they sum to 1.");
        }
        return new Source(
                library ? text(share, "library", field + "library") : "",
                share.containsKey("version")
                        ? (Integer) small(share, "version", field + "version", 1)
                        : null,
                share.containsKey("label") ? text(share, "label", field + "label") : "",
                library ? null : (Double) number(share, "mean", field + "mean"),
                library ? null : (Double) number(share, "effectiveSize", field + "effectiveSize"),
                share.containsKey("weight") ? number(share, "weight", field + "weight") : 1);
    }

    private Coupling coupling(JsonObject json, Shares shares) {
        String given = json.containsKey("coupling") ? text(json, "coupling", "coupling") : "";
        switch (given) {
            case "shared":
                return Coupling.SHARED;
            case "independent":
                return Coupling.INDEPENDENT;
            case "":
                return shares.pattern() == Pattern.STRATA ? Coupling.INDEPENDENT : Coupling.SHARED;
            default:
                fault("coupling", "Give shared (one error drives all groups) or independent.");
                return Coupling.SHARED;
        }
    }

    private String text(JsonObject json, String name, String field) {
        if (json.get(name) instanceof JsonString text) {
            return text.getString();
        }
        if (json.get(name) instanceof JsonNumber number) {
            return number.toString();
        }
        fault(field, "Give a text.");
        return "";
    }

    private double number(JsonObject json, String name, String field) {
        if (json.get(name) instanceof JsonNumber number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        fault(field, "Give a number.");
        return 0;
    }

    private boolean chance(JsonObject json) {
        JsonValue given = json.getOrDefault("chance", JsonValue.FALSE);
        if (given != JsonValue.TRUE && given != JsonValue.FALSE) {
            fault("chance", "Give true or false.");
        }
        return given == JsonValue.TRUE;
    }

    /** A whole number; one that no int holds becomes the nearest, which its rule then refuses. */
    private int small(JsonObject json, String name, String field, int usual) {
        long given = whole(json, name, field, usual);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, given));
    }

    private long whole(JsonObject json, String name, String field, long usual) {
        if (!json.containsKey(name)) {
            return usual;
        }
        try {
            if (json.get(name) instanceof JsonNumber number) {
                return number.longValueExact();
            }
        } catch (ArithmeticException e) {
            // told below, as any other number that is not whole
        }
        fault(field, "Give a whole number.");
        return usual;
    }

    private void fault(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
