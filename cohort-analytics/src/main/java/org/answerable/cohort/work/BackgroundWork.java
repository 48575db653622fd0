package org.answerable.cohort.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.TooLarge;
import org.answerable.cohort.WorkState;
import org.answerable.cohort.WorkView;
import org.answerable.cohort.Works;
import org.answerable.cohort.store.FaultsJson;
import org.answerable.cohort.store.WorkRows;

/** Work on the server's threads, its account in the database, where every server sees it. */
@ApplicationScoped
public class BackgroundWork implements Works {

    private static final Logger LOG = Logger.getLogger(BackgroundWork.class.getName());
    private static final String STOPPED =
            "Stopped. Nothing half-done was kept; a dataset that was complete before stays.";
    private static final int MOST_AT_ONCE = 4;
    private static final Duration LOST_AFTER = Duration.ofMinutes(2);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    private final Map<Long, Reported> here = new ConcurrentHashMap<>();
    private WorkRows rows;
    private Clock clock;

    @Resource private ManagedExecutorService managed;
    private Executor executor;

    protected BackgroundWork() {}

    @Inject
    public BackgroundWork(WorkRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** With an executor of its own, outside a server. */
    public BackgroundWork(WorkRows rows, Clock clock, Executor executor) {
        this(rows, clock);
        this.executor = executor;
    }

    @Override
    public long start(String what, Long bytesTotal, boolean personal, Actor actor, Job job) {
        return begin(what, bytesTotal, actor, progress -> loaded(job.run(progress), personal));
    }

    @Override
    public long begin(String what, Actor actor, Task task) {
        return begin(
                what,
                null,
                actor,
                progress -> new Result(WorkState.DONE, "Done.", task.run(progress), null));
    }

    private long begin(String what, Long bytesTotal, Actor actor, Function<Progress, Result> work) {
        actor.require(Role.ANALYST);
        long id = rows.add(what, bytesTotal, MOST_AT_ONCE, actor, clock.instant());
        Reported reported = new Reported(id);
        here.put(id, reported);
        executor()
                .execute(
                        () -> {
                            try {
                                end(reported, run(reported, work));
                            } finally {
                                here.remove(id);
                                reported.done.complete(null);
                            }
                        });
        return id;
    }

    @Override
    public void await(long id, Duration longest) {
        Reported reported = here.get(id);
        if (reported == null) {
            return;
        }
        try {
            reported.done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.log(Level.FINE, "Work {0} goes on", id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Only ever completed, never failed", e);
        }
    }

    @Override
    public WorkView find(long id, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return rows.find(id, actor)
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "There is no such work. Accounts of work are kept"
                                                + " for 30 days."));
    }

    @Override
    public List<WorkView> running(Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return rows.running(actor);
    }

    @Override
    public void cancel(long id, Actor actor) {
        WorkView view = find(id, actor);
        if (view.state() != WorkState.RUNNING) {
            return;
        }
        if (!view.mayCancel()) {
            throw new NotAllowed("Only who began it, or an administrator, can stop it.");
        }
        rows.askToStop(id);
        Reported reported = here.get(id);
        if (reported != null) {
            reported.stopNow();
        }
    }

    @Override
    public void keep() {
        Instant now = clock.instant();
        List<Long> mine = List.copyOf(here.keySet());
        List<Long> toStop = rows.keep(mine, now.minus(LOST_AFTER), now.minus(FORGOTTEN_AFTER), now);
        // Asked for on another server.
        toStop.stream()
                .map(here::get)
                .filter(java.util.Objects::nonNull)
                .forEach(Reported::stopNow);
    }

    /**
     * How work ended.
     *
     * @param report the faults as JSON, or null
     */
    private record Result(WorkState state, String message, List<String> made, String report) {

        static Result failed(String message) {
            return new Result(WorkState.FAILED, message, List.of(), null);
        }

        static Result stopped(String message) {
            return new Result(WorkState.CANCELLED, message, List.of(), null);
        }
    }

    private static Result run(Reported reported, Function<Progress, Result> work) {
        try {
            Result result = work.apply(reported);
            reported.backend = 0;
            return result;
        } catch (WorkCancelled e) {
            return Result.stopped("Stopped. Nothing half-done was kept.");
        } catch (RuntimeException e) {
            // A statement that the database broke off fails in its own words.
            return reported.stop ? Result.stopped(STOPPED) : failed(reported, e);
        }
    }

    private static Result failed(Reported reported, RuntimeException failure) {
        if (failure instanceof InvalidInput e) {
            String message =
                    e.errors().stream().map(FieldError::message).collect(Collectors.joining(" "));
            return new Result(WorkState.FAILED, message, List.of(), FaultsJson.of(e));
        }
        if (failure instanceof TooLarge
                || failure instanceof Conflict
                || failure instanceof NotAllowed
                || failure instanceof NotFound) {
            return Result.failed(failure.getMessage());
        }
        // The message may hold a value of the file: only the kind is logged.
        LOG.log(
                Level.WARNING,
                "Work {0} failed: {1}",
                new Object[] {reported.id, failure.getClass().getName()});
        return Result.failed(
                "It could not be completed, and nothing half-done was kept. Try it again; if it"
                        + " fails again, tell an administrator the number of this work.");
    }

    private static Result loaded(List<LoadReport> reports, boolean personal) {
        LoadReport last = reports.get(reports.size() - 1);
        List<String> kept =
                reports.stream().filter(LoadReport::accepted).map(LoadReport::datasetId).toList();
        return last.accepted()
                ? new Result(WorkState.DONE, "All rows are loaded.", kept, null)
                : new Result(
                        WorkState.FAILED,
                        "The file has faults. Nothing of it was kept.",
                        kept,
                        FaultsJson.of(last, personal));
    }

    private Executor executor() {
        return executor == null ? managed : executor;
    }

    /**
     * Progress as it is written down: on another thread, one at a time. The thread of the work is in
     * the middle of its transaction, often of a COPY; nothing else must use its connection.
     */
    private final class Reported implements Progress {
        private final long id;
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final AtomicBoolean writing = new AtomicBoolean();
        private volatile long rows;
        private volatile long bytes;
        private volatile int backend;
        private volatile boolean stop;

        Reported(long id) {
            this.id = id;
        }

        @Override
        public void reached(long rowsNow, long bytesNow) {
            rows = rowsNow;
            bytes = bytesNow;
            if (stop) {
                throw new WorkCancelled();
            }
            if (writing.compareAndSet(false, true)) {
                executor().execute(this::write);
            }
        }

        @Override
        public void worksIn(int process) {
            backend = process;
            if (stop) {
                throw new WorkCancelled();
            }
        }

        /** Stops it at its next step, and breaks off the statement that runs. */
        void stopNow() {
            stop = true;
            int process = backend;
            if (process != 0 && !done.isDone()) {
                BackgroundWork.this.rows.breakOff(process);
            }
        }

        private void write() {
            try {
                boolean goesOn = BackgroundWork.this.rows.reached(id, rows, bytes, clock.instant());
                if (!goesOn) {
                    stop = true;
                }
            } finally {
                writing.set(false);
            }
        }
    }

    private void end(Reported reached, Result result) {
        rows.end(
                reached.id,
                new WorkRows.Ending(
                        result.state,
                        result.message,
                        result.made,
                        result.report,
                        reached.rows,
                        reached.bytes),
                clock.instant());
    }
}
