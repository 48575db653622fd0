package org.answerable.web.directory;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.answerable.spreadsheet.CsvWriter;
import org.answerable.spreadsheet.Table;

/** A table as a CSV file to be saved. */
final class CsvFile {

    private CsvFile() {}

    static Response of(Table table, String fileName) {
        StreamingOutput content =
                out -> {
                    Writer writer =
                            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    CsvWriter.write(table, writer);
                    writer.flush();
                };
        return Response.ok(content, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + fileName + "\"")
                .build();
    }
}
