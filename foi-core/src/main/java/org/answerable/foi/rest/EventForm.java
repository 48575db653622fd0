package org.answerable.foi.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.CaseEvent;
import org.answerable.foi.Channel;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.FieldError;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.intake.DayOfReceipt;

/** Reads an event of a case: the parts of a clock event, and words for a transition. */
final class EventForm {

    private final List<FieldError> errors = new ArrayList<>();
    private final JsonObject in;

    private EventForm(JsonObject in) {
        this.in = in;
    }

    static String type(JsonObject in) {
        if (in.get("type") instanceof JsonString type) {
            return type.getString().strip();
        }
        throw new InvalidInput("type", "Give type as text in quotes.");
    }

    /** The words that go with a step, or nothing. */
    static String text(JsonObject in, String name) {
        return in.get(name) instanceof JsonString text ? text.getString() : "";
    }

    /**
     * @throws InvalidInput naming every field that is missing or of the wrong type
     */
    static CaseEvent event(JsonObject in, ClockEvent.Type type) {
        EventForm form = new EventForm(in);
        CaseEvent event = form.event(type);
        if (!form.errors.isEmpty()) {
            throw new InvalidInput(form.errors);
        }
        return event;
    }

    private CaseEvent event(ClockEvent.Type type) {
        return new CaseEvent(
                type,
                date("date").orElse(null),
                date("to"),
                JsonLists.questions(in, "", errors),
                JsonLists.exemptions(in, "", errors),
                text(in, "words"),
                amount(),
                text(in, "body"),
                in.get("permitted") == JsonValue.TRUE,
                channel());
    }

    private Optional<LocalDate> date(String name) {
        if (!in.containsKey(name)) {
            return Optional.empty();
        }
        try {
            if (in.get(name) instanceof JsonString text) {
                return Optional.of(DayOfReceipt.read(text.getString()));
            }
        } catch (DateTimeParseException wrong) {
            // told below, as any other value that is no date
        }
        errors.add(new FieldError(name, "Give " + name + " as a date like 2024-03-21."));
        return Optional.empty();
    }

    private Optional<BigDecimal> amount() {
        JsonValue given = in.getOrDefault("amount", JsonValue.NULL);
        if (given instanceof JsonNumber pounds) {
            return Optional.of(pounds.bigDecimalValue());
        }
        if (given != JsonValue.NULL) {
            errors.add(new FieldError("amount", "Give amount in pounds, as a number."));
        }
        return Optional.empty();
    }

    /** Without a channel the event is recorded, and no letter is made. */
    private Channel channel() {
        String text = text(in, "channel");
        Optional<Channel> found = Channel.find(text);
        if (!text.isBlank() && found.isEmpty()) {
            errors.add(
                    new FieldError(
                            "channel",
                            "Give channel as email, post, web form, in person or other."));
        }
        return found.orElse(null);
    }
}
