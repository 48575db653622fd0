package org.answerable.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.answerable.directory.Conflict;
import org.answerable.directory.ImportOrder;
import org.answerable.directory.ImportReport;
import org.answerable.directory.Imports;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.TestCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds are read as they are, also when they lie, break off, repeat themselves or lead elsewhere. */
class HarvestIT {

    private TestCatalogue catalogue;
    private TestFeed feed;
    private Imports imports;

    @BeforeEach
    void start() {
        catalogue = new TestCatalogue();
        feed = new TestFeed(asked -> asked.send(404, "text/plain", "nothing here"));
        imports = catalogue.imports(feed.host());
    }

    @AfterEach
    void stop() {
        feed.close();
        catalogue.close();
    }

    @Test
    void all_pages_are_read_and_the_next_run_asks_for_what_changed_since_the_last_began() {
        List<String> all = services(120);
        feed.answers(asked -> asked.json(TestFeed.page(all, asked.page(), 50)));

        ImportReport first = run();

        assertThat(first.state()).isEqualTo("done");
        assertThat(first.added()).isEqualTo(120);
        assertThat(first.pages()).isEqualTo(3);
        assertThat(first.pagesStated()).isEqualTo(3);
        assertThat(first.warnings()).isZero();
        assertThat(feed.asked)
                .hasSize(3)
                .allSatisfy(
                        address ->
                                assertThat(address)
                                        .startsWith("/feed/services?")
                                        .contains("full=true")
                                        .doesNotContain("modified_after"));
        catalogue.clock.forward(Duration.ofDays(1));
        feed.asked.clear();
        feed.answers(asked -> asked.json(TestFeed.page(List.of(), asked.page(), 50)));

        ImportReport second = run();

        assertThat(second.state()).isEqualTo("done");
        assertThat(second.vanished()).isZero();
        assertThat(second.since()).isEqualTo(first.startedAt());
        assertThat(feed.asked)
                .singleElement()
                .satisfies(
                        address ->
                                assertThat(address)
                                        .contains("modified_after=2026-03-02T09%3A30%3A00Z"));
    }

    @Test
    void basic_items_are_completed_one_by_one() {
        feed.answers(
                asked -> {
                    if (asked.path().endsWith("/services")) {
                        asked.json(
                                TestFeed.envelope(
                                        1,
                                        1,
                                        1,
                                        List.of(
                                                "{\"id\":\""
                                                        + ImportRunIT.id(1)
                                                        + "\",\"name\":\"Basic\",\"status\":\"active\"}")));
                    } else {
                        asked.json(ImportRunIT.service(1, "Full", ""));
                    }
                });

        assertThat(run().added()).isEqualTo(1);
        assertThat(catalogue.feed.service(ImportRunIT.id(1))).contains("Full");
        assertThat(feed.asked).last().isEqualTo("/feed/services/" + ImportRunIT.id(1));
    }

    @Test
    void a_feed_that_gives_less_than_it_says_makes_nothing_vanish_and_is_read_whole_again() {
        feed.answers(asked -> asked.json(TestFeed.page(services(20), asked.page(), 50)));
        run();
        feed.answers(
                asked ->
                        asked.json(
                                TestFeed.envelope(
                                        500,
                                        10,
                                        asked.page(),
                                        asked.page() == 1 ? services(10) : List.of())));

        ImportReport report = whole();

        assertThat(report.state()).isEqualTo("done");
        assertThat(report.vanished()).isZero();
        assertThat(report.warnings()).isEqualTo(1);
        assertThat(catalogue.database.value("SELECT max(missing) FROM directory.raw_record"))
                .isEqualTo("0");
    }

    @Test
    void a_feed_that_has_more_than_it_says_is_read_to_its_end() {
        List<String> all = services(120);
        feed.answers(
                asked -> {
                    int from = Math.min(120, (asked.page() - 1) * 50);
                    asked.json(
                            TestFeed.envelope(
                                    60,
                                    1,
                                    asked.page(),
                                    all.subList(from, Math.min(120, from + 50))));
                });

        ImportReport report = run();

        assertThat(report.added()).isGreaterThanOrEqualTo(100);
        assertThat(report.warnings()).isEqualTo(1);
    }

