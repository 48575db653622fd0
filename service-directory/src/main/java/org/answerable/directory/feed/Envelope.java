package org.answerable.directory.feed;

import java.util.List;

/**
 * The eight properties around every list of the standard.
 *
 * @param total of all pages
 * @param page as asked
 * @param size of this page
 * @param whole everything is on this page
 */
record Envelope(long total, long page, int perPage, int size, boolean whole) {

    /** A page of a list. */
    static Envelope of(long total, long page, int perPage, int size) {
        return new Envelope(total, total == 0 ? 1 : page, perPage, size, false);
    }

    /** Everything at once. */
    static Envelope whole(int size) {
        return new Envelope(size, 1, Math.max(1, size), size, true);
    }

    private long pages() {
        return total == 0 ? 0 : whole ? 1 : (total + perPage - 1) / perPage;
    }

    /**
     * The list as JSON.
     *
     * @param beside more properties, as text, or an empty text
     */
    String json(List<String> items, String beside) {
        boolean nothing = total == 0;
        boolean beyond = size == 0 && !nothing;
        StringBuilder json = new StringBuilder(256);
        json.append("{\"total_items\":").append(total);
        json.append(",\"total_pages\":").append(pages());
        json.append(",\"page_number\":").append(page);
        json.append(",\"size\":").append(size);
        json.append(",\"first_page\":").append(!beyond && page == 1);
        json.append(",\"last_page\":").append(!beyond && (nothing || page == pages()));
        json.append(",\"empty\":").append(size == 0);
        json.append(beside);
        json.append(",\"contents\":[");
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            json.append(items.get(i));
        }
        return json.append("]}").toString();
    }
}
