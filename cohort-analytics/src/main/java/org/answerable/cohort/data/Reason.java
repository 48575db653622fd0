package org.answerable.cohort.data;

import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.file.SafeText;

/** The reason that a person writes for a change to a dataset that cannot be taken back. */
final class Reason {

    private static final int LONGEST = 500;

    private Reason() {}

    /**
     * The reason without blanks around it.
     *
     * @param ask what to write, for when nothing was written
     * @throws InvalidInput it is empty, longer than 500 characters, or not plain text
     */
    static String checked(String given, String ask) {
        String reason = given == null ? "" : given.strip();
        if (reason.isEmpty()) {
            throw new InvalidInput("reason", ask);
        }
        if (reason.length() > LONGEST || SafeText.hasControl(reason.replaceAll("\\R", " "))) {
            throw new InvalidInput(
                    "reason", "Write at most " + LONGEST + " characters of plain text.");
        }
        return reason;
    }
}
