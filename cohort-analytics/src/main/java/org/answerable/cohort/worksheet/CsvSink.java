package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Answers as CSV (RFC 4180), lines ending in LF as most programs write them. */
final class CsvSink implements Sink {

    private final Writer out;

    CsvSink(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(List<String> columns, List<String> results) throws IOException {
        for (String column : columns) {
            cell(column);
            out.write(',');
        }
        for (String result : results) {
            out.write(result);
            out.write(',');
        }
        out.write("note\n");
    }

    @Override
    public void row(Row row, Results results) throws IOException {
        int width = row.names().size();
        if (row instanceof CsvSource csv && csv.copy(out)) {
            out.write(',');
        } else {
            for (int i = 0; i < width; i++) {
                cell(row.cell(i));
                out.write(',');
            }
        }
        for (int i = 0; i < results.size(); i++) {
            if (results.words(i) != null) {
                cell(results.words(i));
            } else if (!Double.isNaN(results.number(i))) {
                NumberText.write(results.number(i), out);
            }
            out.write(',');
        }
        cell(results.note());
        out.write('\n');
    }

    @Override
    public void end() {
        // The last row ended its line.
    }

    private void cell(String text) throws IOException {
        if (text == null) {
            return;
        }
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        out.write(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
    }
}
