package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Casework;
import org.answerable.foi.Conflict;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosurePublished;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.PublicText;
import org.answerable.foi.PublicText.PublicQuestion;
import org.answerable.foi.Requester;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.publication.Disclosures;
import org.answerable.foi.publication.RedactedText;

/**
 * An officer publishes an answered case, or withdraws it. The public copy is an allow-list (R28).
 */
@Dependent
public class PublishCase {

    private static final int MOST_REASON = 2_000;
    private static final int SHORTEST_TELLING_NAME = 4;

    private final CaseFile file;
    private final Disclosures disclosures;
    private final Authorities authorities;
    private final ExemptionCatalogue catalogue;
    private final Announcements announcements;

    @Inject
    public PublishCase(
            CaseFile file,
            Disclosures disclosures,
            Authorities authorities,
            ExemptionCatalogue catalogue,
            Announcements announcements) {
        this.file = file;
        this.disclosures = disclosures;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.announcements = announcements;
    }

    void publish(CaseReference reference, PublicText text, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.PUBLISH, actor);
        Instant now = file.now();
        Disclosure disclosure = disclosure(foiCase, text, now);
        disclosures.add(disclosure);
        foiCase.published(actor, now);
        file.record(
                foiCase,
                actor,
                HistoryKind.PUBLISHED,
                "Published in the disclosure log as “" + disclosure.subject() + "”.");
        announcements.published(new DisclosurePublished(reference, foiCase.authority(), now));
    }

    void withdraw(CaseReference reference, String rawReason, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.WITHDRAW_PUBLICATION, actor);
        Faults faults = new Faults();
        String reason = faults.needed("reason", "The reason", rawReason, MOST_REASON);
        tellsNothingOfTheRequester("reason", reason, foiCase.requester(), faults);
        faults.end();
        disclosures.withdraw(
                disclosures
                        .latest(reference.toString())
                        .orElseThrow(() -> new Conflict("The case is not in the disclosure log.")),
                reason,
                file.now());
        foiCase.publicationWithdrawn(actor, file.now());
        file.record(
                foiCase,
                actor,
                HistoryKind.WITHDRAWN,
                "Withdrawn from the disclosure log: " + reason);
    }

    private Disclosure disclosure(FoiCase foiCase, PublicText text, Instant now) {
        Faults faults = new Faults();
        Requester requester = foiCase.requester();
        RedactedText redacted = new RedactedText(faults);
        String subject = redacted.apply("subject", faults.subject(text.subject()));
        tellsNothingOfTheRequester("subject", subject, requester, faults);
        Map<Integer, PublicQuestion> reviewed = new HashMap<>();
        text.questions().forEach(q -> reviewed.put(q.number(), q));
        List<Disclosure.DisclosedQuestion> questions = new ArrayList<>();
        for (Question question : foiCase.questions()) {
            String field = "questions[" + (question.number() - 1) + "]";
            Optional<PublicQuestion> found =
                    Optional.ofNullable(reviewed.remove(question.number()));
            if (found.isEmpty()) {
                faults.add(field, "Question " + question.number() + " is missing: review it too.");
                continue;
            }
            questions.add(question(question, found.get(), field, requester, faults, redacted));
        }
        reviewed.keySet()
                .forEach(n -> faults.add("questions", "The case has no question " + n + "."));
        redacted.hiddenWordsAppearNowhereElse();
        faults.end();
        return new Disclosure(
                foiCase.reference().toString(),
                foiCase.authority(),
                authorities.find(foiCase.authority()).orElseThrow().name(),
                subject,
                foiCase.received(),
                foiCase.sentOn().orElseThrow(),
                foiCase.outcome().orElseThrow(),
                questions,
                now,
                Optional.empty(),
                false);
    }

    private Disclosure.DisclosedQuestion question(
            Question question,
            PublicQuestion reviewed,
            String field,
            Requester requester,
            Faults faults,
            RedactedText redacted) {
        String text =
                redacted.apply(
                        field + ".text",
                        faults.needed(
                                field + ".text",
                                "Question " + question.number(),
                                reviewed.text(),
                                Casework.MOST_CHARACTERS));
        String answer =
                question.narrative().isEmpty()
                        ? ""
                        : redacted.apply(
                                field + ".answer",
                                faults.needed(
                                        field + ".answer",
                                        "The answer to question " + question.number(),
                                        reviewed.answer(),
                                        Casework.MOST_ANSWER_CHARACTERS));
        tellsNothingOfTheRequester(field + ".text", text, requester, faults);
        tellsNothingOfTheRequester(field + ".answer", answer, requester, faults);
        return new Disclosure.DisclosedQuestion(
                question.number(),
                text,
                answer,
                question.heldStatus().orElseThrow(),
                question.outcome().orElseThrow(),
                question.grounds().stream()
                        .map(
                                g ->
                                        new Disclosure.DisclosedGround(
                                                g.code(),
                                                catalogue
                                                        .find(g.code())
                                                        .map(ExemptionEntry::subject)
                                                        .orElse("")))
                        .toList(),
                question.citations().stream().map(EvidenceCopy::evidence).toList());
    }

    // People write their own names into questions; this catches the plain cases, the reviewer the
    // rest.
    private static void tellsNothingOfTheRequester(
            String field, String text, Requester requester, Faults faults) {
        String lower = text.toLowerCase(Locale.UK);
        if (named(lower, requester.name()) || named(lower, requester.email())) {
            faults.add(
                    field,
                    "This names the requester, whom the disclosure log must never identify: take it"
                            + " out.");
        }
    }

    private static boolean named(String text, String name) {
        String wanted = name.toLowerCase(Locale.UK);
        return wanted.length() >= SHORTEST_TELLING_NAME && text.contains(wanted);
    }
}
