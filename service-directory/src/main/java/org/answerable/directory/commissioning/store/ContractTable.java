package org.answerable.directory.commissioning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.Contract;
import org.answerable.directory.ContractLine;
import org.answerable.directory.ContractTerms;
import org.answerable.directory.store.History;
import org.answerable.directory.store.Sql;
import org.answerable.directory.store.Transactions;

/** The tables of contracts. A version is inserted once and never changed. */
@ApplicationScoped
public class ContractTable {

    /** A version of a contract. */
    private record Key(long contract, int version) {}

    private static final String KNOWN =
            "SELECT DISTINCT ON (v.contract) v.contract, v.version FROM directory.contract_version v"
                    + " JOIN directory.contract c ON c.id = v.contract"
                    + " WHERE v.recorded_at <= ? AND (? = '' OR c.reference = ?)"
                    + " ORDER BY v.contract, v.version DESC";
    private static final String ALL_OF_ONE =
            "SELECT v.contract, v.version FROM directory.contract_version v JOIN directory.contract c ON"
                    + " c.id = v.contract WHERE v.recorded_at <= ? AND ? <> '' AND c.reference = ?";

    private Transactions transactions;

    protected ContractTable() {}

    @Inject
    public ContractTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The version of each contract that was known at a moment, the latest reference first.
     *
     * @param reference of one, or blank for all
     */
    public List<Contract> known(Instant known, String reference) {
        return transactions.run(c -> read(c, KNOWN, known, reference));
    }

    /** All versions of one, newest first. */
    public List<Contract> versions(String reference) {
        return transactions.run(c -> read(c, ALL_OF_ONE, Instant.MAX, reference));
    }

    /** The reference of a new contract. */
    public String add(
            ContractTerms terms,
            boolean demonstration,
            int year,
            String reason,
            Actor actor,
            Instant now) {
        return transactions.run(
                c -> {
                    String reference = References.next(c, "K", year);
                    long id = insert(c, reference, actor.authority(), demonstration);
                    insertVersion(c, new Key(id, 1), terms, reason, actor, now);
                    History.add(c, now, actor, "CONTRACT_ADDED", reference, terms.title());
                    return reference;
                });
    }

    /**
     * Adds a version after another.
     *
     * @return false when that other is no longer the newest
     */
    public boolean revise(
            String reference,
            int from,
            ContractTerms terms,
            String reason,
            Actor actor,
            Instant now) {
        return transactions.run(
                c -> {
                    Key newest = newest(c, reference);
                    if (newest.version() != from) {
                        return false;
                    }
                    insertVersion(
                            c, new Key(newest.contract(), from + 1), terms, reason, actor, now);
                    History.add(
                            c,
                            now,
                            actor,
                            "CONTRACT_REVISED",
                            reference,
                            "Version " + (from + 1) + ": " + reason);
                    return true;
                });
    }

    private static Key newest(Connection c, String reference) throws SQLException {
        new Sql()
                .add("SELECT id FROM directory.contract WHERE reference = ? FOR UPDATE", reference)
                .run(c);
        return new Sql()
                .add(
                        "SELECT c.id, max(v.version) FROM directory.contract c JOIN"
                                + " directory.contract_version v ON v.contract = c.id WHERE c.reference ="
                                + " ? GROUP BY c.id",
                        reference)
                .first(c, row -> new Key(row.getLong(1), row.getInt(2)))
                .orElseThrow();
    }

    private static long insert(
            Connection c, String reference, String authority, boolean demonstration)
            throws SQLException {
        return new Sql()
                .add(
                        "INSERT INTO directory.contract (reference, authority, demonstration) VALUES (?,"
                                + " ?, ?) RETURNING id",
                        reference,
                        authority,
                        demonstration)
                .first(c, row -> row.getLong(1))
                .orElseThrow();
    }

