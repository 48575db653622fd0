package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What an answer to bad input must be: the sender's fault, told in words, with nothing leaked. */
final class Answered {

    private Answered() {}

    /** Refused as the sender's fault, in words and without a trace of the program. */
    static void well(HttpResponse<String> answer, int... statuses) {
        String words = words(answer);
        assertThat(answer.statusCode()).as(words).isIn(boxed(statuses));
        leaksNothing(answer.body());
        assertThat(words).as("words for the sender").isNotBlank();
    }

    private static String words(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").contains("json")
                ? answer.body()
                : Jsoup.parse(answer.body()).select("main").text();
    }

    static void leaksNothing(String body) {
        assertThat(body)
                .doesNotContainPattern("\\wException\\b") // “Exceptions” are a matter of law
                .doesNotContain("\tat ", "at org.", "at java.", "PSQL", "ERROR:")
                .doesNotContainIgnoringCase("payara");
    }

    /** A form that came back: what is wrong with this field, with a link to it; values kept. */
    static Document refusedField(HttpResponse<String> answer, String field, String words) {
        well(answer, 422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.title()).startsWith("Error: ");
        Element link = page.selectFirst(".govuk-error-summary a[href=#" + field + "]");
        assertThat(link)
                .as("link to %s in: %s", field, page.select(".govuk-error-summary"))
                .isNotNull();
        assertThat(link.text()).contains(words);
        assertThat(page.getElementById(field)).as("the field %s", field).isNotNull();
        assertThat(page.getElementById(field + "-error").text()).contains(words);
        return page;
    }

    /** Problem JSON that names this field. */
    static void namesField(HttpResponse<String> answer, String field) {
        well(answer, 422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        JsonObject problem = Json.object(answer);
        assertThat(problem.getInt("status")).isEqualTo(422);
        List<JsonObject> errors = problem.getJsonArray("errors").getValuesAs(JsonObject.class);
        assertThat(errors)
                .extracting(error -> error.getString("field"))
                .as(answer.body())
                .contains(field);
        assertThat(errors)
                .allMatch(
                        error ->
                                error.get("message") instanceof JsonString text
                                        && !text.getString().isBlank());
    }

    private static List<Integer> boxed(int... statuses) {
        return Arrays.stream(statuses).boxed().toList();
    }
}
