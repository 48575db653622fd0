package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Answers that hold for as long as the revision of the directory stands: how many rows a question has, which terms are in
 * use, pages that are finished. Everything that can change an answer for the public moves the revision on in its own
 * transaction, whichever node it is on, and the revision is read before an answer is given: what is withdrawn is gone
 * with the next request. When it has moved on, all is forgotten.
 *
 * <p>At most {@value #MOST_BYTES} bytes are held, the latest used. Of a question only a hash is held, made with a secret
 * of this process: what people searched for cannot be read out of it.
 */
@ApplicationScoped
public class Remembered {

    static final long MOST_BYTES = 32L << 20;

    private static final long MOST_EACH = MOST_BYTES / 16;
    private static final long BESIDE = 300;
    private static final int SECRET_BYTES = 16;

    private record Known(Object answer, long bytes) {}

    /** Finds an answer that is not known. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws SQLException;
    }

    private Transactions transactions;

    private final byte[] secret = new byte[SECRET_BYTES];
    private final Map<String, Known> known = new LinkedHashMap<>(64, 0.75f, true);
    private long revision;
    private long bytes;

    protected Remembered() {}

    @Inject
    public Remembered(Transactions transactions) {
        this.transactions = transactions;
        new SecureRandom().nextBytes(secret);
    }

    /**
     * Parts of a question as a key. No other parts make the same key, whatever texts they have.
     *
     * @param parts texts, numbers, and collections of such
     */
    public static String key(Object... parts) {
        StringBuilder key = new StringBuilder();
        for (Object part : parts) {
            append(key, part);
        }
        return key.toString();
    }

    private static void append(StringBuilder key, Object part) {
        if (part instanceof Collection<?> several) {
            key.append(several.size()).append('[');
            several.forEach(each -> append(key, each));
        } else {
            String text = String.valueOf(part);
            key.append(text.length()).append(':').append(text);
        }
    }

    /**
     * The answer to a question, which is asked only when the directory has changed since it was asked last.
     *
     * @param bytes roughly what an answer takes in memory
     * @param question may take connections of its own
     */
    public <T> T answer(Class<T> type, String key, ToLongFunction<T> bytes, Supplier<T> question) {
        long now = transactions.look(Remembered::number);
        String hash = hash(key);
        T before = find(type, hash, now);
        if (before != null) {
            return before;
        }
        T answer = question.get();
        keep(hash, now, answer, bytes.applyAsLong(answer));
        return answer;
    }

    /** The answer that was given before, if it still holds. */
    public <T> Optional<T> before(Class<T> type, String key) {
        return Optional.ofNullable(find(type, hash(key), transactions.look(Remembered::number)));
    }

    /**
     * How many rows there are.
     *
     * @param from what follows {@code SELECT count(*)}
     */
    long count(Connection connection, Sql from) throws SQLException {
        long now = number(connection);
        String hash = hash(from.key());
        Long before = find(Long.class, hash, now);
        if (before != null) {
            return before;
        }
        long count =
                new Sql()
                        .add("SELECT count(*) ")
                        .add(from)
                        .plannedForValues()
                        .first(connection, row -> row.getLong(1))
                        .orElseThrow();
        keep(hash, now, count, 0);
        return count;
    }

    private synchronized <T> T find(Class<T> type, String hash, long now) {
        if (now != revision) {
            known.clear();
            bytes = 0;
            revision = now;
        }
        Known before = known.get(hash);
        return before == null ? null : type.cast(before.answer());
    }

    /** Keeps an answer that was looked for after this revision was read: it may be newer, but never older. */
    private synchronized void keep(String hash, long now, Object answer, long size) {
        if (now != revision || size > MOST_EACH) {
            return;
        }
        Known before = known.put(hash, new Known(answer, size + BESIDE));
        bytes += size + BESIDE - (before == null ? 0 : before.bytes());
        Iterator<Known> eldest = known.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    private static long number(Connection connection) throws SQLException {
        return new Sql()
                .add("SELECT number FROM directory.revision")
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }

    private String hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
