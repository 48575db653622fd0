package org.answerable.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.CapacityUnit;
import org.answerable.directory.CohortWindow;
import org.answerable.directory.ContractLine;
import org.answerable.directory.ContractLine.Capacity;
import org.answerable.directory.ContractLine.Member;
import org.answerable.directory.ContractTerms;
import org.answerable.directory.ContractTerms.Commissioner;
import org.answerable.directory.ContractTerms.Party;
import org.answerable.directory.Contracts;
import org.answerable.directory.Pathway;
import org.answerable.directory.Pathway.Step;
import org.answerable.directory.Pathways;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.PositionTerms;
import org.answerable.directory.PositionTerms.Approach;
import org.answerable.directory.Positions;
import org.answerable.directory.Role;
import org.answerable.directory.Tier;

/**
 * What the third question of the published answer 9260205 rests on: who does what for babies and parents
 * in Lincolnshire, restated from its words, with terms, numbers and dates that are invented. Everything is
 * marked as demonstration.
 */
@ApplicationScoped
public class DemonstrationCommissioning {

    private static final Actor EDITOR =
            new Actor(
                    "editor",
                    "Edith Editor",
                    DemonstrationData.COUNCIL,
                    Set.of(Role.DIRECTORY_EDITOR));

    private static final String COUNCIL = "Lincolnshire County Council";
    private static final String BOARD = "NHS Lincolnshire Integrated Care Board";
    private static final String LPFT = "Lincolnshire Partnership NHS Foundation Trust";
    private static final String ULHT = "United Lincolnshire Hospitals NHS Trust";
    private static final String COUNTY = "E10000019";
    private static final String SYSTEM = "E54000013";
    private static final LocalDate BEGIN = LocalDate.of(2023, 4, 1);
    private static final LocalDate ASKED = LocalDate.of(2024, 3, 21);
    private static final LocalDate ANSWERED = LocalDate.of(2024, 4, 9);
    private static final String ANSWER = "Published answer 9260205 of 9 April 2024, question 3";
    private static final String RELATIONSHIP = "parent-infant-relationship";

    private static final List<String> PROGRAMMES =
            List.of("mellow-bumps", "antenatal-solihull", "vig", "attachment-awareness");

    @Inject private Contracts contracts;
    @Inject private Positions positions;
    @Inject private Pathways pathways;

    void add() {
        addContracts();
        positions.name(SYSTEM, List.of(COUNCIL, BOARD), EDITOR);
        addPositions();
        pathways.add(pathway(), true, EDITOR);
    }

    private void addContracts() {
        contract(
                "Early years services for families",
                COUNCIL,
                "Early Years Alliance",
                "120000",
                line(
                        "early-years-play",
                        Tier.UNIVERSAL,
                        "Groups are open to every family",
                        CohortWindow.months(0, 59),
                        "early-years-practitioner",
                        "14",
                        new Capacity(
                                CapacityUnit.GROUP_PLACE, null, new BigDecimal("2400"), true)));
        contract(
                "Therapeutic worker within health visiting",
                COUNCIL,
                "Lincolnshire Children’s Health Service",
                "48000",
                line(
                        RELATIONSHIP,
                        Tier.TARGETED,
                        "One worker who advises health visitors; no team and no referral to one",
                        CohortWindow.months(0, 23),
                        "therapeutic-worker",
                        "1",
                        new Capacity(
                                CapacityUnit.CASELOAD_PLACE, null, new BigDecimal("20"), false)));
        contract(
                "Peer support in perinatal mental health",
                BOARD,
                LPFT,
                "90000",
                line(
                        "perinatal-mental-health",
                        Tier.TARGETED,
                        "For parents with a mild to moderate need",
                        new CohortWindow(12, 45, 0, 23),
                        "peer-supporter",
                        "4.5",
                        new Capacity(
                                CapacityUnit.FAMILY_PLACE, null, new BigDecimal("300"), true)));
        contract(
                "Recovery college",
                BOARD,
                LPFT,
                "75000",
                line(
                        "perinatal-mental-health",
                        Tier.UNIVERSAL,
                        "Courses are open to every parent",
                        new CohortWindow(0, 45, 0, 23),
                        null,
                        null,
                        null));
        contract(
                "Family and Baby project in neonatal units",
                BOARD,
                ULHT,
                "60000",
                line(
                        "neonatal-care",
                        Tier.TARGETED,
                        "For families of a baby in a neonatal unit",
                        CohortWindow.months(0, 11),
                        "neonatal-nurse",
                        "2",
                        null));
    }

