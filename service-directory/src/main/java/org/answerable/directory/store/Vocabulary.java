package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Directory.Need;

/** The words and terms that services have. */
@ApplicationScoped
public class Vocabulary {

    private static final int SHORTEST = 4;
    private static final int MOST_APART = 2;
    private static final int A_TERM = 200;

    private Transactions transactions;
    private Remembered remembered;

    protected Vocabulary() {}

    @Inject
    public Vocabulary(Transactions transactions, Remembered remembered) {
        this.transactions = transactions;
        this.remembered = remembered;
    }

    /** Terms by name. */
    private record Terms(List<Need> all) {}

    /** The terms that listed services carry, by name. */
    public List<Need> needs() {
        return terms("JOIN");
    }

    /** All terms, by name. */
    public List<Need> terms() {
        return terms("LEFT JOIN");
    }

    private List<Need> terms(String join) {
        return remembered
                .answer(
                        Terms.class,
                        Remembered.key("terms", join),
                        terms -> (long) A_TERM * terms.all().size(),
                        () -> transactions.look(connection -> new Terms(terms(connection, join))))
                .all();
    }

    private static List<Need> terms(Connection connection, String join) throws SQLException {
        Sql sql =
                new Sql()
                        .add(
                                "SELECT t.public_id, t.name, count(s.id) FROM directory.taxonomy_term t "
                                        + join
                                        + " (directory.service_term c JOIN directory.service s ON s.id ="
                                        + " c.service_id AND s.listed) ON c.term = t.public_id"
                                        + " GROUP BY t.id ORDER BY t.sort_name, t.public_id LIMIT 500");
        return sql.list(
                connection, row -> new Need(row.getString(1), row.getString(2), row.getLong(3)));
    }

    /** The parents of terms and of all that are above them, by the id of the child. */
    public Map<String, String> parentsAbove(Collection<String> ids) {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .addList(
                                            "WITH RECURSIVE up AS (SELECT public_id, parent FROM directory.taxonomy_term"
                                                    + " WHERE public_id = ANY (?) UNION SELECT t.public_id, t.parent FROM"
                                                    + " directory.taxonomy_term t JOIN up ON t.public_id = up.parent)"
                                                    + " SELECT public_id, parent FROM up WHERE parent IS NOT NULL",
                                            List.copyOf(ids));
                    Map<String, String> parents = new HashMap<>();
                    try (PreparedStatement select = sql.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            parents.put(row.getString(1), row.getString(2));
                        }
                    }
                    return parents;
                });
    }

    /** The words, each replaced by the nearest one of names, terms and descriptions, at most two letters apart. */
    public String nearest(String words) {
        return transactions.look(
                connection ->
                        String.join(
                                " ",
                                new Sql()
                                        .addList(
                                                "SELECT CASE WHEN length(g.word) < "
                                                        + SHORTEST
                                                        + " THEN g.word ELSE coalesce((SELECT w.word FROM directory.word w"
                                                        + " WHERE length(w.word) BETWEEN length(g.word) - "
                                                        + MOST_APART
                                                        + " AND length(g.word) + "
                                                        + MOST_APART
                                                        + " AND directory.letters_apart(w.word, g.word) <= "
                                                        + MOST_APART
                                                        + " ORDER BY directory.letters_apart(w.word, g.word),"
                                                        + " left(w.word, 1) <> left(g.word, 1), w.word LIMIT 1), g.word)"
                                                        + " END FROM unnest(?) WITH ORDINALITY AS g (word, place)"
                                                        + " ORDER BY g.place",
                                                List.of(words.split(" ")))
                                        .list(connection, row -> row.getString(1))));
    }
}
