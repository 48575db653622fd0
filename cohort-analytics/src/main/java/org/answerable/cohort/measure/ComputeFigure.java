package org.answerable.cohort.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Role;
import org.answerable.cohort.export.FigureCsv;
import org.answerable.cohort.quantity.TimeBasis;
import org.answerable.cohort.store.FigureTableRows;
import org.answerable.cohort.store.References;
import org.answerable.cohort.store.Transactions;

/** An analyst asks a question of a dataset and gets a figure, kept with all that explains it. */
@ApplicationScoped
public class ComputeFigure {

    /** More rows than this are a dataset, not a figure. */
    private static final int MOST_ROWS = 5_000;

    private Transactions transactions;
    private Datasets datasets;
    private Clock clock;

    protected ComputeFigure() {}

    @Inject
    public ComputeFigure(Transactions transactions, Datasets datasets, Clock clock) {
        this.transactions = transactions;
        this.datasets = datasets;
        this.clock = clock;
    }

    /** See {@link org.answerable.cohort.Figures#compute}. */
    public Figure compute(FigureRequest asked, Actor actor) {
        actor.require(Role.ANALYST);
        String id = asked.datasetId() == null ? "" : asked.datasetId();
        Dataset dataset =
                datasets.find(id, actor)
                        .orElseThrow(
                                () ->
                                        new InvalidInput(
                                                "datasetId",
                                                "There is no such dataset. Choose one from the list of"
                                                        + " datasets."));
        if (dataset.withdrawn()) {
            throw new InvalidInput(
                    "datasetId",
                    "This dataset was withdrawn: "
                            + dataset.withdrawal().reason()
                            + " Choose another.");
        }
        if (dataset.kind() != DatasetKind.POPULATION) {
            throw new InvalidInput(
                    "datasetId",
                    "This dataset holds no people by area and age. Choose a population; children and"
                            + " contacts are counted by a cohort.");
        }
        FigureRequest request = FigureRules.checked(asked, dataset);
        return transactions.run(c -> compute(c, request, dataset, actor));
    }

    private Figure compute(
            Connection connection, FigureRequest request, Dataset dataset, Actor actor)
            throws SQLException {
        FigureWording words = new FigureWording(request, dataset);
        PopulationCount count = new PopulationCount(request);
        FigureTable table = count.run(connection, words.areaHeading());
        if (request.groupBy() == GroupBy.AREA && table.rows().size() > MOST_ROWS) {
            throw new InvalidInput(
                    "groupBy",
                    "This has "
                            + table.rows().size()
                            + " areas; a figure holds at most 5,000. Choose districts, or break it down"
                            + " by district.");
        }
        if (request.groupBy() == GroupBy.DECILE
                && table.rows().stream().allMatch(r -> r.label().equals("Without a rank"))) {
            throw new InvalidInput(
                    "groupBy",
                    "No tenth of deprivation is known of these areas. Load the indices of deprivation"
                            + " of the same areas first.");
        }
        DatasetDescription d = dataset.description();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Figure figure =
                new Figure(
                        References.next(connection, 'F', LocalDate.now(clock).getYear()),
                        words.title(),
                        words.sentence(),
                        words.unit().plural(),
                        new TimeBasis.Snapshot(d.asAt()).inWords(),
                        words.ageLabel(),
                        request,
                        List.of(Sources.of(dataset)),
                        table,
                        FigureCsv.sha256(table),
                        count.query(),
                        words.method(),
                        SoftwareVersion.current(),
                        now,
                        actor.displayName(),
                        actor.authority(),
                        null);
        FigureTableRows.add(connection, figure, actor);
        return figure;
    }
}
