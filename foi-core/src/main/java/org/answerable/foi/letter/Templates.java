package org.answerable.foi.letter;

import java.time.Instant;
import java.util.List;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterTemplates.Template;

/** Where templates are kept. */
public interface Templates {

    /**
     * The one in use. A kind that nobody has edited uses the one that comes with the product, also
     * after an update of the product.
     */
    Template current(String authority, LetterKind kind);

    /** Newest first. */
    List<Template> versions(String authority, LetterKind kind);

    /** Adds a version; false when there is one of this number already. */
    boolean add(
            String authority,
            LetterKind kind,
            int version,
            String text,
            String savedBy,
            Instant savedAt);
}
