package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.answerable.directory.Coverage;
import org.answerable.directory.CoverageAnswer.NeedCoverage;
import org.answerable.directory.PositionStatus;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.Table;
import org.answerable.web.directory.CoverageChoice.TierAnswer;

/** Coverage as a file: a row for each LSOA, tier and need. Three kinds of nothing stay apart. */
@Path("/coverage/lsoas.csv")
@RequestScoped
public class CoverageFile {

    private static final List<String> COLUMNS =
            List.of("lsoa21", "name", "tier", "need", "at", "status", "meaning", "because");

    @Inject private Coverage coverage;
    @Inject private Clock clock;

    @GET
    public Response file(
            @QueryParam("area") @DefaultValue("") String area,
            @QueryParam("need") @DefaultValue("") String need,
            @QueryParam("at") @DefaultValue("") String at,
            @QueryParam("known") @DefaultValue("") String known) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TierAnswer tier : new CoverageChoice(area, need, at, known).answers(coverage, clock)) {
            for (NeedCoverage one : tier.answer().needs()) {
                one.lsoas().forEach((lsoa, status) -> rows.add(row(tier, one, lsoa, status)));
            }
        }
        return CsvFile.of(
                new Table("coverage", "What is commissioned, by LSOA", COLUMNS, rows),
                "coverage-" + area.replaceAll("[^A-Za-z0-9]", "") + ".csv");
    }

    private static List<Cell> row(
            TierAnswer tier, NeedCoverage one, String lsoa, PositionStatus status) {
        List<String> because = new ArrayList<>();
        one.lines().stream()
                .filter(line -> line.lsoas().contains(lsoa))
                .forEach(line -> because.add(line.name()));
        one.positions().stream()
                .filter(stated -> stated.lsoas().contains(lsoa))
                .forEach(stated -> because.add(stated.position().reference()));
        one.declared().stream()
                .filter(offer -> offer.lsoas().contains(lsoa))
                .forEach(offer -> because.add(offer.name()));
        return List.of(
                Cell.text(lsoa),
                Cell.text(tier.answer().names().get(lsoa)),
                Cell.text(tier.tier().code()),
                Cell.text(one.need().code()),
                Cell.date(tier.answer().at()),
                Cell.text(status.code()),
                Cell.text(status.meaning()),
                because.isEmpty() ? Cell.notApplicable() : Cell.text(String.join("; ", because)));
    }
}
