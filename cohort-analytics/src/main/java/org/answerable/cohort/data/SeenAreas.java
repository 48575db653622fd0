package org.answerable.cohort.data;

import java.util.HashMap;
import java.util.Map;

/**
 * On which line each area code was seen. A code is a known prefix and six digits, so the lines are
 * kept in pages of a thousand codes: fast, and never more than 4 MB a prefix however long the file.
 */
final class SeenAreas {

    private static final int PAGE = 1000;
    private final Map<Integer, int[][]> prefixes = new HashMap<>();
    private int lastPrefix = -1;
    private int[][] lastPages;

    /**
     * Notes a code.
     *
     * @param prefix the first three characters, packed
     * @param digits the last six as a number
     * @return the line it was seen on before, or 0
     */
    long note(int prefix, int digits, long line) {
        if (prefix != lastPrefix) {
            lastPages = prefixes.computeIfAbsent(prefix, p -> new int[PAGE][]);
            lastPrefix = prefix;
        }
        int[] page = lastPages[digits / PAGE];
        if (page == null) {
            page = new int[PAGE];
            lastPages[digits / PAGE] = page;
        }
        int before = page[digits % PAGE];
        if (before == 0) {
            page[digits % PAGE] = Math.toIntExact(line);
        }
        return before;
    }
}
