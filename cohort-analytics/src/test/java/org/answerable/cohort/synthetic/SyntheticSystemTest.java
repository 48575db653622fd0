package org.answerable.cohort.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An invented system: real margins, plausible families, the same for the same seed. */
class SyntheticSystemTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 30);
    private static final List<SyntheticArea> AREAS =
            List.of(
                    new SyntheticArea("E01000001", new int[] {300, 310, 290}),
                    new SyntheticArea("E01000002", new int[] {0, 5, 40}),
                    new SyntheticArea("E01000003", new int[] {120, 0, 60}));

    @Test
    void registered_children_have_exactly_the_ages_given() throws IOException {
        Map<String, Integer> counted = new TreeMap<>();
        for (String[] row : rows(system(1).registrations())) {
            boolean there =
                    row[4].compareTo(DAY.toString()) <= 0
                            && (row.length < 6 || row[5].compareTo(DAY.toString()) > 0);
            if (there) {
                counted.merge(row[3] + " " + age(row[2]), 1, Integer::sum);
            }
        }

        Map<String, Integer> given = new TreeMap<>();
        for (SyntheticArea area : AREAS) {
            for (int age = 0; age < 3; age++) {
                if (area.ages()[age] > 0) {
                    given.put(area.code() + " " + age, area.ages()[age]);
                }
            }
        }
        assertThat(counted).isEqualTo(given);
    }

    @Test
    void siblings_are_born_as_far_apart_as_the_table_of_intervals_says() throws IOException {
        Map<String, Map<String, Integer>> births = new HashMap<>();
        for (String[] row : rows(system(2).registrations())) {
            int month =
                    Integer.parseInt(row[2].substring(0, 4)) * 12
                            + Integer.parseInt(row[2].substring(5, 7));
            births.computeIfAbsent(row[1], f -> new HashMap<>()).put(row[0], month);
        }
        long several = births.values().stream().filter(c -> c.size() > 1).count();
        long close =
                births.values().stream()
                        .map(c -> c.values().stream().sorted().toList())
                        .filter(m -> m.size() > 1)
                        .filter(m -> m.get(1) - m.get(0) > 1 && m.get(1) - m.get(0) < 9)
                        .count();

        assertThat(several).isBetween(births.size() / 20L, births.size() / 3L);
        // No mother has a next birth within a year; a due date may be met three months early.
        assertThat(close).isZero();
    }

    @Test
    void contacts_lie_in_the_period_and_not_before_the_birth() throws IOException {
        Map<String, String> born = new HashMap<>();
        for (String[] row : rows(system(3).registrations())) {
            born.put(row[0], row[2]);
        }
        List<String[]> contacts = rows(system(3).contacts());

        assertThat(contacts.size()).isBetween(8 * born.size(), 20 * born.size());
        assertThat(contacts)
                .allMatch(
                        c -> c[3].compareTo("2017-06-30") >= 0 && c[3].compareTo("2020-06-30") < 0)
                .allMatch(
                        c -> c[0].isEmpty() || c[3].substring(0, 7).compareTo(born.get(c[0])) >= 0);
    }

    @Test
    void one_seed_is_one_system() throws IOException {
        assertThat(text(system(7).contacts())).isEqualTo(text(system(7).contacts()));
        assertThat(text(system(7).contacts())).isNotEqualTo(text(system(8).contacts()));
    }

    private static int age(String birthMonth) {
        int born =
                Integer.parseInt(birthMonth.substring(0, 4)) * 12
                        + Integer.parseInt(birthMonth.substring(5, 7));
        return (DAY.getYear() * 12 + DAY.getMonthValue() - born) / 12;
    }

    private static SyntheticSystem system(long seed) {
        return new SyntheticSystem(AREAS, DAY, DAY.minusYears(3), seed);
    }

    private static List<String[]> rows(InputStream file) throws IOException {
        return text(file).lines().skip(1).map(line -> line.split(",")).toList();
    }

    private static String text(InputStream file) throws IOException {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
}
