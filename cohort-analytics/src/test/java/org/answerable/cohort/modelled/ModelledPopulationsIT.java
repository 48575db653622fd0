package org.answerable.cohort.modelled;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.datasets;
import static org.answerable.cohort.CohortDatabase.figures;
import static org.answerable.cohort.loading.LoadedFile.dataset;
import static org.answerable.cohort.loading.LoadedFile.gp;
import static org.answerable.cohort.loading.LoadedFile.load;
import static org.answerable.cohort.loading.LoadedFile.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.ModelledPopulations;
import org.answerable.cohort.ModelledRequest;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.Progress;
import org.answerable.cohort.store.Transactions;
import org.junit.jupiter.api.Test;

/** Registered people by LSOA and age from the two files of NHS England; practices invented. */
class ModelledPopulationsIT {

    private static final ModelledPopulations MODELLED =
            new ModelRegisteredByArea(datasets(), new Transactions(CohortDatabase.dataSource()));

    @Test
    void two_files_give_a_dataset_that_says_what_it_is() {
        String byAge = byAge("2024-07-01", "Y90001,300,700", "Y90002,40,0", "Y90003,5,5");
        String byArea =
                byArea(
                        "01JUL2024",
                        "Y90001,E01026001,400",
                        "Y90001,E01026002,600",
                        "Y90002,E01026002,40",
                        "Y90004,E01026002,9",
                        "Y90001,CLOSED,3");

        LoadReport report =
                MODELLED.registeredByArea(
                        new ModelledRequest(" Registered by LSOA and age ", byAge, byArea),
                        ANALYST,
                        Progress.NONE);

        assertThat(report.accepted()).as("%s", report.rejected()).isTrue();
        Dataset made = dataset(report);
        assertThat(made.description().title()).isEqualTo("Registered by LSOA and age");
        assertThat(made.description().sourceSystem()).isEqualTo("Modelled from PDS");
        assertThat(made.description().vintage()).isEqualTo("LSOA_2021");
        assertThat(made.description().geographyBasis()).isEqualTo("RESIDENT");
        assertThat(made.description().asAt()).isEqualTo("2024-07-01");
        assertThat(made.ageLast()).isEqualTo(94);
        assertThat(made.openFrom()).isEqualTo(95);
        assertThat(made.description().caveats())
                .contains(
                        "Modelled, not counted: from " + byAge + " and " + byArea,
                        "Left out: 3 patients without an area in England.",
                        "Left out: 9 patients of 1 practices that have no numbers by age.",
                        "Left out: 10 people of 1 practices that have no numbers by area.");

        Figure figure =
                figures()
                        .compute(
                                new FigureRequest(
                                        made.id(),
                                        "Registered children aged 0 and 1 by LSOA",
                                        0,
                                        2,
                                        List.of(),
                                        GroupBy.AREA,
                                        "Somewhere"),
                                ANALYST);
        assertThat(figure.table().rows())
                .extracting(FigureTable.Row::code, FigureTable.Row::counts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("E01026001", List.of(120L, 280L)),
                        org.assertj.core.groups.Tuple.tuple("E01026002", List.of(220L, 420L)));
    }

    @Test
    void what_does_not_belong_together_is_refused_by_field() {
        String july = byAge("2024-07-01", "Y90001,30,70");
        String april = byArea("01APR2024", "Y90001,E01026001,100");

        assertThat(faults(" ", april, july)).containsExactly("title", "byAge", "byArea");
        assertThat(faults("x", null, "D-1999-0001")).containsExactly("byAge", "byArea");
        assertThatThrownBy(
                        () ->
                                MODELLED.registeredByArea(
                                        new ModelledRequest("x", july, april),
                                        ANALYST,
                                        Progress.NONE))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.errors())
                                        .singleElement()
                                        .satisfies(
                                                f -> {
                                                    assertThat(f.field()).isEqualTo("byArea");
                                                    assertThat(f.message())
                                                            .contains("2024-07-01", "2024-04-01");
                                                }));
        assertThatThrownBy(
                        () ->
                                MODELLED.registeredByArea(
                                        new ModelledRequest("x", july, april),
                                        OFFICER,
                                        Progress.NONE))
                .isInstanceOf(NotAllowed.class);
    }

    private static List<String> faults(String title, String byAge, String byArea) {
        return catchThrowableOfType(
                        InvalidInput.class,
                        () ->
                                MODELLED.registeredByArea(
                                        new ModelledRequest(title, byAge, byArea),
                                        ANALYST,
                                        Progress.NONE))
                .errors()
                .stream()
                .map(FieldError::field)
                .toList();
    }

    /**
     * @param practices code, people aged 0, people aged 1
     */
    private static String byAge(String day, String... practices) {
        StringBuilder file =
                new StringBuilder(
                        "EXTRACT_DATE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,ORG_CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n");
        for (String practice : practices) {
            String[] part = practice.split(",");
            for (String sex : List.of("MALE", "FEMALE")) {
                for (int age = 0; age <= 95; age++) {
                    String people = age < 2 && sex.equals("MALE") ? part[age + 1] : "0";
                    file.append(day + ",71E,E38000100," + part[0] + ",LN1 1AA," + sex + ",")
                            .append(age == 95 ? "95+" : "" + age)
                            .append("," + people + "\n");
                }
            }
        }
        return loaded(load(null, gp("By age " + System.nanoTime(), "PDS"), file.toString()));
    }

    /**
     * @param rows practice, area, patients
     */
    private static String byArea(String day, String... rows) {
        StringBuilder file =
                new StringBuilder(
                        "PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,LSOA_CODE,SEX,NUMBER_OF_PATIENTS\n");
        for (String row : rows) {
            String[] part = row.split(",");
            file.append(
                    "GP_PRAC_PAT_LIST,%s,%s,NAME,%s,ALL,%s\n"
                            .formatted(day, part[0], part[1], part[2]));
        }
        return loaded(
                load(
                        null,
                        said("By LSOA " + System.nanoTime(), "PDS", "LSOA_2021", null, null),
                        file.toString()));
    }

    private static String loaded(LoadReport report) {
        assertThat(report.accepted()).as("%s", report.rejected()).isTrue();
        return report.datasetId();
    }
}
