package org.answerable.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageFormTest {

    private static final List<String> FIELDS = List.of("received", "subject", "text");

    @Test
    void problems_come_in_the_order_of_the_fields_whatever_order_they_are_found_in() {
        PageForm form =
                PageForm.empty()
                        .with(
                                List.of(problem("text"), problem("subject"), problem("received")),
                                FIELDS);

        assertThat(form.problems())
                .extracting(FieldProblem::field)
                .containsExactly("received", "subject", "text");
    }

    @Test
    void problems_of_no_shown_field_come_last_in_the_order_they_are_found_in() {
        PageForm form =
                PageForm.empty()
                        .with(List.of(problem("z"), problem("subject"), problem("a")), FIELDS);

        assertThat(form.problems())
                .extracting(FieldProblem::field)
                .containsExactly("subject", "z", "a");
    }

    @Test
    void a_refused_form_keeps_every_value_that_was_typed() {
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        sent.put("roles", List.of("officer", "analyst"));
        sent.putSingle("subject", "  as typed ");

        PageForm form = PageForm.of(sent).with(List.of(problem("subject")), FIELDS);

        assertThat(form.refused()).isTrue();
        assertThat(form.value("subject")).isEqualTo("  as typed ");
        assertThat(form.all("roles")).containsExactly("officer", "analyst");
        assertThat(form.chosen("roles", "analyst")).isTrue();
        assertThat(form.chosen("roles", "admin")).isFalse();
    }

    @Test
    void a_default_stands_only_until_the_field_was_sent() {
        PageForm emptied = PageForm.filled(Map.of("days", ""));

        assertThat(PageForm.empty().value("days", "90")).isEqualTo("90");
        assertThat(emptied.value("days", "90")).isEmpty();
    }

    @Test
    void a_stored_value_that_is_missing_is_an_empty_field() {
        Map<String, String> stored = new HashMap<>();
        stored.put("team", null);

        assertThat(PageForm.filled(stored).value("team")).isEmpty();
    }

    @Test
    void a_field_is_described_by_its_hint_and_its_error() {
        PageForm wrong = PageForm.empty().with(List.of(problem("text")), FIELDS);

        assertThat(wrong.describedBy("text", "A hint")).isEqualTo("text-hint text-error");
        assertThat(wrong.describedBy("text", null)).isEqualTo("text-error");
        assertThat(wrong.describedBy("subject", "A hint")).isEqualTo("subject-hint");
        assertThat(wrong.describedBy("subject", null)).isNull();
    }

    @Test
    void only_the_name_of_a_field_is_linked_to() {
        assertThat(PageForm.empty().shows("requester-email")).isTrue();
        assertThat(PageForm.empty().shows("")).isFalse();
        assertThat(PageForm.empty().shows("line 7, column age_0")).isFalse();
    }

    private static FieldProblem problem(String field) {
        return new FieldProblem(field, "Mend " + field);
    }
}
