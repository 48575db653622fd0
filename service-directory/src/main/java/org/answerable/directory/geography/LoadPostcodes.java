package org.answerable.directory.geography;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.PostcodeLoad;
import org.answerable.directory.ReceivedFile;
import org.answerable.directory.RejectedRow;
import org.answerable.directory.geography.store.EditionTable;
import org.answerable.directory.geography.store.EditionTable.Counts;
import org.answerable.directory.geography.store.PostcodeRow;
import org.answerable.directory.geography.store.PostcodeTable;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads one file into an edition that nobody sees yet: in batches, each its own transaction, so that
 * memory and transactions stay small. A cut to some areas takes a first reading, which finds where they
 * are. Rows at fault are left out and kept for the report; too many of them refuse the file.
 */
final class LoadPostcodes {

    private static final int BATCH = 20_000;
    private static final int MOST_REJECTS = 100_000;
    private static final double MOST_REJECTED = 0.05;
    private static final String FIELD = "file";

    private final PostcodeTable postcodes;
    private final EditionTable editions;
    private final Clock clock;
    private final long id;
    private final Set<String> onlyAround;
    private final ReceivedFile file;

    private final List<PostcodeRow> rows = new ArrayList<>();
    private final List<RejectedRow> rejects = new ArrayList<>();
    private final AreaLookup names = new AreaLookup();
    private long read;
    private long kept;
    private long terminated;
    private long withoutPoint;
    private long northernIreland;
    private long elsewhere;
    private long rejected;

    LoadPostcodes(
            PostcodeTable postcodes,
            EditionTable editions,
            Clock clock,
            long id,
            PostcodeLoad load,
            ReceivedFile file) {
        this.postcodes = postcodes;
        this.editions = editions;
        this.clock = clock;
        this.id = id;
        this.onlyAround = Set.copyOf(load.onlyAround());
        this.file = file;
    }

    /**
     * Reads the file to its end.
     *
     * @return names of areas that came with it
     * @throws InvalidInput field {@code file}: it cannot be taken into use
     */
    AreaLookup read() throws IOException {
        Surroundings around = onlyAround.isEmpty() ? null : surroundings();
        boolean found = false;
        try (CsvParts parts = new CsvParts(file)) {
            CsvInput csv;
            while ((csv = parts.next()) != null) {
                if (!found && PostcodeColumns.areIn(csv.header())) {
                    found = true;
                    rows(csv, around, parts);
                } else if (AreaLookup.isIn(csv.header())) {
                    readNames(csv);
                }
            }
        }
        if (!found) {
            throw noPostcodes();
        }
        check();
        return names;
    }

    private Surroundings surroundings() throws IOException {
        Surroundings around = new Surroundings();
        try (CsvParts parts = new CsvParts(file)) {
            CsvInput csv;
            while ((csv = parts.next()) != null) {
                if (PostcodeColumns.areIn(csv.header())) {
                    PostcodeReader reader = new PostcodeReader(new PostcodeColumns(csv.header()));
                    CSVRecord record;
                    while ((record = csv.next()) != null) {
                        PostcodeRow row = reader.read(record, csv.line());
                        if (reader.faults().isEmpty() && belongs(row) && row.latitude() != null) {
                            around.add(row.latitude(), row.longitude());
                        }
                    }
                    if (around.isEmpty()) {
                        throw new InvalidInput(
                                "onlyAround",
                                "No postcode of the file lies in "
                                        + String.join(", ", onlyAround)
                                        + ". Check the codes");
                    }
                    return around;
                }
            }
        }
        throw noPostcodes();
    }

    private void rows(CsvInput csv, Surroundings around, CsvParts parts) {
        PostcodeColumns columns = new PostcodeColumns(csv.header());
        PostcodeReader reader = new PostcodeReader(columns);
        CSVRecord record;
        while ((record = csv.next()) != null) {
            read++;
            PostcodeRow row = reader.read(record, csv.line());
            if (row != null && row.postcode().startsWith("BT")) {
                northernIreland++;
            } else if (!reader.faults().isEmpty()) {
                rejected++;
                rejects.addAll(reader.faults());
            } else if (around != null && !near(row, around)) {
                elsewhere++;
            } else {
                rows.add(row);
            }
            if (read % BATCH == 0) {
                send(parts);
            }
        }
        send(parts);
    }

    private void send(CsvParts parts) {
        List<RejectedRow> repeated = postcodes.add(id, rows);
        Set<Long> lines =
                repeated.stream()
                        .map(RejectedRow::line)
                        .collect(java.util.stream.Collectors.toSet());
        for (PostcodeRow row : rows) {
            if (!lines.contains(row.line())) {
                kept++;
                terminated += row.terminated() == null ? 0 : 1;
                withoutPoint += row.latitude() == null ? 1 : 0;
            }
        }
        rejected += lines.size();
        rejects.addAll(repeated);
        postcodes.reject(id, rejects);
        rows.clear();
        rejects.clear();
        editions.reached(
                id,
                new Counts(
                        read,
                        kept,
                        terminated,
                        withoutPoint,
                        northernIreland,
                        elsewhere,
                        rejected,
                        parts.bytes()),
                clock.instant());
        if (rejected > MOST_REJECTS) {
            throw tooMany();
        }
    }

    /** Names are welcome, but no reason to refuse the postcodes. */
    private void readNames(CsvInput csv) {
        try {
            names.read(csv);
        } catch (InvalidInput unreadable) {
            System.getLogger(LoadPostcodes.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "A file of names was passed over: " + unreadable.getMessage());
        }
    }

    private void check() {
        if (kept == 0) {
            throw new InvalidInput(FIELD, "No postcode of the file could be kept");
        }
        if (rejected > MOST_REJECTED * read) {
            throw tooMany();
        }
    }

    private boolean near(PostcodeRow row, Surroundings around) {
        return belongs(row)
                || (row.latitude() != null && around.hold(row.latitude(), row.longitude()));
    }

    private boolean belongs(PostcodeRow row) {
        return has(row.county()) || has(row.district()) || has(row.icb()) || has(row.subIcb());
    }

    private boolean has(String code) {
        return code != null && onlyAround.contains(code);
    }

    private InvalidInput tooMany() {
        return new InvalidInput(
                FIELD,
                rejected
                        + " of "
                        + read
                        + " rows are at fault, more than one in twenty. The list says what is wrong");
    }

    private static InvalidInput noPostcodes() {
        return new InvalidInput(
                FIELD,
                "No CSV with the column pcds is in the file. Load the CSV of the ONS Postcode"
                        + " Directory, or the zip as it was downloaded");
    }
}
