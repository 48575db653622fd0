package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.PostcodeEditions;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.Table;

/** All rows of an edition that were rejected, with the reason. */
@Path("/services/postcodes/{id: [0-9]{1,18}}/rejected.csv")
@RequestScoped
public class RejectedPostcodesFile {

    @Inject private PostcodeEditions postcodes;
    @Inject private CurrentActor current;

    @GET
    public Response file(@PathParam("id") long id) {
        List<List<Cell>> rows =
                postcodes.rejected(id, current.require()).stream()
                        .map(
                                row ->
                                        List.of(
                                                Cell.number(row.line()),
                                                Cell.text(row.column()),
                                                Cell.text(row.value()),
                                                Cell.text(row.message())))
                        .toList();
        return CsvFile.of(
                new Table(
                        "rejected",
                        "Rows that were rejected",
                        List.of("line", "column", "value", "message"),
                        rows),
                "rejected-postcodes-" + id + ".csv");
    }
}
