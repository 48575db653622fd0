package org.answerable.cohort.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;

/**
 * The append-only record of every release: which figure, under which policy, who, when, why, which
 * bytes.
 */
public interface ReleaseLedger {

    /** The policy in force. */
    ReleasePolicy inForce();

    /** A figure as computed, released or not. */
    Optional<Figure> figure(String id);

    /** A figure as released. */
    Optional<Figure> released(String id);

    /**
     * Records the release under the policy in force, once; a second release of the same figure
     * under the same policy changes nothing. Releases of one dataset are made one after the other,
     * so that no two pass the check side by side.
     *
     * @param check refuses by an exception, and then nothing is recorded
     */
    void release(Figure figure, String reason, Actor actor, Instant at, Check check);

    /** Decides with the earlier releases of the same dataset at hand. */
    @FunctionalInterface
    interface Check {
        void insistOnSafe(Figure figure, ReleasePolicy policy, List<FigureTable> earlier);
    }
}
