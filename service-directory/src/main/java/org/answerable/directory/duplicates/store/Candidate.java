package org.answerable.directory.duplicates.store;

/**
 * Two services that share something.
 *
 * @param one public id, the smaller of the two
 * @param oneName in plain words
 * @param compared what was compared of both, as a hash
 * @param ownOfOneSource whether one source gave both for one organisation
 * @param metres between their nearest places, or null
 */
public record Candidate(
        long oneKey,
        long otherKey,
        String one,
        String other,
        String oneName,
        String otherName,
        String compared,
        boolean ownOfOneSource,
        Double metres,
        boolean identifier,
        boolean phone,
        boolean mailbox,
        boolean site,
        boolean terms) {}
