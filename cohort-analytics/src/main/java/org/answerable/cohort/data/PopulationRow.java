package org.answerable.cohort.data;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.answerable.cohort.file.CheckedRows;
import org.answerable.cohort.file.CopyRows;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.file.Rejections;
import org.answerable.cohort.file.SafeText;
import org.answerable.cohort.file.UnreadableFile;

/**
 * One row of a population file, checked field by field while the reader stands on it. Reused from
 * row to row.
 */
final class PopulationRow implements CheckedRows.Row {

    /** The columns of the table that a row fills. */
    static final List<String> COLUMNS =
            List.of(
                    "dataset_id",
                    "area_code",
                    "area_name",
                    "district",
                    "total_population",
                    "ages",
                    "imd2019_decile",
                    "imd2019_rank",
                    "income2019_decile");

    private static final long BAD = -1;
    private static final long BLANK = -2;
    private static final int LONGEST_NAME = 200;
    private static final int MAX_DISTRICTS = 5_000;
    private static final int MAX_RANK = 100_000;

    private final CsvRecords records;
    private final PopulationHeader header;
    private final Rejections rejections;
    private final Set<Integer> prefixes;
    private final SeenAreas seen = new SeenAreas();
    private final Set<String> districts = new TreeSet<>();
    private final int[] ageColumns;
    private final int[] alsoColumns;
    private final int[] ages;
    private final Name areaNames;
    private final Name districtNames;
    private int knownPrefix;
    private long datasetId;
    private long faultsBefore;
    private String areaName;
    private String district;
    private long total;
    private long imdDecile;
    private long imdRank;
    private long incomeDecile;

