package org.answerable.cohort.data;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.datasets;
import static org.answerable.cohort.CohortDatabase.description;
import static org.answerable.cohort.CohortDatabase.execute;
import static org.answerable.cohort.CohortDatabase.figures;
import static org.answerable.cohort.CohortDatabase.synthetic;
import static org.answerable.cohort.CohortDatabase.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.DatasetSample;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Progress;
import org.answerable.cohort.SyntheticRequest;
import org.answerable.cohort.SyntheticResult;
import org.junit.jupiter.api.Test;

class DatasetRegisterIT {

    private static final String FILE =
            "lsoa11_code,district,total_population,age_0,age_1\nE01940001,Quorn,9,3,2\nE01940002,Quorn,9,4,5\n";

    @Test
    void versions_uses_the_same_file_and_its_first_rows_are_shown() {
        LoadReport first = load("Register", FILE);
        LoadReport second = load("register", FILE);
        assertThat(datasets().versions(first.datasetId(), ANALYST))
                .extracting(Dataset::id)
                .containsExactly(second.datasetId(), first.datasetId());
        assertThat(datasets().ofFile(first.sha256(), ANALYST))
                .extracting(Dataset::id)
                .contains(first.datasetId(), second.datasetId());
        assertThat(datasets().ofFile("00", ANALYST)).isEmpty();
        Figure figure = figures().compute(question(first.datasetId()), ANALYST);
        assertThat(datasets().uses(first.datasetId(), ANALYST))
                .singleElement()
                .satisfies(
                        use -> {
                            assertThat(use.figureId()).isEqualTo(figure.id());
                            assertThat(use.released()).isFalse();
                        });
        assertThat(datasets().uses(second.datasetId(), ANALYST)).isEmpty();
        DatasetSample sample = datasets().sample(first.datasetId(), ANALYST);
        assertThat(sample.headings())
                .containsExactly("Area", "Name", "District", "All ages", "Aged 0", "Aged 1");
        assertThat(sample.rows().get(0)).containsExactly("E01940001", "", "Quorn", "9", "3", "2");
        assertThat(datasets().unmatched(first.datasetId(), ANALYST).rows()).isEmpty();
        assertThat(datasets().list(DatasetKind.CONTACTS, 1, 200, ANALYST).items())
                .allMatch(d -> d.kind() == DatasetKind.CONTACTS);
    }

