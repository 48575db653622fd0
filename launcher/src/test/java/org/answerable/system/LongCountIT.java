package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Counts that take long, in the running system: watched, stopped, made again. */
class LongCountIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();

    private final Visitor analyst = Visitor.signedIn(SERVER, "analyst");
    private final String cohort =
            analyst.page("/cohorts").select("main h2 a").stream()
                    .map(link -> link.attr("href"))
                    .reduce((newer, older) -> older)
                    .orElseThrow();

    @Test
    void a_long_count_is_watched_and_stopped_and_the_form_keeps_what_was_typed() throws Exception {
        Document page = analyst.page(cohort);
        String again = cohort + "/versions/1/count";
        try (Connection other = database();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            // What is counted is out of reach: every count waits until it is stopped.
            lock.execute("LOCK TABLE cohort.contact_month IN ACCESS EXCLUSIVE MODE");

            String work = place(FilledForm.on(page, again).sendBy(analyst));
            assertThat(work).startsWith("/work/");
            assertThat(text(work)).contains("Count of", "Running", "You can leave it");
            assertThat(text(cohort)).contains("It is being counted.").doesNotContain("Count again");
            assertThat(analyst.page(cohort).select("main a[href=" + work + "]")).isNotEmpty();

            FilledForm form =
                    FilledForm.on(
                            analyst.page("/cohorts/new?from=" + cohort.substring(9)),
                            "/cohorts/new");
            HttpResponse<String> check =
                    form.with("age-to", "1").with("action", "check").sendBy(analyst);
            assertThat(check.statusCode()).as(check.body()).isEqualTo(200);
            assertThat(check.body()).contains("When it is done, check again", "value=\"Copy of");
            Element link =
                    org.jsoup.Jsoup.parse(check.body()).selectFirst("#checked a[href^=/work/]");

            String figures = analyst.page("/figures").selectFirst("h1").text();
            String figure =
                    place(
                            FilledForm.on(
                                            analyst.page(
                                                    "/figures/new?cohort=" + cohort.substring(9)),
                                            "/figures/new")
                                    .sendBy(analyst));
            for (String each : new String[] {work, link.attr("href"), figure}) {
                stop(each);
            }
            assertThat(analyst.page("/figures").selectFirst("h1").text()).isEqualTo(figures);
            other.rollback();
        }
        assertThat(text(cohort)).contains("Counted on", "Count again");
        assertThat(place(FilledForm.on(page, again).sendBy(analyst)))
                .isEqualTo(cohort + "/versions/1?done=counted");
    }

    private void stop(String work) {
        FilledForm stop = FilledForm.on(analyst.page(work), work + "/stop");
        assertThat(place(stop.sendBy(analyst))).isEqualTo(work);
        while (text(work).contains("Running")) {
            // It stops at its next step.
            Thread.onSpinWait();
        }
        assertThat(text(work)).contains("Stopped").doesNotContain("Stop it");
    }

    private String text(String path) {
        return analyst.page(path).select("main").text();
    }

    private static String place(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
    }

    /** The database that the server keeps in its data folder. */
    private static Connection database() throws IOException, SQLException {
        Path data = SERVER.data();
        String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/answerable",
                "answerable",
                Files.readString(data.resolve("postgresql.password")).strip());
    }
}
