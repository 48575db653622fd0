package org.answerable.directory.commissioning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.RelationshipTeam.Ruling;
import org.answerable.directory.store.History;
import org.answerable.directory.store.Transactions;

/** What people ruled on contract lines, against what the tests say. */
@ApplicationScoped
public class RulingTable {

    private Transactions transactions;

    protected RulingTable() {}

    @Inject
    public RulingTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The rulings that stood at a moment, by line: {@code K-2026-0001/1}. */
    public Map<String, Ruling> known(Instant known) {
        return transactions.run(
                c -> {
                    Map<String, Ruling> rulings = new HashMap<>();
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT DISTINCT ON (r.contract, r.line) c.reference, r.* FROM"
                                            + " directory.label_ruling r JOIN directory.contract c ON c.id"
                                            + " = r.contract WHERE r.recorded_at <= ? ORDER BY"
                                            + " r.contract, r.line, r.id DESC")) {
                        select.setObject(1, Columns.moment(known));
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                Boolean holds = row.getObject("holds", Boolean.class);
                                if (holds != null) {
                                    rulings.put(
                                            row.getString("reference") + "/" + row.getInt("line"),
                                            new Ruling(
                                                    holds,
                                                    row.getString("reason"),
                                                    row.getString("recorded_by"),
                                                    Columns.instant(row, "recorded_at")));
                                }
                            }
                        }
                    }
                    return rulings;
                });
    }

    public void add(
            String contract, int line, Boolean holds, String reason, Actor actor, Instant now) {
        transactions.run(
                c -> {
                    try (PreparedStatement insert =
                            c.prepareStatement(
                                    "INSERT INTO directory.label_ruling (contract, line, holds, reason,"
                                            + " recorded_at, recorded_by) SELECT id, ?, ?, ?, ?, ? FROM"
                                            + " directory.contract WHERE reference = ?")) {
                        insert.setInt(1, line);
                        insert.setObject(2, holds, Types.BOOLEAN);
                        insert.setString(3, reason);
                        insert.setObject(4, Columns.moment(now));
                        insert.setString(5, actor.username());
                        insert.setString(6, contract);
                        insert.executeUpdate();
                    }
                    History.add(c, now, actor, "LABEL_RULED", contract + "/" + line, reason);
                    return null;
                });
    }
}
