package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the daily round reads and writes. */
@ApplicationScoped
public class VerificationTable {

    private static final String SINCE =
            "coalesce(s.assured_date, (s.created_at AT TIME ZONE 'Europe/London')::date)";

    /** Any number that no other part of the application locks by. */
    private static final long ROUND = 7_331_005L;

    private Transactions transactions;
    private ServiceRows services;

    protected VerificationTable() {}

    @Inject
    public VerificationTable(Transactions transactions, ServiceRows services) {
        this.transactions = transactions;
        this.services = services;
    }

    /**
     * A service that has reached a stage and was not told of it.
     *
     * @param mailbox of whoever keeps it
     */
    public record Due(
            long key, String id, String name, String mailbox, int stage, LocalDate since) {}

    /** Mail that waits. */
    public record Waiting(long key, String mailbox, String subject, String body, int attempts) {}

    /**
     * Writes opening hours down for services whose written hours run out soon.
     *
     * @return how many services
     */
    public int extendOpenings(LocalDate today, LocalDate until) {
        int done = 0;
        int some;
        do {
            some =
                    transactions.run(
                            connection -> {
                                List<String> ids = new ArrayList<>();
                                Sql sql =
                                        new Sql()
                                                .add(
                                                        "SELECT public_id FROM directory.service WHERE openings_until < ?"
                                                                + " AND erased_at IS NULL ORDER BY id LIMIT ? FOR UPDATE"
                                                                + " SKIP LOCKED",
                                                        until,
                                                        Publication.CHUNK);
                                try (PreparedStatement select = sql.prepare(connection);
                                        ResultSet row = select.executeQuery()) {
                                    while (row.next()) {
                                        ids.add(row.getString(1));
                                    }
                                }
                                services.renewOpenings(connection, ids, today);
                                Publication.revise(connection);
                                return ids.size();
                            });
            done += some;
        } while (some == Publication.CHUNK);
        return done;
    }

