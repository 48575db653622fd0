package org.answerable.cohort.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.OpenCitations;
import org.answerable.cohort.Role;
import org.answerable.cohort.store.History;
import org.answerable.cohort.store.Transactions;

/**
 * An analyst or administrator removes the rows of a withdrawn dataset. Not while a case that is still
 * open cites a figure made from it: that figure is computed again before the answer is sent.
 */
@ApplicationScoped
public class RemoveDataset {

    private static final String CONTACTS =
            "SELECT d.reference FROM cohort.dataset d WHERE d.of_dataset = ? AND NOT EXISTS (SELECT FROM"
                    + " cohort.dataset_removal r WHERE r.dataset_id = d.id) ORDER BY 1";

    private static final String FIGURES =
            "WITH f AS (SELECT figure_reference FROM cohort.figure_source WHERE dataset_reference = ?)"
                    + " SELECT figure_reference FROM f UNION ALL SELECT n.reference"
                    + " FROM cohort.need_estimate n JOIN f USING (figure_reference)";

    private Transactions transactions;
    private OpenCitations citations;
    private Clock clock;

    protected RemoveDataset() {}

    @Inject
    public RemoveDataset(Transactions transactions, OpenCitations citations, Clock clock) {
        this.transactions = transactions;
        this.citations = citations;
        this.clock = clock;
    }

    /** See {@link org.answerable.cohort.Datasets#remove}. */
    public void remove(String id, String given, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        String reason = Reason.checked(given, "Say why its rows are removed.");
        transactions.run(
                c -> {
                    check(c, id);
                    remove(c, id, reason, actor);
                    return null;
                });
    }

    private void check(Connection connection, String id) throws SQLException {
        Dataset dataset =
                DatasetRegister.find(connection, id)
                        .orElseThrow(() -> new NotFound("There is no such dataset."));
        if (dataset.removed()) {
            throw new Conflict("The rows of " + id + " are removed already.");
        }
        if (!dataset.withdrawn()) {
            throw new Conflict("Withdraw " + id + " first; then its rows can be removed.");
        }
        List<String> contacts = texts(connection, CONTACTS, id);
        if (!contacts.isEmpty()) {
            throw new Conflict(
                    "Contacts belong to these children. Withdraw and remove them first: "
                            + String.join(", ", contacts)
                            + ".");
        }
        List<String> figures = texts(connection, FIGURES, id);
        List<String> cases = figures.isEmpty() ? List.of() : citations.casesCiting(figures);
        if (!cases.isEmpty()) {
            throw new Conflict(
                    "A figure made from it is cited by "
                            + (cases.size() == 1 ? "a case that is" : "cases that are")
                            + " still open: "
                            + String.join(", ", cases)
                            + ". Its rows are needed until the answer is sent.");
        }
    }

    private static List<String> texts(Connection connection, String sql, String id)
            throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }

    private void remove(Connection connection, String id, String reason, Actor actor)
            throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement remove =
                connection.prepareStatement(
                        "SELECT cohort.remove_rows(id) FROM cohort.dataset WHERE reference = ?")) {
            remove.setString(1, id);
            remove.execute();
        }
        try (PreparedStatement forget =
                connection.prepareStatement(
                        "DELETE FROM cohort.kept_count WHERE (SELECT id FROM cohort.dataset WHERE"
                                + " reference = ?) = ANY (datasets)")) {
            forget.setString(1, id);
            forget.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.dataset_removal (dataset_id, reason, removed_at, removed_by,"
                                + " removed_by_name, authority) SELECT id, ?, ?, ?, ?, ? FROM cohort.dataset"
                                + " WHERE reference = ?")) {
            insert.setString(1, reason);
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.setString(3, actor.username());
            insert.setString(4, actor.displayName());
            insert.setString(5, actor.authority());
            insert.setString(6, id);
            insert.executeUpdate();
        }
        History.add(connection, now, actor, History.Event.DATASET_REMOVED, id, reason);
    }
}
