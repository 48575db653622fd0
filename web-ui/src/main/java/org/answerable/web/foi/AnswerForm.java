package org.answerable.web.foi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.foi.Answer;
import org.answerable.foi.CaseView.GroundView;
import org.answerable.foi.CaseView.QuestionView;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.Ground;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.Outcome;
import org.answerable.foi.PublicInterestTest;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;

/** The fields of an answer. A ground counts when an exemption is chosen for it. */
public final class AnswerForm {

    /** Places for grounds; as many as were ever needed together in published practice, and one. */
    public static final int GROUNDS = 3;

    static final List<String> FIELDS = fields();

    private AnswerForm() {}

    private static List<String> fields() {
        List<String> fields =
                new ArrayList<>(
                        List.of(
                                "narrative",
                                "figure",
                                "heldStatus",
                                "outcome",
                                "advice",
                                "grounds"));
        for (int i = 0; i < GROUNDS; i++) {
            for (String part :
                    List.of(
                            "code",
                            "reason",
                            "refersTo",
                            "statistical",
                            "test",
                            "inFavour",
                            "against",
                            "balance")) {
                fields.add(ground(i, part));
            }
        }
        return List.copyOf(fields);
    }

    static String ground(int place, String part) {
        return "grounds-" + place + "-" + part;
    }

    static PageForm stored(QuestionView question) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", Integer.toString(question.version()));
        fields.put("narrative", question.answer());
        fields.put("advice", question.advice());
        question.heldStatus().ifPresent(held -> fields.put("heldStatus", held.name()));
        question.outcome().ifPresent(outcome -> fields.put("outcome", outcome.name()));
        for (int i = 0; i < question.grounds().size(); i++) {
            GroundView stored = question.grounds().get(i);
            fields.put(ground(i, "code"), stored.code());
            fields.put(ground(i, "reason"), stored.reason());
            fields.put(ground(i, "refersTo"), stored.refersTo());
            if (stored.statistical()) {
                fields.put(ground(i, "statistical"), "yes");
            }
            int place = i;
            stored.publicInterestTest().ifPresent(test -> put(fields, place, test));
        }
        return PageForm.filled(fields);
    }

    /** The stored draft with a refusal that rests on an earlier answer; nothing is saved by it. */
    static PageForm proposed(QuestionView question, Ground ground) {
        return stored(question)
                .alsoWith("heldStatus", HeldStatus.HELD.name())
                .alsoWith("outcome", Outcome.REFUSED.name())
                .alsoWith(ground(0, "code"), ground.code())
                .alsoWith(ground(0, "reason"), ground.reason())
                .alsoWith(ground(0, "refersTo"), ground.refersTo());
    }

    private static void put(Map<String, String> fields, int place, PublicInterestTest test) {
        fields.put(ground(place, "inFavour"), test.inFavour());
        fields.put(ground(place, "against"), test.against());
        fields.put(ground(place, "balance"), test.balance());
    }

    /** Whether a form says nothing new, so that citing a figure leaves no empty draft behind. */
    static boolean sameAs(QuestionView question, PageForm form) {
        return !form.values().containsKey("narrative")
                || answer(form).equals(answer(stored(question)));
    }

    static Answer answer(PageForm form) {
        List<Ground> grounds = new ArrayList<>();
        for (int i = 0; i < GROUNDS; i++) {
            ground(form, i).ifPresent(grounds::add);
        }
        return new Answer(
                form.value("narrative"),
                one(HeldStatus.values(), form.value("heldStatus")),
                one(Outcome.values(), form.value("outcome")),
                grounds,
                form.value("advice"));
    }

    private static Optional<Ground> ground(PageForm form, int place) {
        String code = form.value(ground(place, "code"));
        if (code.isBlank()) {
            return Optional.empty();
        }
        PublicInterestTest test =
                new PublicInterestTest(
                        form.value(ground(place, "inFavour")).strip(),
                        form.value(ground(place, "against")).strip(),
                        form.value(ground(place, "balance")).strip());
        boolean given = !(test.inFavour() + test.against() + test.balance()).isEmpty();
        return Optional.of(
                new Ground(
                        code,
                        form.value(ground(place, "reason")),
                        given ? Optional.of(test) : Optional.empty(),
                        form.value(ground(place, "refersTo")),
                        form.chosen(ground(place, "statistical"), "yes")));
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return Arrays.stream(all).filter(value -> value.name().equals(name)).findFirst();
    }

    /** The exemptions to choose from; each says whether a public-interest test is needed. */
    static List<Option> exemptions(ExemptionCatalogue catalogue, String regime) {
        return Stream.concat(
                        Stream.of(new Option("", "No exemption")),
                        catalogue.all(regime).stream().map(AnswerForm::exemption))
                .toList();
    }

    private static Option exemption(ExemptionEntry entry) {
        String test =
                switch (entry.test()) {
                    case ABSOLUTE -> "absolute";
                    case QUALIFIED -> "qualified: needs a public-interest test";
                    case PROCEDURAL -> "procedural";
                };
        return new Option(entry.code(), entry.code() + " " + entry.subject() + " (" + test + ")");
    }

    public static List<Option> heldStatuses() {
        return Arrays.stream(HeldStatus.values())
                .map(held -> new Option(held.name(), held.label()))
                .toList();
    }

    public static List<Option> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(outcome -> new Option(outcome.name(), outcome.label()))
                .toList();
    }
}
