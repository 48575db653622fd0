package org.answerable.foi;

import java.time.LocalDate;

/**
 * A case in a list.
 *
 * @param workingDaysLeft working days until the due date, 0 on the day itself, negative when late;
 *     meaningful only while {@code state.open()}
 */
public record CaseRow(
        CaseReference reference,
        String authority,
        String subject,
        CaseState state,
        LocalDate received,
        LocalDate due,
        boolean overdue,
        int workingDaysLeft,
        int questions,
        int answered) {}
