package org.answerable.web.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.answerable.cohort.Actor;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.Figures;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Role;

/** The districts of Lincolnshire, from the file of real estimates that the application carries. */
final class Lincolnshire {

    static final Actor ANALYST = new Actor("ana", "Ana Analyst", "shire-cc", Set.of(Role.ANALYST));

    private static final String FILE = "/demonstration/lincolnshire-districts-mid-2020.csv";

    private Lincolnshire() {}

    static LoadReport load(Datasets datasets, String title) {
        return load(datasets, title, Lincolnshire.class.getResourceAsStream(FILE));
    }

    static LoadReport load(Datasets datasets, String title, InputStream file) {
        try (file) {
            return datasets.load(description(title), "districts.csv", file, ANALYST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Children aged 0, 1 and 2 by district. */
    static Figure children(Figures figures, String datasetId) {
        return figures.compute(
                new FigureRequest(datasetId, "", 0, 3, List.of(), GroupBy.DISTRICT, "Lincolnshire"),
                ANALYST);
    }

    private static DatasetDescription description(String title) {
        return new DatasetDescription(
                title,
                "Office for National Statistics",
                "ONS mid-year population estimates",
                LocalDate.of(2021, 6, 25),
                "Open Government Licence v3.0",
                "Source: Office for National Statistics",
                "PERSON",
                LocalDate.of(2020, 6, 30),
                "AT_SNAPSHOT",
                "RESIDENT",
                "LAD_2021",
                "Lincolnshire",
                "");
    }
}
