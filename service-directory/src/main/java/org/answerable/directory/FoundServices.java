package org.answerable.directory;

import java.util.List;

/**
 * What was found.
 *
 * @param items one page
 * @param total on all pages
 * @param anywhere services by telephone or online that fit as well; only with a postcode, on the first page
 * @param place where the person lives, or null
 * @param kilometres radius that was searched, or null without a postcode
 * @param searched words that were searched for instead of those typed, or null
 */
public record FoundServices(
        List<ServiceView> items,
        long page,
        int perPage,
        long total,
        List<ServiceView> anywhere,
        Whereabouts place,
        Integer kilometres,
        String searched) {

    public FoundServices {
        items = List.copyOf(items);
        anywhere = List.copyOf(anywhere);
    }
}
