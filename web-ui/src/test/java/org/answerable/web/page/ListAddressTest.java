package org.answerable.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListAddressTest {

    @Test
    void filters_keep_the_order_in_which_they_were_given() {
        assertThat(ListAddress.of("/cases").with("state", "DRAFTING").with("q", "hub"))
                .hasToString("/cases?state=DRAFTING&q=hub");
    }

    @Test
    void an_empty_filter_is_left_out() {
        assertThat(ListAddress.of("/cases").with("q", "")).hasToString("/cases");
        assertThat(ListAddress.of("/cases").with("q", "hub").with("q", "")).hasToString("/cases");
    }

    @Test
    void what_is_looked_for_cannot_change_the_address() {
        assertThat(ListAddress.of("/cases").with("q", "a&b=c#d e"))
                .hasToString("/cases?q=a%26b%3Dc%23d+e");
        assertThat(ListAddress.of("/cases").with("q", "é\n")).hasToString("/cases?q=%C3%A9%0A");
    }

    @Test
    void a_filter_more_leaves_the_address_before_as_it_was() {
        ListAddress before = ListAddress.of("/cases").with("q", "hub");

        before.with("state", "DRAFTING");

        assertThat(before).hasToString("/cases?q=hub");
    }

    @Test
    void the_form_of_the_filters_shows_what_is_filtered() {
        assertThat(ListAddress.of("/cases").with("q", "hub").form().value("q")).isEqualTo("hub");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "' 3 ', 3", "0, 1", "-7, 1", "x, 1", "'', 1", "99999999999, 1"})
    void a_page_that_is_no_number_from_1_is_the_first(String text, int page) {
        assertThat(ListAddress.page(text)).isEqualTo(page);
    }
}