    @Test
    void a_feed_that_loops_its_pages_is_left() {
        List<String> all = services(100);
        feed.answers(
                asked -> {
                    int from = asked.page() % 2 == 1 ? 0 : 50;
                    asked.json(
                            TestFeed.envelope(
                                    5_000, 100, asked.page(), all.subList(from, from + 50)));
                });

        ImportReport report = run();

        assertThat(report.state()).isEqualTo("failed");
        assertThat(report.message()).contains("Page 3", "nothing that was not");
        assertThat(report.mayGoOn()).isFalse();
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void a_feed_that_knows_no_pages_is_read_once() {
        feed.answers(asked -> asked.json("[" + String.join(",", services(30)) + "]"));

        ImportReport report = run();

        assertThat(report.state()).isEqualTo("done");
        assertThat(report.added()).isEqualTo(30);
        assertThat(feed.asked).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_feed_without_end_is_left_at_the_most_records() {
        feed.answers(
                asked -> {
                    List<String> fresh = new ArrayList<>();
                    for (int i = 0; i < 50; i++) {
                        fresh.add(full(asked.page() * 50 + i));
                    }
                    asked.json(TestFeed.envelope(100, 2, asked.page(), fresh));
                });
        // What it says is believed as far as it goes: 100 records are there after two pages.
        assertThat(run().records()).isEqualTo(100);
        feed.answers(
                asked -> {
                    List<String> fresh = new ArrayList<>();
                    for (int i = 0; i < 50; i++) {
                        fresh.add(full(asked.page() * 50 + i));
                    }
                    asked.json(TestFeed.envelope(2_000_000, 40_000, asked.page(), fresh));
                });

        ImportReport report = whole();

        assertThat(report.state()).isEqualTo("failed");
        assertThat(report.message()).contains("does not end", "more than 5000 records");
    }

    @Test
    void an_answer_without_end_is_broken_off() {
        AtomicInteger sent = new AtomicInteger();
        feed.answers(
                asked -> {
                    asked.exchange().getResponseHeaders().add("Content-Type", "application/json");
                    asked.exchange().sendResponseHeaders(200, 0);
                    byte[] part = "[".repeat(1 << 16).getBytes();
                    try (OutputStream out = asked.exchange().getResponseBody()) {
                        for (int i = 0; i < 1 << 14; i++) {
                            out.write(part);
                            sent.addAndGet(part.length);
                        }
                    }
                });

        ImportReport report = run();

        assertThat(report.state()).isEqualTo("failed");
        assertThat(report.message()).contains("larger than 1048576 bytes");
        assertThat(sent.get()).isLessThan(64 << 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"contents\":[{\"id\":\"1\",\"minimum_age\":NaN}]}",
                "{\"contents\":[",
                "",
                "{\"error\":\"wrong\"}",
                "{\"contents\":[1,2]}",
                "\"text\""
            })
    void what_is_no_page_of_services_fails_and_says_so(String body) {
        feed.answers(asked -> asked.json(body));

        ImportReport report = run();

        assertThat(report.state()).isEqualTo("failed");
        assertThat(report.message()).containsIgnoringCase("page 1");
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void endless_nesting_is_no_json() {
        feed.answers(asked -> asked.json("[".repeat(500_000)));

        assertThat(run().message()).contains("not JSON");
    }

    @Test
    void html_is_not_taken_for_a_feed() {
        feed.answers(asked -> asked.send(200, "text/html", "<html>Sign in</html>"));

        ImportReport report = run();

        assertThat(report.state()).isEqualTo("failed");
        assertThat(report.message()).contains("something else than JSON").doesNotContain("Sign in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/feed/services",
                "http://localhost/secret",
                "http://[::1]/",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.7/",
                "file:///etc/passwd",
                "gopher://127.0.0.1/",
                "//internal.example/",
                "https://user:secret@127.0.0.1/"
            })
    void a_redirect_off_the_list_is_not_followed(String target) {
        feed.answers(asked -> asked.redirect(target));

        ImportReport report = run();

        assertThat(report.state()).isEqualTo("failed");
        assertThat(report.message()).contains("leads to an address").contains("was not asked");
        assertThat(feed.asked).hasSize(1);
    }

    @Test
    void a_redirect_on_the_list_is_followed_but_not_for_ever() {
        feed.answers(
                asked -> {
                    if (asked.path().startsWith("/feed")) {
                        asked.redirect("/moved/services?page=" + asked.page());
                    } else {
                        asked.json(TestFeed.page(services(2), asked.page(), 50));
                    }
                });
        assertThat(run().added()).isEqualTo(2);
        feed.answers(asked -> asked.redirect("/round"));
        assertThat(whole().message()).contains("from one address to the next");
    }

    @Test
    void a_busy_feed_is_asked_again_after_the_pause_it_wants_and_not_for_ever() {
        AtomicInteger busy = new AtomicInteger(2);
        feed.answers(
                asked -> {
                    if (busy.getAndDecrement() > 0) {
                        asked.exchange().getResponseHeaders().add("Retry-After", "0");
                        asked.send(busy.get() == 1 ? 429 : 503, "text/plain", "");
                    } else {
                        asked.json(TestFeed.page(services(2), asked.page(), 50));
                    }
                });
        assertThat(run().added()).isEqualTo(2);
        feed.asked.clear();
        feed.answers(asked -> asked.send(503, "text/plain", ""));

        ImportReport report = whole();

        assertThat(report.message()).contains("503");
        assertThat(feed.asked).hasSize(5);
        feed.answers(
                asked -> {
                    asked.exchange().getResponseHeaders().add("Retry-After", "86400");
                    asked.send(429, "text/plain", "");
                });
        assertThat(whole().message()).contains("asks to wait 1440 minutes");
    }

    @Test
    void a_run_that_broke_off_goes_on_at_the_last_page() {
        List<String> all = services(200);
        feed.answers(
                asked -> {
                    if (asked.page() == 3) {
                        asked.send(500, "text/plain", "broken");
                    } else {
                        asked.json(TestFeed.page(all, asked.page(), 50));
                    }
                });
        ImportReport broken = run();
        assertThat(broken.state()).isEqualTo("failed");
        assertThat(broken.mayGoOn()).isTrue();
        assertThat(broken.pages()).isEqualTo(2);
        assertThat(count()).isEqualTo("0");
        feed.asked.clear();
        feed.answers(asked -> asked.json(TestFeed.page(all, asked.page(), 50)));

        imports.goOn(broken.run(), TestCatalogue.EDITOR);

        ImportReport whole = imports.report(broken.run(), TestCatalogue.EDITOR);
        assertThat(whole.state()).isEqualTo("done");
        assertThat(whole.added()).isEqualTo(200);
        assertThat(whole.warnings()).isZero();
        assertThat(feed.asked)
                .hasSize(3)
                .first()
                .satisfies(address -> assertThat(address).contains("page=2"));
        assertThatThrownBy(() -> imports.goOn(broken.run(), TestCatalogue.EDITOR))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_run_whose_spool_a_crash_emptied_begins_at_the_first_page() {
        feed.answers(
                asked -> {
                    if (asked.page() == 2) {
                        asked.send(500, "text/plain", "broken");
                    } else {
                        asked.json(TestFeed.page(services(80), asked.page(), 50));
                    }
                });
        ImportReport broken = run();
        catalogue.database.execute("TRUNCATE directory.import_spool");
        feed.answers(asked -> asked.json(TestFeed.page(services(80), asked.page(), 50)));

        imports.goOn(broken.run(), TestCatalogue.EDITOR);

        assertThat(imports.report(broken.run(), TestCatalogue.EDITOR).added()).isEqualTo(80);
    }

    @Test
    void a_newer_run_of_the_source_ends_the_chance_to_go_on() {
        feed.answers(
                asked -> {
                    if (asked.page() == 2) {
                        asked.send(500, "text/plain", "broken");
                    } else {
                        asked.json(TestFeed.page(services(80), asked.page(), 50));
                    }
                });
        ImportReport broken = run();
        feed.answers(asked -> asked.json(TestFeed.page(services(80), asked.page(), 50)));
        run();

        assertThatThrownBy(() -> imports.goOn(broken.run(), TestCatalogue.EDITOR))
                .isInstanceOf(Conflict.class);
        assertThat(catalogue.database.value("SELECT count(*) FROM directory.import_spool"))
                .isEqualTo("0");
    }

    @Test
    void a_feed_that_trickles_is_left_in_time() {
        feed.answers(
                asked -> {
                    asked.exchange().getResponseHeaders().add("Content-Type", "application/json");
                    asked.exchange().sendResponseHeaders(200, 0);
                    try (OutputStream out = asked.exchange().getResponseBody()) {
                        for (int i = 0; i < 40; i++) {
                            out.write(' ');
                            out.flush();
                            pause();
                        }
                    }
                });

        ImportReport report = run();

        assertThat(report.state()).isEqualTo("failed");
        assertThat(report.message()).contains("does not answer");
        assertThat(report.mayGoOn()).isTrue();
    }

    @Test
    void only_addresses_on_the_list_are_taken() {
        for (String url :
                List.of(
                        "",
                        "feed",
                        "http://127.0.0.1:1/feed",
                        "https://example.org/",
                        "file:///etc/passwd",
                        feed.base() + "?x=1",
                        feed.base() + "/../secret",
                        "http://" + feed.host() + "@example.org/")) {
            assertThatThrownBy(() -> start(url, false))
                    .as(url)
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            fault -> assertThat(fault.errors().get(0).field()).isEqualTo("url"));
        }
        assertThat(feed.asked).isEmpty();
        assertThat(catalogue.database.value("SELECT count(*) FROM directory.import_run"))
                .isEqualTo("0");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ImportReport run() {
        return start(feed.base() + "/", false);
    }

    private ImportReport whole() {
        return start(feed.base() + "/services", true);
    }

    private ImportReport start(String url, boolean whole) {
        String run =
                imports.start(new ImportOrder("", 0.6, false, url, whole), TestCatalogue.EDITOR);
        return imports.report(run, TestCatalogue.EDITOR);
    }

    private String count() {
        return catalogue.database.value("SELECT count(*) FROM directory.service");
    }

    private static List<String> services(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(HarvestIT::full).toList();
    }

    /** With a list, so that it counts as full. */
    private static String full(int number) {
        return ImportRunIT.service(
                number,
                "Service " + number,
                ",\"languages\":[{\"id\":\"58102e86-bb50-41c4-8f1e-e269368c41d1\",\"name\":\"Polish\","
                        + "\"code\":\"pl\"}]");
    }
}
