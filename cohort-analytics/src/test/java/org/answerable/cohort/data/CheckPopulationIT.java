package org.answerable.cohort.data;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.datasets;
import static org.answerable.cohort.CohortDatabase.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.PopulationCheck;
import org.answerable.cohort.Progress;
import org.answerable.cohort.SharedCases;
import org.answerable.cohort.SyntheticRequest;
import org.answerable.cohort.SyntheticResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registrations held against the population of their areas. */
class CheckPopulationIT {

    private String population;
    private SyntheticResult made;

    @BeforeEach
    void children_invented_from_a_population() throws Exception {
        population =
                population(
                        Files.readString(
                                SharedCases.population(
                                        "lincolnshire_lsoa11_mid2020_age0-5_imd2019.csv")));
        made =
                CohortDatabase.synthetic()
                        .make(
                                new SyntheticRequest(population, "Checked", 3, 2, 3, 3),
                                ANALYST,
                                Progress.NONE);
    }

    @Test
    void children_made_from_a_population_are_no_more_than_it_has() {
        PopulationCheck check = check(made.registrations().datasetId());

        assertThat(check.population()).isEqualTo(population);
        assertThat(check.ageFirst()).isZero();
        assertThat(check.ageLast()).isEqualTo(2);
        assertThat(check.areas()).isPositive();
        assertThat(check.registered()).isEqualTo(check.people()).isPositive();
        assertThat(check.above()).isZero();
        assertThat(check.largest()).isEmpty();
    }

    @Test
    void an_area_with_more_registered_children_than_people_is_named() throws Exception {
        String registrations = made.registrations().datasetId();
        String code =
                value(
                        "SELECT min(a.code) FROM cohort.registration r JOIN cohort.area a USING (area_key)"
                                + " JOIN cohort.dataset d ON d.id = r.dataset_id WHERE d.reference = '"
                                + registrations
                                + "'");
        String newest =
                population("lsoa11_code,age_0,age_1,age_2,age_3\n" + code + ",1,0,0,5000\n");
        PopulationCheck check = check(registrations);

        assertThat(check.population()).isEqualTo(newest);
        assertThat(check.areas()).isEqualTo(1);
        assertThat(check.above()).isEqualTo(1);
        assertThat(check.largest())
                .isEqualTo(List.of(new PopulationCheck.Row(code, check.registered(), 1)));
        assertThat(check.registered()).isGreaterThan(1);
    }

    @Test
    void what_is_no_registrations_has_no_such_check() {
        assertThat(datasets().checkPopulation(population, ANALYST)).isEmpty();
        assertThat(datasets().checkPopulation(made.contacts().datasetId(), ANALYST)).isEmpty();
        assertThatThrownBy(() -> datasets().checkPopulation(population, OFFICER))
                .isInstanceOf(NotAllowed.class);
    }

    private static PopulationCheck check(String registrations) {
        return datasets().checkPopulation(registrations, ANALYST).orElseThrow();
    }

    private static String population(String file) {
        return datasets()
                .load(
                        CohortDatabase.description(
                                "For the check of populations", "LSOA_2011", "Lincolnshire"),
                        "p.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        ANALYST)
                .datasetId();
    }
}
