package org.answerable.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.Figures;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.NeedEstimates;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NeedQuestion.Pattern;
import org.answerable.cohort.NeedQuestion.Provision;
import org.answerable.cohort.NeedQuestion.Shares;
import org.answerable.cohort.NeedQuestion.Source;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;

/**
 * What the third question of the published answer 9260205 asks: need under each assumption, for the children
 * under 2 that the answer states, beside what the demonstration directory knows to be commissioned.
 */
@ApplicationScoped
public class DemonstrationNeed {

    private static final String FILE = "registered-children-april-2024.csv";
    private static final LocalDate COUNTED = LocalDate.of(2024, 4, 2);
    private static final LocalDate ASKED = LocalDate.of(2024, 3, 21);
    private static final int UNDER = 2;
    private static final int DRAWS = 10_000;
    private static final long SEED = 9260205;
    private static final Actor ANALYST =
            new Actor("analyst", "Anil Analyst", DemonstrationData.COUNCIL, Set.of(Role.ANALYST));
    private static final DatasetDescription DESCRIPTION =
            new DatasetDescription(
                    "Children registered with a GP in Lincolnshire, by year of age",
                    "Lincolnshire County Council",
                    "GP registration lists, as stated in published answer 9260205",
                    LocalDate.of(2024, 4, 9),
                    "Open Government Licence v3.0",
                    "Contains information of Lincolnshire County Council under the Open Government"
                            + " Licence v3.0",
                    "PERSON",
                    COUNTED,
                    "AT_SNAPSHOT",
                    "REGISTERED",
                    "COUNTY_2021",
                    "Lincolnshire",
                    "Three numbers as published. In that month the lists moved from one system to another, and"
                            + " the answer does not say which it used.");

    @Inject private Datasets datasets;
    @Inject private Figures figures;
    @Inject private NeedEstimates estimates;

    /** The reference of the estimate. */
    String add() {
        String figure =
                figures.compute(
                                new FigureRequest(
                                        dataset(),
                                        "",
                                        0,
                                        UNDER,
                                        List.of(),
                                        GroupBy.AREA,
                                        "Lincolnshire"),
                                ANALYST)
                        .id();
        return estimates.keep(question(figure), ANALYST, Progress.NONE).id();
    }

    private String dataset() {
        try (InputStream file =
                DemonstrationNeed.class.getResourceAsStream("/demonstration/" + FILE)) {
            LoadReport report = datasets.load(DESCRIPTION, FILE, file, ANALYST);
            if (!report.accepted()) {
                throw new IllegalStateException("The registered children are faulty: " + report);
            }
            return report.datasetId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The planning figure, ordinary families, and all samples worldwide: the same weight for each. */
    private static NeedQuestion question(String figure) {
        double weight = 1 / 3.0;
        return new NeedQuestion(
                "Babies in Lincolnshire who may need help with the bond to their parents",
                figure,
                List.of(),
                new Shares(
                        Pattern.SAME,
                        List.of(
                                new Source("P1", null, "", null, null, weight),
                                new Source("P2", null, "", null, null, weight),
                                new Source("P5", null, "", null, null, weight)),
                        List.of(),
                        null),
                Coupling.SHARED,
                0,
                false,
                DRAWS,
                SEED,
                new Provision(List.of("E10000019"), "parent-infant-relationship", ASKED, null),
                null,
                "");
    }
}
