package org.answerable.directory;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.answerable.directory.catalogue.ConfirmService;
import org.answerable.directory.catalogue.DecideProposal;
import org.answerable.directory.catalogue.EditedDirectory;
import org.answerable.directory.catalogue.EditingRights;
import org.answerable.directory.catalogue.FindServices;
import org.answerable.directory.catalogue.PublishService;
import org.answerable.directory.catalogue.SaveService;
import org.answerable.directory.duplicates.CompareServices;
import org.answerable.directory.duplicates.KnownDuplicates;
import org.answerable.directory.duplicates.MergeServices;
import org.answerable.directory.duplicates.store.ComparisonTable;
import org.answerable.directory.duplicates.store.FeatureTable;
import org.answerable.directory.duplicates.store.PairTable;
import org.answerable.directory.exchange.BackgroundImports;
import org.answerable.directory.exchange.CarryOutRun;
import org.answerable.directory.exchange.PublishReceived;
import org.answerable.directory.feed.Feed;
import org.answerable.directory.geography.KnownGeography;
import org.answerable.directory.geography.store.AreaTable;
import org.answerable.directory.geography.store.EditionTable;
import org.answerable.directory.geography.store.PostcodeTable;
import org.answerable.directory.harvest.AllowedFeeds;
import org.answerable.directory.harvest.Feeds;
import org.answerable.directory.harvest.Limits;
import org.answerable.directory.store.EditorsTable;
import org.answerable.directory.store.ImportRuns;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.OtherItems;
import org.answerable.directory.store.PlaceItems;
import org.answerable.directory.store.Proposals;
import org.answerable.directory.store.Publication;
import org.answerable.directory.store.Remembered;
import org.answerable.directory.store.ServiceItems;
import org.answerable.directory.store.ServiceRows;
import org.answerable.directory.store.Sources;
import org.answerable.directory.store.Spool;
import org.answerable.directory.store.Transactions;
import org.answerable.directory.store.Vocabulary;

/** The directory over a PostgreSQL of its own, put together by hand, with a clock that tests move. */
public final class TestCatalogue implements AutoCloseable {

    public static final Actor EDITOR =
            new Actor("edi", "Edi Tor", "shire-cc", Set.of(Role.DIRECTORY_EDITOR));
    public static final ZoneId HERE = ZoneId.of("Europe/London");

    /** A clock that stands until it is moved. */
    public static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-03-02T09:30:00Z");

        @Override
        public ZoneId getZone() {
            return HERE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }

