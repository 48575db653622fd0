package org.answerable.foi.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.answerable.foi.ComplianceReport;
import org.answerable.foi.OutcomeClass;
import org.answerable.foi.Timeliness;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.Table;
import org.answerable.spreadsheet.Workbook;

/** A report as tables: one long table for CSV, one a sheet for ODS, with the same numbers. */
public final class ReportTables {

    /** What the numbers mean; the page shows the same sentences. */
    static final List<String> NOTES =
            List.of(
                    "Counted are requests under the Freedom of Information Act 2000 and the"
                            + " Environmental Information Regulations 2004 by their date of receipt."
                            + " What was found not to be a valid request is not counted.",
                    "In time: ended by the due date without an extension. Within a permitted"
                            + " extension: after that, but by the extended date. Late: after the"
                            + " extended date, if there was one.",
                    "Working days are counted from the first working day after receipt: an answer"
                            + " on the due date took 20. Days spent waiting for a fee do not count,"
                            + " and clarification starts the count anew.",
                    "Resolvable: received, less requests that lapsed, were withdrawn or transferred,"
                            + " were never clarified, or asked for information not held.",
                    "Withheld includes refusals under s.12 and s.14; withheld by exemption does not."
                            + " Refusals under s.21 alone are counted apart.",
                    "One request may cite several exemptions, so their counts do not add up to the"
                            + " number of requests.",
                    "A request that lapsed, was withdrawn or transferred counts as processed on the"
                            + " day it ended.");

    private static final List<String> COLUMNS = List.of("Measure", "Requests", "Share");

    private ReportTables() {}

    public static Workbook workbook(ComplianceReport report, Instant now) {
        return new Workbook(
                "Requests for information: " + report.title(),
                report.title(),
                now,
                List.of(
                        "Requests received from " + report.from() + " to " + report.to() + ".",
                        "Open requests are those that were open on " + report.countedOn() + "."),
                NOTES,
                List.of(
                        new Table("Timeliness", "Requests by timeliness", COLUMNS, time(report)),
                        new Table("Outcomes", "Requests by outcome", COLUMNS, outcomes(report)),
                        new Table(
                                "Time taken",
                                "Answered requests by working days taken",
                                COLUMNS,
                                taken(report)),
                        new Table(
                                "Exemptions",
                                "Requests that cite each exemption",
                                List.of("Exemption", "Requests"),
                                grounds(report)),
                        new Table(
                                "Internal reviews",
                                "Internal reviews",
                                List.of("Measure", "Reviews"),
                                reviews(report)),
                        new Table(
                                "Checks",
                                "Checks of these figures",
                                List.of("Rule", "Check", "Holds"),
                                checks(report))));
    }

    /** All measures in one table, for programs. */
    public static Table one(ComplianceReport report) {
        List<List<Cell>> rows = new ArrayList<>();
        add(rows, "timeliness", time(report));
        add(rows, "outcomes", outcomes(report));
        add(rows, "time taken", taken(report));
        add(rows, "exemptions", grounds(report));
        add(rows, "reviews", reviews(report));
        return new Table(
                "Compliance",
                "Requests for information: " + report.title(),
                List.of("section", "measure", "count", "share"),
                rows);
    }

    private static void add(List<List<Cell>> all, String section, List<List<Cell>> rows) {
        for (List<Cell> row : rows) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(section)));
            cells.addAll(row);
            while (cells.size() < 4) {
                cells.add(Cell.notApplicable());
            }
            all.add(cells);
        }
    }

    private static List<List<Cell>> time(ComplianceReport r) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("Received", r.received(), r.received()));
        rows.add(row("Processed", r.processed(), r.received()));
        for (Timeliness t : Timeliness.values()) {
            rows.add(row(t.label(), r.count(t), t.processed() ? r.processed() : r.received()));
        }
        rows.add(row("Not yet processed", r.notYetProcessed(), r.received()));
        rows.add(count("Not a valid request (not counted above)", r.notRequests()));
        return rows;
    }

    private static List<List<Cell>> outcomes(ComplianceReport r) {
        List<List<Cell>> rows = new ArrayList<>();
        Arrays.stream(OutcomeClass.values())
                .forEach(o -> rows.add(row(o.label(), r.count(o), r.received())));
        rows.add(row("Resolvable", r.resolvable(), r.received()));
        rows.add(row("Withheld by exemption", r.withheldByExemption(), r.resolvable()));
        rows.add(row("Withheld, with s.12 and s.14", r.withheld(), r.resolvable()));
        return rows;
    }

    private static List<List<Cell>> taken(ComplianceReport r) {
        List<List<Cell>> rows = new ArrayList<>();
        r.timeTaken()
                .bands()
                .forEach(b -> rows.add(row(b.label(), b.requests(), r.timeTaken().answered())));
        return rows;
    }

    private static List<List<Cell>> grounds(ComplianceReport r) {
        List<List<Cell>> rows = new ArrayList<>();
        r.grounds().forEach((code, n) -> rows.add(List.of(Cell.text(code), Cell.number(n))));
        return rows;
    }

    private static List<List<Cell>> reviews(ComplianceReport r) {
        return List.of(
                List.of(Cell.text("Asked for"), Cell.number(r.reviews().received())),
                List.of(Cell.text("Decided"), Cell.number(r.reviews().done())));
    }

    private static List<List<Cell>> checks(ComplianceReport r) {
        List<List<Cell>> rows = new ArrayList<>();
        r.checks()
                .forEach(
                        c ->
                                rows.add(
                                        List.of(
                                                Cell.text(c.rule()),
                                                Cell.text(c.text()),
                                                Cell.text(c.holds() ? "yes" : "no"))));
        return rows;
    }

    private static List<Cell> row(String label, long count, long of) {
        return List.of(Cell.text(label), Cell.number(count), Cell.share(count, of));
    }

    private static List<Cell> count(String label, long count) {
        return List.of(Cell.text(label), Cell.number(count), Cell.notApplicable());
    }
}
