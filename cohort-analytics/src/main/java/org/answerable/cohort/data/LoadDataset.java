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
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.TooLarge;
import org.answerable.cohort.file.ReceivedBytes;
import org.answerable.cohort.file.SafeText;
import org.answerable.cohort.store.History;
import org.answerable.cohort.store.References;
import org.answerable.cohort.store.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * An analyst loads a file as a new dataset version: all of it, or nothing and a report of the
 * faults.
 */
@ApplicationScoped
public class LoadDataset {

    private static final int LONGEST_NAME = 200;

    private Transactions transactions;
    private Clock clock;
    private long maxBytes;

    protected LoadDataset() {}

    @Inject
    public LoadDataset(
            Transactions transactions,
            Clock clock,
            @ConfigProperty(name = "answerable.upload.max-bytes", defaultValue = "268435456")
                    long maxBytes) {
        this.transactions = transactions;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /** See {@link org.answerable.cohort.Datasets#load}. */
    public LoadReport load(
            DatasetDescription description,
            String fileName,
            InputStream in,
            Actor actor,
            Progress progress) {
        actor.require(Role.ANALYST);
        DatasetDescription checked = DescriptionRules.checked(description, clock);
        ReceivedBytes received = new ReceivedBytes(in, maxBytes);
        String name =
                fileName == null || fileName.isBlank()
                        ? "unnamed"
                        : SafeText.shown(fileName, LONGEST_NAME);
        try {
            return transactions.runAlone(c -> keep(c, checked, name, received, actor, progress));
        } catch (Refused e) {
            LoadReport report = e.report();
            note(actor, checked.title(), "refused: " + report.rejectedCount() + " faults");
            return report;
        } catch (TooLarge e) {
            note(actor, checked.title(), "refused: larger than " + maxBytes + " bytes");
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
            Progress progress)
            throws SQLException {
        long key = DatasetRegister.nextKey(connection);
        PopulationFile file = new PopulationFile(received, progress);
        file.copyInto(connection, key, description);
        if (!file.rejections().none()) {
            throw new Refused(refusal(file, received));
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
                        description,
                        fileName,
                        received.count(),
                        sha256,
                        file,
                        actor,
                        now);
        History.add(
                connection,
                now,
                actor,
                History.Event.DATASET_LOADED,
                reference,
                "version " + version + ", " + file.rows() + " rows, SHA-256 " + sha256);
        return new LoadReport(
                true,
                reference,
                version,
                file.rows(),
                received.count(),
                sha256,
                file.rejections().first(),
                0);
    }

    private static LoadReport refusal(PopulationFile file, ReceivedBytes received) {
        return new LoadReport(
                false,
                null,
                0,
                file.rows(),
                received.count(),
                null,
                file.rejections().first(),
                file.rejections().count());
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
