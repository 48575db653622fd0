package org.answerable.foi.document;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import org.answerable.foi.PublicInterestTest;
import org.answerable.foi.letter.EarlierLetter;
import org.answerable.foi.letter.LetterFacts;

/** An answer that was kept as data, before letters were kept as they look. */
public final class LetterForm {

    private LetterForm() {}

    /** The three parts of a public-interest test. */
    public static JsonObject test(PublicInterestTest t) {
        return Json.object()
                .add("inFavour", t.inFavour())
                .add("against", t.against())
                .add("balance", t.balance())
                .build();
    }

    public static EarlierLetter read(String content) {
        JsonObject in = Json.parse(content);
        return new EarlierLetter(
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

    private static LetterFacts.AskedQuestion readQuestion(JsonObject in) {
        return new LetterFacts.AskedQuestion(
                in.getInt("number"),
                in.getString("text"),
                false,
                in.getString("decision"),
                in.getString("answer"),
                "",
                Json.objects(in, "grounds", LetterForm::readGround),
                Json.objects(in, "figures", EvidenceForm::read));
    }

    private static LetterFacts.CitedGround readGround(JsonObject in) {
        Optional<PublicInterestTest> test =
                Optional.ofNullable(in.getJsonObject("publicInterestTest"))
                        .map(
                                t ->
                                        new PublicInterestTest(
                                                t.getString("inFavour"),
                                                t.getString("against"),
                                                t.getString("balance")));
        return new LetterFacts.CitedGround(
                in.getString("code"), in.getString("subject"), in.getString("reason"), test);
    }
}
