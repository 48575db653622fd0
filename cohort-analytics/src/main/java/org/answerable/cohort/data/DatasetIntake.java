package org.answerable.cohort.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.answerable.cohort.Actor;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.TooLarge;
import org.answerable.cohort.file.ReceivedBytes;
import org.answerable.cohort.file.Rejections;
import org.answerable.cohort.file.SafeText;
import org.answerable.cohort.store.History;
import org.answerable.cohort.store.References;
import org.answerable.cohort.store.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes one file in as a new dataset, whatever its form: in one transaction, hashed, held to the
 * size limit, written to the register and the history; all of it, or nothing and a report of the
 * faults.
 */
@ApplicationScoped
public class DatasetIntake {

    private static final int LONGEST_NAME = 200;

    private Transactions transactions;
    private Clock clock;
    private long maxBytes;

    protected DatasetIntake() {}

    @Inject
    public DatasetIntake(
            Transactions transactions,
            Clock clock,
            @ConfigProperty(name = "answerable.upload.max-bytes", defaultValue = "268435456")
                    long maxBytes) {
        this.transactions = transactions;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /** The rows of one form of file. */
    public interface Content {

        /**
         * Reads the file to its end and writes its rows under the key. Faults are noted, not
         * thrown.
         */
        DatasetFacts copyInto(
                Connection connection, long key, ReceivedBytes file, Rejections rejections)
                throws SQLException;
    }

    /**
     * @param description checked already
     * @return what was kept, or the faults
     * @throws TooLarge the file is larger than {@link #maxBytes()}
     */
    public LoadReport take(
            DatasetDescription description,
            String fileName,
            InputStream in,
            Actor actor,
            Content content) {
        return take(description, fileName, in, maxBytes, actor, content);
    }

    /**
     * The same with a limit of its own, for what does not come from outside.
     *
     * @throws TooLarge the file is larger than the limit
     */
    public LoadReport take(
            DatasetDescription description,
            String fileName,
            InputStream in,
            long limit,
            Actor actor,
            Content content) {
        ReceivedBytes received = new ReceivedBytes(in, limit);
        String name =
                fileName == null || fileName.isBlank()
                        ? "unnamed"
                        : SafeText.shown(fileName, LONGEST_NAME);
        try {
            return transactions.runAlone(c -> keep(c, description, name, received, actor, content));
        } catch (Refused e) {
            LoadReport report = e.report();
            note(actor, description.title(), "refused: " + report.rejectedCount() + " faults");
            return report;
        } catch (TooLarge e) {
            note(actor, description.title(), "refused: larger than " + limit + " bytes");
            throw e;
        }
    }

    public long maxBytes() {
        return maxBytes;
    }

    private LoadReport keep(
            Connection connection,
            DatasetDescription description,
            String fileName,
            ReceivedBytes received,
            Actor actor,
            Content content)
            throws SQLException {
        long key = DatasetRegister.nextKey(connection);
        Rejections rejections = new Rejections();
        DatasetFacts facts = content.copyInto(connection, key, received, rejections);
        if (!rejections.none()) {
            throw new Refused(
                    new LoadReport(
                            false,
                            null,
                            0,
                            facts.rows(),
                            received.count(),
                            null,
                            rejections.first(),
                            rejections.count()));
        }
        // Only now, so that the lock on the counter is held for the last moment of a long load.
        Instant now = clock.instant();
        String reference = References.next(connection, 'D', LocalDate.now(clock).getYear());
        String sha256 = received.sha256();
        int version =
                DatasetRegister.add(
                        connection,
                        key,
                        reference,
                        noted(description, facts),
                        facts,
                        new DatasetRegister.Received(fileName, received.count(), sha256),
                        actor,
                        now);
        History.add(
                connection,
                now,
                actor,
                History.Event.DATASET_LOADED,
                reference,
                "version " + version + ", " + facts.rows() + " rows, SHA-256 " + sha256);
        return new LoadReport(
                true,
                reference,
                version,
                facts.rows(),
                received.count(),
                sha256,
                rejections.first(),
                0);
    }

    /** What the loader found out is printed with every figure, as the caveats are. */
    private static DatasetDescription noted(DatasetDescription description, DatasetFacts facts) {
        return facts.notes().isEmpty()
                ? description
                : description.withCaveats(
                        (description.caveats() + "\n" + String.join("\n", facts.notes())).strip());
    }

    private void note(Actor actor, String title, String detail) {
        transactions.run(
                c -> {
                    History.add(
                            c, clock.instant(), actor, History.Event.LOAD_REFUSED, title, detail);
                    return null;
                });
    }

    /** Ends the transaction without keeping anything; carries the report out of it. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient LoadReport report;

        Refused(LoadReport report) {
            super("The file has faults", null, false, false);
            this.report = report;
        }

        LoadReport report() {
            return report;
        }
    }
}
