package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.answerable.directory.Erased;
import org.answerable.directory.Whereabouts;
import org.answerable.directory.hsds.Items;
import org.answerable.directory.search.Near;
import org.answerable.directory.search.Order;
import org.answerable.directory.search.ServiceFilter;

/** Services as items of the feed. */
@ApplicationScoped
public class ServiceItems {

    private static final String FRESHNESS = "s.assured_date, s.provenance, s.completeness";

    private Transactions transactions;
    private Remembered remembered;

    protected ServiceItems() {}

    @Inject
    public ServiceItems(Transactions transactions, Remembered remembered) {
        this.transactions = transactions;
        this.remembered = remembered;
    }

    /** Full or basic items. */
    private static String column(boolean full) {
        return full ? "full_item" : "basic_item";
    }

    /** The item of a service, whatever its status; nothing for an unknown or internal one. */
    public Optional<String> item(String id, LocalDate today) {
        return transactions.look(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT s.full_item, s.offered, s.erased_at, "
                                                    + FRESHNESS
                                                    + " FROM directory.service s WHERE s.public_id = ?",
                                            id);
                    try (PreparedStatement select = sql.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        if (!row.next()) {
                            return Optional.empty();
                        }
                        if (row.getObject("erased_at") != null) {
                            throw new Erased();
                        }
                        return row.getBoolean("offered")
                                ? Optional.of(
                                        Extras.withFreshness(
                                                row, row.getString("full_item"), today))
                                : Optional.empty();
                    }
                });
    }

    /** One page; the order by distance needs a circle. */
    public FeedPage page(
            ServiceFilter filter, Order order, boolean full, Slice slice, LocalDate today) {
        return transactions.look(
                connection -> {
                    if (filter.near().isPresent()) {
                        List<Double> circle = List.of(filter.near().get().metres());
                        return new Circles(connection, filter, circle, today)
                                .page(order, full, slice, 0)
                                .page();
                    }
                    long total = remembered.count(connection, from(filter, today));
                    if (slice.offset() >= total) {
                        return new FeedPage(List.of(), total);
                    }
                    return new FeedPage(
                            rows(connection, filter, order, full, slice, total, today), total);
                });
    }

    /** The first of a list by name, without counting the others; not around a point. */
    public List<String> first(ServiceFilter filter, boolean full, int most, LocalDate today) {
        return transactions.look(
                connection ->
                        rows(
                                connection,
                                filter,
                                Order.NAME,
                                full,
                                new Slice(0, most),
                                Long.MAX_VALUE,
                                today));
    }

    /**
     * A page of the first of some circles around a point that has enough services, or of the last.
     *
     * @param metres radii of the circles, the smallest first
     */
    public FoundPage widening(
            ServiceFilter filter,
            Whereabouts middle,
            List<Double> metres,
            long enough,
            Order order,
            boolean full,
            Slice slice,
            LocalDate today) {
        return transactions.look(
                connection -> {
                    FoundPage found = null;
                    int from = 0;
                    // One circle, then two, then three: whoever lives in a town needs the first.
                    for (int many = 1; from < metres.size(); many++) {
                        int to =
                                Math.min(
                                        metres.size(), from + (order == Order.DISTANCE ? many : 1));
                        List<Double> some = metres.subList(from, to);
                        Near widest =
                                new Near(
                                        middle.latitude(),
                                        middle.longitude(),
                                        some.get(some.size() - 1));
                        found =
                                new Circles(connection, filter.around(widest), some, today)
                                        .page(order, full, slice, enough);
                        if (found.page().total() >= enough) {
                            return found;
                        }
                        from = to;
                    }
                    return found;
                });
    }

    /** What has the same pages for as long as nothing is published, as a text. */
    public static String key(ServiceFilter filter, LocalDate today) {
        return Remembered.key(from(filter, today).key(), today);
    }

    private static List<String> rows(
            Connection connection,
            ServiceFilter filter,
            Order order,
            boolean full,
            Slice slice,
            long total,
            LocalDate today)
            throws SQLException {
        boolean backwards = slice.fromEnd(total);
        Slice part = backwards ? slice.reversed(total) : slice;
        Sql sql =
                new Sql()
                        .add("SELECT s." + column(full) + " AS item, " + FRESHNESS)
                        .add(" FROM (SELECT s.id ")
                        .add(from(filter, today))
                        .add(" ORDER BY ")
                        .add(orderBy(filter, order, backwards, today, "n"))
                        .add(" LIMIT ? OFFSET ?", part.limit(), part.offset())
                        .add(") p JOIN directory.service s ON s.id = p.id ORDER BY ")
                        .add(orderBy(filter, order, backwards, today, "p"));
        if (!filter.wishes().isEmpty()) {
            sql.plannedForValues();
        }
        List<String> items = new ArrayList<>();
        sql.each(connection, row -> items.add(item(row, filter, today)));
        if (backwards) {
            Collections.reverse(items);
        }
        return items;
    }

    /**
     * Circles around one point, the widest of which the filter has. All services in it are looked at for any page, so the
     * same statement counts those of each circle.
     */
    private record Circles(
            Connection connection, ServiceFilter filter, List<Double> metres, LocalDate today) {

        FoundPage page(Order order, boolean full, Slice slice, long enough) throws SQLException {
            Sql sql =
                    new Sql()
                            .add("SELECT s." + column(full) + " AS item, " + FRESHNESS)
                            .add(", p.* FROM (SELECT s.id, n.place, n.metres")
                            .add(counts(" OVER ()"))
                            .add(" ")
                            .add(from(filter, today))
                            .add(" ORDER BY ")
                            .add(orderBy(filter, order, false, today, "n"))
                            .add(" LIMIT ? OFFSET ?", slice.limit(), slice.offset())
                            .add(") p JOIN directory.service s ON s.id = p.id ORDER BY ")
                            .add(orderBy(filter, order, false, today, "p"))
                            .plannedForValues();
            List<String> items = new ArrayList<>();
            List<Double> distances = new ArrayList<>();
            long[] totals = new long[metres.size()];
            sql.each(
                    connection,
                    row -> {
                        items.add(item(row, filter, today));
                        distances.add(row.getDouble("metres"));
                        read(row, totals);
                    });
            if (items.isEmpty() && slice.offset() > 0) {
                new Sql()
                        .add("SELECT 0")
                        .add(counts(""))
                        .add(" ")
                        .add(from(filter, today))
                        .plannedForValues()
                        .each(connection, row -> read(row, totals));
            }
            int circle = 0;
            while (circle < totals.length - 1 && totals[circle] < enough) {
                circle++;
            }
            double radius = metres.get(circle);
            int inside = (int) distances.stream().filter(metres -> metres <= radius).count();
            return new FoundPage(radius, new FeedPage(items.subList(0, inside), totals[circle]));
        }

        private Sql counts(String over) {
            Sql sql = new Sql();
            for (int i = 0; i < metres.size(); i++) {
                sql.add(
                        ", count(*) FILTER (WHERE n.metres <= ?)" + over + " AS within_" + i,
                        metres.get(i));
            }
            return sql;
        }

        private void read(ResultSet row, long[] totals) throws SQLException {
            for (int i = 0; i < totals.length; i++) {
                totals[i] = row.getLong("within_" + i);
            }
        }
    }

    private static String item(ResultSet row, ServiceFilter filter, LocalDate today)
            throws SQLException {
        String item = Extras.withFreshness(row, row.getString("item"), today);
        return filter.near().isEmpty()
                ? item
                : Extras.with(
                        item,
                        "\"x_distance_m\":"
                                + Math.round(row.getDouble("metres") * 10) / 10.0
                                + ",\"x_nearest_service_at_location_id\":\""
                                + row.getString("place")
                                + "\"");
    }

    /** FROM and WHERE of a filter; around a point each service comes once, with its nearest place. */
    static Sql from(ServiceFilter filter, LocalDate today) {
        Sql where = new Conditions(today).of(filter);
        if (filter.near().isEmpty()) {
            return new Sql().add("FROM directory.service s WHERE ").add(where);
        }
        Near near = filter.near().get();
        return new Sql()
                .add(
                        "FROM (SELECT DISTINCT ON (a.service_id) a.service_id, a.public_id AS place, d.metres FROM")
                .add(" directory.service_at_location a CROSS JOIN LATERAL (SELECT ")
                .add(Conditions.distance(near))
                .add(" AS metres) d WHERE ")
                .add(Conditions.inBox(near))
                .add(
                        " AND d.metres <= ? ORDER BY a.service_id, d.metres, a.public_id) n",
                        near.metres())
                .add(" JOIN directory.service s ON s.id = n.service_id WHERE ")
                .add(where);
    }

    private static Sql orderBy(
            ServiceFilter filter, Order order, boolean backwards, LocalDate today, String near) {
        String up = backwards ? " DESC" : "";
        String down = backwards ? "" : " DESC";
        return switch (order) {
            case NAME -> new Sql().add("s.sort_name" + up + ", s.public_id" + up);
            case RELEVANCE ->
                    new Sql()
                            .add("ts_rank(s.speech, ")
                            .add(Conditions.query(filter.speech()))
                            .add(")" + down + ", s.sort_name" + up + ", s.public_id" + up);
            case DISTANCE -> new Sql().add(near + ".metres" + up + ", s.public_id" + up);
            case LAST_MODIFIED -> new Sql().add("s.last_modified" + down + ", s.public_id" + up);
            case FRESHNESS ->
                    new Sql()
                            .add(
                                    "directory.freshness(s.assured_date, s.provenance, s.completeness, ?)"
                                            + down
                                            + ", s.public_id"
                                            + up,
                                    today);
        };
    }

    /** Takes one item after the other, in the order of their names, in short transactions. */
    public void each(ServiceFilter filter, boolean full, LocalDate today, ItemReader reader)
            throws java.io.IOException {
        Position position = new Position("", "");
        while (position != null) {
            Position from = position;
            List<String> items = new ArrayList<>();
            position = transactions.run(c -> next(c, filter, full, from, today, items));
            for (String item : items) {
                reader.read(item);
            }
        }
    }

    /** Where a walk through the list has got to. */
    private record Position(String name, String id) {}

    private static Position next(
            Connection connection,
            ServiceFilter filter,
            boolean full,
            Position after,
            LocalDate today,
            List<String> items)
            throws SQLException {
        Sql sql =
                new Sql()
                        .add(
                                "SELECT s."
                                        + column(full)
                                        + " AS item, s.sort_name, s.public_id, "
                                        + FRESHNESS
                                        + (filter.near().isPresent()
                                                ? ", n.place, n.metres "
                                                : " "))
                        .add(from(filter, today))
                        .add(
                                " AND (s.sort_name, s.public_id) > (?, ?) ORDER BY s.sort_name, s.public_id LIMIT "
                                        + Publication.CHUNK,
                                after.name(),
                                after.id());
        Position last = null;
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                items.add(item(row, filter, today));
                last = new Position(row.getString("sort_name"), row.getString("public_id"));
            }
        }
        return items.size() < Publication.CHUNK ? null : last;
    }

    /** Ids and dates of change only, all of them or one page. */
    public FeedPage minimal(ServiceFilter filter, Slice slice, LocalDate today) {
        return transactions.look(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT s.public_id, s.last_modified, count(*) OVER () AS total ")
                                    .add(from(filter, today))
                                    .add(
                                            " ORDER BY s.sort_name, s.public_id LIMIT ? OFFSET ?",
                                            slice.limit(),
                                            slice.offset());
                    List<String> items = new ArrayList<>();
                    long total = -1;
                    try (PreparedStatement select = sql.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            total = row.getLong("total");
                            items.add(minimal(row));
                        }
                    }
                    return new FeedPage(
                            items,
                            total < 0 ? remembered.count(connection, from(filter, today)) : total);
                });
    }

    private static String minimal(ResultSet row) throws SQLException {
        return "{\"id\":\""
                + row.getString("public_id")
                + "\",\"last_modified\":\""
                + Items.time(row.getObject("last_modified", OffsetDateTime.class).toInstant())
                + "\"}";
    }
}
