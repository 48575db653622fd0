package org.answerable.foi;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A letter from the Information Commissioner or the tribunal that opens a stage.
 *
 * @param theirReference how they call it
 * @param respondBy until when they want the authority's answer
 * @param text what it is about
 */
public record NewAppeal(
        CaseKind kind,
        LocalDate received,
        String theirReference,
        Optional<LocalDate> respondBy,
        String text) {}
