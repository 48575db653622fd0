package org.answerable.directory.feed;

import java.util.List;
import org.answerable.directory.store.ItemReader;

/**
 * An answer of the feed: a JSON text, or lines that are still to be read.
 *
 * @param text the whole text, or null for lines
 * @param lines gives one item after the other, or null
 * @param ignored parameters that are not known here
 */
public record FeedAnswer(FeedText text, Lines lines, List<String> ignored) {

    /** Items that come one by one. */
    @FunctionalInterface
    public interface Lines {
        void each(ItemReader reader) throws java.io.IOException;
    }

    public FeedAnswer {
        ignored = List.copyOf(ignored);
    }

    static FeedAnswer of(String json, Parameters given) {
        return new FeedAnswer(FeedText.of(json), null, given.ignored());
    }

    static FeedAnswer of(Lines lines, Parameters given) {
        return new FeedAnswer(null, lines, given.ignored());
    }

    /** The text as JSON, or null for lines. */
    public String json() {
        return text == null ? null : text.toString();
    }
}
