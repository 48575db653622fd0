package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a requester sees of the own request.
 *
 * @param stage where it is, in plain words
 * @param due absent while the clock waits, and once it is answered
 * @param dueBecause how the due date follows; empty without one
 * @param text the request as it came
 * @param letters those that went out
 * @param mayReply a clarification is awaited
 * @param mayWithdraw it is still open
 */
public record TrackedRequest(
        CaseReference reference,
        String authority,
        String subject,
        LocalDate received,
        String stage,
        Optional<LocalDate> due,
        String dueBecause,
        String text,
        List<LetterView> letters,
        boolean mayReply,
        boolean mayWithdraw) {}
