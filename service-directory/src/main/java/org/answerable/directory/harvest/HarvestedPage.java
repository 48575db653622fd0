package org.answerable.directory.harvest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.List;
import org.answerable.directory.hsds.Properties;

/**
 * One page of a feed.
 *
 * @param items total that the feed states, or null
 * @param pages total that the feed states, or null
 */
public record HarvestedPage(List<JsonObject> contents, Integer items, Integer pages) {

    public HarvestedPage {
        contents = List.copyOf(contents);
    }

    /**
     * Reads a page: an envelope with contents, or a plain list.
     *
     * @throws FeedFault it is neither
     */
    static HarvestedPage of(JsonStructure answer, int number) {
        JsonArray list = null;
        Integer items = null;
        Integer pages = null;
        if (answer instanceof JsonArray plain) {
            list = plain;
        } else if (answer instanceof JsonObject envelope) {
            items = Properties.whole(envelope, "total_items");
            pages = Properties.whole(envelope, "total_pages");
            list = envelope.get("contents") instanceof JsonArray contents ? contents : null;
        }
        if (list == null || !list.stream().allMatch(JsonObject.class::isInstance)) {
            throw new FeedFault(
                    "Page "
                            + number
                            + " of the feed has no list “contents” of services. Is this the base address of an"
                            + " Open Referral UK feed?",
                    false);
        }
        return new HarvestedPage(list.stream().map(JsonValue::asJsonObject).toList(), items, pages);
    }

    public int statedPages(int otherwise) {
        return pages == null || pages < 0 ? otherwise : pages;
    }

    public int statedItems(int otherwise) {
        return items == null || items < 0 ? otherwise : items;
    }
}
