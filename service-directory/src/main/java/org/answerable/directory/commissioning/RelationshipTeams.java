package org.answerable.directory.commissioning;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.directory.CohortWindow;
import org.answerable.directory.ContractLine;
import org.answerable.directory.Need;
import org.answerable.directory.Profession;
import org.answerable.directory.RelationshipTeam;
import org.answerable.directory.RelationshipTeam.Ruling;
import org.answerable.directory.RelationshipTeam.Test;
import org.answerable.directory.Tier;
import org.answerable.directory.commissioning.KnownLines.Known;

/** The five tests of a specialised parent-infant relationship team, each with its evidence. */
final class RelationshipTeams {

    private static final String NEED = "parent-infant-relationship";
    private static final CohortWindow CONCEPTION_TO_23_MONTHS = new CohortWindow(0, 45, 0, 23);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Map<String, Profession> professions;
    private final Map<String, String> needs;
    private final LocalDate at;

    RelationshipTeams(List<Profession> professions, List<Need> needs, LocalDate at) {
        this.professions = professions.stream().collect(Collectors.toMap(Profession::code, p -> p));
        this.needs = needs.stream().collect(Collectors.toMap(Need::code, Need::term));
        this.at = at;
    }

    RelationshipTeam tested(Known known, Ruling ruling) {
        ContractLine line = known.line();
        return new RelationshipTeam(
                known.shown(),
                List.of(
                        new Test(
                                "Specialist tier",
                                line.tier() == Tier.SPECIALIST,
                                line.tier().label() + ": " + line.tierReason()),
                        new Test(
                                "About the parent-infant relationship",
                                NEED.equals(line.need()),
                                needs.getOrDefault(line.need(), line.need())),
                        new Test(
                                "For some time from conception to 23 months",
                                line.cohort().overlaps(CONCEPTION_TO_23_MONTHS),
                                line.cohort().words()),
                        new Test("Led by " + leading(), leads(line), lead(line)),
                        new Test(
                                "In force on " + DAY.format(at),
                                known.inForce(at),
                                "Contract "
                                        + known.contract()
                                                .terms()
                                                .stateOn(at)
                                                .label()
                                                .toLowerCase(Locale.ROOT)
                                        + ", line from "
                                        + DAY.format(line.from())
                                        + (line.to() == null
                                                ? ""
                                                : " to " + DAY.format(line.to())))),
                Optional.ofNullable(ruling));
    }

    /**
     * Whether it is worth showing: by a ruling, by every test, or as a near miss. That is a line that
     * fails one test, or two when it is about the relationship and for some families only.
     */
    static boolean isShown(RelationshipTeam team) {
        ContractLine line = team.line().line();
        boolean near = NEED.equals(line.need()) && line.tier() != Tier.UNIVERSAL;
        return team.ruling().isPresent() || team.failed().size() <= (near ? 2 : 1);
    }

    private String leading() {
        return professions.values().stream()
                .filter(Profession::leadsRelationshipTeam)
                .map(p -> p.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private boolean leads(ContractLine line) {
        Profession lead = professions.get(line.leadProfession());
        return lead != null && lead.leadsRelationshipTeam();
    }

    private String lead(ContractLine line) {
        Profession lead = professions.get(line.leadProfession());
        return lead == null ? "No lead profession is recorded" : "Lead profession: " + lead.name();
    }
}
