package org.answerable.foi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaseFlowTest {

    private static final Path DOCUMENT = Path.of("../docs/case-flow.md");

    @Test
    void every_action_has_one_line_of_the_table() {
        assertThat(CaseFlow.steps())
                .extracting(CaseFlow.Step::action)
                .containsExactlyInAnyOrder(CaseAction.values());
    }

    @Test
    void every_state_is_reached_from_the_first_one() {
        Set<CaseState> reached = EnumSet.of(CaseState.RECEIVED);
        boolean grown = true;
        while (grown) {
            Set<CaseState> next =
                    CaseFlow.steps().stream()
                            .filter(s -> s.from().stream().anyMatch(reached::contains))
                            .flatMap(s -> s.to().stream())
                            .collect(Collectors.toSet());
            grown = reached.addAll(next);
        }
        assertThat(reached).containsExactlyInAnyOrder(CaseState.values());
    }

    @Test
    void an_ended_case_goes_nowhere_but_into_the_disclosure_log_and_back() {
        Set<CaseState> ended =
                Set.of(
                        CaseState.INVALID,
                        CaseState.TRANSFERRED,
                        CaseState.WITHDRAWN,
                        CaseState.LAPSED);
        for (CaseState from : ended) {
            assertThat(CaseState.values())
                    .filteredOn(to -> to != from && CaseFlow.leads(from, to))
                    .isEmpty();
        }
        assertThat(CaseState.values())
                .filteredOn(to -> to != CaseState.CLOSED)
                .filteredOn(to -> CaseFlow.leads(CaseState.CLOSED, to))
                .containsExactly(CaseState.PUBLISHED);
    }

    @Test
    void an_answer_is_approved_before_it_is_sent_and_sent_before_it_is_published() {
        assertThat(CaseFlow.step(CaseAction.DISPATCH).from()).containsExactly(CaseState.APPROVED);
        assertThat(CaseFlow.step(CaseAction.APPROVE).from())
                .containsExactly(CaseState.AWAITING_APPROVAL);
        assertThat(CaseFlow.step(CaseAction.PUBLISH).from()).containsExactly(CaseState.CLOSED);
    }

    /** The document is written anew with {@code -Dwrite.documents=true}. */
    @Test
    void the_document_shows_the_table_as_it_is() throws IOException {
        String document = document();
        if (Boolean.getBoolean("write.documents")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(DOCUMENT).hasContent(document.strip());
    }

    private static String document() {
        StringBuilder out =
                new StringBuilder(
                        """
                        # How a case moves

                        Written from `org.answerable.foi.CaseFlow`, which commands and pages obey, by `CaseFlowTest`:
                        `./mvnw -pl foi-core test -Dtest=CaseFlowTest -Dwrite.documents=true`.

                        ```mermaid
                        stateDiagram-v2
                            [*] --> Received
                        """);
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        for (CaseFlow.Step step : CaseFlow.steps()) {
            for (CaseState from : CaseState.values()) {
                for (CaseState to : CaseState.values()) {
                    if (from != to && step.from().contains(from) && step.to().contains(to)) {
                        arrows.computeIfAbsent(
                                        name(from) + " --> " + name(to), a -> new LinkedHashSet<>())
                                .add(step.action().label().toLowerCase(Locale.UK));
                    }
                }
            }
        }
        arrows.forEach(
                (arrow, labels) ->
                        out.append("    ")
                                .append(arrow)
                                .append(": ")
                                .append(String.join(", ", labels))
                                .append('\n'));
        out.append(
                """
                ```

                | step | while the case is | leads to | who | kinds | rule |
                |---|---|---|---|---|---|
                """);
        for (CaseFlow.Step step : CaseFlow.steps()) {
            out.append("| ")
                    .append(step.action().label())
                    .append(" | ")
                    .append(states(step.from()))
                    .append(" | ")
                    .append(step.to().isEmpty() ? "stays" : states(step.to()))
                    .append(" | ")
                    .append(
                            Arrays.stream(Role.values())
                                    .filter(step.roles()::contains)
                                    .map(Role::label)
                                    .collect(Collectors.joining(", ")))
                    .append(" | ")
                    .append(
                            step.kinds().size() == CaseKind.values().length
                                    ? "all"
                                    : Arrays.stream(CaseKind.values())
                                            .filter(step.kinds()::contains)
                                            .map(CaseKind::label)
                                            .collect(Collectors.joining(", ")))
                    .append(" | ")
                    .append(step.rule())
                    .append(" |\n");
        }
        return out.toString();
    }

    private static String states(Set<CaseState> states) {
        if (states.size() == CaseState.values().length) {
            return "anything";
        }
        if (states.equals(
                Arrays.stream(CaseState.values())
                        .filter(CaseState::open)
                        .collect(Collectors.toSet()))) {
            return "open";
        }
        return Arrays.stream(CaseState.values())
                .filter(states::contains)
                .map(CaseState::label)
                .collect(Collectors.joining(", "));
    }

    private static String name(CaseState state) {
        return Arrays.stream(state.label().split(" "))
                .map(w -> w.substring(0, 1).toUpperCase(Locale.UK) + w.substring(1))
                .collect(Collectors.joining());
    }
}
