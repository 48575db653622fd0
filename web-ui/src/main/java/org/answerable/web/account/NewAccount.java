package org.answerable.web.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;

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

    static NewAccount of(PageForm form) {
        List<FieldProblem> problems = new ArrayList<>();
        String username = form.value("username").strip().toLowerCase(Locale.ROOT);
        if (!username.matches("[a-z0-9][a-z0-9._-]{1,98}")) {
            problems.add(
                    new FieldProblem(
                            "username",
                            "Enter a user name of 2 to 99 letters, digits, dots or hyphens"));
        }
        String displayName = AccountRules.displayName(form, problems);
        String password = AccountRules.password(form, problems);
        Set<String> roles = AccountRules.roles(form, problems);
        return new NewAccount(username, displayName, password, roles, problems);
    }
}
