package org.answerable.foi;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A case in a list.
 *
 * @param due empty while the clock waits for the requester, and after an end without an answer
 * @param draftDue when the draft should be there, so that it can be approved in time
 * @param workingDaysLeft working days until the due date, 0 on the day itself, negative when late;
 *     meaningful only while {@code state.open()}
 */
public record CaseRow(
        CaseReference reference,
        CaseKind kind,
        String authority,
        String subject,
        CaseState state,
        LocalDate received,
        Optional<LocalDate> due,
        Optional<LocalDate> draftDue,
        boolean overdue,
        int workingDaysLeft,
        int questions,
        int answered) {}
