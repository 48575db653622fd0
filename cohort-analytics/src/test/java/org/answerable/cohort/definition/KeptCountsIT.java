package org.answerable.cohort.definition;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.CLOCK;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.dataSource;
import static org.answerable.cohort.CohortDatabase.datasets;
import static org.answerable.cohort.CohortDatabase.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CohortCount;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Age;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.CohortDefinition.Time;
import org.answerable.cohort.Cohorts;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.SharedCases;
import org.answerable.cohort.SyntheticRequest;
import org.answerable.cohort.SyntheticResult;
import org.answerable.cohort.WorkState;
import org.answerable.cohort.Works;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts that are kept, what makes them out of date, and counts that are stopped. */
class KeptCountsIT {

    private static final Cohorts COHORTS = CohortDatabase.cohorts(60);
    private static final Actor COLLEAGUE =
            new Actor("bea", "Bea", "lincolnshire-cc", Set.of(Role.ANALYST));

    private static String population;

    private final SyntheticResult made =
            CohortDatabase.synthetic()
                    .make(
                            new SyntheticRequest(population, "Kept", 3, 2, 3, 5),
                            ANALYST,
                            Progress.NONE);

    @BeforeAll
    static void load_the_population() throws Exception {
        try (InputStream file =
                Files.newInputStream(
                        SharedCases.population("lincolnshire_lsoa11_mid2020_age0-5_imd2019.csv"))) {
            population =
                    datasets()
                            .load(
                                    CohortDatabase.description(
                                            "For kept counts", "LSOA_2011", "Lincolnshire"),
                                    "l.csv",
                                    file,
                                    ANALYST)
                            .datasetId();
        }
    }

    @Test
    void a_count_is_kept_whatever_the_cohort_is_called() {
        assertThat(COHORTS.counted(definition("First", 36), ANALYST)).isEmpty();
        CohortCount count = COHORTS.count(definition("First", 36), ANALYST);

        assertThat(COHORTS.counted(definition("Second", 36), COLLEAGUE)).contains(count);
        assertThat(count.by()).isEqualTo(ANALYST.displayName());
        assertThat(count.at()).isEqualTo(CLOCK.instant());
        assertThat(COHORTS.counted(definition("First", 24), ANALYST))
                .as("with another age")
                .isEmpty();
        assertThatThrownBy(() -> COHORTS.counted(definition("First", 36), OFFICER))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void counting_again_takes_the_place_of_the_count_that_was_kept() {
        CohortCount first = COHORTS.count(definition("Again", 36), ANALYST);
        CohortCount again = COHORTS.count(definition("Again", 36), COLLEAGUE);

        assertThat(again.steps()).isEqualTo(first.steps());
        assertThat(COHORTS.counted(definition("Again", 36), ANALYST))
                .contains(again)
                .map(CohortCount::by)
                .contains("Bea");
    }

    @Test
    void a_new_look_up_of_areas_asks_for_a_new_count() {
        COHORTS.count(definition("By area", 36), ANALYST);
        CohortDatabase.publicFiles(1 << 20)
                .load(
                        DatasetKind.AREAS,
                        lookUp(),
                        "file.csv",
                        new ByteArrayInputStream(
                                "LSOA21CD,LSOA21NM,LAD23CD,LAD23NM\nE01000001,One,E09000001,City\n"
                                        .getBytes(StandardCharsets.UTF_8)),
                        ANALYST,
                        Progress.NONE);

        assertThat(COHORTS.counted(definition("By area", 36), ANALYST)).isEmpty();
    }

    @Test
    void nothing_is_counted_or_kept_of_rows_that_were_removed() throws Exception {
        String contacts = made.contacts().datasetId();
        COHORTS.count(definition("Removed", 36), ANALYST);
        String kept =
                "SELECT count(*) FROM cohort.kept_count WHERE (SELECT id FROM cohort.dataset WHERE"
                        + " reference = '"
                        + contacts
                        + "') = ANY (datasets)";
        assertThat(value(kept)).isEqualTo("1");
        datasets().withdraw(contacts, "Over.", ANALYST);
        datasets().remove(contacts, "The agreement ended.", ANALYST);

        assertThat(value(kept)).isEqualTo("0");
        for (boolean counts : new boolean[] {true, false}) {
            assertThatThrownBy(
                            () -> {
                                if (counts) {
                                    COHORTS.count(definition("Removed", 36), ANALYST);
                                } else {
                                    COHORTS.counted(definition("Removed", 36), ANALYST);
                                }
                            })
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("were removed (The agreement ended.)");
        }
    }

    @Test
    void a_count_that_is_stopped_breaks_off_and_keeps_nothing() throws Exception {
        Works works = CohortDatabase.works(CLOCK);
        CohortDefinition definition = definition("Stopped", 36);
        try (Connection other = dataSource().getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            // What is counted is out of reach: the count waits until it is stopped.
            lock.execute("LOCK TABLE cohort.contact_month IN ACCESS EXCLUSIVE MODE");
            long id =
                    works.begin(
                            "Count",
                            ANALYST,
                            progress -> {
                                COHORTS.count(definition, ANALYST, progress);
                                return List.of();
                            });
            while (works.find(id, ANALYST).state() == WorkState.RUNNING) {
                // The first may come before the statement has begun.
                works.cancel(id, ANALYST);
                works.await(id, Duration.ofMillis(100));
            }
            assertThat(works.find(id, ANALYST).state()).isEqualTo(WorkState.CANCELLED);
            other.rollback();
        }
        assertThat(COHORTS.counted(definition, ANALYST)).isEmpty();
    }

    /** What is not said here is in the file. */
    private static DatasetDescription lookUp() {
        return new DatasetDescription(
                "Look-up",
                "ONS",
                "Look-ups",
                LocalDate.of(2022, 1, 1),
                "Open Government Licence v3.0",
                "Source: ONS",
                "",
                LocalDate.of(2021, 12, 31),
                null,
                null,
                "LSOA_2021",
                "Somewhere",
                "");
    }

    private CohortDefinition definition(String title, int under) {
        return new CohortDefinition(
                title,
                "family",
                new Age(0, under, "at-event"),
                Time.window(LocalDate.of(2019, 4, 1), LocalDate.of(2020, 4, 1)),
                List.of(),
                made.registrations().datasetId(),
                made.contacts().datasetId(),
                List.of(new Contact(List.of(), List.of(), 1, null, null, null, null)),
                List.of());
    }
}