    @Test
    void what_was_withdrawn_is_offered_for_nothing_new_and_stays_computable() throws Exception {
        LoadReport report = load("Withdrawn", FILE);
        Figure figure = figures().compute(question(report.datasetId()), ANALYST);
        assertThat(datasets().offered(DatasetKind.POPULATION, ANALYST))
                .extracting(Dataset::id)
                .contains(report.datasetId());

        datasets().withdraw(report.datasetId(), " The publisher corrected it. ", ANALYST);

        Dataset dataset = datasets().find(report.datasetId(), ANALYST).orElseThrow();
        assertThat(dataset.withdrawal().reason()).isEqualTo("The publisher corrected it.");
        assertThat(dataset.withdrawal().by()).isEqualTo("Ana Lyst");
        assertThat(datasets().offered(DatasetKind.POPULATION, ANALYST))
                .extracting(Dataset::id)
                .doesNotContain(report.datasetId());
        assertThatThrownBy(() -> figures().compute(question(report.datasetId()), ANALYST))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The publisher corrected it.");
        assertThatThrownBy(
                        () ->
                                synthetic()
                                        .make(
                                                new SyntheticRequest(
                                                        report.datasetId(), "S", 1, 100, 1, 1),
                                                ANALYST,
                                                Progress.NONE))
                .isInstanceOf(InvalidInput.class);
        assertThat(figures().recompute(figure.id(), ANALYST).differences()).isEmpty();
        assertThat(
                        value(
                                "SELECT detail FROM cohort.history WHERE event = 'DATASET_WITHDRAWN' AND subject"
                                        + " = '"
                                        + report.datasetId()
                                        + "'"))
                .isEqualTo("The publisher corrected it.");
        assertThatThrownBy(() -> datasets().withdraw(report.datasetId(), "Again", ANALYST))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> execute("DELETE FROM cohort.dataset_withdrawal"))
                .hasMessageContaining("append-only");
    }

    @Test
    void rows_are_removed_after_withdrawal_and_not_while_an_open_case_cites_them()
            throws Exception {
        String id = load("Removed", FILE).datasetId();
        Figure figure = figures().compute(question(id), ANALYST);
        assertThatThrownBy(() -> datasets().remove(id, "The agreement ended.", ANALYST))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Withdraw");
        datasets().withdraw(id, "Corrected.", ANALYST);
        CohortDatabase.CITED.add(figure.id());
        assertThatThrownBy(() -> datasets().remove(id, "The agreement ended.", ANALYST))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("FOI-2026-0007");
        CohortDatabase.CITED.clear();
        assertThatThrownBy(() -> datasets().remove(id, " ", ANALYST))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> datasets().remove(id, "x", OFFICER))
                .isInstanceOf(NotAllowed.class);
        String others = value("SELECT count(*) FROM cohort.population_area");

        datasets().remove(id, "The agreement ended.", ANALYST);

        assertThat(value("SELECT " + others + " - count(*) FROM cohort.population_area"))
                .isEqualTo("2");
        Dataset dataset = datasets().find(id, ANALYST).orElseThrow();
        assertThat(dataset.removal().reason()).isEqualTo("The agreement ended.");
        assertThat(dataset.sha256()).isNotEmpty();
        assertThat(figures().find(figure.id(), ANALYST)).contains(figure);
        assertThat(figures().recompute(figure.id(), ANALYST).differences())
                .singleElement()
                .asString()
                .contains("cannot be computed again", id, "The agreement ended.");
        assertThatThrownBy(() -> datasets().remove(id, "Again", ANALYST))
                .isInstanceOf(Conflict.class);
        assertThat(value("SELECT count(*) FROM cohort.removal_permit")).isEqualTo("0");
        assertThatThrownBy(() -> execute("DELETE FROM cohort.population_area"))
                .hasMessageContaining("append-only");
    }

    @Test
    void children_are_removed_after_their_contacts_and_nothing_of_them_is_left() throws Exception {
        String population = load("People", FILE).datasetId();
        SyntheticResult made =
                synthetic()
                        .make(
                                new SyntheticRequest(population, "Gone", 2, 100, 1, 1),
                                ANALYST,
                                Progress.NONE);
        String children = made.registrations().datasetId();
        String contacts = made.contacts().datasetId();
        datasets().withdraw(children, "Over.", ANALYST);
        datasets().withdraw(contacts, "Over.", ANALYST);
        assertThatThrownBy(() -> datasets().remove(children, "Over.", ANALYST))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(contacts);
        assertThatThrownBy(
                        () ->
                                execute(
                                        "SELECT cohort.remove_rows(id) FROM cohort.dataset WHERE reference = '"
                                                + children
                                                + "'"))
                .hasMessageContaining("contacts rest on it");

        datasets().remove(contacts, "Over.", ANALYST);
        datasets().remove(children, "Over.", ANALYST);

        for (String table :
                new String[] {
                    "registration", "pseudonym", "contact", "contact_month", "contact_block"
                }) {
            assertThat(
                            value(
                                    "SELECT count(*) FROM cohort."
                                            + table
                                            + " t JOIN cohort.dataset d ON d.id = t.dataset_id WHERE"
                                            + " d.reference IN ('"
                                            + children
                                            + "', '"
                                            + contacts
                                            + "')"))
                    .as(table)
                    .isEqualTo("0");
        }
    }

    @Test
    void a_withdrawal_needs_a_reason_a_dataset_and_the_role() {
        String id = load("Reasons", FILE).datasetId();
        assertThatThrownBy(() -> datasets().withdraw(id, "  ", ANALYST))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> datasets().withdraw(id, "x".repeat(501), ANALYST))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> datasets().withdraw("D-1999-0001", "x", ANALYST))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> datasets().withdraw(id, "x", OFFICER))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> datasets().sample(id, OFFICER)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void of_people_only_counts_are_shown() {
        LoadReport population = load("For people", FILE);
        SyntheticResult made =
                synthetic()
                        .make(
                                new SyntheticRequest(
                                        population.datasetId(), "People", 2, 100, 1, 1),
                                ANALYST,
                                Progress.NONE);
        assertThat(datasets().sample(made.registrations().datasetId(), ANALYST).headings())
                .containsExactly("Year of birth", "Registrations", "Children");
        assertThat(datasets().sample(made.contacts().datasetId(), ANALYST).headings())
                .containsExactly("Service", "Contacts");
    }

    private static FigureRequest question(String dataset) {
        return new FigureRequest(dataset, "Q", 0, 2, List.of(), GroupBy.DISTRICT, "Quorn");
    }

    private static LoadReport load(String title, String file) {
        return datasets()
                .load(
                        description(title, "LSOA_2011", "Quorn"),
                        "f.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        ANALYST);
    }
}
