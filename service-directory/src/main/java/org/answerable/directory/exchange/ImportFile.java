package org.answerable.directory.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.answerable.directory.Actor;
import org.answerable.directory.ImportReport;
import org.answerable.directory.Imports;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Role;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.Publication;
import org.answerable.directory.store.Received;
import org.answerable.directory.store.RunCounts;
import org.answerable.directory.store.Signature;
import org.answerable.directory.store.Sources;

/** An editor imports a file of services. */
@ApplicationScoped
public class ImportFile implements Imports {

    private static final int BATCH = 500;

    private Sources sources;
    private Known known;
    private Publication publication;
    private Clock clock;

    protected ImportFile() {}

    @Inject
    public ImportFile(Sources sources, Known known, Publication publication, Clock clock) {
        this.sources = sources;
        this.known = known;
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public ImportReport file(String name, double trust, InputStream file, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        Instant started = clock.instant();
        Sources.Source source = sources.source(name, null, trust, actor.username(), started);
        Sources.Run run = sources.begin(source, false, actor.username(), started);
        Signature by =
                new Signature("import: " + name, actor.username(), actor.authority(), started);
        ImportBatch batch = new ImportBatch(sources, known, publication, source, run, by);
        RunCounts[] counts = {RunCounts.NONE};
        List<Received> waiting = new ArrayList<>();
        try {
            ReceivedServices.read(
                    file,
                    received -> {
                        waiting.add(received);
                        if (waiting.size() == BATCH) {
                            counts[0] = counts[0].plus(batch.take(waiting));
                            waiting.clear();
                        }
                    });
            counts[0] = counts[0].plus(batch.take(waiting));
        } catch (IOException e) {
            sources.note(run, "failed", "The file broke off.", counts[0], clock.instant());
            throw new InvalidInput("file", "The file broke off, or is not in UTF-8.");
        } catch (InvalidInput e) {
            sources.note(run, "failed", e.getMessage(), counts[0], clock.instant());
            throw e;
        }
        sources.note(run, "done", "Done", counts[0], clock.instant());
        sources.completed(source, started);
        return report(run, source, "done", "Done", counts[0]);
    }

    private static ImportReport report(
            Sources.Run run, Sources.Source source, String state, String message, RunCounts c) {
        return new ImportReport(
                run.id(),
                source.name(),
                state,
                message,
                c.records(),
                c.added(),
                c.changed(),
                c.unchanged(),
                c.proposed(),
                c.vanished(),
                c.faulty(),
                c.warnings());
    }
}