        public void forward(Duration by) {
            now = now.plus(by);
        }
    }

    public final TestDatabase database = new TestDatabase();
    public final Hands clock = new Hands();
    public final Transactions transactions = database.transactions();
    public final Geography geography =
            new KnownGeography(
                    new AreaTable(transactions),
                    new PostcodeTable(transactions),
                    new EditionTable(transactions));
    private final Remembered remembered = new Remembered(transactions);
    public final ServiceItems services = new ServiceItems(transactions, remembered);
    public final Publication publication =
            new Publication(transactions, new ServiceRows(geography));
    public final Known known = new Known(transactions);
    public final Feed feed =
            new Feed(
                    services,
                    new PlaceItems(transactions, remembered),
                    new OtherItems(transactions, remembered),
                    geography,
                    remembered,
                    clock);
    public final Directory directory =
            new FindServices(
                    services,
                    new Vocabulary(transactions, remembered),
                    geography,
                    remembered,
                    clock);

    public final EditorsTable editorsTable = new EditorsTable(transactions);
    public final Proposals proposals = new Proposals(transactions);
    public final Editing editing = editing();
    public final Imports imports = imports("");
    public final Duplicates duplicates = duplicates();

    private Duplicates duplicates() {
        PairTable pairs = new PairTable(transactions);
        ComparisonTable comparisons = new ComparisonTable(transactions);
        return new KnownDuplicates(
                pairs,
                comparisons,
                new CompareServices(new FeatureTable(transactions), pairs, comparisons, clock),
                new MergeServices(pairs, known, publication, editorsTable, clock),
                editorsTable,
                known,
                clock,
                Runnable::run);
    }

    /** Imports with feeds that may be fetched, run at once on the caller's thread. */
    public Imports imports(String feeds) {
        return imports(feeds, Runnable::run, 20);
    }

    public Imports imports(String feeds, Executor executor, int mostFaulty) {
        Sources sources = new Sources(transactions);
        ImportRuns runs = new ImportRuns(transactions);
        return new BackgroundImports(
                runs,
                sources,
                new CarryOutRun(
                        runs,
                        sources,
                        new Spool(transactions),
                        known,
                        editorsTable,
                        new Vocabulary(transactions, remembered),
                        new PublishReceived(publication, sources, proposals, editorsTable, known),
                        clock,
                        mostFaulty),
                new Feeds(
                        new AllowedFeeds(feeds, InetAddress::getAllByName),
                        new Limits(
                                1 << 20,
                                4 << 20,
                                5_000,
                                Duration.ofSeconds(2),
                                Duration.ofMillis(5)),
                        clock),
                clock,
                1 << 24,
                executor);
    }

    private Editing editing() {
        EditingRights rights = new EditingRights(editorsTable);
        PublishService publish = new PublishService(publication, editorsTable, clock);
        SaveService save =
                new SaveService(known, editorsTable, proposals, publish, rights, geography, clock);
        return new EditedDirectory(
                editorsTable,
                known,
                proposals,
                rights,
                save,
                new DecideProposal(proposals, known, save, publish, clock),
                new ConfirmService(known, publish, rights, clock),
                clock);
    }

    /** Imports records of a source, one or many. */
    public ImportReport load(String source, String json) {
        return imports.file(
                source,
                0.6,
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                EDITOR);
    }

    /** A list of the feed; parameters as name, value, name, value. */
    public String services(String... parameters) {
        return feed.services(of(parameters)).json();
    }

    /** Parameters as an address gives them. */
    public static Map<String, List<String>> of(String... parameters) {
        Map<String, List<String>> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.computeIfAbsent(parameters[i], k -> new java.util.ArrayList<>())
                    .add(parameters[i + 1]);
        }
        return map;
    }

    /** A contract of this year for a service, recorded by no form. */
    public void commission(String service, String commissioner) {
        database.execute(
                """
                INSERT INTO directory.contract (reference, authority, demonstration) VALUES ('K-2026-0001', 'x', false);
                INSERT INTO directory.contract_version (contract, version, recorded_at, recorded_by, reason, title,
                    provider, sub_contractors, services, starts, ends) SELECT id, 1, now(), 'x', 'x', 'x', 'x', '{}',
                    '{%1$s}', '2026-01-01', '2026-12-31' FROM directory.contract;
                INSERT INTO directory.contract_commissioner SELECT id, 1, 1, 'x', '%2$s', 100 FROM directory.contract;
                INSERT INTO directory.contract_line (contract, version, line, areas, need, tier, tier_reason,
                    lead_profession, valid_from) SELECT id, 1, 1, '{E10000019}', 'infant-feeding', 'TARGETED', 'x',
                    'clinical-psychologist', '2026-01-01' FROM directory.contract
                """
                        .formatted(service, commissioner));
    }

    /**
     * A small directory of postcodes: three towns of the county, one of them ended.
     */
    public void addPostcodes() {
        database.execute(
                """
                INSERT INTO directory.postcode_edition (edition, file_name, only_around, demonstration, state, message,
                    bytes_total, started_at, alive_at, started_by)
                    VALUES ('2025-11-01', 'test.csv', '{}', false, 'CURRENT', '', 1, now(), now(), 'test');
                INSERT INTO directory.area (code, name, kind) VALUES
                    ('E01000011', 'Lincoln 001A', 'LSOA21'), ('E01000012', 'Boston 001A', 'LSOA21'),
                    ('E07000138', 'Lincoln', 'DISTRICT'), ('E07000136', 'Boston', 'DISTRICT'),
                    ('E10000019', 'Lincolnshire', 'COUNTY');
                INSERT INTO directory.area_part (area, lsoa21, source) VALUES
                    ('E01000011', 'E01000011', 'LOOKUP'), ('E01000012', 'E01000012', 'LOOKUP'),
                    ('E07000138', 'E01000011', 'LOOKUP'), ('E07000136', 'E01000012', 'LOOKUP'),
                    ('E10000019', 'E01000011', 'LOOKUP'), ('E10000019', 'E01000012', 'LOOKUP');
                INSERT INTO directory.postcode (edition, postcode, line, latitude, longitude, terminated, lsoa21,
                    district, county)
                    SELECT e.id, p, l, la, lo, t, ls, d, 'E10000019' FROM directory.postcode_edition e, (VALUES
                        ('LN11AA', 2, 53.23, -0.54, NULL::date, 'E01000011', 'E07000138'),
                        ('PE211AA', 3, 52.98, -0.02, NULL, 'E01000012', 'E07000136'),
                        ('LN11AC', 4, 53.24, -0.55, '2014-04-01', 'E01000011', 'E07000138'))
                        AS v (p, l, la, lo, t, ls, d);
                INSERT INTO directory.postcode_district (edition, outward, latitude, longitude, postcodes, areas)
                    SELECT id, 'LN1', 53.23, -0.54, 1, '{E07000138,E10000019}' FROM directory.postcode_edition;
                """);
    }

    @Override
    public void close() {
        database.close();
    }
}
