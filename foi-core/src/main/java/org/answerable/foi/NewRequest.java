package org.answerable.foi;

import java.util.List;

/**
 * A request as the officer enters it. Date and channel are the text that was typed, so that every
 * fault of the input is told at once.
 *
 * @param submissionKey a value that the form or the client made once; sending it again gives the
 *     same case instead of a second one. May be empty.
 * @param received date of receipt, ISO 8601; may be past, not future
 * @param channel see {@link Channel}
 * @param text the request as received
 * @param questions the questions as the officer corrected them; empty: the text is split
 */
public record NewRequest(
        String submissionKey,
        String authority,
        String received,
        String channel,
        String subject,
        Requester requester,
        String text,
        List<String> questions) {

    public NewRequest {
        questions = questions == null ? List.of() : List.copyOf(questions);
        requester = requester == null ? new Requester("", "", "") : requester;
    }
}
