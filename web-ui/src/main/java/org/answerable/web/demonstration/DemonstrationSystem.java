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
import org.answerable.cohort.Cohort;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Age;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.CohortDefinition.Time;
import org.answerable.cohort.Cohorts;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.Figures;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Breakdown;
import org.answerable.cohort.MeasureRequest.Measure;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.SyntheticRequest;
import org.answerable.cohort.SyntheticResult;
import org.answerable.cohort.SyntheticSystems;

/**
 * A small invented system with one cohort and one figure, so that the pages of cohorts are not empty.
 * Children, areas and contacts are all invented.
 */
@ApplicationScoped
public class DemonstrationSystem {

    private static final System.Logger LOG = System.getLogger(DemonstrationSystem.class.getName());
    private static final String FILE = "invented-lsoas.csv";
    private static final LocalDate DAY = LocalDate.of(2024, 3, 31);
    private static final int UNDER = 3;
    private static final int YEARS = 3;
    private static final long SEED = 2024;
    private static final Actor ANALYST =
            new Actor("analyst", "Anil Analyst", DemonstrationData.COUNCIL, Set.of(Role.ANALYST));
    private static final DatasetDescription POPULATION =
            new DatasetDescription(
                    "Invented population for training",
                    "Answerable, invented data",
                    "Invented",
                    DAY,
                    "None: invented",
                    "Invented data for training. It says nothing about any real place.",
                    "PERSON",
                    DAY,
                    "AT_SNAPSHOT",
                    "REGISTERED",
                    "LSOA_2021",
                    "Four invented districts",
                    "Every number and every area of it is invented.");

    @Inject private Datasets datasets;
    @Inject private SyntheticSystems systems;
    @Inject private Cohorts cohorts;
    @Inject private Figures figures;

    /** Makes it; without a key for pseudonyms there is none, and the log says so. */
    public void add() {
        try {
            String population = population();
            SyntheticResult made =
                    systems.make(
                            new SyntheticRequest(
                                    population, "Invented system", UNDER, 100, YEARS, SEED),
                            ANALYST,
                            Progress.NONE);
            // A population has no mark of being invented; so no figure shall be made of it itself.
            datasets.withdraw(
                    population, "Invented: only the invented system was made of it.", ANALYST);
            Cohort cohort =
                    cohorts.define(
                            seenInTheYear(
                                    made.registrations().datasetId(), made.contacts().datasetId()),
                            ANALYST);
            figures.compute(
                    new MeasureRequest(
                            cohort.id(),
                            cohort.version(),
                            Measure.PROPORTION,
                            Breakdown.AREA,
                            "",
                            1,
                            "",
                            ""),
                    ANALYST);
            cohorts.count(cohort.definition(), ANALYST);
        } catch (Conflict noKey) {
            LOG.log(System.Logger.Level.WARNING, "No invented system: " + noKey.getMessage());
        }
    }

    private static CohortDefinition seenInTheYear(String registrations, String contacts) {
        return new CohortDefinition(
                "Families with a child under 3 seen in the year",
                "family",
                new Age(0, UNDER * 12, "ever-in-window"),
                Time.window(LocalDate.of(2023, 4, 1), DAY.plusDays(1)),
                List.of(),
                registrations,
                contacts,
                List.of(new Contact(List.of(), List.of(), 1, null, null, null, null)),
                List.of());
    }

    private String population() {
        try (InputStream file =
                DemonstrationSystem.class.getResourceAsStream("/demonstration/" + FILE)) {
            LoadReport report = datasets.load(POPULATION, FILE, file, ANALYST);
            if (!report.accepted()) {
                throw new IllegalStateException("The invented population is faulty: " + report);
            }
            return report.datasetId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
