package org.answerable.cohort.need.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.Amount;
import org.answerable.cohort.NeedEstimate.Line;
import org.answerable.cohort.NeedEstimate.Scenario;
import org.answerable.cohort.NeedEstimate.Source;
import org.answerable.cohort.NeedEstimate.State;
import org.answerable.cohort.NeedEstimate.Sway;
import org.answerable.cohort.NeedEstimate.Tier;
import org.answerable.cohort.NeedEstimate.YearPlan;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.NeedNumbers;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.Table;

/**
 * The tables of an estimate, the same for every file. Beside each number that may be missing stands its state:
 * known, structural zero, unknown or suppressed.
 */
final class NeedTables {

    private static final int DECIMALS = 2;
    private static final int TIER_COLUMNS = 14;

    private NeedTables() {}

    /** Tables for a workbook; those without rows are left out. */
    static List<Table> all(NeedEstimate need) {
        List<Table> tables = new ArrayList<>();
        tables.add(scenarios(need));
        tables.add(areas(need));
        tables.add(sources(need));
        tables.add(sways(need));
        if (need.provision() != null) {
            tables.add(tiers(need));
            tables.add(workforce(need));
        }
        if (need.plan() != null) {
            tables.add(plan(need));
        }
        return tables.stream().filter(table -> table.rows().iterator().hasNext()).toList();
    }

