package org.answerable.foi.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Retention;

/** Where periods, holds and reports are kept, and where erasing is done. */
public interface RetentionRecords {

    /** What is due on a day with its id, held or not, the oldest first. */
    List<Due> due(String authority, LocalDate today);

    /** Erases; the database looks again whether it may. */
    void erase(Due due);

    /** Whether this transaction is the only one that erases for the authority now. */
    boolean alone(String authority);

    List<String> authorities();

    /** Those that somebody set. */
    List<Retention.Rule> rules(String authority);

    void add(String authority, Retention.Rule rule, Actor by, Instant at);

    /** False when the authority has no such case. */
    boolean hold(CaseReference reference, String reason, Actor by, Instant at);

    /** False when the authority has no such hold. */
    boolean release(long hold, String reason, Actor by, Instant at);

    List<Retention.Hold> holds(String authority);

    void add(String authority, Retention.Run run);

    List<Retention.Run> runs(String authority, int most);

    /** An item that is due, with the case's key. */
    record Due(long caseId, Retention.Item item) {}
}
