package org.answerable.foi.rest;

import static org.answerable.foi.document.Json.array;
import static org.answerable.foi.document.Json.object;
import static org.answerable.foi.document.Json.strings;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.answerable.foi.CasePage;
import org.answerable.foi.CaseRow;
import org.answerable.foi.CaseView;
import org.answerable.foi.Deadline;
import org.answerable.foi.DeadlineDay;
import org.answerable.foi.document.EvidenceForm;
import org.answerable.foi.document.LetterForm;

/** Cases as JSON, for the people of the authority. */
final class CaseForm {

    private CaseForm() {}

    static JsonObject write(CasePage page) {
        return object().add("page", page.page())
                .add("perPage", page.perPage())
                .add("total", page.total())
                .add("items", array(page.rows(), CaseForm::row))
                .build();
    }

    private static JsonObject row(CaseRow r) {
        return object().add("reference", r.reference().toString())
                .add("authority", r.authority())
                .add("subject", r.subject())
                .add("state", r.state().name())
                .add("received", r.received().toString())
                .add("due", r.due().toString())
                .add("overdue", r.overdue())
                .add("workingDaysLeft", r.workingDaysLeft())
                .add("questions", r.questions())
                .add("answered", r.answered())
                .build();
    }

    static JsonObject write(CaseView c) {
        JsonObjectBuilder out =
                object().add("reference", c.reference().toString())
                        .add("version", c.version())
                        .add("authority", c.authority().code())
                        .add("subject", c.subject())
                        .add("channel", c.channel().name())
                        .add("received", c.received().toString())
                        .add("state", c.state().name());
        c.requester()
                .ifPresent(
                        r ->
                                out.add(
                                        "requester",
                                        object().add("name", r.name())
                                                .add("email", r.email())
                                                .add("postalAddress", r.postalAddress())));
        c.text().ifPresent(text -> out.add("text", text));
        c.outcome().ifPresent(outcome -> out.add("outcome", outcome.name()));
        c.dispatch().ifPresent(d -> out.add("dispatch", dispatch(d)));
        return out.add("deadline", deadline(c.deadline()))
                .add("overdue", c.overdue())
                .add("questions", array(c.questions(), CaseForm::question))
                .add("history", array(c.history(), CaseForm::history))
                .add("letters", array(c.letters(), LetterForm::write))
                .add("actions", array(c.actions(), CaseForm::action))
                .build();
    }

    private static JsonObject dispatch(CaseView.Dispatch d) {
        JsonObjectBuilder out =
                object().add("sentOn", d.sentOn().toString())
                        .add("channel", d.channel().name())
                        .add("daysTaken", d.daysTaken())
                        .add("daysLate", d.daysLate());
        d.responsibleTeam().ifPresent(team -> out.add("responsibleTeam", team));
        return out.build();
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

    static JsonObject day(DeadlineDay d) {
        JsonObjectBuilder out =
                object().add("date", d.date().toString()).add("kind", d.kind().name());
        return switch (d.kind()) {
            case DAY_ZERO -> out.build();
            case COUNTED -> out.add("number", d.number()).build();
            case SKIPPED ->
                    out.add("reason", d.reason()).add("nations", strings(d.nations())).build();
        };
    }

    private static JsonObject question(CaseView.QuestionView q) {
        JsonObjectBuilder out =
                object().add("number", q.number())
                        .add("version", q.version())
                        .add("text", q.text())
                        .add("answer", q.answer());
        q.heldStatus().ifPresent(held -> out.add("heldStatus", held.name()));
        q.outcome().ifPresent(outcome -> out.add("outcome", outcome.name()));
        q.draftedBy().ifPresent(name -> out.add("draftedBy", name));
        return out.add("grounds", array(q.grounds(), CaseForm::ground))
                .add("figures", array(q.citations(), CaseForm::citation))
                .build();
    }

    private static JsonObject ground(CaseView.GroundView g) {
        JsonObjectBuilder out =
                object().add("code", g.code())
                        .add("subject", g.subject())
                        .add("test", g.test().name())
                        .add("reason", g.reason())
                        .add("decidedBy", g.decidedBy())
                        .add("decidedAt", g.decidedAt().toString());
        g.publicInterestTest()
                .ifPresent(test -> out.add("publicInterestTest", LetterForm.test(test)));
        return out.build();
    }

    private static JsonObject citation(CaseView.Citation c) {
        return object().add("figure", EvidenceForm.write(c.evidence()))
                .add("sha256", c.sha256())
                .add("citedBy", c.citedBy())
                .add("citedAt", c.citedAt().toString())
                .build();
    }

    private static JsonObject history(CaseView.HistoryEntry h) {
        return object().add("at", h.at().toString())
                .add("actor", h.actor())
                .add("kind", h.kind().name())
                .add("text", h.text())
                .build();
    }

    private static JsonObject action(CaseView.ActionView a) {
        JsonObjectBuilder out =
                object().add("action", a.action().name()).add("allowed", a.allowed());
        return a.allowed() ? out.build() : out.add("reason", a.reason()).build();
    }
}
