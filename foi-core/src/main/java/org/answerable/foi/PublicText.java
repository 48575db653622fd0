package org.answerable.foi;

import java.util.List;

/**
 * What a person has reviewed for the disclosure log (R28): nothing here may tell who asked.
 *
 * @param questions every question of the case, once
 */
public record PublicText(String subject, List<PublicQuestion> questions) {

    /** Question and answer as the public will read them. */
    public record PublicQuestion(int number, String text, String answer) {}

    public PublicText {
        questions = List.copyOf(questions);
    }
}
