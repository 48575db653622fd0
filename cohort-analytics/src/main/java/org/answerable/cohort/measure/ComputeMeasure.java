package org.answerable.cohort.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Cohort;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.data.DatasetRows;
import org.answerable.cohort.definition.CheckDefinition;
import org.answerable.cohort.definition.CheckedDefinition;
import org.answerable.cohort.definition.KeptCohorts;
import org.answerable.cohort.definition.LongStatement;
import org.answerable.cohort.definition.SqlText;
import org.answerable.cohort.export.FigureCsv;
import org.answerable.cohort.store.FigureTableRows;
import org.answerable.cohort.store.References;
import org.answerable.cohort.store.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.PGConnection;

/** An analyst asks a question of a cohort and gets a figure, kept with all that explains it. */
@ApplicationScoped
public class ComputeMeasure {

    private Transactions transactions;
    private Clock clock;
    private Duration limit;

    protected ComputeMeasure() {}

    @Inject
    public ComputeMeasure(
            Transactions transactions,
            Clock clock,
            @ConfigProperty(name = "answerable.query.seconds", defaultValue = "60")
                    double seconds) {
        this.transactions = transactions;
        this.clock = clock;
        this.limit = Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }

    /** See {@link org.answerable.cohort.Figures#compute(MeasureRequest, Actor, Progress)}. */
    public Figure compute(MeasureRequest request, Actor actor, Progress progress) {
        actor.require(Role.ANALYST);
        return transactions.runAlone(
                c -> {
                    progress.worksIn(c.unwrap(PGConnection.class).getBackendPID());
                    return compute(c, request, actor);
                });
    }

    /** The table of a question asked before, counted again. */
    FigureTable table(MeasureRequest request) {
        return transactions.runAlone(
                c -> {
                    Question question = question(c, request);
                    return run(c, question, sql(c, question));
                });
    }

    private Figure compute(Connection connection, MeasureRequest request, Actor actor)
            throws SQLException {
        Question question = question(connection, request);
        DatasetRows.insistOffered(
                connection,
                "cohortId",
                question.sources().stream().map(Figure.Source::datasetId).toArray(String[]::new));
        SqlText sql = sql(connection, question);
        FigureTable table = run(connection, question, sql);
        MeasureWording words = question.words();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Figure figure =
                new Figure(
                        References.next(connection, 'F', LocalDate.now(clock).getYear()),
                        words.title(),
                        words.sentence(),
                        words.unit(),
                        words.time(),
                        question.definition().age().label(),
                        question.request(),
                        question.sources(),
                        table,
                        FigureCsv.sha256(table),
                        sql.query(),
                        words.method(question.cohort()),
                        SoftwareVersion.current(),
                        now,
                        actor.displayName(),
                        actor.authority(),
                        null);
        FigureTableRows.add(connection, figure, actor);
        return figure;
    }

    private FigureTable run(Connection connection, Question question, SqlText sql)
            throws SQLException {
        LongStatement.prepare(connection, limit, question.definition().source());
        try {
            FigureTable table =
                    new MeasureTable(question.request(), question.words()).run(connection, sql);
            new MeasureCheck(question.request(), question.definition(), question.sources().get(0))
                    .insist(table);
            return table;
        } catch (SQLException e) {
            throw LongStatement.explained(e, limit);
        }
    }

    private static SqlText sql(Connection connection, Question question) throws SQLException {
        return new MeasureSql(question.request(), question.definition()).text(connection);
    }

    private static Question question(Connection connection, MeasureRequest asked)
            throws SQLException {
        Cohort cohort =
                KeptCohorts.find(connection, asked.cohortId(), asked.cohortVersion())
                        .orElseThrow(
                                () ->
                                        new InvalidInput(
                                                "cohortId",
                                                "There is no such version of a cohort. Choose one"
                                                        + " from the list of cohorts."));
        CohortDefinition d = cohort.definition();
        CheckedDefinition definition = CheckDefinition.check(d, connection);
        MeasureRequest request = MeasureRules.checked(asked, d, connection);
        List<Dataset> datasets = new ArrayList<>();
        datasets.add(DatasetRows.find(connection, d.registrations()).orElseThrow());
        if (d.contacts() != null) {
            datasets.add(DatasetRows.find(connection, d.contacts()).orElseThrow());
        }
        if (request.by() == MeasureRequest.Breakdown.DECILE) {
            DatasetRows.newestDeprivation(connection).ifPresent(datasets::add);
        }
        return new Question(
                request,
                cohort,
                definition,
                new MeasureWording(request, definition, datasets.get(0)),
                datasets.stream().map(Sources::of).toList());
    }

    private record Question(
            MeasureRequest request,
            Cohort cohort,
            CheckedDefinition definition,
            MeasureWording words,
            List<Figure.Source> sources) {}
}
