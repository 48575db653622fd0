package org.answerable.foi.casework;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the history and the messages say dates and numbers. */
final class PlainWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private PlainWords() {}

    /** 21 March 2024. */
    static String date(LocalDate date) {
        return DAY.format(date);
    }

    /** 1, 3, 4. */
    static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** 1 question, 3 questions. */
    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
