package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterTemplates.Template;
import org.answerable.foi.letter.FinishedLetter;
import org.answerable.foi.letter.LetterFacts;
import org.answerable.foi.letter.LetterNeeds;
import org.answerable.foi.letter.LetterTemplate;
import org.answerable.foi.letter.Templates;

/** Makes letters of cases from the templates in use. */
@Dependent
public class LetterDesk {

    private final Templates templates;
    private final Authorities authorities;
    private final ExemptionCatalogue catalogue;

    @Inject
    public LetterDesk(Templates templates, Authorities authorities, ExemptionCatalogue catalogue) {
        this.templates = templates;
        this.authorities = authorities;
        this.catalogue = catalogue;
    }

    /**
     * A letter with what it was made from.
     *
     * @param templateVersion of the authority's template of this kind
     */
    record Made(FinishedLetter letter, int templateVersion) {}

    Made make(
            FoiCase foiCase, LetterKind kind, LetterDetails details, LocalDate date, Actor actor) {
        LetterFacts facts = facts(foiCase, details, date, actor);
        boolean environmental =
                !facts.questions().isEmpty()
                        && facts.questions().stream()
                                .allMatch(LetterFacts.AskedQuestion::environmental);
        LetterNeeds.check(kind, details, environmental);
        Template template = templates.current(foiCase.authority(), kind);
        return new Made(
                FinishedLetter.of(LetterTemplate.parse(kind, template.text()), facts),
                template.version());
    }

    LetterFacts facts(FoiCase foiCase, LetterDetails details, LocalDate date, Actor actor) {
        return CaseFacts.of(
                foiCase,
                details,
                date,
                authorities.find(foiCase.authority()).orElseThrow(),
                catalogue,
                actor);
    }

    String authority(String code) {
        return authorities.find(code).orElseThrow().name();
    }
}
