package org.answerable.cohort.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.file.SafeText;
import org.answerable.cohort.file.UnreadableFile;

/**
 * The columns of a file by name, without regard to case; any run of spaces, line breaks and
 * underscores counts as one space.
 */
final class Header {

    private static final int SHOWN = 30;

    private final long line;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    private Header(long line) {
        this.line = line;
    }

    /** The record the reader stands on, as a header. */
    static Header of(CsvRecords records) {
        Header header = new Header(records.line());
        for (int i = 0; i < records.fields(); i++) {
            String name = records.text(i);
            header.names.add(name);
            String key = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ").strip();
            if (header.places.putIfAbsent(key, i) != null) {
                header.twice.add(key);
            }
        }
        return header;
    }

    boolean has(String... wanted) {
        return places.keySet().containsAll(Set.of(wanted));
    }

    /** Position of the first of these names that is there, or -1. */
    int at(String... anyOf) {
        for (String name : anyOf) {
            if (twice.contains(name)) {
                throw new UnreadableFile(line, "The column \"" + name + "\" is there twice.");
            }
            Integer place = places.get(name);
            if (place != null) {
                return place;
            }
        }
        return -1;
    }

    /** Position of the first column whose name matches, or -1. */
    int like(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return places.entrySet().stream()
                .filter(e -> wanted.matcher(e.getKey()).matches())
                .mapToInt(Map.Entry::getValue)
                .min()
                .orElse(-1);
    }

    /** Names as compared, with their positions. */
    Map<String, Integer> places() {
        return places;
    }

    /** Names in lower case with single spaces; underscores as they are. */
    Set<String> lowerCase() {
        return names.stream()
                .map(n -> n.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .collect(Collectors.toSet());
    }

    int size() {
        return names.size();
    }

    long line() {
        return line;
    }

    /** A name as written. */
    String name(int at) {
        return SafeText.shown(names.get(at));
    }

    boolean sameAs(Header other) {
        return names.equals(other.names);
    }

    /** What was found, for a message. */
    String found() {
        String some =
                names.stream().limit(SHOWN).map(SafeText::shown).collect(Collectors.joining(", "));
        return names.size() > SHOWN
                ? some + " and " + (names.size() - SHOWN) + " more"
                : some.isEmpty() ? "nothing" : some;
    }
}
