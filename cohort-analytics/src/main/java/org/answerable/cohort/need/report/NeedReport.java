package org.answerable.cohort.need.report;

import static org.answerable.document.XhtmlPage.escaped;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.Line;
import org.answerable.cohort.NeedEstimate.Scenario;
import org.answerable.cohort.NeedEstimate.Source;
import org.answerable.cohort.NeedEstimate.Sway;
import org.answerable.cohort.NeedEstimate.Tier;
import org.answerable.cohort.NeedEstimate.YearPlan;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.NeedNumbers;
import org.answerable.document.XhtmlPage;

/** The short report “Parent-infant relationship need and provision”, as a page of XHTML. */
final class NeedReport {

    static final String STYLE =
            """
            @page { size: A4; margin: 20mm; @bottom-center { content: counter(page) " of " counter(pages); font-family: Arimo; font-size: 9pt; } }
            body { font-family: Arimo; font-size: 10.5pt; line-height: 1.4; color: #0b0c0c; margin: 0; }
            h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 8pt; }
            h2 { font-size: 13pt; margin: 16pt 0 6pt; page-break-after: avoid; }
            p, ul { margin: 0 0 7pt; word-wrap: break-word; }
            ul { padding-left: 16pt; }
            table { width: 100%; border-collapse: collapse; margin: 0 0 8pt; font-size: 9pt; -fs-table-paginate: paginate; }
            th, td { text-align: left; vertical-align: top; padding: 3pt 6pt 3pt 0; border-bottom: 0.6pt solid #b1b4b6; }
            th.number, td.number { text-align: right; padding-right: 0; padding-left: 6pt; }
            tr { page-break-inside: avoid; }
            .code { font-size: 8pt; }
            """;

    /** Longer tables are for the spreadsheet. */
    private static final int MOST_AREAS = 60;

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final NeedEstimate need;
    private final StringBuilder out = new StringBuilder();

    private NeedReport(NeedEstimate need) {
        this.need = need;
    }

    static String page(NeedEstimate need) {
        return XhtmlPage.of(
                title(need), STYLE, "<h1>" + escaped(title(need)) + "</h1>" + body(need));
    }

    static String title(NeedEstimate need) {
        return "Parent-infant relationship need and provision: " + need.title();
    }

    /** What comes below the title. */
    static String body(NeedEstimate need) {
        NeedReport report = new NeedReport(need);
        report.write();
        return report.out.toString();
    }

    private void write() {
        paragraph(need.sentence());
        heading("In words");
        need.paragraph().lines().forEach(this::paragraph);
        heading("Need under each assumption");
        scenarios();
        heading("What would change the answer");
        paragraph(need.wouldChange());
        sways();
        if (need.provision() != null) {
            heading("What is there");
            provision();
        }
        if (need.plan() != null) {
            heading("What it would take");
            plan();
        }
        heading("Need by area or group");
        areas();
        heading("Sources of the share");
        sources();
        heading("To keep in mind");
        list(need.caveats());
        heading("How this was worked out");
        paragraph(need.method());
        origin();
    }

    private void scenarios() {
        head("Assumption", "Share", "Expected need", "95% limits");
        for (Scenario scenario : need.scenarios()) {
            row(
                    scenario.label() + (scenario.chosen() ? " (used here)" : ""),
                    NeedNumbers.percent(scenario.share()),
                    NeedNumbers.children(scenario.expected()),
                    NeedNumbers.range(scenario.limits()));
        }
        end();
    }

    private void sways() {
        if (need.sways().isEmpty()) {
            return;
        }
        head("Input, from its low to its high end", "Need from", "to");
        for (Sway sway : need.sways()) {
            row(
                    sway.input() + ": " + sway.low() + " – " + sway.high(),
                    NeedNumbers.children(sway.atLow()),
                    NeedNumbers.children(sway.atHigh()));
        }
        end();
    }

    private void provision() {
        paragraph(
                "On "
                        + NeedNumbers.day(need.provision().at())
                        + ". Tiers are never added up. Coverage is the share of the children who live"
                        + " where a tier is commissioned; it says nothing of places.");
        textHead("Tier", "Coverage", "Families a year paid for", "Gap a year, 95% limits");
        for (Tier tier : need.provision().tiers()) {
            textRow(
                    tier.tier(),
                    tier.coverage().words(),
                    tier.capacity().words(),
                    tier.gap() == null
                            ? "not known"
                            : (tier.capacity().low() < tier.capacity().high() ? "at least " : "")
                                    + NeedNumbers.range(tier.gap()));
        }
        textRow(
                "of it, specialised parent-infant relationship team",
                need.provision().team().words(),
                "",
                "");
        end();
        need.provision().tiers().forEach(tier -> paragraph(tier.sentence()));
        need.provision().tiers().forEach(tier -> list(tier.findings()));
        if (need.provision().reach() != null) {
            NeedLimits reach = need.provision().reach();
            paragraph(
                    "Reach: "
                            + need.provision().served().words()
                            + " were seen, for each one in need "
                            + NeedNumbers.percent(reach.lower95())
                            + " to "
                            + NeedNumbers.percent(reach.upper95())
                            + " with 95%."
                            + (reach.lower95() > 1
                                    ? " More were seen than are in need: check what was counted."
                                    : ""));
        }
        if (!need.provision().workforce().programmes().isEmpty()) {
            textHead(
                    "Training of the workforce (a tier of its own, never coverage)",
                    "People whose training counts");
            need.provision()
                    .workforce()
                    .programmes()
                    .forEach(p -> textRow(p.name(), p.people().words()));
            end();
            paragraph(need.provision().workforce().rule());
        }
        if (!need.provision().notKnown().isEmpty()) {
            paragraph("Not known:");
            list(need.provision().notKnown());
        }
    }

