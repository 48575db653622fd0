package org.answerable.foi.casework;

import java.time.Instant;
import java.util.Optional;

/** Where the hashes of tracking secrets are kept, and how often an address has written. */
public interface Tracking {

    void add(FoiCase foiCase, String tokenSha256, Instant at);

    Optional<Tracked> find(String tokenSha256);

    /** The case that a secret leads to. */
    record Tracked(String reference, String authority) {}

    /** Counts this try and those of the same address since then; forgets what is a day old. */
    int attempts(String address, Instant now, Instant since);
}
