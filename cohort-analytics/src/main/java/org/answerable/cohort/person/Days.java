package org.answerable.cohort.person;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days and months read from bytes without making objects: an extract has millions of them. */
final class Days {

    /** What stands for a text that is no date. */
    static final int BAD = Integer.MIN_VALUE;

    private static final int MIN_YEAR = 1900;
    private static final int MAX_YEAR = 2199;
    private static final int[] MONTH_STARTS = new int[(MAX_YEAR - MIN_YEAR + 1) * 12 + 1];

    static {
        for (int i = 0; i < MONTH_STARTS.length; i++) {
            MONTH_STARTS[i] = (int) LocalDate.of(MIN_YEAR + i / 12, i % 12 + 1, 1).toEpochDay();
        }
    }

    private Days() {}

    /** Days since 1970 of {@code 2024-03-21}, or {@link #BAD}. */
    static int day(byte[] b, int start, int end) {
        int month = end - start == 10 && b[start + 7] == '-' ? month(b, start, start + 7) : BAD;
        if (month == BAD) {
            return BAD;
        }
        int day = digits(b, start + 8, end);
        int first = MONTH_STARTS[month - MIN_YEAR * 12];
        int length = MONTH_STARTS[month - MIN_YEAR * 12 + 1] - first;
        return day < 1 || day > length ? BAD : first + day - 1;
    }

    /** Month number (year × 12 + month - 1) of {@code 2024-03}, or {@link #BAD}. */
    static int month(byte[] b, int start, int end) {
        if (end - start != 7 || b[start + 4] != '-') {
            return BAD;
        }
        int year = digits(b, start, start + 4);
        int month = digits(b, start + 5, end);
        return year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12
                ? BAD
                : year * 12 + month - 1;
    }

    /** The month of {@code 2024-03} or of a whole date, which is cut here. */
    static int monthOf(byte[] b, int start, int end) {
        return end - start == 10 && day(b, start, end) != BAD
                ? month(b, start, start + 7)
                : month(b, start, end);
    }

    /** The month that a day lies in. */
    static int monthOf(int epochDay) {
        // An average month is 30.436875 days; the guess is off by one at most.
        int guess = (int) ((epochDay - MONTH_STARTS[0]) / 30.436875);
        guess = Math.max(0, Math.min(guess, MONTH_STARTS.length - 2));
        while (MONTH_STARTS[guess] > epochDay) {
            guess--;
        }
        while (MONTH_STARTS[guess + 1] <= epochDay) {
            guess++;
        }
        return guess + MIN_YEAR * 12;
    }

    /** The first day of a month number, in days since 1970. */
    static int firstDayOf(int month) {
        int i = month - MIN_YEAR * 12;
        if (i < 0 || i >= MONTH_STARTS.length) {
            throw new DateTimeException("Month outside " + MIN_YEAR + " to " + MAX_YEAR);
        }
        return MONTH_STARTS[i];
    }

    private static int digits(byte[] b, int start, int end) {
        int n = 0;
        for (int i = start; i < end; i++) {
            if (b[i] < '0' || b[i] > '9') {
                return BAD;
            }
            n = n * 10 + b[i] - '0';
        }
        return n;
    }
}
