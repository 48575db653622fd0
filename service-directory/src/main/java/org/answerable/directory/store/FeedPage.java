package org.answerable.directory.store;

import java.util.List;

/**
 * One page of items, each a JSON object as text.
 *
 * @param total how many there are on all pages
 */
public record FeedPage(List<String> items, long total) {

    public FeedPage {
        items = List.copyOf(items);
    }
}
