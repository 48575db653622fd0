package org.answerable.web.account;

import java.util.List;
import java.util.Set;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.answerable.web.security.store.Account;

/** What every form of an account asks of a name, a password and roles. */
final class AccountRules {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_NAME = 100;

    private AccountRules() {}

    static String displayName(PageForm form, List<FieldProblem> problems) {
        String displayName = form.value("displayName").strip();
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME) {
            problems.add(
                    new FieldProblem(
                            "displayName", "Enter a name of 1 to " + LONGEST_NAME + " characters"));
        }
        return displayName;
    }

    /** As it was typed: spaces belong to it. */
    static String password(PageForm form, List<FieldProblem> problems) {
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
        return password;
    }

    static Set<String> roles(PageForm form, List<FieldProblem> problems) {
        Set<String> roles = Set.copyOf(form.all("roles"));
        if (roles.isEmpty() || !Account.ROLES.containsAll(roles)) {
            problems.add(new FieldProblem("roles", "Choose at least one role"));
        }
        return roles;
    }
}
