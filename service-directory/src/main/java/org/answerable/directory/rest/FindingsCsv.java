package org.answerable.directory.rest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.answerable.directory.Actor;
import org.answerable.directory.Imports;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.CsvWriter;

/** What a run found, all of it, as CSV. */
final class FindingsCsv {

    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "line",
                    "record",
                    "severity",
                    "pointer",
                    "field",
                    "value",
                    "rule",
                    "advice");

    private FindingsCsv() {}

    static void write(Imports imports, String run, Actor actor, OutputStream out)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter csv = new CsvWriter(COLUMNS, writer);
        imports.eachFinding(
                run,
                finding ->
                        csv.add(
                                List.of(
                                        Cell.number(finding.number()),
                                        Cell.number(finding.line()),
                                        Cell.text(finding.record()),
                                        Cell.text(finding.error() ? "error" : "warning"),
                                        Cell.text(finding.pointer()),
                                        Cell.text(finding.field()),
                                        Cell.text(finding.value()),
                                        Cell.text(finding.rule()),
                                        Cell.text(finding.advice()))),
                actor);
        writer.flush();
    }
}
