package org.answerable.cohort.person;

import java.sql.SQLException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import org.answerable.cohort.file.CopyRows;

/**
 * Numbers for pseudonyms: 1 for the first one met, 2 for the next. Holds keyed hashes of 128 bits
 * in open addressing, 20 bytes a slot, since an extract may have millions and a map of objects
 * would take ten times the room.
 */
final class Pseudonyms {

    private static final int SMALLEST = 1 << 10;

    private final Mac mac;
    private final byte[] hash = new byte[32];
    private final byte[] last = new byte[RegistrationColumns.LONGEST_PSEUDONYM];
    private int lastLength = -1;
    private int lastKey;
    private long high;
    private long low;
    private long[] highs = new long[SMALLEST];
    private long[] lows = new long[SMALLEST];
    private int[] keys = new int[SMALLEST];
    private int size;

    Pseudonyms(Mac mac) {
        this.mac = mac;
    }

    /** The number of a pseudonym, a new one if it was not met before. */
    int add(byte[] from, int start, int end) {
        if (isLast(from, start, end)) {
            return lastKey;
        }
        hash(from, start, end);
        int slot = slot(high, low);
        if (keys[slot] == 0) {
            slot = put(slot, ++size);
        }
        return remember(from, start, end, keys[slot]);
    }

    /** The number of a pseudonym, or 0 if there is none. */
    int find(byte[] from, int start, int end) {
        if (isLast(from, start, end)) {
            return lastKey;
        }
        hash(from, start, end);
        return remember(from, start, end, keys[slot(high, low)]);
    }

    /** Takes back a stored hash with its number. */
    void restore(long storedHigh, long storedLow, int key) {
        high = storedHigh;
        low = storedLow;
        size++;
        put(slot(high, low), key);
    }

    int size() {
        return size;
    }

    /** Writes all hashes as rows of cohort.pseudonym. */
    void writeTo(CopyRows out, int dataset, boolean child) throws SQLException {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                out.row(4);
                out.integer(dataset);
                out.bool(child);
                out.integer(keys[slot]);
                out.bytes16(highs[slot], lows[slot]);
            }
        }
    }

    private boolean isLast(byte[] from, int start, int end) {
        return end - start == lastLength && Arrays.equals(from, start, end, last, 0, lastLength);
    }

    private int remember(byte[] from, int start, int end, int key) {
        lastLength = end - start;
        System.arraycopy(from, start, last, 0, lastLength);
        lastKey = key;
        return key;
    }

    private void hash(byte[] from, int start, int end) {
        mac.update(from, start, end - start);
        try {
            mac.doFinal(hash, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("HMAC-SHA-256 has 32 bytes", e);
        }
        high = number(0);
        low = number(8);
    }

    private long number(int at) {
        long n = 0;
        for (int i = at; i < at + 8; i++) {
            n = n << 8 | hash[i] & 0xff;
        }
        return n;
    }

    private int slot(long h, long l) {
        int mask = keys.length - 1;
        int slot = (int) h & mask;
        while (keys[slot] != 0 && (highs[slot] != h || lows[slot] != l)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int put(int at, int key) {
        int slot = at;
        if (size > keys.length / 3 * 2) {
            grow();
            slot = slot(high, low);
        }
        highs[slot] = high;
        lows[slot] = low;
        keys[slot] = key;
        return slot;
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        int[] oldKeys = keys;
        highs = new long[oldKeys.length * 2];
        lows = new long[oldKeys.length * 2];
        keys = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldHighs[i], oldLows[i]);
                highs[slot] = oldHighs[i];
                lows[slot] = oldLows[i];
                keys[slot] = oldKeys[i];
            }
        }
    }
}
