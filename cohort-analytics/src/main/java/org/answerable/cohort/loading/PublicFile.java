package org.answerable.cohort.loading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.Progress;
import org.answerable.cohort.data.DatasetFacts;
import org.answerable.cohort.data.DatasetIntake;
import org.answerable.cohort.data.PopulationFile;
import org.answerable.cohort.file.CsvFiles;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.file.ReceivedBytes;
import org.answerable.cohort.file.Rejections;
import org.answerable.cohort.file.UnreadableFile;
import org.postgresql.PGConnection;

/** A file of which only the header tells what it is. */
final class PublicFile implements DatasetIntake.Content {

    private final Sample sample;
    private final DatasetKind kind;
    private final DatasetDescription description;
    private final long limit;
    private final Progress progress;

    /**
     * @param kind what it shall be taken for, or null
     */
    PublicFile(
            Sample sample,
            DatasetKind kind,
            DatasetDescription description,
            long limit,
            Progress progress) {
        this.sample = sample;
        this.kind = kind;
        this.description = description;
        this.limit = limit;
        this.progress = progress;
    }

    @Override
    public DatasetFacts copyInto(
            Connection connection, long key, ReceivedBytes file, Rejections rejections)
            throws SQLException {
        progress.worksIn(connection.unwrap(PGConnection.class).getBackendPID());
        CsvFiles files = new CsvFiles(file, limit);
        Loading loading =
                new Loading(connection, key, description, files, file, rejections, progress);
        DatasetFacts facts = null;
        try {
            files.next();
            facts = load(loading).noting(loading.notes());
            if (loading.sound()) {
                insistOnOneFile(files);
                files.finish();
            }
        } catch (UnreadableFile e) {
            rejections.add(e.line(), "", "", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off", e);
        }
        return facts == null
                ? DatasetFacts.of(kind == null ? DatasetKind.POPULATION : kind, loading.rows())
                : facts;
    }

    private DatasetFacts load(Loading loading) throws SQLException, IOException {
        if (BoundariesFile.looksLike(loading.files())) {
            if (kind != null && kind != DatasetKind.BOUNDARIES) {
                throw new UnreadableFile(
                        1,
                        "This is a GeoJSON file with boundaries, and it was to be loaded as \""
                                + kind.label()
                                + "\".");
            }
            return new BoundariesFile(loading).load();
        }
        CsvRecords records = new CsvRecords(loading.files().stream());
        Optional<Sample.Found> found = Sample.find(records, kind);
        if (found.isEmpty()) {
            throw unknown();
        }
        loading.begin(records, found.get().header());
        return switch (found.get().form()) {
            case WIDE_POPULATION -> wide(loading);
            case GP_AGES, GP_REGIONS, GP_TOTALS, NOMIS ->
                    new LongPopulationFile(loading, found.get().form()).load();
            case GP_AREAS -> new PracticeAreasFile(loading).load();
            case DEPRIVATION -> new DeprivationFile(loading).load();
            case POSTCODES -> new PostcodesFile(loading).load();
            case LOOKUP -> new LookupFile(loading).load();
        };
    }

    private UnreadableFile unknown() throws IOException {
        CsvFiles again = new CsvFiles(new ByteArrayInputStream(sample.beginning()), limit);
        again.next();
        return FileForm.unknown(Sample.likeliest(new CsvRecords(again.stream())), kind);
    }

    /** A zip may hold several files for forms that say whose row each is; no others. */
    private static void insistOnOneFile(CsvFiles files) throws IOException {
        if (files.isZip() && files.next()) {
            throw new UnreadableFile(
                    1,
                    "The zip holds a second file, "
                            + files.name()
                            + ". Load the files one by one.");
        }
    }

    private DatasetFacts wide(Loading loading) throws SQLException, IOException {
        DatasetFacts facts =
                new PopulationFile(description.vintage(), progress)
                        .rowsAfterHeader(
                                loading.connection(),
                                loading.key(),
                                loading.records(),
                                loading.received(),
                                loading.rejections());
        new VintageCheck(loading).ofPopulation();
        return facts;
    }
}
