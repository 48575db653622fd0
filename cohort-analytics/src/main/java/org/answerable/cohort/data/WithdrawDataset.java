package org.answerable.cohort.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Role;
import org.answerable.cohort.store.History;
import org.answerable.cohort.store.Transactions;

/** An analyst or administrator withdraws a dataset. */
@ApplicationScoped
public class WithdrawDataset {

    private Transactions transactions;
    private Clock clock;

    protected WithdrawDataset() {}

    @Inject
    public WithdrawDataset(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** See {@link org.answerable.cohort.Datasets#withdraw}. */
    public void withdraw(String id, String given, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        String reason = Reason.checked(given, "Say why it is withdrawn.");
        transactions.run(
                c -> {
                    keep(c, id, reason, actor);
                    return null;
                });
    }

    private void keep(Connection connection, String id, String reason, Actor actor)
            throws SQLException {
        DatasetRegister.find(connection, id)
                .orElseThrow(() -> new NotFound("There is no such dataset."));
        Instant now = clock.instant();
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.dataset_withdrawal (dataset_id, reason, withdrawn_at,"
                                + " withdrawn_by, withdrawn_by_name, authority) SELECT id, ?, ?, ?, ?, ? FROM"
                                + " cohort.dataset WHERE reference = ? ON CONFLICT DO NOTHING")) {
            insert.setString(1, reason);
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.setString(3, actor.username());
            insert.setString(4, actor.displayName());
            insert.setString(5, actor.authority());
            insert.setString(6, id);
            if (insert.executeUpdate() == 0) {
                throw new Conflict(id + " is withdrawn already.");
            }
        }
        History.add(connection, now, actor, History.Event.DATASET_WITHDRAWN, id, reason);
    }
}
