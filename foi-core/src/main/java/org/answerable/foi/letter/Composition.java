package org.answerable.foi.letter;

import java.time.LocalDate;
import java.util.List;

/**
 * A letter, composed and not yet written.
 *
 * @param title without mark-up; the first heading repeats it
 */
record Composition(
        String authority,
        List<String> addressee,
        String reference,
        LocalDate date,
        String title,
        List<Block> blocks) {}
