package org.answerable.cohort.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.WorkState;
import org.answerable.cohort.WorkView;

/** The accounts of background work, each step in a transaction of its own. */
@ApplicationScoped
public class WorkRows {

    private Transactions transactions;

    protected WorkRows() {}

    @Inject
    public WorkRows(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * How work ended.
     *
     * @param report the faults as JSON, or null
     */
    public record Ending(
            WorkState state,
            String message,
            List<String> datasets,
            String report,
            long rows,
            long bytes) {}

    /**
     * @throws Conflict so many are running already
     */
    public long add(String what, Long bytes, int most, Actor actor, Instant now) {
        return transactions.runAlone(
                c -> {
                    if (WorkTable.running(c) >= most) {
                        throw new Conflict(
                                most
                                        + " loads or counts are running already. Wait until one of them has ended,"
                                        + " and begin again.");
                    }
                    return WorkTable.add(c, what, bytes, actor, now);
                });
    }

    /** Notes how far it is; false when it is to stop. */
    public boolean reached(long id, long rows, long bytes, Instant now) {
        return transactions.runAlone(c -> WorkTable.reached(c, id, rows, bytes, now));
    }

    public void end(long id, Ending ending, Instant now) {
        transactions.runAlone(
                c -> {
                    WorkTable.end(c, id, ending, now);
                    return null;
                });
    }

    public void askToStop(long id) {
        transactions.runAlone(
                c -> {
                    WorkTable.askToStop(c, id);
                    return null;
                });
    }

    /** Has the server of the database break off what a process of it does. */
    public void breakOff(int process) {
        transactions.runAlone(
                c -> {
                    WorkTable.breakOff(c, process);
                    return null;
                });
    }

    /**
     * Notes that work goes on, fails work that no server was seen at since {@code lost}, and removes
     * what ended before {@code old}.
     *
     * @return work that goes on and was asked to stop
     */
    public List<Long> keep(List<Long> goingOn, Instant lost, Instant old, Instant now) {
        return transactions.runAlone(
                c -> {
                    List<Long> asked = WorkTable.seen(c, goingOn, now);
                    WorkTable.sweep(c, lost, old, now);
                    return asked;
                });
    }

    public Optional<WorkView> find(long id, Actor viewer) {
        return transactions.run(c -> WorkTable.find(c, id, viewer));
    }

    public List<WorkView> running(Actor viewer) {
        return transactions.run(c -> WorkTable.allRunning(c, viewer));
    }
}
