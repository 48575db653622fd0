package org.answerable.directory.exchange;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.answerable.directory.harvest.FeedClient;
import org.answerable.directory.harvest.FeedFault;
import org.answerable.directory.harvest.Feeds;
import org.answerable.directory.harvest.HarvestedPage;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.store.ImportRuns;

/**
 * Walks through the pages of a feed. It believes what it gets and not what the feed says of it: it ends when nothing new
 * comes, breaks off when pages repeat, and takes nothing as vanished when there was less than the feed said.
 */
final class ReadingFeed implements Reading {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Feeds feeds;
    private final ImportRuns runs;
    private final ImportRuns.Run run;
    private final URI base;
    private final Instant since;
    private final int first;
    private final Clock clock;

    /**
     * @param since only what changed since then, or null
     * @param first page to begin with; later than 1 to go on with a run
     */
    ReadingFeed(
            Feeds feeds,
            ImportRuns runs,
            ImportRuns.Run run,
            URI base,
            Instant since,
            int first,
            Clock clock) {
        this.feeds = feeds;
        this.runs = runs;
        this.run = run;
        this.base = base;
        this.since = since;
        this.first = first;
        this.clock = clock;
    }

    @Override
    public Outcome into(Intake intake) {
        FeedClient client = feeds.client(base, this::pause);
        boolean goesOn = first > 1 && intake.records() > 0;
        int page = goesOn ? first : 1;
        int position = goesOn ? intake.records() : 0;
        boolean replayed = goesOn;
        HarvestedPage before = null;
        HarvestedPage got = client.page(page, since);
        HarvestedPage stating = got;
        while (!got.contents().isEmpty()) {
            int known = intake.fresh();
            boolean repeats = before != null && got.contents().equals(before.contents());
            if (!repeats) {
                position = take(client, got, position, intake);
                tooMany(intake);
                reached(page, got, intake);
            }
            if (!replayed && intake.fresh() == known) {
                if (page <= got.statedPages(0)) {
                    throw new FeedFault(
                            "Page "
                                    + page
                                    + " of the feed brings nothing that was not on an earlier page. Ask who runs it"
                                    + " to mend its pages.",
                            false);
                }
                break;
            }
            replayed = false;
            if (page >= got.statedPages(Integer.MAX_VALUE)
                    && intake.records() >= got.statedItems(Integer.MAX_VALUE)) {
                break;
            }
            before = got;
            page++;
            got = client.page(page, since);
        }
        return outcome(stating, intake);
    }

    private int take(FeedClient client, HarvestedPage got, int before, Intake intake) {
        int position = before;
        boolean basic = got.contents().stream().noneMatch(ReadingFeed::hasLists);
        for (JsonObject item : got.contents()) {
            String id = Properties.text(item, "id");
            JsonObject whole =
                    basic && id != null && !id.isBlank() ? whole(client, id, item) : item;
            intake.read(ReceivedServices.received(++position, whole));
        }
        intake.flush();
        return position;
    }

    /** The service by itself; the item when the feed does not know it by its id. */
    private JsonObject whole(FeedClient client, String id, JsonObject item) {
        if (!runs.alive(run, clock.instant())) {
            throw new RunStopped();
        }
        return client.service(id)
                .filter(service -> id.equals(Properties.text(service, "id")))
                .orElse(item);
    }

    /** Lists are in full items only. */
    private static boolean hasLists(JsonObject item) {
        return item.values().stream().anyMatch(JsonArray.class::isInstance);
    }

    private void tooMany(Intake intake) {
        if (intake.records() > feeds.mostRecords()) {
            throw new FeedFault(
                    "The feed has more than "
                            + feeds.mostRecords()
                            + " records, or does not end. Nothing of it was published.",
                    false);
        }
    }

    private void reached(int page, HarvestedPage got, Intake intake) {
        int stated = got.statedPages(0);
        if (!runs.read(run, page, stated == 0 ? null : stated, intake.records(), clock.instant())) {
            throw new RunStopped();
        }
    }

    private Outcome outcome(HarvestedPage stating, Intake intake) {
        int records = intake.records();
        int stated = stating.statedItems(records);
        if (stated != records) {
            intake.warn(
                    0,
                    "total_items",
                    Integer.toString(stated),
                    "a feed has as many records as it says: this gave " + records,
                    stated > records
                            ? "Ask who runs it. Until then nothing counts as vanished."
                            : "Ask who runs it. All records are kept.");
        }
        boolean all = records >= stated;
        // An empty answer is more often a fault than the end of a whole directory.
        return new Outcome(all && since == null && records > 0, all);
    }

    /** Waits, and sees every second whether somebody stopped the run. */
    private void pause(Duration length) {
        Duration left = length;
        while (left.compareTo(Duration.ZERO) > 0) {
            if (!runs.alive(run, clock.instant())) {
                throw new RunStopped();
            }
            Duration part = left.compareTo(SECOND) > 0 ? SECOND : left;
            try {
                Thread.sleep(part.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RunStopped();
            }
            left = left.minus(part);
        }
    }
}