    private void plan() {
        paragraph(need.plan().method());
        head("Year", "Births", "Need", "Families to see", "WTE", "Teams");
        for (YearPlan year : need.plan().years()) {
            row(
                    Integer.toString(year.year()),
                    both(year.births()),
                    both(year.need()),
                    both(year.families()),
                    both(year.wte()),
                    both(year.teams()));
        }
        end();
        paragraph("Medians, with 95% in brackets. WTE: whole-time equivalents.");
        list(need.plan().assumptions());
    }

    private static String both(NeedLimits limits) {
        return limits == null
                ? "not known"
                : NeedNumbers.children(limits.median()) + " (" + NeedNumbers.range(limits) + ")";
    }

    private void areas() {
        if (need.areas().size() > MOST_AREAS) {
            paragraph(
                    "There are "
                            + need.areas().size()
                            + " areas: they are in the spreadsheet of this estimate.");
            return;
        }
        head("Area or group", "Children", "Expected need", "95% limits");
        need.areas().forEach(this::line);
        line(need.total());
        end();
    }

    private void line(Line line) {
        row(
                line.label(),
                NeedNumbers.children(line.children()),
                NeedNumbers.children(line.expected()),
                NeedNumbers.range(line.limits()));
    }

    private void sources() {
        head("Population", "Share", "Effective size", "Weight");
        for (Source source : need.sources()) {
            row(
                    source.label(),
                    NeedNumbers.percent(source.share()),
                    NeedNumbers.children(source.effectiveSize()),
                    NeedNumbers.percent(source.weight()));
        }
        end();
        list(need.sources().stream().map(NeedReport::where).toList());
    }

    private static String where(Source source) {
        String entry =
                source.prevalenceId().isEmpty()
                        ? ""
                        : " (" + source.prevalenceId() + " version " + source.version() + ")";
        return (source.label() + entry + ": " + source.citation() + ". " + source.caveat()).strip();
    }

    private void origin() {
        if (!need.population().figureId().isEmpty()) {
            paragraph(
                    "Children: figure "
                            + need.population().figureId()
                            + ". "
                            + need.population().sentence());
        }
        need.population().origins().forEach(this::small);
        if (need.computedAt() != null) {
            small(
                    "Estimate "
                            + need.id()
                            + ", worked out on "
                            + NeedNumbers.day(need.computedAt().atZone(ZONE).toLocalDate())
                            + " by "
                            + need.computedBy()
                            + " with Answerable "
                            + need.softwareVersion()
                            + ". SHA-256 of the numbers: "
                            + need.sha256());
        }
    }

    private void heading(String text) {
        out.append("<h2>").append(escaped(text)).append("</h2>\n");
    }

    private void paragraph(String text) {
        if (!text.isBlank()) {
            out.append("<p>").append(escaped(text)).append("</p>\n");
        }
    }

    private void small(String text) {
        out.append("<p class=\"code\">").append(escaped(text)).append("</p>\n");
    }

    private void list(List<String> items) {
        if (!items.isEmpty()) {
            out.append(
                    items.stream()
                            .map(item -> "<li>" + escaped(item) + "</li>")
                            .collect(Collectors.joining("", "<ul>", "</ul>\n")));
        }
    }

    private void head(String first, String... numbers) {
        out.append("<table><thead><tr><th scope=\"col\">").append(escaped(first)).append("</th>");
        for (String column : numbers) {
            out.append("<th scope=\"col\" class=\"number\">")
                    .append(escaped(column))
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
    }

    private void textHead(String... columns) {
        out.append("<table><thead><tr>");
        for (String column : columns) {
            out.append("<th scope=\"col\">").append(escaped(column)).append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
    }

    private void row(String first, String... numbers) {
        cells(first, " class=\"number\"", numbers);
    }

    private void textRow(String first, String... words) {
        cells(first, "", words);
    }

    private void cells(String first, String attribute, String... cells) {
        out.append("<tr><th scope=\"row\">").append(escaped(first)).append("</th>");
        for (String cell : cells) {
            out.append("<td").append(attribute).append('>').append(escaped(cell)).append("</td>");
        }
        out.append("</tr>\n");
    }

    private void end() {
        out.append("</tbody></table>\n");
    }
}
