package org.answerable.cohort;

import java.time.Duration;
import java.util.List;

/** Loads, counts and other long work that goes on while a page shows how far it is. */
public interface Works {

    /** The work itself. It reports its progress, which throws when it is to stop. */
    @FunctionalInterface
    interface Job {

        /**
         * @return the reports of the loads, in their order
         */
        List<LoadReport> run(Progress progress);
    }

    /**
     * Begins work in the background.
     *
     * @param what in words, without anything about a person
     * @param bytesTotal bytes to read, or null when not known
     * @param personal whether the file is about people: then values of its faults are not kept
     * @return the number to ask for it with
     * @throws Conflict too much is running already
     * @throws NotAllowed the actor is not an analyst
     */
    long start(String what, Long bytesTotal, boolean personal, Actor actor, Job job);

    /** Work other than a load. What it makes, it keeps itself, in its own transaction. */
    @FunctionalInterface
    interface Task {

        /**
         * @return references of what it made, or of what it is about
         */
        List<String> run(Progress progress);
    }

    /**
     * Begins other work in the background, such as a long count.
     *
     * @param what in words, without anything about a person
     * @return the number to ask for it with
     * @throws Conflict too much is running already
     * @throws NotAllowed the actor is not an analyst
     */
    long begin(String what, Actor actor, Task task);

    /** Waits until the work ends, but no longer than so long; only on the server where it runs. */
    void await(long id, Duration longest);

    /**
     * How it stands.
     *
     * @throws NotFound there is none, or it was long ago
     * @throws NotAllowed the actor is neither analyst nor admin
     */
    WorkView find(long id, Actor actor);

    /** What runs now, the latest first. */
    List<WorkView> running(Actor actor);

    /**
     * Asks that it stops. It stops at the next step of its progress, and nothing half-done is kept.
     *
     * @throws NotAllowed the actor neither began it nor is an admin
     */
    void cancel(long id, Actor actor);

    /**
     * To be called twice a minute on each server: says that its work goes on, and marks work as
     * failed whose server has not said so for two minutes. Accounts of work that ended 30 days ago
     * are removed.
     */
    void keep();
}
