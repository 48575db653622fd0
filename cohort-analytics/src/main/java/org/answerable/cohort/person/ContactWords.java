package org.answerable.cohort.person;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers for the words of one kind, services or modes. The last few spellings met are compared as
 * bytes, since the same handful comes millions of times.
 */
final class ContactWords {

    /** More different words than this are not names of services. */
    static final int MOST = 500;

    private static final int LONGEST = 60;
    private static final int RECENT = 16;

    private final String kind;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> added = new ArrayList<>();
    private final byte[][] recent = new byte[RECENT][];
    private final int[] recentNumbers = new int[RECENT];
    private int oldest;
    private int highest;

    private ContactWords(String kind) {
        this.kind = kind;
    }

    /**
     * The words known so far. New ones are numbered on, under a lock held to the end of the
     * transaction, so that two loads do not give one number to two words: contacts are loaded one
     * file after the other.
     */
    static ContactWords of(Connection connection, String kind) throws SQLException {
        ContactWords words = new ContactWords(kind);
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "SELECT pg_advisory_xact_lock(hashtextextended('cohort.contact_word', 0))")) {
            lock.execute();
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT key, word FROM cohort.contact_word WHERE kind = ?")) {
            select.setString(1, kind);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    words.numbers.put(row.getString(2), row.getInt(1));
                    words.highest = Math.max(words.highest, row.getInt(1));
                }
            }
        }
        return words;
    }

    /** The number of a word, 0 if it is no name, -1 if there are too many. */
    int number(byte[] b, int start, int end) {
        for (int i = 0; i < RECENT && recent[i] != null; i++) {
            if (Arrays.equals(b, start, end, recent[i], 0, recent[i].length)) {
                return recentNumbers[i];
            }
        }
        int number = numberOf(new String(b, start, end - start, StandardCharsets.UTF_8));
        if (number > 0) {
            recent[oldest] = Arrays.copyOfRange(b, start, end);
            recentNumbers[oldest] = number;
            oldest = (oldest + 1) % RECENT;
        }
        return number;
    }

    /** Keeps the words that were not known before. */
    void keep(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cohort.contact_word (kind, key, word) VALUES (?, ?, ?)")) {
            for (String word : added) {
                insert.setString(1, kind);
                insert.setInt(2, numbers.get(word));
                insert.setString(3, word);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private int numberOf(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        if (!word.matches("[a-z0-9][a-z0-9&()'/.-]{0," + (LONGEST - 1) + "}")) {
            return 0;
        }
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        if (numbers.size() >= MOST) {
            return -1;
        }
        added.add(word);
        numbers.put(word, ++highest);
        return highest;
    }
}
