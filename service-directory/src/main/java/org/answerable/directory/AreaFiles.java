package org.answerable.directory;

import java.util.List;

/** Files of areas: look-ups of codes and names, and boundaries of LSOAs. */
public interface AreaFiles {

    /**
     * What a file brought.
     *
     * @param areas codes in it
     * @param parts pairs of an area and an LSOA in it
     * @param points LSOAs whose polygon gave an interior point
     * @param rejected rows at fault; when there is one, nothing was kept
     */
    record Report(int areas, int parts, int points, List<RejectedRow> rejected) {
        public Report {
            rejected = List.copyOf(rejected);
        }

        public boolean accepted() {
            return rejected.isEmpty();
        }
    }

    /**
     * Loads a file; all of it, or nothing. A CSV look-up has columns such as LSOA21CD, LSOA21NM, LADCD,
     * LADNM; rows with an LSOA of 2021 say of what the other areas are made. GeoJSON has polygons with
     * the property LSOA21CD. Points that a file lists are not used: many lie in a neighbouring area.
     *
     * @throws InvalidInput field {@code file}: it is none of these
     * @throws NotAllowed the actor is neither editor nor administrator
     */
    Report load(ReceivedFile file, boolean demonstration, Actor actor);

    /**
     * How many areas of a kind are known.
     *
     * @param divided those of which it is known of what LSOAs they are made
     * @param demonstration those that came with the demonstration data
     */
    record Holding(AreaKind kind, long areas, long divided, long demonstration) {}

    /** What is known of each kind, small areas first; kinds without any are left out. */
    List<Holding> holdings();

    /** Largest file, in bytes. */
    long maxBytes();
}
