package org.answerable.cohort.worksheet;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/** Answers as a JSON array of objects. */
final class JsonSink implements Sink {

    private final JsonGenerator json;

    JsonSink(Writer out) {
        json = Json.createGenerator(out);
    }

    @Override
    public void begin(List<String> columns, List<String> results) {
        json.writeStartArray();
    }

    @Override
    public void row(Row row, Results results) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.names().size(); i++) {
            String name = row.names().get(i);
            cell(name.isBlank() ? "column_" + (i + 1) : name, row.cell(i), row.literal(i));
        }
        for (int i = 0; i < results.size(); i++) {
            String name = results.names().get(i);
            if (results.words(i) != null) {
                json.write(name, results.words(i));
            } else if (Double.isNaN(results.number(i))) {
                json.writeNull(name);
            } else {
                json.write(name, decimal(results.number(i)));
            }
        }
        cell("note", results.note(), false);
        json.writeEnd();
    }

    private void cell(String name, String text, boolean literal) {
        if (text == null) {
            json.writeNull(name);
        } else if (literal && (text.equals("true") || text.equals("false"))) {
            json.write(name, text.equals("true"));
        } else if (literal) {
            json.write(name, new BigDecimal(text.strip()));
        } else {
            json.write(name, text);
        }
    }

    private static BigDecimal decimal(double number) {
        StringBuilder text = new StringBuilder();
        try {
            NumberText.write(number, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new BigDecimal(text.toString());
    }

    @Override
    public void end() {
        json.writeEnd();
        json.flush();
    }
}
