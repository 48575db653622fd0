package org.answerable.foi.rest;

import static org.answerable.foi.document.Json.array;
import static org.answerable.foi.document.Json.object;
import static org.answerable.foi.document.Json.strings;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.answerable.foi.CasePage;
import org.answerable.foi.CaseRow;
import org.answerable.foi.CaseView;
import org.answerable.foi.DeadlineDay;
import org.answerable.foi.LetterView;
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
        JsonObjectBuilder out =
                object().add("reference", r.reference().toString())
                        .add("kind", r.kind().name())
                        .add("authority", r.authority())
                        .add("subject", r.subject())
                        .add("state", r.state().name())
                        .add("received", r.received().toString())
                        .add("overdue", r.overdue())
                        .add("workingDaysLeft", r.workingDaysLeft())
                        .add("questions", r.questions())
                        .add("answered", r.answered());
        r.due().ifPresent(due -> out.add("due", due.toString()));
        r.draftDue().ifPresent(due -> out.add("draftDue", due.toString()));
        return out.build();
    }

    static JsonObject write(CaseView c) {
        JsonObjectBuilder out =
                object().add("reference", c.reference().toString())
                        .add("kind", c.kind().name())
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
        ClockForm.write(c.clock(), out);
        return out.add("overdue", c.clock().overdue())
                .add("questions", array(c.questions(), CaseForm::question))
                .add("estimates", array(c.estimates(), CaseForm::estimate))
                .add("links", array(c.links(), CaseForm::link))
                .add("history", array(c.history(), CaseForm::history))
                .add("letters", array(c.letters(), CaseForm::letter))
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

    private static JsonObject estimate(CaseView.EstimateView e) {
        return object().add("minutes", e.estimate().minutes())
                .add("limitMinutes", e.limitMinutes())
                .add("limit", e.limitVersion())
                .add("exceeds", e.exceeds())
                .add("confirmOnly", e.estimate().confirmOnly())
                .add("aggregated", strings(e.estimate().aggregated()))
                .add("basis", e.estimate().basis())
                .build();
    }

    private static JsonObject link(CaseView.LinkView l) {
        return object().add("type", l.type().name())
                .add("outgoing", l.outgoing())
                .add("reference", l.reference().toString())
                .add("authority", l.authority())
                .add("kind", l.kind().name())
                .add("state", l.state().name())
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
                        .add("regime", q.regime())
                        .add("answer", q.answer())
                        .add("advice", q.advice());
        q.due().ifPresent(due -> out.add("due", due.toString()));
        q.sentOn().ifPresent(day -> out.add("sentOn", day.toString()));
        q.allottedTo().ifPresent(c -> out.add("allottedTo", c.displayName()));
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
        if (!g.refersTo().isEmpty()) {
            out.add("refersTo", g.refersTo());
        }
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

    private static JsonObject letter(LetterView l) {
        JsonObjectBuilder out =
                object().add("id", l.id())
                        .add("kind", l.kind().name())
                        .add("title", l.title())
                        .add("date", l.date().toString())
                        .add("status", l.status().name());
        l.settledAt().ifPresent(at -> out.add("settledAt", at.toString()));
        return out.build();
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
