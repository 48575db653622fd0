package org.answerable.foi.clock;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A date that is a bank holiday in at least one nation. */
public record Holiday(LocalDate date, String title, Set<Nation> nations) {

    public Holiday {
        if (nations.isEmpty()) {
            throw new IllegalArgumentException("A holiday is kept in at least one nation: " + date);
        }
        nations = Set.copyOf(nations);
    }

    List<String> nationLabels() {
        return EnumSet.copyOf(nations).stream().map(Nation::label).toList();
    }
}
