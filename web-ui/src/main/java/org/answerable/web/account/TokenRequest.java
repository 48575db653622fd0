package org.answerable.web.account;

import java.util.ArrayList;
import java.util.List;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.security.ApiTokens;

/**
 * A wish for an API token.
 *
 * @param problems what is wrong with it; then there is no token
 */
record TokenRequest(String name, int days, List<FieldProblem> problems) {

    private static final int LONGEST_NAME = 100;

    static TokenRequest of(String name, String days) {
        List<FieldProblem> problems = new ArrayList<>();
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            problems.add(
                    new FieldProblem(
                            "name",
                            "Enter a name of 1 to " + LONGEST_NAME + " characters for the token"));
        }
        int number = number(days);
        if (number < 1 || number > ApiTokens.MOST_DAYS) {
            problems.add(
                    new FieldProblem(
                            "days", "Enter a number of days from 1 to " + ApiTokens.MOST_DAYS));
        }
        return new TokenRequest(stripped, number, problems);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
