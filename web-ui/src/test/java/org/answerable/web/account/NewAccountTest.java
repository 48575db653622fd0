package org.answerable.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewAccountTest {

    private static final String PASSWORD = "correct horse";

    @Test
    void names_are_stripped_and_user_names_are_lower_case_but_a_password_is_as_typed() {
        NewAccount account = account(" Ole.Officer ", " Ole Officer ", " " + PASSWORD, "officer");

        assertThat(account.problems()).isEmpty();
        assertThat(account.username()).isEqualTo("ole.officer");
        assertThat(account.displayName()).isEqualTo("Ole Officer");
        assertThat(account.password()).isEqualTo(" " + PASSWORD);
        assertThat(account.roles()).containsExactly("officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "o", ".ole", "ole officer", "olé", "ole@shire", "ole\u0000"})
    void a_user_name_that_is_hard_to_type_or_to_tell_apart_is_refused(String username) {
        assertThat(account(username, "Ole", PASSWORD, "officer").problems())
                .extracting(FieldProblem::field)
                .containsExactly("username");
    }

    @Test
    void a_password_has_12_to_200_characters() {
        assertThat(account("ole", "Ole", "x".repeat(11), "officer").problems()).hasSize(1);
        assertThat(account("ole", "Ole", "x".repeat(12), "officer").problems()).isEmpty();
        assertThat(account("ole", "Ole", "x".repeat(200), "officer").problems()).isEmpty();
        assertThat(account("ole", "Ole", "x".repeat(201), "officer").problems()).hasSize(1);
    }

    @Test
    void an_account_has_at_least_one_role_and_only_roles_that_exist() {
        assertThat(account("ole", "Ole", PASSWORD).problems())
                .extracting(FieldProblem::field)
                .containsExactly("roles");
        assertThat(account("ole", "Ole", PASSWORD, "officer", "owner").problems())
                .extracting(FieldProblem::field)
                .containsExactly("roles");
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThat(account("", "", "").problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrderElementsOf(NewAccount.FIELDS);
    }

    private static NewAccount account(
            String username, String displayName, String password, String... roles) {
        return NewAccount.of(
                new PageForm(
                        Map.of(
                                "username", List.of(username),
                                "displayName", List.of(displayName),
                                "password", List.of(password),
                                "roles", List.of(roles)),
                        List.of()));
    }
}
