package org.answerable.directory.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmallCountsTakenTest {

    @Test
    void a_small_count_is_taken_out_and_another_so_that_it_cannot_be_worked_out() {
        assertThat(shown(7, 30, 3, 20)).isEqualTo("30 x x = 53");
        assertThat(shown(7, 30, 20)).isEqualTo("30 20 = 50");
        assertThat(shown(7, 0, 0)).isEqualTo("0 0 = 0");
    }

    @Test
    void counts_at_the_limit_do_not_give_each_other_away() {
        assertThat(shown(7, 7, 7)).isEqualTo("x x = x");
        assertThat(shown(7, 1, 1, 0)).isEqualTo("x x 0 = x");
    }

    @Test
    void the_sum_goes_when_there_is_nothing_else_to_take_out() {
        assertThat(shown(7, 3, 0, 0)).isEqualTo("x 0 0 = x");
        assertThat(shown(7, 2, 2, 9)).isEqualTo("x x x = x");
    }

    /**
     * For every row of up to four counts: all rows that would be shown in the same way are what a
     * reader who knows the rule must reckon with. A count that was small must not be certain.
     */
    @Test
    void nobody_can_work_out_a_small_count_even_knowing_the_rule() {
        nobodyCanWorkOut(2, 1, 14);
        nobodyCanWorkOut(2, 2, 14);
        nobodyCanWorkOut(2, 3, 14);
        nobodyCanWorkOut(2, 4, 9);
        nobodyCanWorkOut(3, 2, 20);
        nobodyCanWorkOut(3, 3, 20);
    }

    private static void nobodyCanWorkOut(int limit, int cells, int most) {
        Map<String, List<List<Integer>>> alike = new HashMap<>();
        for (List<Integer> row : rows(cells, most)) {
            alike.computeIfAbsent(shown(limit, row.toArray(Integer[]::new)), k -> new ArrayList<>())
                    .add(row);
        }
        alike.forEach(
                (what, rows) -> {
                    for (int i = 0; i < rows.get(0).size(); i++) {
                        Set<Integer> possible = new HashSet<>();
                        for (List<Integer> row : rows) {
                            possible.add(row.get(i));
                        }
                        int only = possible.iterator().next();
                        boolean certain = possible.size() == 1 && only >= 1 && only <= limit;
                        assertThat(certain).as("%s, count %d", what, i).isFalse();
                    }
                });
    }

    private static List<List<Integer>> rows(int cells, int most) {
        List<List<Integer>> rows = List.of(List.of());
        for (int i = 0; i < cells; i++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> row : rows) {
                for (int value = 0; value <= most; value++) {
                    List<Integer> more = new ArrayList<>(row);
                    more.add(value);
                    longer.add(more);
                }
            }
            rows = longer;
        }
        return rows;
    }

    private static String shown(int limit, Integer... counts) {
        List<Integer> row = List.of(counts);
        SmallCountsTaken taken = SmallCountsTaken.from(row, limit);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            shown.append(taken.hides(i) ? "x" : row.get(i)).append(' ');
        }
        int sum = row.stream().mapToInt(Integer::intValue).sum();
        return shown.append("= ").append(taken.hidesSum() ? "x" : sum).toString();
    }
}
