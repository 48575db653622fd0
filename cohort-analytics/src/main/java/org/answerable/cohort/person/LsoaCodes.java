package org.answerable.cohort.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The areas of one extract, numbered from 0 in the order met. */
final class LsoaCodes {

    private static final int LENGTH = 9;
    private static final int WELSH = 1_000_000;

    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<String> codes = new ArrayList<>();

    /** The number of the code, or -1 if it is no code of an LSOA in England or Wales. */
    int number(byte[] b, int start, int end) {
        if (end - start != LENGTH
                || b[start] != 'E' && b[start] != 'W'
                || b[start + 1] != '0'
                || b[start + 2] != '1') {
            return -1;
        }
        int digits = b[start] == 'W' ? WELSH : 0;
        int place = 100_000;
        for (int i = start + 3; i < end; i++) {
            if (b[i] < '0' || b[i] > '9') {
                return -1;
            }
            digits += (b[i] - '0') * place;
            place /= 10;
        }
        return numbers.computeIfAbsent(digits, LsoaCodes.this::added);
    }

    /** The codes in the order of their numbers. */
    List<String> codes() {
        return codes;
    }

    private int added(int packed) {
        codes.add("%s01%06d".formatted(packed >= WELSH ? "W" : "E", packed % WELSH));
        return codes.size() - 1;
    }
}
