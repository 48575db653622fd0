package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Casework;
import org.answerable.foi.Conflict;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.QuestionText;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.ReceivedText;

/** An officer corrects how the request was split into questions. */
@Dependent
public class CorrectQuestions {

    private final CaseFile file;

    @Inject
    public CorrectQuestions(CaseFile file) {
        this.file = file;
    }

    void correct(CaseReference reference, int version, List<QuestionText> questions, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.CORRECT_QUESTIONS, actor);
        List<QuestionText> cleaned = cleaned(questions);
        foiCase.requireRevision(version);
        requireNumbersKept(foiCase, cleaned);
        int before = foiCase.questions().size();
        foiCase.correct(cleaned, actor, file.now());
        file.record(
                foiCase,
                actor,
                HistoryKind.QUESTIONS_CORRECTED,
                "Corrected the questions: there were %d, now there are %d."
                        .formatted(before, cleaned.size()));
    }

    // An event that names question 2 must go on to mean the same question.
    private static void requireNumbersKept(FoiCase foiCase, List<QuestionText> wanted) {
        if (!foiCase.numbersAreFixed()) {
            return;
        }
        for (int i = 0; i < foiCase.questions().size(); i++) {
            if (i >= wanted.size() || wanted.get(i).number() != i + 1) {
                throw new Conflict(
                        "The time was extended for questions by their numbers: texts may be"
                                + " corrected and questions added at the end, but none moved or"
                                + " dropped.");
            }
        }
    }

    private static List<QuestionText> cleaned(List<QuestionText> questions) {
        Faults faults = new Faults();
        if (questions.isEmpty()) {
            faults.add("questions", "A request has at least one question: keep or add one.");
        }
        if (questions.size() > Casework.MOST_QUESTIONS) {
            faults.add(
                    "questions",
                    "There are "
                            + questions.size()
                            + " questions; the limit is "
                            + Casework.MOST_QUESTIONS
                            + ": put some together.");
        }
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            int number = questions.get(i).number();
            if (number != 0 && !numbers.add(number)) {
                faults.add("questions[" + i + "].number", "Number " + number + " is given twice.");
            }
            faults.needed(
                    "questions[" + i + "].text",
                    "Question " + (i + 1),
                    questions.get(i).text(),
                    Casework.MOST_CHARACTERS);
        }
        faults.end();
        return questions.stream()
                .map(q -> new QuestionText(q.number(), ReceivedText.block(q.text())))
                .toList();
    }
}
