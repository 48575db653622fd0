package org.answerable.foi.rest;

import static org.answerable.foi.document.Json.array;
import static org.answerable.foi.document.Json.object;
import static org.answerable.foi.document.Json.strings;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.answerable.foi.CaseView;
import org.answerable.foi.Deadline;
import org.answerable.foi.DeadlineAnswer;

/** The clock of a case: its due date, every clock of its questions, and the ledger of events. */
final class ClockForm {

    private ClockForm() {}

    static void write(CaseView.ClockView clock, JsonObjectBuilder out) {
        clock.groups().stream()
                .flatMap(g -> g.answer().deadline().stream())
                .filter(d -> clock.due().filter(d.due()::equals).isPresent())
                .findFirst()
                .or(
                        () ->
                                clock.groups().stream()
                                        .flatMap(g -> g.answer().deadline().stream())
                                        .findFirst())
                .ifPresent(d -> out.add("deadline", deadline(d)));
        clock.due().ifPresent(due -> out.add("due", due.toString()));
        clock.draftDue().ifPresent(due -> out.add("draftDue", due.toString()));
        out.add("clocks", array(clock.groups(), ClockForm::group));
        out.add("events", array(clock.ledger(), ClockForm::entry));
    }

    private static JsonObject group(CaseView.ClockGroup group) {
        DeadlineAnswer answer = group.answer();
        JsonObjectBuilder out =
                object().add("questions", numbers(group.questions()))
                        .add("status", answer.status().name());
        answer.deadline().ifPresent(d -> out.add("due", d.due().toString()));
        answer.response()
                .ifPresent(r -> out.add("daysTaken", r.daysTaken()).add("daysLate", r.daysLate()));
        return out.add("steps", array(answer.steps(), ClockForm::step))
                .add("warnings", strings(answer.warnings()))
                .build();
    }

    static JsonObject step(DeadlineAnswer.Step step) {
        return object().add("rule", step.rule()).add("text", step.text()).build();
    }

    private static JsonObject entry(CaseView.LedgerEntry entry) {
        JsonObjectBuilder out =
                object().add("type", entry.event().type().name())
                        .add("date", entry.event().date().toString());
        entry.event().to().ifPresent(to -> out.add("to", to.toString()));
        entry.amount().ifPresent(pounds -> out.add("amount", pounds));
        return out.add("questions", numbers(entry.event().questions()))
                .add("exemptions", strings(entry.event().exemptions()))
                .add("actor", entry.actor())
                .add("recordedAt", entry.recordedAt().toString())
                .build();
    }

    private static JsonArrayBuilder numbers(List<Integer> questions) {
        JsonArrayBuilder out = Json.createArrayBuilder();
        questions.forEach(out::add);
        return out;
    }

    private static JsonObject deadline(Deadline d) {
        return object().add("received", d.received().toString())
                .add("dayOne", d.dayOne().toString())
                .add("due", d.due().toString())
                .add("workingDays", d.workingDays())
                .add("calendar", d.calendar())
                .add("days", array(d.days(), CaseForm::day))
                .build();
    }
}
