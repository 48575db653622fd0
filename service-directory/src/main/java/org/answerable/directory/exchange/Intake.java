package org.answerable.directory.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.hsds.Finding;
import org.answerable.directory.store.ImportRuns;
import org.answerable.directory.store.Received;
import org.answerable.directory.store.Sources;
import org.answerable.directory.store.Spool;

/** Takes the records of a run into its spool, some hundred at a time, and what is wrong before a record can be read. */
final class Intake implements ReceivedServices.Reader {

    private static final int BATCH = 500;

    private final Spool spool;
    private final Sources.Source source;
    private final ImportRuns.Run run;
    private final Runnable step;
    private final List<Received> waiting = new ArrayList<>();
    private final Map<Received, List<Finding>> noted = new LinkedHashMap<>();
    private int fresh;
    private int unreadable;

    /**
     * @param step called after each batch; throws when the run is to stop
     */
    Intake(Spool spool, Sources.Source source, ImportRuns.Run run, Runnable step) {
        this.spool = spool;
        this.source = source;
        this.run = run;
        this.step = step;
    }

    @Override
    public void read(Received received) {
        waiting.add(received);
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    @Override
    public void unreadable(int line, String text, String why) {
        unreadable++;
        note(
                new Received(line, "line " + line, text, null),
                new Finding(
                        "",
                        "",
                        text,
                        Finding.Severity.ERROR,
                        "a line is one JSON object (" + why + ")",
                        "Mend the line."));
    }

    /** Notes something about the run rather than about a record. */
    void warn(int place, String field, String value, String rule, String advice) {
        note(
                new Received(place, "", "", null),
                new Finding("", field, value, Finding.Severity.WARNING, rule, advice));
    }

    private void note(Received where, Finding finding) {
        noted.computeIfAbsent(where, w -> new ArrayList<>()).add(finding);
    }

    /** Puts what waits into the spool. */
    void flush() {
        fresh += waiting.isEmpty() ? 0 : spool.add(source, run, waiting);
        waiting.clear();
        step.run();
    }

    /** How many ids came that were not in the spool before. */
    int fresh() {
        return fresh;
    }

    /** How many records are in the spool. */
    int records() {
        return spool.counts(run).records();
    }

    int unreadable() {
        return unreadable;
    }

    Map<Received, List<Finding>> noted() {
        return noted;
    }
}
