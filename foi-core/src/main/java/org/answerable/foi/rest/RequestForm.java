package org.answerable.foi.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.answerable.foi.FieldError;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NewRequest;
import org.answerable.foi.Requester;

/** Reads a request to register. Unknown fields are ignored; a field of the wrong type is named. */
final class RequestForm {

    private final List<FieldError> errors = new ArrayList<>();

    private RequestForm() {}

    /**
     * @param submissionKey the value of the {@code Idempotency-Key} header, or null
     * @throws InvalidInput when it is no JSON object, too large, or has fields of the wrong type
     */
    static NewRequest read(InputStream body, String submissionKey) throws IOException {
        return new RequestForm().request(JsonBody.read(body), submissionKey);
    }

    private NewRequest request(JsonObject in, String submissionKey) {
        JsonObject requester = JsonValue.EMPTY_JSON_OBJECT;
        JsonValue given = in.getOrDefault("requester", JsonValue.NULL);
        if (given instanceof JsonObject found) {
            requester = found;
        } else if (given != JsonValue.NULL) {
            wrong("requester", "an object with name and email");
        }
        NewRequest request =
                new NewRequest(
                        submissionKey == null ? text(in, "submissionKey", "") : submissionKey,
                        text(in, "authority", ""),
                        text(in, "received", ""),
                        text(in, "channel", ""),
                        text(in, "subject", ""),
                        new Requester(
                                text(requester, "name", "requester."),
                                text(requester, "email", "requester."),
                                text(requester, "postalAddress", "requester.")),
                        text(in, "text", ""),
                        questions(in));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return request;
    }

    private String text(JsonObject in, String name, String path) {
        JsonValue value = in.getOrDefault(name, JsonValue.NULL);
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value != JsonValue.NULL) {
            wrong(path + name, "text in quotes");
        }
        return "";
    }

    private List<String> questions(JsonObject in) {
        JsonValue value = in.getOrDefault("questions", JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return List.of();
        }
        if (value instanceof JsonArray array
                && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.getValuesAs(JsonString::getString);
        }
        wrong("questions", "a list of texts");
        return List.of();
    }

    private void wrong(String field, String wanted) {
        errors.add(new FieldError(field, "Give " + field + " as " + wanted + "."));
    }
}
