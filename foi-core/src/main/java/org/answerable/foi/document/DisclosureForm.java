package org.answerable.foi.document;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.Disclosure;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.Outcome;

/** The public copy of a case: every field is named here, so nothing else can get out (R28). */
public final class DisclosureForm {

    private DisclosureForm() {}

    public static JsonObject write(Disclosure d) {
        JsonObjectBuilder out =
                Json.object()
                        .add("reference", d.reference())
                        .add("authority", d.authority())
                        .add("authorityName", d.authorityName());
        if (d.withdrawal().isPresent()) { // a tombstone tells nothing of the content
            return out.add("withdrawn", true)
                    .add("withdrawnAt", d.withdrawal().get().at().toString())
                    .add("reason", d.withdrawal().get().reason())
                    .build();
        }
        return out.add("subject", d.subject())
                .add("received", d.received().toString())
                .add("answered", d.answered().toString())
                .add("outcome", d.outcome().name())
                .add("publishedAt", d.publishedAt().toString())
                .add("imported", d.imported())
                .add("questions", Json.array(d.questions(), DisclosureForm::question))
                .build();
    }

    private static JsonObject question(Disclosure.DisclosedQuestion q) {
        return Json.object()
                .add("number", q.number())
                .add("text", q.text())
                .add("answer", q.answer())
                .add("heldStatus", q.heldStatus().name())
                .add("outcome", q.outcome().name())
                .add(
                        "grounds",
                        Json.array(
                                q.grounds(),
                                g ->
                                        Json.object()
                                                .add("code", g.code())
                                                .add("subject", g.subject())
                                                .build()))
                .add("figures", Json.array(q.figures(), EvidenceForm::write))
                .build();
    }

    public static Disclosure read(String content) {
        JsonObject in = Json.parse(content);
        return new Disclosure(
                in.getString("reference"),
                in.getString("authority"),
                in.getString("authorityName"),
                in.getString("subject"),
                LocalDate.parse(in.getString("received")),
                LocalDate.parse(in.getString("answered")),
                CaseOutcome.valueOf(in.getString("outcome")),
                Json.objects(in, "questions", DisclosureForm::readQuestion),
                Instant.parse(in.getString("publishedAt")),
                Optional.empty(),
                in.getBoolean("imported", false));
    }

    private static Disclosure.DisclosedQuestion readQuestion(JsonObject in) {
        List<Disclosure.DisclosedGround> grounds =
                Json.objects(
                        in,
                        "grounds",
                        g ->
                                new Disclosure.DisclosedGround(
                                        g.getString("code"), g.getString("subject")));
        return new Disclosure.DisclosedQuestion(
                in.getInt("number"),
                in.getString("text"),
                in.getString("answer"),
                HeldStatus.valueOf(in.getString("heldStatus")),
                Outcome.valueOf(in.getString("outcome")),
                grounds,
                Json.objects(in, "figures", EvidenceForm::read));
    }
}