    static Table scenarios(NeedEstimate need) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Scenario scenario : need.scenarios()) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(scenario.label()));
            row.add(percentage(scenario.share()));
            row.add(number(scenario.expected()));
            limits(row, scenario.limits());
            row.add(Cell.text(scenario.chosen() ? "yes" : "no"));
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(List.of("Assumption", "Share", "Expected need"));
        columns.addAll(LIMITS);
        columns.add("Used for this estimate");
        return new Table("Assumptions", "Need under each assumption", columns, rows);
    }

    private static final List<String> LIMITS =
            List.of(
                    "Median",
                    "Lower 80% limit",
                    "Upper 80% limit",
                    "Lower 95% limit",
                    "Upper 95% limit");

    /** Need by row, the total last. */
    static Table areas(NeedEstimate need) {
        List<String> columns =
                new ArrayList<>(List.of("Code", "Area or group", "Children", "Expected need"));
        columns.addAll(LIMITS);
        columns.add("Limits");
        boolean covered = need.provision() != null && !need.provision().byArea().isEmpty();
        if (covered) {
            for (Tier tier : need.provision().tiers()) {
                columns.add("Children with " + tier.tier() + " tier commissioned, least");
                columns.add("Children with " + tier.tier() + " tier commissioned, most");
                columns.add("State of " + tier.tier() + " tier");
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < need.areas().size(); i++) {
            List<Cell> row = line(need.areas().get(i));
            if (covered) {
                need.provision().byArea().get(i).tiers().forEach(amount -> amount(row, amount));
            }
            rows.add(row);
        }
        List<Cell> total = line(need.total());
        if (covered) {
            need.provision().tiers().forEach(tier -> amount(total, tier.coverage()));
        }
        rows.add(total);
        return new Table("Need", "Modelled need by area or group", columns, rows);
    }

    private static List<Cell> line(Line line) {
        List<Cell> row = new ArrayList<>();
        row.add(line.code().isEmpty() ? Cell.notApplicable() : Cell.text(line.code()));
        row.add(Cell.text(line.label()));
        row.add(number(line.children()));
        row.add(number(line.expected()));
        limits(row, line.limits());
        row.add(Cell.text(line.simulated() ? "simulated" : "exact"));
        return row;
    }

    private static void amount(List<Cell> row, Amount amount) {
        row.add(amount.low() == null ? shorthand(amount.state()) : percentage(amount.low()));
        row.add(amount.high() == null ? shorthand(amount.state()) : percentage(amount.high()));
        row.add(Cell.text(state(amount.state())));
    }

    /** Not known is [x]; withheld is [c], as public statistics mark it. */
    private static Cell shorthand(State state) {
        return state == State.SUPPRESSED ? Cell.text("[c]") : Cell.notAvailable();
    }

    static String state(State state) {
        return switch (state) {
            case KNOWN -> "known";
            case STRUCTURAL_ZERO -> "structural zero: none commissioned";
            case UNKNOWN -> "not known";
            case SUPPRESSED -> "withheld: small";
        };
    }

    static Table sources(NeedEstimate need) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Source source : need.sources()) {
            rows.add(
                    List.of(
                            source.prevalenceId().isEmpty()
                                    ? Cell.notApplicable()
                                    : Cell.text(source.prevalenceId()),
                            source.version() == null
                                    ? Cell.notApplicable()
                                    : Cell.number(source.version()),
                            Cell.text(source.label()),
                            number(source.weight()),
                            percentage(source.share()),
                            number(source.effectiveSize()),
                            Cell.text(source.citation()),
                            Cell.text(source.caveat())));
        }
        return new Table(
                "Sources",
                "Sources of the share",
                List.of(
                        "Entry",
                        "Version",
                        "Population",
                        "Weight",
                        "Share",
                        "Effective size",
                        "Source",
                        "Caveat"),
                rows);
    }

    static Table sways(NeedEstimate need) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Sway sway : need.sways()) {
            rows.add(
                    List.of(
                            Cell.text(sway.input()),
                            Cell.text(sway.low()),
                            number(sway.atLow()),
                            Cell.text(sway.high()),
                            number(sway.atHigh())));
        }
        return new Table(
                "Sensitivity",
                "What each input does to expected need",
                List.of("Input", "Low end", "Need at low end", "High end", "Need at high end"),
                rows);
    }

    static Table tiers(NeedEstimate need) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Tier tier : need.provision().tiers()) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(tier.tier()));
            amount(row, tier.coverage());
            Amount capacity = tier.capacity();
            row.add(
                    capacity.high() == null
                            ? shorthand(capacity.state())
                            : number(capacity.high()));
            row.add(Cell.text(state(capacity.state())));
            row.add(tier.gap() == null ? Cell.notAvailable() : number(tier.gap().median()));
            row.add(tier.gap() == null ? Cell.notAvailable() : number(tier.gap().lower95()));
            row.add(tier.gap() == null ? Cell.notAvailable() : number(tier.gap().upper95()));
            row.add(Cell.number(tier.commissioned()));
            row.add(Cell.number(tier.provided()));
            row.add(Cell.number(tier.notCommissioned()));
            row.add(Cell.number(tier.unknown()));
            row.add(Cell.text(tier.sentence()));
            rows.add(row);
        }
        List<Cell> team = new ArrayList<>();
        team.add(Cell.text("specialised parent-infant relationship team"));
        amount(team, need.provision().team());
        while (team.size() < TIER_COLUMNS - 1) {
            team.add(Cell.notApplicable());
        }
        team.add(Cell.text("Within the specialist tier: " + need.provision().team().words()));
        rows.add(team);
        return new Table(
                "Provision",
                "What was commissioned on "
                        + NeedNumbers.day(need.provision().at())
                        + "; tiers are never added up",
                List.of(
                        "Tier",
                        "Children with it commissioned, least",
                        "Children with it commissioned, most",
                        "State of coverage",
                        "Families a year paid for",
                        "State of capacity",
                        "Gap a year, median",
                        "Gap a year, lower 95% limit",
                        "Gap a year, upper 95% limit",
                        "Neighbourhoods commissioned",
                        "Neighbourhoods provided without a contract",
                        "Neighbourhoods not commissioned",
                        "Neighbourhoods not known",
                        "In words"),
                rows);
    }

    static Table workforce(NeedEstimate need) {
        List<List<Cell>> rows =
                need.provision().workforce().programmes().stream()
                        .map(
                                p ->
                                        List.of(
                                                Cell.text(p.name()),
                                                p.people().high() == null
                                                        ? shorthand(p.people().state())
                                                        : number(p.people().high()),
                                                Cell.text(state(p.people().state()))))
                        .toList();
        return new Table(
                "Workforce",
                "People trained at "
                        + NeedNumbers.day(need.provision().workforce().at())
                        + ": a tier of its own, never coverage",
                List.of("Programme", "People whose training counts", "State"),
                rows);
    }

    static Table plan(NeedEstimate need) {
        List<List<Cell>> rows = new ArrayList<>();
        for (YearPlan year : need.plan().years()) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.number(year.year()));
            three(row, year.births());
            three(row, year.need());
            three(row, year.families());
            three(row, year.wte());
            three(row, year.teams());
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(List.of("Year"));
        for (String what :
                List.of("Births", "Need", "Families to see", "Whole-time equivalents", "Teams")) {
            columns.add(what + ", median");
            columns.add(what + ", lower 95% limit");
            columns.add(what + ", upper 95% limit");
        }
        return new Table("Plan", "What it would take, by year of birth", columns, rows);
    }

    private static void three(List<Cell> row, NeedLimits limits) {
        if (limits == null) {
            row.addAll(List.of(Cell.notAvailable(), Cell.notAvailable(), Cell.notAvailable()));
        } else {
            row.add(number(limits.median()));
            row.add(number(limits.lower95()));
            row.add(number(limits.upper95()));
        }
    }

    private static void limits(List<Cell> row, NeedLimits limits) {
        row.add(number(limits.median()));
        row.add(number(limits.lower80()));
        row.add(number(limits.upper80()));
        row.add(number(limits.lower95()));
        row.add(number(limits.upper95()));
    }

    private static Cell number(double number) {
        BigDecimal rounded = new BigDecimal(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return Cell.number(rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros());
    }

    private static Cell percentage(double share) {
        return new Cell.Percentage(new BigDecimal(share, MathContext.DECIMAL32));
    }

    /** A cell as a reader of the report sees it. */
    static String words(Cell cell) {
        if (cell instanceof Cell.Number number) {
            double value = number.value().doubleValue();
            boolean whole = number.value().stripTrailingZeros().scale() <= 0;
            return whole && value >= 1900 && value < 2200
                    ? number.value().toPlainString()
                    : NeedNumbers.children(value);
        }
        if (cell instanceof Cell.Percentage share) {
            return NeedNumbers.percent(share.value().doubleValue());
        }
        return cell instanceof Cell.Text text ? text.value() : String.format(Locale.UK, "%s", cell);
    }
}
