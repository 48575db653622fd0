package org.answerable.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void a_list_without_entries_has_one_page() {
        assertThat(new Paging("/cases", 1, 50, 0).pages()).isEqualTo(1);
    }

    @Test
    void a_page_that_is_just_full_needs_no_next_one() {
        assertThat(new Paging("/cases", 1, 50, 100).pages()).isEqualTo(2);
        assertThat(new Paging("/cases", 1, 50, 101).pages()).isEqualTo(3);
    }

    @Test
    void few_pages_are_all_shown() {
        assertThat(shown(2, 3)).containsExactly(1, 2, 3);
    }

    @Test
    void of_many_pages_the_ends_and_the_neighbours_are_shown() {
        assertThat(shown(10, 40)).containsExactly(1, 0, 9, 10, 11, 0, 40);
        assertThat(shown(1, 40)).containsExactly(1, 2, 0, 40);
        assertThat(shown(40, 40)).containsExactly(1, 0, 39, 40);
    }

    @Test
    void there_is_no_gap_between_neighbours() {
        assertThat(shown(3, 5)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void the_way_back_from_beyond_the_end_is_to_the_last_page() {
        assertThat(new Paging("/cases", 3, 50, 150).previous()).isEqualTo(2);
        assertThat(new Paging("/cases", 99, 50, 150).previous()).isEqualTo(3);
    }

    @Test
    void the_page_number_is_added_to_whatever_filters_there_are() {
        assertThat(new Paging("/cases", 1, 50, 99).href(2)).isEqualTo("/cases?page=2");
        assertThat(new Paging("/cases?q=a", 1, 50, 99).href(2)).isEqualTo("/cases?q=a&page=2");
    }

    private static List<Integer> shown(int page, int pages) {
        return new Paging("/cases", page, 50, 50L * pages).shown();
    }
}
