package org.answerable.web.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The pages of a list.
 *
 * @param base path and query of the list without its page number, such as {@code /cases?state=DRAFTING}
 * @param page from 1
 */
public record Paging(String base, int page, int perPage, long total) {

    public int pages() {
        return (int) Math.max(1, (total + perPage - 1) / perPage);
    }

    public String href(int number) {
        return base + (base.contains("?") ? "&" : "?") + "page=" + number;
    }

    /** The page before this one; from beyond the end, the last. */
    public int previous() {
        return Math.min(page - 1, pages());
    }

    /** The numbers to show: first, last and those beside the current one; 0 stands for a gap. */
    public List<Integer> shown() {
        List<Integer> numbers = new ArrayList<>();
        int last = 0;
        for (int number = 1; number <= pages(); number++) {
            if (number == 1 || number == pages() || Math.abs(number - page) <= 1) {
                if (number > last + 1) {
                    numbers.add(0);
                }
                numbers.add(number);
                last = number;
            }
        }
        return numbers;
    }
}
