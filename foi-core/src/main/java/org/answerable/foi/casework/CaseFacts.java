package org.answerable.foi.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.foi.Actor;
import org.answerable.foi.Authority;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.Outcome;
import org.answerable.foi.Requester;
import org.answerable.foi.law.Regime;
import org.answerable.foi.letter.LetterFacts;

/** What a letter may say of a case. */
final class CaseFacts {

    private CaseFacts() {}

    static LetterFacts of(
            FoiCase foiCase,
            LetterDetails details,
            LocalDate date,
            Authority authority,
            ExemptionCatalogue catalogue,
            Actor actor) {
        List<Question> concerned =
                foiCase.questions().stream()
                        .filter(
                                q ->
                                        details.questions().isEmpty()
                                                || details.questions().contains(q.number()))
                        .toList();
        return new LetterFacts(
                authority.name(),
                addressee(foiCase.requester()),
                foiCase.requester().name(),
                foiCase.reference().toString(),
                foiCase.subject(),
                foiCase.received(),
                date,
                foiCase.due(),
                actor.displayName(),
                concerned.stream().map(q -> question(q, catalogue)).toList(),
                details);
    }

    private static List<String> addressee(Requester requester) {
        List<String> lines = new ArrayList<>();
        lines.add(requester.name());
        if (requester.postalAddress().isEmpty()) {
            lines.add(requester.email());
        } else {
            requester.postalAddress().lines().map(String::strip).forEach(lines::add);
        }
        return lines;
    }

    private static LetterFacts.AskedQuestion question(
            Question question, ExemptionCatalogue catalogue) {
        return new LetterFacts.AskedQuestion(
                question.number(),
                question.text(),
                question.regime().equals(Regime.EIR.id()),
                question.outcome().map(Outcome::label).orElse(""),
                question.narrative(),
                question.advice(),
                question.grounds().stream().map(g -> ground(g, catalogue)).toList(),
                question.citations().stream().map(EvidenceCopy::evidence).toList());
    }

    private static LetterFacts.CitedGround ground(DecidedGround g, ExemptionCatalogue catalogue) {
        return new LetterFacts.CitedGround(
                g.code(),
                catalogue.find(g.code()).map(ExemptionEntry::subject).orElse(""),
                g.reason(),
                g.publicInterestTest());
    }
}
