package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The statutory clock over HTTP, held against the published cases of others (R2, R3, R19). */
class DeadlineIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String HORIZON = "2028-12-26";

    /** The rows that are legal answers: counted on the calendar of the whole United Kingdom. */
    static Stream<Arguments> cases() throws IOException {
        return Files.readAllLines(SharedCases.find("foi/deadline-cases.csv")).stream()
                .map(line -> line.substring(line.lastIndexOf("),") + 1))
                .map(line -> line.substring(line.indexOf(',') + 1).split(",", 5))
                .filter(cells -> cells[0].matches("FOI20WD|EIR40WD"))
                .filter(cells -> cells[2].equals("UK"))
                .map(cells -> Arguments.of(cells[0], cells[1], cells[3]));
    }

    @Test
    void there_are_cases_of_both_kinds_and_one_beyond_the_known_holidays() throws IOException {
        assertThat(cases().map(row -> row.get()[0]).distinct()).contains("FOI20WD", "EIR40WD");
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(cases().map(row -> row.get()[2])).contains("ERROR");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_due_date_is_that_of_the_case(String regime, String received, String due) {
        String question =
                regime.equals("FOI20WD")
                        ? foi(received)
                        : """
                        {"regime":"EIR","received":"%1$s",
                         "events":[{"type":"EIR_EXTENSION","date":"%1$s"}]}"""
                                .formatted(received);
        if (due.equals("ERROR")) {
            isBeyondTheHorizon(ask(question));
        } else {
            assertThat(answer(question).getString("due")).isEqualTo(due);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FEES_NOTICE, 2024-03-27, FEE_PAID, 2024-04-10, 2024-05-03",
        "CLARIFICATION_REQUESTED, 2024-04-02, CLARIFICATION_RECEIVED, 2024-04-15, 2024-05-14"
    })
    void events_move_the_due_date_whatever_their_order(
            String first, String on, String second, String later, String due) {
        String one = "{\"type\":\"%s\",\"date\":\"%s\"}".formatted(first, on);
        String two = "{\"type\":\"%s\",\"date\":\"%s\"}".formatted(second, later);
        String question = "{\"regime\":\"FOIA\",\"received\":\"2024-03-21\",\"events\":[%s,%s]}";
        assertThat(answer(question.formatted(one, two)).getString("due")).isEqualTo(due);
        assertThat(answer(question.formatted(two, one)).getString("due")).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-21T23:30:00Z, 2024-03-21, 2024-04-22",
        "2024-03-31T23:30:00Z, 2024-04-01, 2024-04-29",
        "2024-03-31T23:30:00+01:00, 2024-03-31, 2024-04-29",
        "2024-07-01T23:30:00Z, 2024-07-02, 2024-07-31"
    })
    void an_instant_counts_as_its_day_in_london(String instant, String day, String due) {
        JsonObject answer = answer(foi(instant));
        assertThat(answer.getString("received")).isEqualTo(day);
        assertThat(answer.getString("due")).isEqualTo(due);
    }

    @Test
    void beyond_the_known_holidays_nothing_is_counted() {
        assertThat(answer(foi("2028-10-02")).getString("due")).isEqualTo("2028-10-30");
        isBeyondTheHorizon(ask(foi("2028-12-26")));
        Answered.well(ask(foi("2011-12-30")), 422);
    }

    private static void isBeyondTheHorizon(HttpResponse<String> answer) {
        Answered.namesField(answer, "received");
        assertThat(answer.body()).contains(HORIZON);
    }

    private static String foi(String received) {
        return "{\"regime\":\"FOIA\",\"received\":\"%s\"}".formatted(received);
    }

    private static JsonObject answer(String question) {
        HttpResponse<String> answer = ask(question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.object(answer);
    }

    private static HttpResponse<String> ask(String question) {
        return new Visitor(SERVER)
                .post("/api/foi/deadline", "application/json", BodyPublishers.ofString(question));
    }
}
