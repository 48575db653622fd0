package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.directory.Erased;

/** Organisations, taxonomies and terms as items of the feed. */
@ApplicationScoped
public class OtherItems {

    private Transactions transactions;
    private Remembered remembered;

    protected OtherItems() {}

    @Inject
    public OtherItems(Transactions transactions, Remembered remembered) {
        this.transactions = transactions;
        this.remembered = remembered;
    }

    /** What an organisation says of its services. */
    public enum Services {
        NONE,
        NAMES,
        FULL
    }

    /** Organisations that have an item, by name. */
    public FeedPage organizations(
            List<String> words, boolean full, Services services, Slice slice) {
        return transactions.look(
                connection -> {
                    Sql from =
                            new Sql()
                                    .add(
                                            "FROM directory.organization r WHERE r.basic_item IS NOT NULL"
                                                    + " AND r.erased_at IS NULL");
                    words(from, words);
                    String column = full || services == Services.FULL ? "full_item" : "basic_item";
                    Page page = page(connection, column, from, slice);
                    return new FeedPage(
                            withServices(connection, page.ids(), page.items(), services),
                            page.total());
                });
    }

    /** One organisation with its services. */
    public Optional<String> organization(String id, Services services) {
        return transactions.look(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT full_item, erased_at FROM directory.organization WHERE"
                                                    + " public_id = ?",
                                            id);
                    try (PreparedStatement select = sql.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        if (!row.next()) {
                            return Optional.empty();
                        }
                        if (row.getObject("erased_at") != null) {
                            throw new Erased();
                        }
                        List<String> item = List.of(row.getString("full_item"));
                        return Optional.of(
                                withServices(connection, List.of(id), item, services).get(0));
                    }
                });
    }

    private static List<String> withServices(
            Connection connection, List<String> ids, List<String> items, Services services)
            throws SQLException {
        if (services == Services.NONE || ids.isEmpty()) {
            return items;
        }
        Map<String, List<String>> offered = services(connection, ids, services);
        List<String> complete = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            List<String> own = offered.get(ids.get(i));
            complete.add(
                    own == null
                            ? items.get(i)
                            : Extras.with(
                                    items.get(i), "\"services\":[" + String.join(",", own) + "]"));
        }
        return complete;
    }

    private static Map<String, List<String>> services(
            Connection connection, List<String> ids, Services services) throws SQLException {
        String item =
                services == Services.FULL
                        ? "s.full_item"
                        : "json_build_object('id', s.public_id, 'name', s.name, 'status', s.status)::text";
        Sql sql =
                new Sql()
                        .addList(
                                "SELECT o.public_id, "
                                        + item
                                        + " FROM directory.organization o JOIN directory.service s ON"
                                        + " s.organization_id = o.id WHERE s.listed AND o.public_id = ANY (?)"
                                        + " ORDER BY s.sort_name, s.public_id",
                                ids);
        Map<String, List<String>> offered = new HashMap<>();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                offered.computeIfAbsent(row.getString(1), k -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        return offered;
    }

    public FeedPage taxonomies(List<String> words, Slice slice) {
        return transactions.look(
                connection -> {
                    Sql from = new Sql().add("FROM directory.taxonomy r WHERE true");
                    words(from, words);
                    Page page = page(connection, "basic_item", from, slice);
                    return new FeedPage(page.items(), page.total());
                });
    }

    /** A taxonomy with its terms. */
    public Optional<String> taxonomy(String id) {
        return transactions.look(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT r.basic_item, (SELECT string_agg(t.basic_item, ',' ORDER BY"
                                                    + " t.sort_name, t.public_id) FROM directory.taxonomy_term t"
                                                    + " WHERE t.taxonomy_id = r.id) FROM directory.taxonomy r WHERE"
                                                    + " r.public_id = ?",
                                            id);
                    try (PreparedStatement select = sql.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        if (!row.next()) {
                            return Optional.empty();
                        }
                        String terms = row.getString(2);
                        return Optional.of(
                                terms == null
                                        ? row.getString(1)
                                        : Extras.with(
                                                row.getString(1),
                                                "\"taxonomy_terms\":[" + terms + "]"));
                    }
                });
    }

    /**
     * Terms by name.
     *
     * @param taxonomy of this taxonomy, or null for any
     * @param top only those without a parent
     * @param parent the direct children of this term, or null
     */
    public FeedPage terms(
            List<String> words, String taxonomy, boolean top, String parent, Slice slice) {
        return transactions.look(
                connection -> {
                    Sql from = new Sql().add("FROM directory.taxonomy_term r WHERE true");
                    words(from, words);
                    if (taxonomy != null) {
                        from.add(
                                " AND r.taxonomy_id = (SELECT id FROM directory.taxonomy WHERE public_id = ?)",
                                taxonomy);
                    }
                    if (top) {
                        from.add(" AND r.parent IS NULL");
                    }
                    if (parent != null) {
                        from.add(" AND r.parent = ?", parent);
                    }
                    Page page = page(connection, "basic_item", from, slice);
                    return new FeedPage(page.items(), page.total());
                });
    }

    public Optional<String> term(String id) {
        return transactions.look(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT basic_item FROM directory.taxonomy_term WHERE public_id = ?",
                                            id);
                    return sql.first(connection, row -> row.getString(1));
                });
    }

    private static void words(Sql from, List<String> words) {
        if (!words.isEmpty()) {
            from.add(
                    " AND r.words @@ to_tsquery('simple', ?)",
                    words.stream().map(word -> word + ":*").collect(Collectors.joining(" & ")));
        }
    }

    private record Page(List<String> ids, List<String> items, long total) {}

    private Page page(Connection connection, String column, Sql from, Slice slice)
            throws SQLException {
        long total = remembered.count(connection, from);
        Sql sql =
                new Sql()
                        .add("SELECT r.public_id, r." + column + " ")
                        .add(from)
                        .add(
                                " ORDER BY r.sort_name, r.public_id LIMIT ? OFFSET ?",
                                slice.limit(),
                                slice.offset());
        List<String> ids = new ArrayList<>();
        List<String> items = new ArrayList<>();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
                items.add(row.getString(2));
            }
        }
        return new Page(ids, items, total);
    }
}
