package org.answerable.web.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.answerable.web.container.Lincolnshire.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Set;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.Figure;
import org.answerable.cohort.Figures;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.RejectedRow;
import org.answerable.cohort.Role;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Loading, counting and releasing in the server. */
@ExtendWith(ArquillianExtension.class)
class CohortAnalyticsIT {

    private static final Actor OFFICER =
            new Actor("ole", "Ole Officer", "shire-cc", Set.of(Role.OFFICER));

    /** More than the pool holds connections. */
    private static final int MANY = 25;

    @Inject private Datasets datasets;
    @Inject private Figures figures;
    @Inject private UserTransaction transaction;

    @Deployment
    static WebArchive server() {
        return Built.with(CohortAnalyticsIT.class, Lincolnshire.class);
    }

    @Test
    void a_file_loaded_by_copy_on_a_pooled_connection_gives_the_published_numbers() {
        LoadReport report = Lincolnshire.load(datasets, "Children by district");

        Figure figure = Lincolnshire.children(figures, report.datasetId());

        assertThat(report.rows()).isEqualTo(7);
        assertThat(figure.table().total().counts()).containsExactly(6719L, 7098L, 7637L);
        assertThat(figure.source().sha256()).isEqualTo(report.sha256());
        assertThat(history("DATASET_LOADED", report.datasetId())).isEqualTo(1);
        assertThat(figures.recompute(figure.id(), ANALYST).unchanged()).isTrue();
    }

    @Test
    void a_refused_load_keeps_no_row_and_is_noted() {
        long before = kept();

        LoadReport report = Lincolnshire.load(datasets, "Refused", faulty());

        assertThat(report.accepted()).isFalse();
        assertThat(report.rejected()).extracting(RejectedRow::line).containsExactly(3L);
        assertThat(kept()).isEqualTo(before);
        assertThat(history("LOAD_REFUSED", "Refused")).isEqualTo(1);
    }

    @Test
    void a_refused_load_leaves_the_transaction_of_its_caller_alone() throws Exception {
        transaction.begin();
        LoadReport refused = Lincolnshire.load(datasets, "Refused within", faulty());
        int status = transaction.getStatus();
        LoadReport accepted = Lincolnshire.load(datasets, "Accepted within");
        transaction.commit();

        assertThat(refused.accepted()).isFalse();
        assertThat(status).isEqualTo(Status.STATUS_ACTIVE);
        assertThat(datasets.find(accepted.datasetId(), ANALYST)).isPresent();
    }

    @Test
    void a_refused_load_gives_its_connection_back() {
        for (int i = 0; i < MANY; i++) {
            assertThat(Lincolnshire.load(datasets, "Again and again", faulty()).accepted())
                    .isFalse();
        }

        assertThat(Lincolnshire.load(datasets, "At last").accepted()).isTrue();
    }

    @Test
    void a_rolled_back_figure_leaves_nothing_behind() throws Exception {
        String dataset = Lincolnshire.load(datasets, "For a figure rolled back").datasetId();
        long before = Rows.number("SELECT count(*) FROM cohort.figure");

        transaction.begin();
        Figure figure = Lincolnshire.children(figures, dataset);
        assertThat(figures.find(figure.id(), ANALYST)).isPresent();
        transaction.rollback();

        assertThat(figures.find(figure.id(), ANALYST)).isEmpty();
        assertThat(Rows.number("SELECT count(*) FROM cohort.figure")).isEqualTo(before);
        assertThat(Lincolnshire.children(figures, dataset).id())
                .as("the number was not spent")
                .isEqualTo(figure.id());
    }

    @Test
    void a_rolled_back_release_makes_nothing_public() throws Exception {
        String dataset = Lincolnshire.load(datasets, "For a release").datasetId();
        Figure figure = Lincolnshire.children(figures, dataset);

        transaction.begin();
        figures.release(figure.id(), "Cited, then thought better of", OFFICER);
        transaction.rollback();

        assertThat(figures.released(figure.id())).isEmpty();

        figures.release(figure.id(), "Cited in the answer", OFFICER);

        assertThat(figures.released(figure.id())).isPresent();
    }

    @Test
    void an_impossible_description_is_refused_before_the_file_is_read() {
        InputStream unread = new ByteArrayInputStream(new byte[] {1});

        assertThatThrownBy(() -> Lincolnshire.load(datasets, " ", unread))
                .isInstanceOf(InvalidInput.class);

        assertThat(unread).satisfies(stream -> assertThat(stream.available()).isEqualTo(1));
    }

    private static InputStream faulty() {
        String file =
                """
                lad21_code,district,age_0
                E07000136,Boston,718
                E07000137,East Lindsey,many
                """;
        return new ByteArrayInputStream(file.getBytes(UTF_8));
    }

    private static long kept() {
        return Rows.number(
                "SELECT (SELECT count(*) FROM cohort.dataset)"
                        + " + (SELECT count(*) FROM cohort.population_area)");
    }

    private static long history(String event, String subject) {
        return Rows.number(
                "SELECT count(*) FROM cohort.history WHERE event = '"
                        + event
                        + "' AND subject = '"
                        + subject
                        + "'");
    }
}
