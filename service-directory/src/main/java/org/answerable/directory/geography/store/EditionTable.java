package org.answerable.directory.geography.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.answerable.directory.Actor;
import org.answerable.directory.Area;
import org.answerable.directory.PostcodeEdition;
import org.answerable.directory.PostcodeEdition.State;
import org.answerable.directory.PostcodeLoad;
import org.answerable.directory.ReceivedFile;
import org.answerable.directory.store.History;
import org.answerable.directory.store.Transactions;

/** The table of editions of postcodes; taking one into use puts its areas in place as well. */
@ApplicationScoped
public class EditionTable {

    /** Rows so far, by what became of them. */
    public record Counts(
            long read,
            long kept,
            long terminated,
            long withoutPoint,
            long northernIreland,
            long elsewhere,
            long rejected,
            long bytes) {}

    private Transactions transactions;

    protected EditionTable() {}

    @Inject
    public EditionTable(Transactions transactions) {
        this.transactions = transactions;
    }

    public Optional<PostcodeEdition> current() {
        return transactions.look(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT * FROM directory.postcode_edition WHERE state = 'CURRENT'")) {
                        return editions(select).stream().findFirst();
                    }
                });
    }

    public Optional<PostcodeEdition> find(long id) {
        return transactions.run(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT * FROM directory.postcode_edition WHERE id = ?")) {
                        select.setLong(1, id);
                        return editions(select).stream().findFirst();
                    }
                });
    }

    public List<PostcodeEdition> all() {
        return transactions.run(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT * FROM directory.postcode_edition ORDER BY id DESC")) {
                        return editions(select);
                    }
                });
    }

    /**
     * Adds an edition that is being loaded.
     *
     * @param lostBefore loads that gave no sign of life since then have ended with their server
     * @return its number, or nothing while another one is being loaded
     */
    public Optional<Long> begin(
            PostcodeLoad load,
            YearMonth edition,
            ReceivedFile file,
            Actor actor,
            Instant lostBefore,
            Instant now) {
        return transactions.run(
                c -> {
                    failLost(c, lostBefore, now);
                    return insert(c, load, edition, file, actor, now);
                });
    }

    public void reached(long id, Counts counts, Instant now) {
        transactions.run(
                c -> {
                    count(c, id, counts, now);
                    return null;
                });
    }

    /**
     * Takes an edition into use in place of the one before, with the areas that follow from it.
     *
     * @param named areas whose names came with it
     */
    public void take(
            long id,
            boolean demonstration,
            Collection<Area> named,
            Actor actor,
            String detail,
            Instant now) {
        transactions.run(
                c -> {
                    EditionAreas.derive(c, id, demonstration);
                    AreaTable.name(c, named);
                    replaceCurrent(c, now);
                    end(c, id, State.CURRENT, "It is in use.", now);
                    History.add(
                            c, now, actor, "POSTCODES_LOADED", "postcode edition " + id, detail);
                    return null;
                });
    }

    public void fail(long id, State state, String message, Actor actor, Instant now) {
        transactions.run(
                c -> {
                    end(c, id, state, message, now);
                    History.add(
                            c, now, actor, "POSTCODES_REFUSED", "postcode edition " + id, message);
                    return null;
                });
    }

    private static void failLost(Connection c, Instant lostBefore, Instant now)
            throws SQLException {
        try (PreparedStatement update =
                c.prepareStatement(
                        "UPDATE directory.postcode_edition SET state = 'FAILED', message = ?, ended_at = ?"
                                + " WHERE state = 'LOADING' AND alive_at < ?")) {
            update.setString(1, "Its server was ended in the middle of the load. Load it again.");
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setObject(3, lostBefore.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    private static Optional<Long> insert(
            Connection c,
            PostcodeLoad load,
            YearMonth edition,
            ReceivedFile file,
            Actor actor,
            Instant now)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO directory.postcode_edition (edition, file_name, only_around,"
                                + " demonstration, state, message, bytes_total, started_at, alive_at,"
                                + " started_by) VALUES (?, ?, ?, ?, 'LOADING', '', ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING RETURNING id")) {
            insert.setObject(1, edition.atDay(1));
            insert.setString(2, file.name());
            insert.setArray(3, c.createArrayOf("text", load.onlyAround().toArray()));
            insert.setBoolean(4, load.demonstration());
            insert.setLong(5, file.bytes());
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.setObject(7, now.atOffset(ZoneOffset.UTC));
            insert.setString(8, actor.username());
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    private static void count(Connection c, long id, Counts counts, Instant now)
            throws SQLException {
        try (PreparedStatement update =
                c.prepareStatement(
                        "UPDATE directory.postcode_edition SET rows_read = ?, rows_kept = ?,"
                                + " rows_terminated = ?, rows_without_point = ?,"
                                + " rows_northern_ireland = ?, rows_elsewhere = ?, rows_rejected = ?,"
                                + " bytes_read = ?, alive_at = ? WHERE id = ?")) {
            update.setLong(1, counts.read());
            update.setLong(2, counts.kept());
            update.setLong(3, counts.terminated());
            update.setLong(4, counts.withoutPoint());
            update.setLong(5, counts.northernIreland());
            update.setLong(6, counts.elsewhere());
            update.setLong(7, counts.rejected());
            update.setLong(8, counts.bytes());
            update.setObject(9, now.atOffset(ZoneOffset.UTC));
            update.setLong(10, id);
            update.executeUpdate();
        }
    }

    private static void replaceCurrent(Connection c, Instant now) throws SQLException {
        try (PreparedStatement update =
                c.prepareStatement(
                        "UPDATE directory.postcode_edition SET state = 'REPLACED', message = ?, ended_at ="
                                + " ? WHERE state = 'CURRENT'")) {
            update.setString(1, "A newer edition is in use.");
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    private static void end(Connection c, long id, State state, String message, Instant now)
            throws SQLException {
        try (PreparedStatement update =
                c.prepareStatement(
                        "UPDATE directory.postcode_edition SET state = ?, message = ?, ended_at = ? WHERE"
                                + " id = ?")) {
            update.setString(1, state.name());
            update.setString(2, message);
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.setLong(4, id);
            update.executeUpdate();
        }
    }

    private static List<PostcodeEdition> editions(PreparedStatement select) throws SQLException {
        List<PostcodeEdition> editions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                editions.add(edition(row));
            }
        }
        return editions;
    }

    private static PostcodeEdition edition(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new PostcodeEdition(
                row.getLong("id"),
                YearMonth.from(row.getObject("edition", LocalDate.class)),
                row.getString("file_name"),
                Arrays.asList((String[]) row.getArray("only_around").getArray()),
                row.getBoolean("demonstration"),
                State.valueOf(row.getString("state")),
                row.getString("message"),
                row.getLong("rows_read"),
                row.getLong("rows_kept"),
                row.getLong("rows_terminated"),
                row.getLong("rows_without_point"),
                row.getLong("rows_northern_ireland"),
                row.getLong("rows_elsewhere"),
                row.getLong("rows_rejected"),
                row.getLong("bytes_read"),
                row.getLong("bytes_total"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("started_by"));
    }
}
