package org.answerable.foi.letter;

import org.answerable.document.PdfDocument;
import org.answerable.foi.LetterKind;

/**
 * A letter as it is kept.
 *
 * @param body well-formed XHTML without the page around it
 */
public record FinishedLetter(LetterKind kind, String title, String body) {

    /** Composes the letter from a template and the facts of a case. */
    public static FinishedLetter of(LetterTemplate template, LetterFacts facts) {
        Composition letter = Compose.letter(template, facts);
        return new FinishedLetter(template.kind(), letter.title(), Xhtml.body(letter));
    }

    /** The whole XHTML page. */
    public String page() {
        return Xhtml.page(title, body);
    }

    /** The page as PDF/UA-1. */
    public byte[] pdf() {
        return PdfDocument.of(page());
    }
}
