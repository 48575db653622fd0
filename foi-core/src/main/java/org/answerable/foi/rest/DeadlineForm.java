package org.answerable.foi.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.DeadlineAnswer;
import org.answerable.foi.FieldError;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.document.Json;
import org.answerable.foi.intake.DayOfReceipt;

/** The deadline calculation of the contract: reading the question, writing the answer. */
final class DeadlineForm {

    private final List<FieldError> errors = new ArrayList<>();

    private DeadlineForm() {}

    /** What is asked. */
    record Question(String regime, LocalDate received, List<ClockEvent> events) {}

    /**
     * @throws InvalidInput naming every field that is missing or of the wrong type
     */
    static Question read(JsonObject in) {
        return new DeadlineForm().question(in);
    }

    private Question question(JsonObject in) {
        String regime = text(in, "regime", "regime");
        LocalDate received = date(in, "received", "received");
        List<ClockEvent> events = new ArrayList<>();
        JsonValue given = in.getOrDefault("events", JsonValue.EMPTY_JSON_ARRAY);
        if (given instanceof JsonArray list) {
            for (int i = 0; i < list.size(); i++) {
                event(list.get(i), "events[" + i + "]").ifPresent(events::add);
            }
        } else {
            errors.add(new FieldError("events", "Give events as a list."));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new Question(regime, received, events);
    }

    private Optional<ClockEvent> event(JsonValue value, String field) {
        if (!(value instanceof JsonObject in)) {
            errors.add(new FieldError(field, "Give an event as an object with type and date."));
            return Optional.empty();
        }
        Optional<ClockEvent.Type> type = Optional.empty();
        try {
            type =
                    Parameters.choice(
                            field + ".type",
                            text(in, "type", field + ".type"),
                            ClockEvent.Type.class);
        } catch (InvalidInput unknown) {
            errors.addAll(unknown.errors());
        }
        LocalDate date = date(in, "date", field + ".date");
        Optional<LocalDate> to =
                in.containsKey("to")
                        ? Optional.ofNullable(date(in, "to", field + ".to"))
                        : Optional.empty();
        List<Integer> questions = JsonLists.questions(in, field + ".", errors);
        List<String> exemptions = JsonLists.exemptions(in, field + ".", errors);
        return type.map(t -> new ClockEvent(t, date, to, questions, exemptions));
    }

    private String text(JsonObject in, String name, String field) {
        if (in.get(name) instanceof JsonString text) {
            return text.getString();
        }
        errors.add(new FieldError(field, "Give " + name + " as text in quotes."));
        return "";
    }

    private LocalDate date(JsonObject in, String name, String field) {
        try {
            if (in.get(name) instanceof JsonString text) {
                return DayOfReceipt.read(text.getString());
            }
        } catch (DateTimeParseException wrong) {
            // told below, as any other value that is no date
        }
        errors.add(new FieldError(field, "Give " + name + " as a date like 2024-03-21."));
        return null;
    }

    static JsonObject write(Question question, DeadlineAnswer answer) {
        JsonObjectBuilder out =
                Json.object()
                        .add("regime", question.regime())
                        .add("received", question.received().toString())
                        .add("status", answer.status().name());
        answer.deadline()
                .ifPresent(
                        d ->
                                out.add("dayOne", d.dayOne().toString())
                                        .add("due", d.due().toString())
                                        .add("workingDays", d.workingDays())
                                        .add("calendar", d.calendar())
                                        .add("skipped", Json.array(d.skipped(), CaseForm::day)));
        answer.response()
                .ifPresent(r -> out.add("daysTaken", r.daysTaken()).add("daysLate", r.daysLate()));
        return out.add(
                        "steps",
                        Json.array(
                                answer.steps(),
                                s ->
                                        Json.object()
                                                .add("rule", s.rule())
                                                .add("text", s.text())
                                                .build()))
                .add("warnings", Json.strings(answer.warnings()))
                .build();
    }
}
