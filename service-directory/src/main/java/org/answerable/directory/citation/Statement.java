package org.answerable.directory.citation;

import java.util.List;
import org.answerable.directory.Citation;

/** What a statement says, before it has a number. */
record Statement(
        String title,
        String sentence,
        List<String> columns,
        List<Citation.Row> rows,
        List<Citation.Reference> references,
        String method) {}
