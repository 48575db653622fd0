package org.answerable.web.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.answerable.web.security.store.Account;

/**
 * An account as somebody wants to add it.
 *
 * @param problems what is wrong with it; then it cannot be added
 */
record NewAccount(
        String username,
        String displayName,
        String password,
        Set<String> roles,
        List<FieldProblem> problems) {

    static final List<String> FIELDS = List.of("displayName", "username", "password", "roles");

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_NAME = 100;

    static NewAccount of(PageForm form) {
        List<FieldProblem> problems = new ArrayList<>();
        String username = form.value("username").strip().toLowerCase(Locale.ROOT);
        if (!username.matches("[a-z0-9][a-z0-9._-]{1,98}")) {
            problems.add(
                    new FieldProblem(
                            "username",
                            "Enter a user name of 2 to 99 letters, digits, dots or hyphens"));
        }
        String displayName = form.value("displayName").strip();
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME) {
            problems.add(
                    new FieldProblem(
                            "displayName", "Enter a name of 1 to " + LONGEST_NAME + " characters"));
        }
        String password = form.value("password");
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            problems.add(
                    new FieldProblem(
                            "password",
                            "Enter a password of "
                                    + SHORTEST_PASSWORD
                                    + " to "
                                    + LONGEST_PASSWORD
                                    + " characters"));
        }
        Set<String> roles = Set.copyOf(form.all("roles"));
        if (roles.isEmpty() || !Account.ROLES.containsAll(roles)) {
            problems.add(new FieldProblem("roles", "Choose at least one role"));
        }
        return new NewAccount(username, displayName, password, roles, problems);
    }
}