    /** Takes services that nobody checked for a year out of the public list, and puts checked ones back. */
    public int withhold(LocalDate today) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "UPDATE directory.service s SET withheld = NOT s.withheld WHERE"
                                                    + " s.erased_at IS NULL AND s.assured_date IS NOT NULL AND"
                                                    + " s.withheld <> (?::date - s.assured_date >= ?)",
                                            today,
                                            ServiceRows.WITHHELD_AFTER);
                    int changed;
                    try (PreparedStatement update = sql.prepare(connection)) {
                        changed = update.executeUpdate();
                    }
                    if (changed > 0) {
                        new Sql()
                                .add(
                                        "UPDATE directory.service_at_location a SET listed = s.listed FROM"
                                                + " directory.service s WHERE s.id = a.service_id AND a.listed"
                                                + " <> s.listed")
                                .run(connection);
                        Publication.revise(connection);
                    }
                    return changed;
                });
    }

    /**
     * A reminder that is to be sent.
     *
     * @param onlyDueSoon nothing in it is due yet
     * @param told the stages that it tells of
     * @param links in it
     */
    public record Digest(
            String mailbox,
            String subject,
            String body,
            boolean onlyDueSoon,
            List<Due> told,
            List<NewLink> links) {}

    /** A link of a reminder; only the hash of its token is kept. */
    public record NewLink(byte[] tokenHash, String service, Instant ends) {}

    /** Writes reminders of what is due. */
    @FunctionalInterface
    public interface Reminder {

        /**
         * @param due by mailbox, then by name
         * @param toldLately mailboxes that got a reminder in the last days
         */
        List<Digest> write(List<Due> due, Set<String> toldLately);
    }

    /**
     * Reminds of the stages that services with a mailbox have reached and were not told of. One round at a time, and all
     * of it or nothing.
     *
     * @param stages days, in order
     * @param lately reminders after this day count as lately
     */
    public void remind(
            LocalDate today,
            Instant now,
            List<Integer> stages,
            LocalDate lately,
            Reminder reminder) {
        transactions.run(
                connection -> {
                    lock(connection);
                    List<Due> due = due(connection, today, stages);
                    for (Digest digest :
                            due.isEmpty()
                                    ? List.<Digest>of()
                                    : reminder.write(due, toldSince(connection, lately))) {
                        keep(connection, digest, today, now);
                    }
                    return null;
                });
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                new Sql().add("SELECT pg_advisory_xact_lock(?)", ROUND).prepare(connection)) {
            lock.execute();
        }
    }

    private static List<Due> due(Connection connection, LocalDate today, List<Integer> stages)
            throws SQLException {
        Sql sql =
                new Sql()
                        .addList(
                                "SELECT s.id, s.public_id, s.name, v.document ->> 'assurer_email' AS mailbox, g.stage, "
                                        + SINCE
                                        + " AS since FROM directory.service s JOIN directory.version v ON v.kind ="
                                        + " 'service' AND v.record = s.public_id AND v.number = s.version"
                                        + " CROSS JOIN LATERAL (SELECT max(x::integer) AS stage FROM unnest(?) AS x",
                                stages.stream().map(String::valueOf).toList())
                        .add(
                                " WHERE x::integer <= ?::date - "
                                        + SINCE
                                        + ") g WHERE g.stage IS NOT NULL",
                                today)
                        .add(
                                " AND s.erased_at IS NULL AND s.status IN ('active', 'temporarily closed')"
                                        + " AND v.document ->> 'assurer_email' IS NOT NULL AND NOT EXISTS (SELECT"
                                        + " FROM directory.reminder r WHERE r.service_id = s.id AND r.stage = g.stage"
                                        + " AND r.since = "
                                        + SINCE
                                        + ") ORDER BY mailbox, s.sort_name, s.public_id");
        return sql.list(
                connection,
                row ->
                        new Due(
                                row.getLong("id"),
                                row.getString("public_id"),
                                row.getString("name"),
                                row.getString("mailbox"),
                                row.getInt("stage"),
                                row.getObject("since", LocalDate.class)));
    }

    private static Set<String> toldSince(Connection connection, LocalDate day) throws SQLException {
        Set<String> mailboxes = new HashSet<>();
        try (PreparedStatement select =
                        new Sql()
                                .add(
                                        "SELECT DISTINCT mailbox FROM directory.owner_mail WHERE created_on > ?",
                                        day)
                                .prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                mailboxes.add(row.getString(1));
            }
        }
        return mailboxes;
    }

    private static void keep(Connection connection, Digest digest, LocalDate today, Instant now)
            throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        new Sql()
                .add(
                        "INSERT INTO directory.owner_mail (mailbox, subject, body, only_due_soon, created_on,"
                                + " created_at, next_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        digest.mailbox(),
                        digest.subject(),
                        digest.body(),
                        digest.onlyDueSoon(),
                        today,
                        at,
                        at)
                .run(connection);
        Rows links = new Rows("text", "text", "timestamptz");
        digest.links()
                .forEach(
                        link ->
                                links.add(
                                        "\\x" + HexFormat.of().formatHex(link.tokenHash()),
                                        link.service(),
                                        link.ends().atOffset(ZoneOffset.UTC)));
        links.execute(
                connection,
                "INSERT INTO directory.confirmation (mailbox, created_at, token_hash, service, ends_at) SELECT ?, ?,"
                        + " t::bytea, s, e FROM unnest(?, ?, ?) AS x (t, s, e)",
                digest.mailbox(),
                at);
        Rows told = new Rows("int8", "int4", "date");
        digest.told().forEach(due -> told.add(due.key(), due.stage(), due.since()));
        told.execute(
                connection,
                "INSERT INTO directory.reminder (told_on, service_id, stage, since) SELECT ?, x.* FROM"
                        + " unnest(?, ?, ?) AS x ON CONFLICT DO NOTHING",
                today);
    }

    /** What a link is about. */
    public record Link(String service, String mailbox) {}

    /**
     * The link, while it can be used.
     *
     * @param use whether it is used up by this
     */
    public Optional<Link> link(byte[] tokenHash, Instant now, boolean use) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            use
                                    ? new Sql()
                                            .add(
                                                    "UPDATE directory.confirmation SET used_at = ? WHERE token_hash = ?"
                                                            + " AND used_at IS NULL AND ends_at > ? RETURNING service,"
                                                            + " mailbox",
                                                    now.atOffset(ZoneOffset.UTC),
                                                    tokenHash,
                                                    now.atOffset(ZoneOffset.UTC))
                                    : new Sql()
                                            .add(
                                                    "SELECT service, mailbox FROM directory.confirmation WHERE token_hash"
                                                            + " = ? AND used_at IS NULL AND ends_at > ?",
                                                    tokenHash,
                                                    now.atOffset(ZoneOffset.UTC));
                    return sql.first(
                            connection, row -> new Link(row.getString(1), row.getString(2)));
                });
    }

    /** The next mail to hand over; no other node gets it before the time that is given. */
    public Optional<Waiting> nextMail(Instant now, Instant again) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "UPDATE directory.owner_mail SET attempts = attempts + 1, next_at = ? WHERE id"
                                                    + " = (SELECT id FROM directory.owner_mail WHERE sent_at IS NULL AND"
                                                    + " failed_at IS NULL AND next_at <= ? ORDER BY next_at, id LIMIT 1"
                                                    + " FOR UPDATE SKIP LOCKED) RETURNING id, mailbox, subject, body,"
                                                    + " attempts",
                                            again.atOffset(ZoneOffset.UTC),
                                            now.atOffset(ZoneOffset.UTC));
                    return sql.first(
                            connection,
                            row ->
                                    new Waiting(
                                            row.getLong(1),
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getInt(5)));
                });
    }

    /** Ends a mail: sent, or given up with a message. */
    public void endMail(long key, boolean sent, String message, Instant now) {
        transactions.run(
                connection -> {
                    new Sql()
                            .add(
                                    "UPDATE directory.owner_mail SET "
                                            + (sent ? "sent_at" : "failed_at")
                                            + " = ?, body = '', message = ? WHERE id = ?",
                                    now.atOffset(ZoneOffset.UTC),
                                    message,
                                    key)
                            .run(connection);
                    return null;
                });
    }
}
