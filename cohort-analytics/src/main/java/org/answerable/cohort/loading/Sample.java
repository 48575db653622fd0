package org.answerable.cohort.loading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.file.CsvFiles;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.file.UnreadableFile;

/** The beginning of a file, looked at before the rest is read. */
final class Sample {

    private static final int SIZE = 1 << 16;

    /** A sheet saved as CSV has its title and notes above the header. */
    private static final int LINES_ABOVE = 12;

    private final byte[] beginning;
    private final InputStream rest;

    private Sample(byte[] beginning, InputStream rest) {
        this.beginning = beginning;
        this.rest = rest;
    }

    static Sample of(InputStream in) {
        try {
            return new Sample(in.readNBytes(SIZE), in);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off", e);
        }
    }

    /** The whole file, from its first byte. */
    InputStream whole() {
        return new SequenceInputStream(new ByteArrayInputStream(beginning), rest);
    }

    /** What it says of itself; nothing when it cannot be read, which the load then reports. */
    FileTells tells(DatasetKind wanted) {
        try {
            CsvFiles files = new CsvFiles(new ByteArrayInputStream(beginning), Long.MAX_VALUE);
            if (!files.next()) {
                return FileTells.NOTHING;
            }
            if (BoundariesFile.looksLike(files)) {
                return new FileTells(
                        DatasetKind.BOUNDARIES, null, BoundariesFile.vintage(beginning), null);
            }
            return tells(new CsvRecords(files.stream()), wanted);
        } catch (UnreadableFile | IOException | java.time.DateTimeException e) {
            return FileTells.NOTHING;
        }
    }

    private static FileTells tells(CsvRecords records, DatasetKind wanted) throws IOException {
        Optional<Found> found = find(records, wanted);
        if (found.isEmpty()) {
            return FileTells.NOTHING;
        }
        FileForm form = found.get().form();
        Header header = found.get().header();
        String vintage =
                switch (form) {
                    case WIDE_POPULATION ->
                            org.answerable.cohort.data.PopulationFile.vintageOf(records);
                    case GP_AGES, GP_TOTALS -> "GP_PRACTICE";
                    case GP_REGIONS, GP_AREAS, NOMIS -> null;
                    case DEPRIVATION -> DeprivationFile.vintage(header);
                    case POSTCODES -> header.like("lsoa21(cd)?") >= 0 ? "LSOA_2021" : "LSOA_2011";
                    case LOOKUP -> LookupColumn.finest(header);
                };
        int dateColumn = header.at("extract date");
        LocalDate extracted =
                dateColumn >= 0 && records.next() && records.fields() == header.size()
                        ? ExtractDates.day(records.text(dateColumn))
                        : null;
        return new FileTells(form.kind(), form, vintage, extracted);
    }

    /** A header that is known, and where. */
    record Found(FileForm form, Header header) {}

    /** Reads until the reader stands on a header that is known. */
    static Optional<Found> find(CsvRecords records, DatasetKind wanted) throws IOException {
        for (int i = 0; i < LINES_ABOVE && records.next(); i++) {
            Header header = Header.of(records);
            Optional<FileForm> form = FileForm.of(header, wanted);
            if (form.isPresent()) {
                return Optional.of(new Found(form.get(), header));
            }
        }
        return Optional.empty();
    }

    /** The header that a file without a known one probably has: its first line with several columns. */
    static Header likeliest(CsvRecords records) throws IOException {
        Header first = null;
        for (int i = 0; i < LINES_ABOVE && records.next(); i++) {
            Header header = Header.of(records);
            if (header.size() > 1) {
                return header;
            }
            first = first == null ? header : first;
        }
        if (first == null) {
            throw new UnreadableFile(1, "The file is empty.");
        }
        return first;
    }

    byte[] beginning() {
        return beginning;
    }
}
