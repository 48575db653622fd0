package org.answerable.foi.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.Letter;
import org.answerable.foi.Outcome;
import org.answerable.foi.Requester;
import org.answerable.foi.law.ComplaintRights;

/** Makes the decision letter of a decided case; it contains what R15 lists. */
final class DecisionLetter {

    private DecisionLetter() {}

    static Letter of(
            FoiCase foiCase, String authority, ExemptionCatalogue catalogue, LocalDate date) {
        return new Letter(
                authority,
                addressee(foiCase.requester()),
                foiCase.reference().toString(),
                foiCase.subject(),
                foiCase.received(),
                date,
                foiCase.questions().stream().map(q -> question(q, catalogue)).toList(),
                ComplaintRights.COMPLAINTS,
                ComplaintRights.REGULATOR);
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

    private static Letter.LetterQuestion question(Question question, ExemptionCatalogue catalogue) {
        return new Letter.LetterQuestion(
                question.number(),
                question.text(),
                question.outcome().map(Outcome::label).orElseThrow(),
                question.narrative(),
                question.grounds().stream()
                        .map(
                                g ->
                                        new Letter.LetterGround(
                                                g.code(),
                                                catalogue
                                                        .find(g.code())
                                                        .map(ExemptionEntry::subject)
                                                        .orElse(""),
                                                g.reason(),
                                                g.publicInterestTest()))
                        .toList(),
                question.citations().stream().map(EvidenceCopy::evidence).toList());
    }
}
