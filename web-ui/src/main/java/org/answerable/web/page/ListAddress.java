package org.answerable.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of a list with its filters, so that any list can be bookmarked and sent. */
public record ListAddress(String path, Map<String, String> filters) {

    public static ListAddress of(String path) {
        return new ListAddress(path, Map.of());
    }

    /** The page number that was asked for; the first when it is none. */
    public static int page(String text) {
        try {
            return Math.max(1, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** With one filter more; an empty value leaves it out. */
    public ListAddress with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(filters);
        if (value.isEmpty()) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new ListAddress(path, more);
    }

    /** The filters as the values of the form that sets them. */
    public PageForm form() {
        return PageForm.filled(filters);
    }

    @Override
    public String toString() {
        if (filters.isEmpty()) {
            return path;
        }
        return path
                + "?"
                + filters.entrySet().stream()
                        .map(e -> e.getKey() + "=" + encode(e.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
