package org.answerable.cohort.work;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.CLOCK;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.dataSource;
import static org.answerable.cohort.CohortDatabase.publicFiles;
import static org.answerable.cohort.CohortDatabase.value;
import static org.answerable.cohort.CohortDatabase.works;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.WorkState;
import org.answerable.cohort.WorkView;
import org.answerable.cohort.Works;
import org.answerable.cohort.store.Transactions;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class BackgroundWorkIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Actor COLLEAGUE =
            new Actor("bea", "Bea", "lincolnshire-cc", Set.of(Role.ANALYST));
    private static final Actor ADMIN =
            new Actor("ada", "Ada Min", "lincolnshire-cc", Set.of(Role.ADMIN));

    private final Works works = works(CLOCK);

    @Test
    void a_load_that_ends_well_gives_its_dataset() {
        WorkView view = ended("lsoa21_code,age_0\nE01000001,5\n", false);
        assertThat(view.state()).isEqualTo(WorkState.DONE);
        assertThat(view.made()).hasSize(1);
        assertThat(view.rows()).isEqualTo(1);
        assertThat(view.percent()).isEqualTo(100);
        assertThat(view.mayCancel()).isFalse();
        assertThat(view.startedBy()).isEqualTo("Ana Lyst");
    }

    @Test
    void a_file_with_faults_fails_with_its_report() {
        WorkView view = ended("lsoa21_code,age_0\nE01000001,x\n", false);
        assertThat(view.state()).isEqualTo(WorkState.FAILED);
        assertThat(view.rejectedCount()).isEqualTo(1);
        assertThat(view.rejected().get(0).place()).isEqualTo("line 2, column age_0");
        assertThat(view.rejected().get(0).value()).isEqualTo("x");
        assertThat(ended("lsoa21_code,age_0\nE01000001,x\n", true).rejected().get(0).value())
                .as("of files about people")
                .isEmpty();
    }

    @Test
    void a_refused_description_fails_with_its_words() {
        long id =
                works.start(
                        "Refused",
                        null,
                        false,
                        ANALYST,
                        p -> {
                            throw new InvalidInput("title", "Give the dataset a title.");
                        });
        works.await(id, LONG);
        assertThat(works.find(id, ANALYST).message()).isEqualTo("Give the dataset a title.");
        assertThat(works.find(id, ANALYST).percent()).isEqualTo(-1);
    }

    @Test
    void an_unexpected_failure_tells_nothing_of_the_file() {
        long id =
                works.start(
                        "Broken",
                        null,
                        false,
                        ANALYST,
                        p -> {
                            throw new IllegalStateException("value of somebody");
                        });
        works.await(id, LONG);
        WorkView view = works.find(id, ANALYST);
        assertThat(view.state()).isEqualTo(WorkState.FAILED);
        assertThat(view.message())
                .doesNotContain("somebody")
                .contains("nothing half-done was kept");
    }

    @Test
    void a_load_that_is_stopped_stops_and_keeps_nothing() throws Exception {
        String rows = value("SELECT count(*) FROM cohort.population_area");
        String sets = value("SELECT count(*) FROM cohort.dataset");
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        InputStream endless = new PausingRows(reading, asked);
        long id = works.start("Stopped", 1_000L, false, ANALYST, p -> List.of(load(endless, p)));
        reading.await();
        assertThatThrownBy(() -> works.cancel(id, COLLEAGUE)).isInstanceOf(NotAllowed.class);
        assertThat(works.running(ANALYST)).extracting(WorkView::id).contains(id);
        works.cancel(id, ADMIN);
        assertThat(works.find(id, ANALYST).cancelAsked()).isTrue();
        asked.countDown();
        works.await(id, LONG);
        WorkView view = works.find(id, ANALYST);
        assertThat(view.state()).isEqualTo(WorkState.CANCELLED);
        assertThat(view.made()).isEmpty();
        assertThat(value("SELECT count(*) FROM cohort.population_area")).isEqualTo(rows);
        assertThat(value("SELECT count(*) FROM cohort.dataset")).isEqualTo(sets);
        works.cancel(id, ANALYST);
        assertThat(works.find(id, ANALYST).state()).isEqualTo(WorkState.CANCELLED);
    }

    @Test
    void a_long_statement_is_broken_off_too() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        long id =
                works.start(
                        "Long statement",
                        null,
                        false,
                        ANALYST,
                        p ->
                                new Transactions(dataSource())
                                        .runAlone(
                                                c -> {
                                                    p.worksIn(
                                                            c.unwrap(PGConnection.class)
                                                                    .getBackendPID());
                                                    running.countDown();
                                                    try (Statement s = c.createStatement()) {
                                                        s.execute("SELECT pg_sleep(300)");
                                                    }
                                                    return List.of();
                                                }));
        running.await();
        assertThat(works.find(id, ANALYST).state()).isEqualTo(WorkState.RUNNING);
        while (works.find(id, ANALYST).state() == WorkState.RUNNING) {
            // The first may come before the statement has begun.
            works.cancel(id, ANALYST);
            works.await(id, Duration.ofMillis(100));
        }
        assertThat(works.find(id, ANALYST).state()).isEqualTo(WorkState.CANCELLED);
    }

    @Test
    void work_that_is_no_load_says_what_it_made_or_why_it_failed() {
        long made = works.begin("Counted", ANALYST, p -> List.of("F-2026-0001"));
        works.await(made, LONG);
        assertThat(works.find(made, ANALYST).state()).isEqualTo(WorkState.DONE);
        assertThat(works.find(made, ANALYST).made()).containsExactly("F-2026-0001");
        long refused =
                works.begin(
                        "Refused",
                        ANALYST,
                        p -> {
                            throw new Conflict("It took too long.");
                        });
        works.await(refused, LONG);
        assertThat(works.find(refused, ANALYST).state()).isEqualTo(WorkState.FAILED);
        assertThat(works.find(refused, ANALYST).message()).isEqualTo("It took too long.");
        assertThatThrownBy(() -> works.begin("x", OFFICER, p -> List.of()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void work_whose_server_is_gone_is_marked_as_failed_and_old_accounts_go() throws Exception {
        String lost =
                value(
                        "INSERT INTO cohort.work (what, state, started_at, seen_at, started_by,"
                                + " started_by_name, authority) VALUES ('Lost', 'RUNNING', '2026-03-02T09:00Z',"
                                + " '2026-03-02T09:27Z', 'ana', 'Ana Lyst', 'lincolnshire-cc') RETURNING id");
        String alive =
                value(
                        "INSERT INTO cohort.work (what, state, started_at, seen_at, started_by,"
                                + " started_by_name, authority) VALUES ('Alive', 'RUNNING', '2026-03-02T09:00Z',"
                                + " '2026-03-02T09:29Z', 'ana', 'Ana Lyst', 'lincolnshire-cc') RETURNING id");
        works.keep();
        assertThat(works.find(Long.parseLong(lost), ANALYST).state()).isEqualTo(WorkState.FAILED);
        assertThat(works.find(Long.parseLong(lost), ANALYST).message()).contains("server stopped");
        assertThat(works.find(Long.parseLong(alive), ANALYST).state()).isEqualTo(WorkState.RUNNING);
        works(Clock.offset(CLOCK, Duration.ofDays(31))).keep();
        assertThatThrownBy(() -> works.find(Long.parseLong(lost), ANALYST))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void only_analysts_begin_work_and_officers_see_none() {
        assertThatThrownBy(() -> works.start("x", null, false, OFFICER, p -> List.of()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> works.running(OFFICER)).isInstanceOf(NotAllowed.class);
    }

    private WorkView ended(String file, boolean personal) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        long id =
                works.start(
                        "Work",
                        (long) bytes.length,
                        personal,
                        ANALYST,
                        p -> List.of(load(new ByteArrayInputStream(bytes), p)));
        works.await(id, LONG);
        return works.find(id, ANALYST);
    }

    private static LoadReport load(InputStream file, Progress progress) {
        return publicFiles(1L << 40)
                .load(
                        DatasetKind.POPULATION,
                        new DatasetDescription(
                                "Work",
                                "P",
                                "S",
                                LocalDate.of(2021, 1, 1),
                                "L",
                                "A",
                                "PERSON",
                                LocalDate.of(2020, 6, 30),
                                "AT_SNAPSHOT",
                                "RESIDENT",
                                "LSOA_2021",
                                "X",
                                ""),
                        "w.csv",
                        file,
                        ANALYST,
                        progress);
    }

    /** Rows without end; after the first some thousand it waits until it was asked to stop. */
    private static final class PausingRows extends InputStream {
        private final CountDownLatch reading;
        private final CountDownLatch asked;
        private byte[] row = "lsoa21_code,age_0\n".getBytes(StandardCharsets.US_ASCII);
        private int at;
        private int rows;

        PausingRows(CountDownLatch reading, CountDownLatch asked) {
            this.reading = reading;
            this.asked = asked;
        }

        @Override
        public int read() throws IOException {
            if (at == row.length) {
                if (++rows == 15_000) {
                    reading.countDown();
                    try {
                        asked.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
                assertThat(rows).as("rows read after the stop").isLessThan(20_000_000);
                row = "E01%06d,1\n".formatted(rows).getBytes(StandardCharsets.US_ASCII);
                at = 0;
            }
            return row[at++];
        }
    }
}