    PopulationRow(CsvRecords records, PopulationHeader header, Rejections rejections) {
        this.records = records;
        this.header = header;
        this.rejections = rejections;
        this.ageColumns = header.ages().stream().mapToInt(Integer::intValue).toArray();
        this.alsoColumns = header.alsoAges().stream().mapToInt(Integer::intValue).toArray();
        this.ages = new int[ageColumns.length];
        this.areaNames = new Name(header.areaName());
        this.districtNames = new Name(header.district());
        this.prefixes =
                header.vintage().prefixes().stream()
                        .map(p -> pack(p.charAt(0), p.charAt(1), p.charAt(2)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Says whose rows they are, before the first is written. */
    void belongsTo(long dataset) {
        datasetId = dataset;
    }

    /** Checks the record the reader stands on; faults go to the rejections. */
    @Override
    public boolean check() {
        faultsBefore = rejections.count();
        if (records.fields() != header.names().size()) {
            rejections.add(
                    records.line(),
                    "",
                    "",
                    "The line has "
                            + records.fields()
                            + " fields, the header "
                            + header.names().size()
                            + ". Is a comma missing, or is a text with a comma not in quotes?");
            return false;
        }
        checkCode();
        areaName = areaNames.read();
        district = header.district() == header.areaName() ? areaName : districtNames.read();
        total = header.total() < 0 ? BLANK : count(header.total());
        imdDecile = optional(header.imdDecile(), 10);
        imdRank = optional(header.imdRank(), MAX_RANK);
        incomeDecile = optional(header.incomeDecile(), 10);
        checkAges();
        return rejections.count() == faultsBefore;
    }

    /** The districts met so far, in order. */
    Set<String> districts() {
        return districts;
    }

    /** Writes the row last checked, in the order of {@link #COLUMNS}. */
    @Override
    public void writeTo(CopyRows out) throws SQLException {
        out.row(COLUMNS.size());
        out.bigint(datasetId);
        int code = header.areaCode();
        out.text(records.bytes(), records.start(code), records.end(code));
        out.text(areaName);
        out.text(district);
        out.integer(total);
        out.integers(ages);
        out.smallint(imdDecile);
        out.integer(imdRank);
        out.smallint(incomeDecile);
    }

    private void checkCode() {
        int column = header.areaCode();
        byte[] bytes = records.bytes();
        int at = records.start(column);
        int digits = 0;
        boolean good = records.end(column) - at == 9;
        for (int i = at + 3; good && i < at + 9; i++) {
            good = bytes[i] >= '0' && bytes[i] <= '9';
            digits = digits * 10 + bytes[i] - '0';
        }
        int prefix = good ? pack(bytes[at], bytes[at + 1], bytes[at + 2]) : 0;
        if (good && prefix != knownPrefix && prefixes.contains(prefix)) {
            knownPrefix = prefix;
        }
        if (!good || prefix != knownPrefix) {
            reject(
                    column,
                    "This is not a code of "
                            + header.vintage().label().toLowerCase(java.util.Locale.ROOT)
                            + ": "
                            + header.vintage().prefixes().stream()
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + " and six digits, nine characters in all.");
            return;
        }
        long before = seen.note(prefix, digits, records.line());
        if (before != 0) {
            reject(
                    column,
                    "The area is on line "
                            + before
                            + " and again on line "
                            + records.line()
                            + ". Keep one of them.");
        }
    }

    private void checkAges() {
        long sum = 0;
        boolean known = true;
        for (int i = 0; i < ages.length; i++) {
            long n = count(ageColumns[i]);
            if (alsoColumns.length > 0) {
                long also = count(alsoColumns[i]);
                n = n < 0 || also < 0 ? BAD : n + also;
            }
            known &= n >= 0;
            ages[i] = (int) Math.max(n, 0);
            sum += ages[i];
        }
        if (!known || total < 0) {
            return;
        }
        if (header.allAges() && sum != total) {
            reject(header.total(), "The ages add up to " + sum + ", the total says " + total + ".");
        } else if (sum > total) {
            reject(
                    header.total(),
                    "The ages add up to "
                            + sum
                            + ", which is more than the total of "
                            + total
                            + ".");
        }
    }

    private long count(int column) {
        long n = number(column);
        if (n == BLANK) {
            reject(
                    column,
                    "The count is blank. Write 0 if nobody was counted; leave unknown areas out.");
        }
        return n;
    }

    private long optional(int column, int highest) {
        if (column < 0) {
            return BLANK;
        }
        long n = number(column);
        if (n == 0 || n > highest) {
            reject(column, "A whole number from 1 to " + highest + " is expected.");
        }
        return n;
    }

    /** The whole number of a field, BLANK, or BAD after noting the fault. */
    private long number(int column) {
        byte[] bytes = records.bytes();
        int from = records.start(column);
        int to = records.end(column);
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (from < to && bytes[to - 1] == ' ') {
            to--;
        }
        if (from == to) {
            return BLANK;
        }
        long n = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                reject(column, notWhole(records.text(column)));
                return BAD;
            }
            n = n * 10 + digit;
            if (n > Integer.MAX_VALUE) {
                reject(column, "The number is too large: at most 2147483647.");
                return BAD;
            }
        }
        return n;
    }

    private static String notWhole(String text) {
        if (text.matches("-\\d+")) {
            return "A count cannot be negative.";
        }
        if (text.matches("\\d{1,3}(,\\d{3})+")) {
            return "Write the number without commas.";
        }
        if (text.matches("\\d+\\.\\d*")) {
            return "A whole number is expected, without a decimal point.";
        }
        if (Set.of("*", "-", "c", "<5").contains(text)) {
            return "The count is withheld in this file. A withheld count is not zero: load a file that has it.";
        }
        return "A whole number is expected.";
    }

    private void reject(int column, String message) {
        rejections.add(
                records.line(),
                SafeText.shown(header.names().get(column)),
                records.text(column),
                message);
    }

    private static int pack(int a, int b, int c) {
        return a << 16 | b << 8 | c;
    }

    /** A column of names. Neighbouring rows often share one, which is then not read again. */
    private final class Name {
        private final int column;
        private byte[] lastBytes = {};
        private String last;

        Name(int column) {
            this.column = column;
        }

        /** The name on this row, or null when there is none or it is at fault. */
        String read() {
            if (column < 0) {
                return null;
            }
            int from = records.start(column);
            int to = records.end(column);
            if (last == null
                    || !Arrays.equals(records.bytes(), from, to, lastBytes, 0, lastBytes.length)) {
                lastBytes = Arrays.copyOfRange(records.bytes(), from, to);
                last = checked(records.text(column));
            }
            return last;
        }

        private String checked(String text) {
            if (text.isEmpty()) {
                reject(column, "The name is blank.");
            } else if (text.length() > LONGEST_NAME) {
                reject(column, "The name is longer than 200 characters.");
            } else if (SafeText.hasControl(text)) {
                reject(column, "The name holds control characters. Remove them.");
            } else {
                note(text);
                return text;
            }
            return null;
        }

        private void note(String text) {
            if (column == header.district()
                    && districts.add(text)
                    && districts.size() > MAX_DISTRICTS) {
                throw new UnreadableFile(
                        records.line(),
                        "There are more than 5,000 districts. Is it the right column?");
            }
        }
    }
}
