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
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.Figures;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Role;

/** The real population of the seven districts, and the figure that answers the first question. */
@ApplicationScoped
public class DemonstrationFigures {

    private static final String FILE = "lincolnshire-districts-mid-2020.csv";
    private static final int OLDEST_COUNTED = 2;
    private static final Actor ANALYST =
            new Actor("analyst", "Anil Analyst", DemonstrationData.COUNCIL, Set.of(Role.ANALYST));
    private static final DatasetDescription DESCRIPTION =
            new DatasetDescription(
                    "Children aged 0 to 5 in the districts of Lincolnshire, mid-2020",
                    "Office for National Statistics",
                    "ONS mid-year population estimates",
                    LocalDate.of(2021, 6, 25),
                    "Open Government Licence v3.0",
                    "Source: Office for National Statistics licensed under the Open Government"
                            + " Licence v3.0",
                    "PERSON",
                    LocalDate.of(2020, 6, 30),
                    "AT_SNAPSHOT",
                    "RESIDENT",
                    "LAD_2021",
                    "Lincolnshire",
                    "An estimate of residents, rolled forward from the 2011 Census and since"
                            + " re-based by the publisher. It is not a count of registered patients and"
                            + " is no answer about 2024.");

    @Inject private Datasets datasets;
    @Inject private Figures figures;

    /** The reference of the figure. */
    String add() {
        LoadReport report = load();
        if (!report.accepted()) {
            throw new IllegalStateException("The demonstration dataset is faulty: " + report);
        }
        FigureRequest children =
                new FigureRequest(
                        report.datasetId(),
                        "",
                        0,
                        OLDEST_COUNTED + 1,
                        List.of(),
                        GroupBy.DISTRICT,
                        "Lincolnshire");
        return figures.compute(children, ANALYST).id();
    }

    private LoadReport load() {
        try (InputStream file =
                DemonstrationFigures.class.getResourceAsStream("/demonstration/" + FILE)) {
            return datasets.load(DESCRIPTION, FILE, file, ANALYST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
