package org.answerable.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.Directory;
import org.answerable.directory.NewService;
import org.answerable.directory.NewService.Place;
import org.answerable.directory.Role;

/** A dozen invented services, each marked as invented. */
@ApplicationScoped
public class DemonstrationServices {

    private static final Actor EDITOR =
            new Actor(
                    "editor",
                    "Edith Editor",
                    DemonstrationData.COUNCIL,
                    Set.of(Role.DIRECTORY_EDITOR));

    private static final String COUNCIL = "Demonstration Council Children’s Services";
    private static final String TRUST = "Demonstration NHS Trust";
    private static final String CHARITY = "Demonstration Early Years Charity";

    private static final Place LINCOLN = place("Lincoln", "1 Example Street", "LN1 1ZZ");
    private static final Place BOSTON = place("Boston", "2 Example Road", "PE21 1ZZ");
    private static final Place LOUTH = place("East Lindsey", "3 Example Lane", "LN11 1ZZ");
    private static final Place GRANTHAM = place("South Kesteven", "4 Example Way", "NG31 1ZZ");
    private static final Place SPALDING = place("South Holland", "5 Example Close", "PE11 1ZZ");
    private static final Place SLEAFORD = place("North Kesteven", "6 Example Row", "NG34 1ZZ");
    private static final Place GAINSBOROUGH = place("West Lindsey", "7 Example Mews", "DN21 1ZZ");

    private static final List<NewService> SERVICES =
            List.of(
                    service(
                            COUNCIL,
                            "Family hub",
                            "One door to help for families: groups, advice and a health visitor.",
                            0,
                            228,
                            "Families with children",
                            LINCOLN,
                            BOSTON,
                            LOUTH),
                    service(
                            COUNCIL,
                            "Health visiting",
                            "Visits and clinics from pregnancy until a child starts school.",
                            0,
                            60,
                            "Every family with a child under 5"),
                    service(
                            COUNCIL,
                            "Early help",
                            "A named worker for families who need more than one service.",
                            0,
                            228,
                            "Families with several needs"),
                    service(
                            COUNCIL,
                            "Baby massage",
                            "Five sessions that help parents read their baby’s signs.",
                            1,
                            9,
                            "Parents with a baby",
                            GRANTHAM,
                            SPALDING),
                    service(
                            COUNCIL,
                            "Antenatal course",
                            "Preparing for birth and for getting to know your baby.",
                            null,
                            null,
                            "Expectant parents",
                            SLEAFORD,
                            GAINSBOROUGH),
                    service(
                            TRUST,
                            "Perinatal mental health",
                            "Help with mental health in pregnancy and in the first year.",
                            null,
                            null,
                            "Parents from pregnancy to one year after birth",
                            LINCOLN),
                    service(
                            TRUST,
                            "Infant feeding support",
                            "Help with breastfeeding and bottle feeding, at home or by telephone.",
                            0,
                            24,
                            "Parents with a baby"),
                    service(
                            TRUST,
                            "Recovery college",
                            "Free courses on living well, made with people who have been there.",
                            192,
                            null,
                            "Anyone aged 16 or over",
                            BOSTON),
                    service(
                            CHARITY,
                            "Stay and play",
                            "Play for babies and toddlers, company for their parents.",
                            0,
                            60,
                            "Families with a child under 5",
                            LOUTH,
                            SPALDING,
                            GAINSBOROUGH),
                    service(
                            CHARITY,
                            "Peer support for new parents",
                            "Trained parents who listen, in a group or one to one.",
                            0,
                            24,
                            "Parents with a child under 2",
                            GRANTHAM),
                    service(
                            CHARITY,
                            "Toy library",
                            "Borrow toys and books for a month.",
                            0,
                            60,
                            "Families with a child under 5",
                            SLEAFORD),
                    service(
                            CHARITY,
                            "Voices of parents",
                            "Parents tell maternity services what should change.",
                            null,
                            null,
                            "Anyone who used a maternity service"));

    @Inject private Directory directory;

    void add() {
        SERVICES.forEach(service -> directory.add(service, EDITOR));
    }

    private static NewService service(
            String organization,
            String name,
            String description,
            Integer minimumAge,
            Integer maximumAge,
            String eligibility,
            Place... places) {
        return new NewService(
                organization,
                "",
                name,
                description,
                "active",
                minimumAge,
                maximumAge,
                eligibility,
                "",
                "",
                "",
                true,
                List.of(places));
    }

    private static Place place(String district, String address, String postcode) {
        return new Place(district + " centre (invented)", address, district, postcode, null, null);
    }
}
