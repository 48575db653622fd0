package org.answerable.foi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The templates of an authority's letters: plain text with headings, lists and placeholders. Read
 * by officers, approvers and administrators; edited by administrators. A save is a new version; none
 * is ever deleted.
 */
public interface LetterTemplates {

    /** The one in use of each kind. */
    List<Template> current(Actor actor);

    /** All versions, newest first. */
    List<Template> versions(LetterKind kind, Actor actor);

    /** What a template of this kind may ask for. */
    List<Field> fields(LetterKind kind);

    /**
     * Saves a new version, which is used from now on. The same text again changes nothing.
     *
     * @param version the version that the administrator edited
     * @throws InvalidInput naming unknown placeholders by line, and what the law asks for and the
     *     template lacks (R15)
     * @throws Conflict when somebody else has saved a version since
     */
    void save(LetterKind kind, int version, String text, Actor actor);

    /**
     * One version.
     *
     * @param shipped it came with the product
     */
    record Template(
            LetterKind kind,
            int version,
            String text,
            boolean shipped,
            String savedBy,
            Instant savedAt) {}

    /**
     * A placeholder.
     *
     * @param written how it is written, for example {@code {{reference}}}
     * @param ownLine it stands for paragraphs, on a line of its own
     * @param requiredBy which law asks for it in this kind of letter
     */
    record Field(String written, String meaning, boolean ownLine, Optional<String> requiredBy) {}
}