    private static void insertVersion(
            Connection c, Key key, ContractTerms terms, String reason, Actor actor, Instant now)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO directory.contract_version (contract, version, recorded_at,"
                                + " recorded_by, reason, title, provider, provider_id, sub_contractors,"
                                + " services, starts, ends, extension_until, terminated_on, value_a_year,"
                                + " indicators, documents)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, key.contract());
            insert.setInt(2, key.version());
            insert.setObject(3, Columns.moment(now));
            insert.setString(4, actor.username());
            insert.setString(5, reason);
            insert.setString(6, terms.title());
            insert.setString(7, terms.provider().name());
            insert.setString(8, terms.provider().organizationId());
            Columns.texts(insert, 9, terms.subContractors());
            Columns.texts(insert, 10, terms.services());
            insert.setObject(11, terms.starts());
            insert.setObject(12, terms.ends());
            insert.setObject(13, terms.extensionUntil());
            insert.setObject(14, terms.terminatedOn());
            insert.setBigDecimal(15, terms.valueAYear());
            insert.setString(16, terms.indicators());
            insert.setString(17, terms.documents());
            insert.executeUpdate();
        }
        insertCommissioners(c, key, terms.commissioners());
        insertLines(c, key, terms.lines());
        insertTeams(c, key, terms.lines());
    }

    private static void insertCommissioners(
            Connection c, Key key, List<ContractTerms.Commissioner> commissioners)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO directory.contract_commissioner (contract, version, place, name,"
                                + " organization_id, share) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < commissioners.size(); i++) {
                ContractTerms.Commissioner commissioner = commissioners.get(i);
                insert.setLong(1, key.contract());
                insert.setInt(2, key.version());
                insert.setInt(3, i + 1);
                insert.setString(4, commissioner.name());
                insert.setString(5, commissioner.organizationId());
                insert.setBigDecimal(6, commissioner.share());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertLines(Connection c, Key key, List<ContractLine> lines)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO directory.contract_line (contract, version, line, areas, weeks_from,"
                                + " weeks_to, months_from, months_to, need, tier, tier_reason,"
                                + " lead_profession, capacity_unit, capacity_maximum, capacity_funded,"
                                + " capacity_a_year, valid_from, valid_to)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (ContractLine line : lines) {
                ContractLine.Capacity capacity = line.capacity();
                insert.setLong(1, key.contract());
                insert.setInt(2, key.version());
                insert.setInt(3, line.number());
                Columns.texts(insert, 4, line.areas());
                Columns.window(insert, 5, line.cohort());
                insert.setString(9, line.need());
                insert.setString(10, line.tier().name());
                insert.setString(11, line.tierReason());
                insert.setString(12, line.leadProfession());
                insert.setString(13, capacity == null ? null : capacity.unit().name());
                insert.setBigDecimal(14, capacity == null ? null : capacity.maximum());
                insert.setBigDecimal(15, capacity == null ? null : capacity.funded());
                insert.setObject(16, capacity == null ? null : capacity.aYear(), Types.BOOLEAN);
                insert.setObject(17, line.from());
                insert.setObject(18, line.to());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertTeams(Connection c, Key key, List<ContractLine> lines)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO directory.contract_team (contract, version, line, profession, wte)"
                                + " VALUES (?, ?, ?, ?, ?)")) {
            for (ContractLine line : lines) {
                for (ContractLine.Member member : line.team()) {
                    insert.setLong(1, key.contract());
                    insert.setInt(2, key.version());
                    insert.setInt(3, line.number());
                    insert.setString(4, member.profession());
                    insert.setBigDecimal(5, member.wte());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Four statements, however many contracts. */
    private static List<Contract> read(Connection c, String which, Instant known, String reference)
            throws SQLException {
        Map<Key, List<ContractTerms.Commissioner>> commissioners = new HashMap<>();
        each(
                c,
                "SELECT x.* FROM directory.contract_commissioner x JOIN (%s) w USING (contract, version)"
                        + " ORDER BY x.place",
                which,
                known,
                reference,
                row ->
                        commissioners
                                .computeIfAbsent(key(row), k -> new ArrayList<>())
                                .add(
                                        new ContractTerms.Commissioner(
                                                row.getString("name"),
                                                row.getString("organization_id"),
                                                row.getBigDecimal("share"))));
        Map<String, List<ContractLine.Member>> teams = new HashMap<>();
        each(
                c,
                "SELECT x.* FROM directory.contract_team x JOIN (%s) w USING (contract, version)"
                        + " ORDER BY x.profession",
                which,
                known,
                reference,
                row ->
                        teams.computeIfAbsent(
                                        key(row) + "/" + row.getInt("line"), k -> new ArrayList<>())
                                .add(
                                        new ContractLine.Member(
                                                row.getString("profession"), wte(row))));
        Map<Key, List<ContractLine>> lines = new HashMap<>();
        each(
                c,
                "SELECT x.* FROM directory.contract_line x JOIN (%s) w USING (contract, version)"
                        + " ORDER BY x.line",
                which,
                known,
                reference,
                row ->
                        lines.computeIfAbsent(key(row), k -> new ArrayList<>())
                                .add(
                                        line(
                                                row,
                                                teams.getOrDefault(
                                                        key(row) + "/" + row.getInt("line"),
                                                        List.of()))));
        Map<Key, Contract> contracts = new LinkedHashMap<>();
        each(
                c,
                "SELECT x.*, c.reference, c.authority, c.demonstration FROM directory.contract_version x"
                        + " JOIN (%s) w USING (contract, version) JOIN directory.contract c ON c.id ="
                        + " x.contract ORDER BY c.id DESC, x.version DESC",
                which,
                known,
                reference,
                row ->
                        contracts.put(
                                key(row),
                                contract(
                                        row,
                                        commissioners.getOrDefault(key(row), List.of()),
                                        lines.getOrDefault(key(row), List.of()))));
        return List.copyOf(contracts.values());
    }

    private static Contract contract(
            ResultSet row, List<ContractTerms.Commissioner> commissioners, List<ContractLine> lines)
            throws SQLException {
        return new Contract(
                row.getString("reference"),
                row.getInt("version"),
                new ContractTerms(
                        row.getString("title"),
                        commissioners,
                        new ContractTerms.Party(
                                row.getString("provider"), row.getString("provider_id")),
                        Columns.texts(row, "sub_contractors"),
                        Columns.texts(row, "services"),
                        Columns.date(row, "starts"),
                        Columns.date(row, "ends"),
                        Columns.date(row, "extension_until"),
                        Columns.date(row, "terminated_on"),
                        row.getBigDecimal("value_a_year"),
                        row.getString("indicators"),
                        row.getString("documents"),
                        lines),
                row.getString("authority"),
                row.getBoolean("demonstration"),
                Columns.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                row.getString("reason"));
    }

    private static ContractLine line(ResultSet row, List<ContractLine.Member> team)
            throws SQLException {
        return new ContractLine(
                row.getInt("line"),
                Columns.texts(row, "areas"),
                Columns.window(row),
                row.getString("need"),
                org.answerable.directory.Tier.valueOf(row.getString("tier")),
                row.getString("tier_reason"),
                row.getString("lead_profession"),
                team,
                capacity(row),
                Columns.date(row, "valid_from"),
                Columns.date(row, "valid_to"));
    }

    private static ContractLine.Capacity capacity(ResultSet row) throws SQLException {
        String unit = row.getString("capacity_unit");
        return unit == null
                ? null
                : new ContractLine.Capacity(
                        org.answerable.directory.CapacityUnit.valueOf(unit),
                        plain(row.getBigDecimal("capacity_maximum")),
                        plain(row.getBigDecimal("capacity_funded")),
                        row.getBoolean("capacity_a_year"));
    }

    private static BigDecimal wte(ResultSet row) throws SQLException {
        return plain(row.getBigDecimal("wte"));
    }

    /** 120, not 120.00. */
    private static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getLong("contract"), row.getInt("version"));
    }

    private static void each(
            Connection c,
            String sql,
            String which,
            Instant known,
            String reference,
            Sql.EachRow what)
            throws SQLException {
        new Sql()
                .add(sql.formatted(which), Columns.moment(known), reference, reference)
                .each(c, what);
    }
}
