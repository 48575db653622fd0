package org.answerable.cohort.loading;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.publicFiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Progress;

/** Loads a file of the tests and gives what became of it. */
public final class LoadedFile {

    private static final long LIMIT = 64L << 20;

    private LoadedFile() {}

    /** As little as an analyst must say; the rest is in the file or given here. */
    public static DatasetDescription said(
            String title, String system, String vintage, LocalDate asAt, String basis) {
        return new DatasetDescription(
                title,
                "Publisher of " + title,
                system,
                asAt == null ? null : asAt.plusDays(10),
                "Open Government Licence v3.0",
                "Contains public sector information licensed under the Open Government Licence v3.0.",
                "",
                asAt,
                null,
                basis,
                vintage,
                "Somewhere",
                "");
    }

    static DatasetDescription said(String title, String vintage, LocalDate asAt) {
        return said(title, "Estimates", vintage, asAt, null);
    }

    /** GP lists: day, basis and, for practices, code set are in the file. */
    public static DatasetDescription gp(String title, String system) {
        return said(title, system, null, null, null);
    }

    public static LoadReport load(DatasetKind kind, DatasetDescription description, String text) {
        return load(kind, description, text.getBytes(StandardCharsets.UTF_8));
    }

    static LoadReport load(DatasetKind kind, DatasetDescription description, byte[] bytes) {
        return publicFiles(LIMIT)
                .load(
                        kind,
                        description,
                        "file.csv",
                        new ByteArrayInputStream(bytes),
                        ANALYST,
                        Progress.NONE);
    }

    static LoadReport load(DatasetKind kind, DatasetDescription description, Path file) {
        try {
            return load(kind, description, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Dataset dataset(LoadReport report) {
        return CohortDatabase.datasets().find(report.datasetId(), ANALYST).orElseThrow();
    }

    /** A value of a table for the dataset that was loaded. */
    static String stored(LoadReport report, String expression, String table) throws Exception {
        return CohortDatabase.value(
                "SELECT "
                        + expression
                        + " FROM cohort."
                        + table
                        + " t JOIN cohort.dataset d ON d.id = t.dataset_id WHERE d.reference = '"
                        + report.datasetId()
                        + "'");
    }

    static String faults(LoadReport report) {
        StringBuilder all = new StringBuilder();
        report.rejected()
                .forEach(
                        r ->
                                all.append(r.place())
                                        .append(" [")
                                        .append(r.value())
                                        .append("]: ")
                                        .append(r.message())
                                        .append('\n'));
        return all.toString();
    }
}
