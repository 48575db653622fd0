package org.answerable.directory.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.answerable.directory.Actor;
import org.answerable.directory.store.EditorsTable;
import org.answerable.directory.store.ImportRuns;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.Received;
import org.answerable.directory.store.RunCounts;
import org.answerable.directory.store.Signature;
import org.answerable.directory.store.Sources;
import org.answerable.directory.store.Spool;
import org.answerable.directory.store.Vocabulary;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One run from its first record to its end: reads into the spool, then checks everything and counts, then publishes in
 * batches. A dry run ends after the check. So does one with too many faulty records, which is refused.
 */
@ApplicationScoped
public class CarryOutRun {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int BATCH = 500;
    private static final int HUNDRED = 100;

    private ImportRuns runs;
    private Sources sources;
    private Spool spool;
    private Known known;
    private EditorsTable table;
    private Vocabulary vocabulary;
    private PublishReceived publish;
    private Clock clock;
    private int mostFaulty;

    protected CarryOutRun() {}

    @Inject
    public CarryOutRun(
            ImportRuns runs,
            Sources sources,
            Spool spool,
            Known known,
            EditorsTable table,
            Vocabulary vocabulary,
            PublishReceived publish,
            Clock clock,
            @ConfigProperty(name = "answerable.imports.most-faulty-percent", defaultValue = "20")
                    int mostFaulty) {
        this.runs = runs;
        this.sources = sources;
        this.spool = spool;
        this.known = known;
        this.table = table;
        this.vocabulary = vocabulary;
        this.publish = publish;
        this.clock = clock;
        this.mostFaulty = mostFaulty;
    }

    /** What is to be carried out. */
    record Order(
            ImportRuns.Run run,
            Sources.Source source,
            boolean dry,
            boolean fed,
            Instant started,
            Actor actor) {}

    /**
     * Carries the run out to its end.
     *
     * @throws RunStopped somebody stopped it; batches that were published stay
     */
    void carryOut(Order order, Reading reading) throws IOException {
        Intake intake = new Intake(spool, order.source(), order.run(), () -> keepOn(order));
        Reading.Outcome outcome = reading.into(intake);
        intake.flush();
        boolean everything = outcome.everything() && intake.unreadable() == 0;
        RunCounts counts = check(order, intake, everything);
        int records = counts.records();
        if (records > 0 && (long) counts.faulty() * HUNDRED > (long) mostFaulty * records) {
            end(
                    order,
                    "refused",
                    counts.faulty()
                            + " of "
                            + records
                            + " records are faulty: more than the "
                            + mostFaulty
                            + "% that may be. Nothing was published.",
                    counts);
            return;
        }
        if (order.dry()) {
            end(order, "done", "Checked only. Nothing was published.", counts);
            return;
        }
        publishAll(order, counts);
        spool.seenAgain(order.source(), order.run());
        int withdrawn = everything ? withdraw(order) : 0;
        if (order.fed() && outcome.good()) {
            sources.completed(order.source(), order.started());
        }
        end(
                order,
                "done",
                withdrawn == 0
                        ? "What is new and changed is published."
                        : "What is new and changed is published. Withdrawn, because the source no longer has"
                                + " them: "
                                + withdrawn,
                counts);
    }

    private RunCounts check(Order order, Intake intake, boolean everything) {
        runs.clearFindings(order.run());
        int[] findings = {note(order, 0, intake)};
        Spool.Counts read = spool.counts(order.run());
        int warnings = findings[0] - intake.unreadable();
        RunCounts[] counts = {
            new RunCounts(
                    read.records() + intake.unreadable(),
                    0,
                    0,
                    read.unchanged(),
                    0,
                    everything ? spool.vanished(order.source(), order.run()) : 0,
                    intake.unreadable(),
                    warnings)
        };
        eachBatch(
                order,
                examined -> {
                    runs.addFindings(order.run(), findings[0] + 1, examined.noted());
                    findings[0] += size(examined.noted().values());
                    counts[0] = counts[0].plus(examined.counts());
                    reached(order, "Checking", counts[0]);
                });
        return counts[0];
    }

    private int note(Order order, int before, Intake intake) {
        runs.addFindings(order.run(), before + 1, intake.noted());
        return size(intake.noted().values());
    }

    private static int size(java.util.Collection<? extends List<?>> lists) {
        return lists.stream().mapToInt(List::size).sum();
    }

    private void publishAll(Order order, RunCounts counts) {
        int[] published = {0};
        eachBatch(
                order,
                examined -> {
                    publish.publish(
                            examined, order.source(), order.run(), signature(order), order.actor());
                    published[0] += examined.good().size();
                    reached(order, "Publishing: " + published[0] + " records", counts);
                });
    }

    private int withdraw(Order order) {
        List<String> gone = spool.missing(order.source(), order.run());
        int withdrawn = 0;
        for (int from = 0; from < gone.size(); from += BATCH) {
            withdrawn +=
                    publish.withdraw(
                            gone.subList(from, Math.min(gone.size(), from + BATCH)),
                            order.source(),
                            signature(order),
                            order.actor());
        }
        return withdrawn;
    }

    private void eachBatch(Order order, Consumer<Examined> then) {
        Examination examination =
                new Examination(
                        sources,
                        known,
                        new TermParents(vocabulary),
                        order.source(),
                        LocalDate.ofInstant(clock.instant(), HERE),
                        table.confidentialWords());
        Spool.Place place = Spool.Place.START;
        List<Received> batch = spool.changed(order.run(), place, BATCH);
        while (!batch.isEmpty()) {
            then.accept(examination.of(batch));
            Received last = batch.get(batch.size() - 1);
            place = new Spool.Place(last.line(), last.id());
            batch = spool.changed(order.run(), place, BATCH);
        }
    }

    /** Harvesters ask for what changed since they came last: the moment is that of the batch, not of the run. */
    private Signature signature(Order order) {
        return new Signature(
                Examination.IMPORT + " " + order.source().name(),
                order.actor().username(),
                order.actor().authority(),
                clock.instant());
    }

    private void keepOn(Order order) {
        if (!runs.alive(order.run(), clock.instant())) {
            throw new RunStopped();
        }
    }

    private void reached(Order order, String message, RunCounts counts) {
        if (!runs.reached(order.run(), message, counts, clock.instant())) {
            throw new RunStopped();
        }
    }

    private void end(Order order, String state, String message, RunCounts counts) {
        runs.end(order.run(), state, message, false, counts, clock.instant(), order.actor());
    }
}
