package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.answerable.directory.search.Near;
import org.answerable.directory.search.ServiceFilter;

/** Services at their locations as items of the feed. Distance belongs to them. */
@ApplicationScoped
public class PlaceItems {

    private Transactions transactions;
    private Remembered remembered;

    protected PlaceItems() {}

    @Inject
    public PlaceItems(Transactions transactions, Remembered remembered) {
        this.transactions = transactions;
        this.remembered = remembered;
    }

    /** The item with this id, as long as its service may be seen. */
    public Optional<String> item(String id) {
        return transactions.look(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT a.full_item FROM directory.service_at_location a JOIN"
                                                    + " directory.service s ON s.id = a.service_id WHERE s.offered"
                                                    + " AND a.public_id = ?",
                                            id);
                    return sql.first(connection, row -> row.getString(1));
                });
    }

    /** One page, by the name of the service; around a point by distance. */
    public FeedPage page(ServiceFilter filter, boolean full, Slice slice, LocalDate today) {
        return transactions.look(
                connection -> {
                    long total = remembered.count(connection, from(filter, today));
                    if (slice.offset() >= total) {
                        return new FeedPage(List.of(), total);
                    }
                    return new FeedPage(rows(connection, filter, full, slice, total, today), total);
                });
    }

    private static List<String> rows(
            Connection connection,
            ServiceFilter filter,
            boolean full,
            Slice slice,
            long total,
            LocalDate today)
            throws SQLException {
        boolean near = filter.near().isPresent();
        boolean backwards = !near && slice.fromEnd(total);
        Slice part = backwards ? slice.reversed(total) : slice;
        String up = backwards ? " DESC" : "";
        String inner = near ? "d.metres, a.public_id" : "a.sort_name" + up + ", a.public_id" + up;
        String outer = near ? "p.metres, a.public_id" : inner;
        Sql sql =
                new Sql()
                        .add(
                                "SELECT a."
                                        + (full ? "full_item" : "basic_item")
                                        + " AS item, p.* FROM (SELECT a.id"
                                        + (near ? ", d.metres " : " "))
                        .add(from(filter, today))
                        .add(
                                " ORDER BY " + inner + " LIMIT ? OFFSET ?",
                                part.limit(),
                                part.offset())
                        .add(
                                ") p JOIN directory.service_at_location a ON a.id = p.id ORDER BY "
                                        + outer);
        List<String> items = new ArrayList<>();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String item = row.getString("item");
                items.add(near ? withDistance(item, row.getDouble("metres")) : item);
            }
        }
        if (backwards) {
            Collections.reverse(items);
        }
        return items;
    }

    private static String withDistance(String item, double metres) {
        return Extras.with(item, "\"x_distance_m\":" + Math.round(metres * 10) / 10.0);
    }

    private static Sql from(ServiceFilter filter, LocalDate today) {
        Sql sql = new Sql().add("FROM directory.service_at_location a ");
        if (filter.near().isPresent()) {
            Near near = filter.near().get();
            sql.add("CROSS JOIN LATERAL (SELECT ")
                    .add(Conditions.distance(near))
                    .add(" AS metres) d ");
        }
        boolean all = filter.wishes().isEmpty();
        sql.add(all ? "WHERE a.listed" : "JOIN directory.service s ON s.id = a.service_id WHERE ");
        if (!all) {
            sql.add(new Conditions(today).of(filter));
        }
        if (filter.near().isPresent()) {
            Near near = filter.near().get();
            sql.add(" AND ").add(Conditions.inBox(near)).add(" AND d.metres <= ?", near.metres());
        }
        return sql;
    }

    /** Takes one item after the other, in the order of a page, in short transactions. */
    public void each(ServiceFilter filter, boolean full, LocalDate today, ItemReader reader)
            throws IOException {
        long offset = 0;
        FeedPage page;
        do {
            page = page(filter, full, new Slice(offset, Publication.CHUNK), today);
            for (String item : page.items()) {
                reader.read(item);
            }
            offset += page.items().size();
        } while (page.items().size() == Publication.CHUNK);
    }
}
