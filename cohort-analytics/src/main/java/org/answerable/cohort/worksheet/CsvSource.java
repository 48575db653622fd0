package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.statistics.InvalidArgument;

/**
 * Rows of CSV (RFC 4180) in constant memory: each record lies in one array of characters and its cells are
 * places in it, so that a cell that nobody asks for costs nothing. Commas, or tabs when the header has
 * tabs; a byte order mark and blank lines are passed over; line ends of any kind.
 */
final class CsvSource implements Source {

    /** Longest record. A longer one is nearly always a quote that was left open. */
    private static final int LONGEST = 1 << 20;

    private static final int FIRST_BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader in;
    private final Header header;
    private char delimiter = ',';
    private char[] buffer = new char[FIRST_BUFFER];
    private int position;
    private int limit;

    private int recordStart;
    private int recordEnd;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int cells;
    private long number;
    private int[] places = {};
    private List<String> wanted = List.of();

    /**
     * Reads the header.
     *
     * @throws InvalidInput there is none
     */
    CsvSource(Reader in) throws IOException {
        this.in = in;
        if (position == limit) {
            fill();
        }
        if (limit > 0 && buffer[0] == BYTE_ORDER_MARK) {
            position = 1;
            recordStart = 1;
        }
        if (limit > 0 && buffer[0] == 0 || limit > 1 && buffer[1] == 0) {
            throw new InvalidInput(
                    "body", "This is no text in UTF-8. Save the file as \"CSV UTF-8\".");
        }
        delimiter = tabsInFirstLine() ? '\t' : ',';
        if (!record()) {
            throw new InvalidInput(
                    "body", "There is no table. Give a header line with the names of the columns.");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            names.add(unquoted(i).strip());
        }
        header = new Header(names);
    }

    private boolean tabsInFirstLine() {
        for (int i = position; i < limit; i++) {
            if (buffer[i] == '\t') {
                return true;
            }
            if (buffer[i] == '\n' && i > position || buffer[i] == ',') {
                return false;
            }
        }
        return false;
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public void want(List<String> columns) {
        wanted = columns;
        places = columns.stream().mapToInt(header::place).toArray();
    }

    @Override
    public boolean next() throws IOException {
        if (!record()) {
            return false;
        }
        number++;
        if (cells != header.names().size()) {
            dropBlankCells();
        }
        if (cells != header.names().size()) {
            throw new InvalidArgument(
                    "",
                    "The row has "
                            + (cells == 1 ? "1 cell" : cells + " cells")
                            + ", the header "
                            + header.names().size()
                            + ". Quote cells that hold a comma.");
        }
        return true;
    }

    /** Spreadsheets leave blank cells behind the last column. */
    private void dropBlankCells() {
        while (cells > header.names().size() && starts[cells - 1] == ends[cells - 1]) {
            cells--;
            recordEnd = ends[cells - 1];
        }
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public List<String> names() {
        return header.names();
    }

    @Override
    public String cell(int place) {
        String text = unquoted(place);
        return text.isEmpty() ? null : text;
    }

    @Override
    public boolean literal(int place) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == place) {
                try {
                    return !Double.isNaN(number(i));
                } catch (InvalidArgument e) {
                    return false;
                }
            }
        }
        return false;
    }

    @Override
    public String text(int want) {
        return places[want] < 0 ? "" : unquoted(places[want]).strip();
    }

    @Override
    public double number(int want) {
        int place = places[want];
        if (place < 0) {
            return Double.NaN;
        }
        try {
            if (quoted(place)) {
                return NumberText.parse(unquoted(place));
            }
            return NumberText.parse(buffer, starts[place], ends[place]);
        } catch (NumberText.Unreadable e) {
            throw new InvalidArgument(wanted.get(want), e.getMessage());
        }
    }

    /** Writes the record as it came, when it came with commas. */
    boolean copy(Writer to) throws IOException {
        if (delimiter != ',') {
            return false;
        }
        to.write(buffer, recordStart, recordEnd - recordStart);
        return true;
    }

    private boolean quoted(int place) {
        return starts[place] < ends[place] && buffer[starts[place]] == '"';
    }

    private String unquoted(int place) {
        int start = starts[place];
        int end = ends[place];
        if (!quoted(place)) {
            return new String(buffer, start, end - start);
        }
        return new String(buffer, start + 1, end - start - 2).replace("\"\"", "\"");
    }

    /** Goes to the next record that is not blank. */
    private boolean record() throws IOException {
        do {
            recordStart = position;
            cells = 0;
            if (position == limit && !fill()) {
                return false;
            }
            readRecord();
        } while (cells == 1 && starts[0] == ends[0]);
        return true;
    }

    private void readRecord() throws IOException {
        while (true) {
            if (cells == starts.length) {
                starts = Arrays.copyOf(starts, cells * 2);
                ends = Arrays.copyOf(ends, cells * 2);
            }
            starts[cells] = position;
            boolean quote = more() && buffer[position] == '"';
            if (quote) {
                passQuoted();
            }
            while (more() && !endsCell(buffer[position], quote)) {
                position++;
            }
            ends[cells++] = position;
            if (position == limit || buffer[position] != delimiter) {
                break;
            }
            position++;
        }
        if (more() && buffer[position] == '\r') {
            position++;
        }
        if (more() && buffer[position] == '\n') {
            position++;
        }
        recordEnd = ends[cells - 1]; // after reading on, which may have moved the record
    }

    private boolean endsCell(char c, boolean afterQuote) {
        if (c == delimiter || c == '\n' || c == '\r') {
            return true;
        }
        if (afterQuote) {
            throw new InvalidInput(
                    "row " + (number + 1),
                    "There is text after a closing quote (\"). A quote within quotes is written twice"
                            + " (\"\").");
        }
        return false;
    }

    private void passQuoted() throws IOException {
        position++;
        while (true) {
            if (!more()) {
                throw new InvalidInput(
                        "row " + (number + 1),
                        "A quote (\") is opened here and never closed. Close it or remove it.");
            }
            if (buffer[position++] == '"') {
                if (!more() || buffer[position] != '"') {
                    return;
                }
                position++;
            }
        }
    }

    private boolean more() throws IOException {
        return position < limit || fill();
    }

    /** Reads on; the record so far moves to the start of the buffer, which grows if it has to. */
    private boolean fill() throws IOException {
        if (recordStart > 0) {
            int shift = recordStart;
            System.arraycopy(buffer, shift, buffer, 0, limit - shift);
            for (int i = 0; i < Math.min(cells + 1, starts.length); i++) {
                starts[i] -= shift;
                ends[i] -= shift;
            }
            position -= shift;
            limit -= shift;
            recordStart = 0;
        }
        if (limit == buffer.length) {
            if (limit >= LONGEST) {
                throw new InvalidInput(
                        "row " + (number + 1),
                        "The row is longer than 1 MB. Is a quote (\") left open?");
            }
            buffer = Arrays.copyOf(buffer, limit * 2);
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read <= 0) {
            return false;
        }
        limit += read;
        return true;
    }
}
