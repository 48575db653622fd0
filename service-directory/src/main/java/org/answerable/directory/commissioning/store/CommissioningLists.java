package org.answerable.directory.commissioning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.Need;
import org.answerable.directory.Profession;
import org.answerable.directory.store.History;
import org.answerable.directory.store.Transactions;

/** Needs, professions, and the commissioners of care systems. */
@ApplicationScoped
public class CommissioningLists {

    private Transactions transactions;

    protected CommissioningLists() {}

    @Inject
    public CommissioningLists(Transactions transactions) {
        this.transactions = transactions;
    }

    public List<Need> needs() {
        return transactions.run(
                c -> {
                    List<Need> needs = new ArrayList<>();
                    try (PreparedStatement select =
                                    c.prepareStatement(
                                            "SELECT * FROM directory.need ORDER BY term");
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            needs.add(
                                    new Need(
                                            row.getString("code"),
                                            row.getString("term"),
                                            row.getString("description"),
                                            row.getString("stage")));
                        }
                    }
                    return needs;
                });
    }

    public List<Profession> professions() {
        return transactions.run(
                c -> {
                    List<Profession> professions = new ArrayList<>();
                    try (PreparedStatement select =
                                    c.prepareStatement(
                                            "SELECT * FROM directory.profession ORDER BY name");
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            professions.add(
                                    new Profession(
                                            row.getString("code"),
                                            row.getString("name"),
                                            row.getBoolean("leads_relationship_team")));
                        }
                    }
                    return professions;
                });
    }

    /** The commissioners of every care system as known at a moment, by the code of its area. */
    public Map<String, List<String>> commissioners(Instant known) {
        return transactions.run(
                c -> {
                    Map<String, List<String>> systems = new HashMap<>();
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT DISTINCT ON (area) area, names FROM"
                                            + " directory.system_commissioner WHERE recorded_at <= ?"
                                            + " ORDER BY area, version DESC")) {
                        select.setObject(1, Columns.moment(known));
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                systems.put(row.getString(1), Columns.texts(row, "names"));
                            }
                        }
                    }
                    return systems;
                });
    }

    public void name(String area, List<String> names, Actor actor, Instant now) {
        transactions.run(
                c -> {
                    try (PreparedStatement insert =
                            c.prepareStatement(
                                    "INSERT INTO directory.system_commissioner (area, version, recorded_at,"
                                            + " recorded_by, names) SELECT ?, coalesce(max(version), 0) + 1,"
                                            + " ?, ?, ? FROM directory.system_commissioner WHERE area ="
                                            + " ?")) {
                        insert.setString(1, area);
                        insert.setObject(2, Columns.moment(now));
                        insert.setString(3, actor.username());
                        Columns.texts(insert, 4, names);
                        insert.setString(5, area);
                        insert.executeUpdate();
                    }
                    History.add(
                            c, now, actor, "COMMISSIONERS_NAMED", area, String.join(", ", names));
                    return null;
                });
    }
}