    private void addPositions() {
        positions.declare(
                new PositionTerms(
                        COUNCIL,
                        RELATIONSHIP,
                        Tier.SPECIALIST,
                        List.of(COUNTY),
                        ASKED,
                        null,
                        PositionStatus.NOT_COMMISSIONED,
                        Approach.WORKFORCE,
                        PROGRAMMES,
                        List.of(),
                        "The council has not commissioned a specialist parent-infant relationship team"
                                + " led by a clinical psychologist or child psychotherapist. It takes a"
                                + " workforce approach with its partners: the antenatal team, health"
                                + " visitors, early years practitioners, Early Years Alliance, early help,"
                                + " LPFT, ULHT and the Parent-Infant Foundation, with Lincolnshire Maternity"
                                + " and Neonatal Voices Partnership and Better Births Lincolnshire.",
                        "Children’s services of the council",
                        ANSWERED,
                        ANSWER),
                true,
                EDITOR);
        provided(
                "antenatal-preparation",
                Tier.UNIVERSAL,
                "Family health workers of the council give the antenatal programme, with Antenatal"
                        + " Solihull in it.");
        provided(
                "child-health", Tier.UNIVERSAL, "Health visitors of the council see every family.");
        provided(
                "family-support",
                Tier.UNIVERSAL,
                "Family hubs of the council are open to every family.");
        provided(
                "family-support",
                Tier.TARGETED,
                "The early help team of the council works with families that have several needs.");
    }

    private void provided(String need, Tier tier, String statement) {
        positions.declare(
                new PositionTerms(
                        COUNCIL,
                        need,
                        tier,
                        List.of(COUNTY),
                        ASKED,
                        null,
                        PositionStatus.PROVIDED_WITHOUT_CONTRACT,
                        Approach.TEAM,
                        List.of(),
                        List.of(),
                        statement,
                        "Children’s services of the council",
                        ANSWERED,
                        ANSWER),
                true,
                EDITOR);
    }

    private void contract(
            String title, String commissioner, String provider, String value, ContractLine line) {
        contracts.add(
                new ContractTerms(
                        title,
                        List.of(Commissioner.named(commissioner)),
                        Party.named(provider),
                        List.of(),
                        List.of(),
                        BEGIN,
                        null,
                        null,
                        null,
                        new BigDecimal(value),
                        null,
                        "Invented for the demonstration",
                        List.of(line)),
                true,
                EDITOR);
    }

    private static ContractLine line(
            String need,
            Tier tier,
            String reason,
            CohortWindow cohort,
            String lead,
            String wte,
            Capacity capacity) {
        return new ContractLine(
                0,
                List.of(COUNTY),
                cohort,
                need,
                tier,
                reason,
                lead,
                wte == null ? List.of() : List.of(new Member(lead, new BigDecimal(wte))),
                capacity,
                BEGIN,
                null);
    }

    private static Pathway.Terms pathway() {
        return new Pathway.Terms(
                "From pregnancy to help with the bond",
                RELATIONSHIP,
                "Start for Life, demonstration",
                BEGIN,
                List.of(
                        step(
                                "Antenatal programme",
                                CohortWindow.weeks(16, 40),
                                Tier.UNIVERSAL,
                                "antenatal-preparation",
                                null,
                                "Offered by the midwife"),
                        step(
                                "Contacts with the health visitor",
                                CohortWindow.months(0, 23),
                                Tier.UNIVERSAL,
                                "child-health",
                                null,
                                "Offered to every family"),
                        step(
                                "Help with the bond by someone the family knows",
                                CohortWindow.months(0, 23),
                                Tier.TARGETED,
                                RELATIONSHIP,
                                null,
                                "By the health visitor"),
                        step(
                                "Specialised parent-infant relationship team",
                                CohortWindow.months(0, 23),
                                Tier.SPECIALIST,
                                RELATIONSHIP,
                                null,
                                "By referral")));
    }

    private static Step step(
            String name,
            CohortWindow window,
            Tier tier,
            String need,
            String profession,
            String referral) {
        return new Step(0, name, window, tier, need, profession, referral, null, null, null);
    }
}
