package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.answerable.directory.Directory.Need;

/** The words and terms that services have. */
@ApplicationScoped
public class Vocabulary {

    private static final int SHORTEST = 4;

    private Transactions transactions;

    protected Vocabulary() {}

    @Inject
    public Vocabulary(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The terms that listed services carry, by name. */
    public List<Need> needs() {
        return transactions.run(
                connection -> {
                    Sql sql =
                            new Sql()
                                    .add(
                                            "SELECT t.public_id, t.name, count(*) FROM directory.taxonomy_term t"
                                                    + " JOIN directory.service_term c ON c.term = t.public_id"
                                                    + " JOIN directory.service s ON s.id = c.service_id WHERE s.listed"
                                                    + " GROUP BY t.id ORDER BY t.sort_name, t.public_id LIMIT 500");
                    List<Need> needs = new ArrayList<>();
                    try (PreparedStatement select = sql.prepare(connection);
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            needs.add(new Need(row.getString(1), row.getString(2), row.getLong(3)));
                        }
                    }
                    return needs;
                });
    }

    /** The words with each that no title has replaced by the most similar one that a title has. */
    public String nearest(String words) {
        return transactions.run(
                connection -> {
                    List<String> mended = new ArrayList<>();
                    for (String word : words.split(" ")) {
                        mended.add(word.length() < SHORTEST ? word : nearest(connection, word));
                    }
                    return String.join(" ", mended);
                });
    }

    private static String nearest(Connection connection, String word) throws SQLException {
        Sql sql =
                new Sql()
                        .add(
                                "SELECT w FROM (SELECT titles FROM directory.service WHERE listed AND ? OPERATOR(directory.<%) titles"
                                        + " ORDER BY directory.word_similarity(?, titles) DESC LIMIT 50) s,"
                                        + " regexp_split_to_table(titles, ' ') AS w"
                                        + " WHERE directory.similarity(w, ?) > 0.3 GROUP BY w"
                                        + " ORDER BY max(directory.similarity(w, ?)) DESC, count(*) DESC, w LIMIT 1",
                                word, word, word, word);
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : word;
        }
    }
}
