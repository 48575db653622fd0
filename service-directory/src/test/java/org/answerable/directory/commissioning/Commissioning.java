package org.answerable.directory.commissioning;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.CapacityUnit;
import org.answerable.directory.CohortWindow;
import org.answerable.directory.ContractLine;
import org.answerable.directory.ContractTerms;
import org.answerable.directory.ContractTerms.Commissioner;
import org.answerable.directory.ContractTerms.Party;
import org.answerable.directory.Contracts;
import org.answerable.directory.Coverage;
import org.answerable.directory.DeclaredCoverage;
import org.answerable.directory.DeclaredService;
import org.answerable.directory.Geography;
import org.answerable.directory.Pathways;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.PositionTerms;
import org.answerable.directory.Positions;
import org.answerable.directory.Role;
import org.answerable.directory.TestDatabase;
import org.answerable.directory.TextFile;
import org.answerable.directory.Tier;
import org.answerable.directory.commissioning.store.CatalogueNames;
import org.answerable.directory.commissioning.store.CommissioningLists;
import org.answerable.directory.commissioning.store.ContractTable;
import org.answerable.directory.commissioning.store.PathwayTable;
import org.answerable.directory.commissioning.store.PositionTable;
import org.answerable.directory.commissioning.store.RulingTable;
import org.answerable.directory.geography.KnownGeography;
import org.answerable.directory.geography.LoadAreas;
import org.answerable.directory.geography.store.AreaTable;
import org.answerable.directory.geography.store.EditionTable;
import org.answerable.directory.geography.store.PostcodeTable;
import org.answerable.directory.workforce.RecordedTraining;
import org.answerable.directory.workforce.store.RegisterTable;

/** The commissioning part over a database of its own, with a county of four LSOAs in two districts. */
final class Commissioning implements AutoCloseable {

    static final String COUNTY = "E10000019";
    static final String LINCOLN = "E07000138";
    static final String BOSTON = "E07000136";
    static final String NEED = "parent-infant-relationship";
    static final Actor EDITOR =
            new Actor("edi", "Edi Tor", "shire-cc", Set.of(Role.DIRECTORY_EDITOR));
    static final LocalDate DAY = LocalDate.of(2024, 3, 21);

    private static final String LOOK_UP =
            """
            LSOA21CD,LSOA21NM,LAD25CD,LAD25NM,CTY25CD,CTY25NM
            E01000001,Lincoln 1,E07000138,Lincoln,E10000019,Lincolnshire
            E01000002,Lincoln 2,E07000138,Lincoln,E10000019,Lincolnshire
            E01000003,Boston 1,E07000136,Boston,E10000019,Lincolnshire
            E01000004,Boston 2,E07000136,Boston,E10000019,Lincolnshire
            """;

    final TestDatabase database = new TestDatabase();
    final MovableClock clock = new MovableClock("2024-03-01T09:00:00Z");
    final Given<DeclaredCoverage> declared = new Given<>();
    final Geography geography;
    final Contracts contracts;
    final Positions positions;
    final Coverage coverage;
    final Pathways pathways;

    Commissioning() {
        var transactions = database.transactions();
        AreaTable areas = new AreaTable(transactions);
        new LoadAreas(areas, clock, 1 << 20).load(TextFile.of("areas.csv", LOOK_UP), false, EDITOR);
        geography =
                new KnownGeography(
                        areas, new PostcodeTable(transactions), new EditionTable(transactions));
        ContractTable contractTable = new ContractTable(transactions);
        PositionTable positionTable = new PositionTable(transactions);
        CommissioningLists lists = new CommissioningLists(transactions);
        CatalogueNames catalogue = new CatalogueNames(transactions);
        contracts =
                new RecordedContracts(
                        contractTable,
                        lists,
                        geography,
                        new AddContract(contractTable, lists, catalogue, geography, clock),
                        new ReviseContract(contractTable, lists, catalogue, geography, clock));
        positions =
                new RecordedPositions(
                        positionTable,
                        lists,
                        new DeclarePosition(
                                positionTable,
                                lists,
                                catalogue,
                                geography,
                                new RecordedTraining(
                                        new RegisterTable(transactions), null, null, clock),
                                clock),
                        geography,
                        clock);
        coverage =
                new RecordedCoverage(
                        contractTable,
                        positionTable,
                        lists,
                        new RulingTable(transactions),
                        geography,
                        declared,
                        clock);
        pathways =
                new RecordedPathways(
                        new PathwayTable(transactions),
                        contractTable,
                        positionTable,
                        lists,
                        geography,
                        declared,
                        clock);
    }

    /** Forgets everything but the areas. */
    void empty() {
        for (String table :
                List.of(
                        "contract_team",
                        "contract_line",
                        "contract_commissioner",
                        "label_ruling",
                        "contract_version",
                        "position_version",
                        "system_commissioner",
                        "pathway_step",
                        "pathway_version")) {
            database.execute("ALTER TABLE directory." + table + " DISABLE TRIGGER USER");
            database.execute("DELETE FROM directory." + table);
            database.execute("ALTER TABLE directory." + table + " ENABLE TRIGGER USER");
        }
        database.execute(
                "DELETE FROM directory.contract; DELETE FROM directory.commissioning_position;"
                        + " DELETE FROM directory.pathway; DELETE FROM directory.reference_counter");
        clock.now("2024-03-01T09:00:00Z");
        declared.value = null;
    }

    String contract(ContractLine... lines) {
        return contracts.add(terms(lines), false, EDITOR);
    }

    void offers(DeclaredService... services) {
        declared.value = () -> List.of(services);
    }

    static ContractTerms terms(ContractLine... lines) {
        return new ContractTerms(
                "Relationship service",
                List.of(Commissioner.named("Shire Council")),
                Party.named("Shire Trust"),
                List.of(),
                List.of(),
                LocalDate.of(2023, 4, 1),
                LocalDate.of(2025, 3, 31),
                null,
                null,
                new BigDecimal("250000"),
                null,
                null,
                List.of(lines));
    }

    static ContractLine line(Tier tier, String lead, String... areas) {
        List<ContractLine.Member> team = new ArrayList<>();
        if (lead != null) {
            team.add(new ContractLine.Member(lead, new BigDecimal("1.5")));
        }
        return new ContractLine(
                0,
                List.of(areas),
                new CohortWindow(20, 45, 0, 23),
                NEED,
                tier,
                "As the contract says",
                lead,
                team,
                new ContractLine.Capacity(
                        CapacityUnit.FAMILY_PLACE, null, new BigDecimal("120"), true),
                LocalDate.of(2023, 4, 1),
                null);
    }

    static PositionTerms position(String commissioner, PositionStatus status, String... areas) {
        return new PositionTerms(
                commissioner,
                NEED,
                Tier.SPECIALIST,
                List.of(areas),
                LocalDate.of(2023, 4, 1),
                null,
                status,
                PositionTerms.Approach.NONE,
                List.of(),
                List.of(),
                "There is none.",
                "Head of commissioning",
                LocalDate.of(2024, 2, 1),
                "Minutes of 1 February 2024");
    }

    static DeclaredService service(String id, Tier tier, String... lsoas) {
        return new DeclaredService(
                id,
                "Service " + id,
                tier,
                null,
                Set.of(NEED),
                CohortWindow.months(0, 23),
                Set.of(lsoas),
                null,
                true,
                List.of());
    }

    @Override
    public void close() {
        database.close();
    }

    /** A clock that a test sets. */
    static final class MovableClock extends Clock {

        private Instant now;

        MovableClock(String now) {
            now(now);
        }

        void now(String moment) {
            now = Instant.parse(moment);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/London");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
