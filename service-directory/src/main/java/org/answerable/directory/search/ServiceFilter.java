package org.answerable.directory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which services are wanted: all wishes must hold.
 *
 * @param near only services with a place in this circle
 */
public record ServiceFilter(List<Wish> wishes, Optional<Near> near) {

    /** All services that are open to people. */
    public static final ServiceFilter NONE = new ServiceFilter(List.of(), Optional.empty());

    public ServiceFilter {
        wishes = List.copyOf(wishes);
    }

    /** The same, and this as well. */
    public ServiceFilter and(Wish wish) {
        List<Wish> more = new ArrayList<>(wishes);
        more.add(wish);
        return new ServiceFilter(more, near);
    }

    public ServiceFilter around(Near circle) {
        return new ServiceFilter(wishes, Optional.ofNullable(circle));
    }

    /** The words of people that are looked for; an empty text when there are none. */
    public String speech() {
        return wishes.stream()
                .filter(Wish.Speech.class::isInstance)
                .map(wish -> ((Wish.Speech) wish).text())
                .findFirst()
                .orElse("");
    }

    /** Whether statuses are asked for; else only what is open to people is wanted. */
    public boolean asksForStatus() {
        return wishes.stream().anyMatch(Wish.Statuses.class::isInstance);
    }
}
