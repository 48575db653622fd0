package org.answerable.foi.document;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Optional;
import org.answerable.foi.Letter;
import org.answerable.foi.PublicInterestTest;

/** A decision letter as sent. */
public final class LetterForm {

    private LetterForm() {}

    public static JsonObject write(Letter l) {
        return Json.object()
                .add("authority", l.authority())
                .add("addressee", Json.strings(l.addressee()))
                .add("reference", l.reference())
                .add("subject", l.subject())
                .add("received", l.received().toString())
                .add("date", l.date().toString())
                .add("questions", Json.array(l.questions(), LetterForm::question))
                .add("complaints", Json.strings(l.complaints()))
                .add("regulator", l.regulator())
                .build();
    }

    private static JsonObject question(Letter.LetterQuestion q) {
        return Json.object()
                .add("number", q.number())
                .add("text", q.text())
                .add("decision", q.decision())
                .add("answer", q.answer())
                .add("grounds", Json.array(q.grounds(), LetterForm::ground))
                .add("figures", Json.array(q.figures(), EvidenceForm::write))
                .build();
    }

    private static JsonObject ground(Letter.LetterGround g) {
        JsonObjectBuilder out =
                Json.object()
                        .add("code", g.code())
                        .add("subject", g.subject())
                        .add("reason", g.reason());
        g.publicInterestTest().ifPresent(t -> out.add("publicInterestTest", test(t)));
        return out.build();
    }

    /** The three parts of a public-interest test. */
    public static JsonObject test(PublicInterestTest t) {
        return Json.object()
                .add("inFavour", t.inFavour())
                .add("against", t.against())
                .add("balance", t.balance())
                .build();
    }

    public static Letter read(String content) {
        JsonObject in = Json.parse(content);
        return new Letter(
                in.getString("authority"),
                Json.strings(in, "addressee"),
                in.getString("reference"),
                in.getString("subject"),
                LocalDate.parse(in.getString("received")),
                LocalDate.parse(in.getString("date")),
                Json.objects(in, "questions", LetterForm::readQuestion),
                Json.strings(in, "complaints"),
                in.getString("regulator"));
    }

    private static Letter.LetterQuestion readQuestion(JsonObject in) {
        return new Letter.LetterQuestion(
                in.getInt("number"),
                in.getString("text"),
                in.getString("decision"),
                in.getString("answer"),
                Json.objects(in, "grounds", LetterForm::readGround),
                Json.objects(in, "figures", EvidenceForm::read));
    }

    private static Letter.LetterGround readGround(JsonObject in) {
        Optional<PublicInterestTest> test =
                Optional.ofNullable(in.getJsonObject("publicInterestTest"))
                        .map(
                                t ->
                                        new PublicInterestTest(
                                                t.getString("inFavour"),
                                                t.getString("against"),
                                                t.getString("balance")));
        return new Letter.LetterGround(
                in.getString("code"), in.getString("subject"), in.getString("reason"), test);
    }
}
