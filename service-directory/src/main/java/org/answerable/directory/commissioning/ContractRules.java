package org.answerable.directory.commissioning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.directory.ContractLine;
import org.answerable.directory.ContractTerms;
import org.answerable.directory.ContractTerms.Commissioner;
import org.answerable.directory.ContractTerms.Party;
import org.answerable.directory.Geography;
import org.answerable.directory.Need;
import org.answerable.directory.Profession;
import org.answerable.directory.Tier;
import org.answerable.directory.commissioning.store.CatalogueNames;
import org.answerable.directory.input.Checks;

/** What a contract must say before it is recorded. */
final class ContractRules {

    private static final int MOST_LINES = 200;
    private static final int MOST_COMMISSIONERS = 20;
    private static final int MOST_TEAM = 20;
    private static final long MOST_POUNDS = 10_000_000_000L;
    private static final long MOST_PLACES = 10_000_000L;
    private static final long MOST_WTE = 10_000L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Checks checks = new Checks();
    private final Set<String> needs;
    private final Set<String> professions;
    private final CatalogueNames catalogue;
    private final Geography geography;

    ContractRules(
            List<Need> needs,
            List<Profession> professions,
            CatalogueNames catalogue,
            Geography geography) {
        this.needs = needs.stream().map(Need::code).collect(Collectors.toSet());
        this.professions = professions.stream().map(Profession::code).collect(Collectors.toSet());
        this.catalogue = catalogue;
        this.geography = geography;
    }

    /**
     * The terms with texts trimmed, organisations looked up and lines numbered.
     *
     * @throws org.answerable.directory.InvalidInput with every fault
     */
    ContractTerms checked(ContractTerms given) {
        LocalDate starts = checks.neededDate("starts", given.starts());
        LocalDate ends = checks.date("ends", given.ends());
        checks.order("ends", starts, ends);
        LocalDate extension = checks.date("extensionUntil", given.extensionUntil());
        if (extension != null && (ends == null || !extension.isAfter(ends))) {
            checks.error("extensionUntil", "An extension ends after the contract does");
        }
        LocalDate terminated = checks.date("terminatedOn", given.terminatedOn());
        checks.order("terminatedOn", starts, terminated);
        String provider =
                given.provider() == null
                        ? checks.needed("provider", null, Checks.SHORT, "Enter who provides it")
                        : checks.needed(
                                "provider",
                                given.provider().name(),
                                Checks.SHORT,
                                "Enter who provides it");
        List<Commissioner> commissioners = commissioners(given.commissioners());
        Map<String, String> organizations = organizations(commissioners, provider);
        ContractTerms clean =
                new ContractTerms(
                        checks.needed("title", given.title(), Checks.SHORT, "Enter a title"),
                        commissioners.stream().map(c -> known(c, organizations)).toList(),
                        new Party(provider, id(provider, organizations)),
                        checks.texts("subContractors", given.subContractors(), 50, Checks.SHORT),
                        services(given.services()),
                        starts,
                        ends,
                        extension,
                        terminated,
                        checks.amount("valueAYear", given.valueAYear(), MOST_POUNDS),
                        checks.text("indicators", given.indicators(), Checks.LONG),
                        checks.text("documents", given.documents(), Checks.LONG),
                        lines(given, starts, last(ends, extension)));
        checks.done();
        return clean;
    }

    private static LocalDate last(LocalDate ends, LocalDate extension) {
        return extension == null ? ends : extension;
    }

    private List<Commissioner> commissioners(List<Commissioner> given) {
        List<Commissioner> clean = new ArrayList<>();
        Set<String> names = new HashSet<>();
        BigDecimal shares = BigDecimal.ZERO;
        for (Commissioner commissioner : given) {
            String name = checks.text("commissioners", commissioner.name(), Checks.SHORT);
            BigDecimal share = commissioner.share();
            if (name == null) {
                continue;
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                checks.error("commissioners", name + " is named twice");
            }
            if (share != null && (share.signum() <= 0 || share.compareTo(HUNDRED) > 0)) {
                checks.error("commissioners", "A share is more than 0 and at most 100 per cent");
            }
            shares = share == null ? shares : shares.add(share);
            clean.add(new Commissioner(name, null, share));
        }
        if (clean.isEmpty()) {
            checks.error("commissioners", "Enter who commissions it, the lead first");
        }
        if (clean.size() > MOST_COMMISSIONERS) {
            checks.error("commissioners", "Give at most " + MOST_COMMISSIONERS);
        }
        if (shares.compareTo(HUNDRED) > 0) {
            checks.error("commissioners", "The shares come to more than 100 per cent");
        }
        return clean;
    }

    private Map<String, String> organizations(List<Commissioner> commissioners, String provider) {
        List<String> names =
                new ArrayList<>(commissioners.stream().map(Commissioner::name).toList());
        if (provider != null) {
            names.add(provider);
        }
        return catalogue.organizations(names);
    }

    private static Commissioner known(Commissioner commissioner, Map<String, String> ids) {
        return new Commissioner(
                commissioner.name(), id(commissioner.name(), ids), commissioner.share());
    }

    private static String id(String name, Map<String, String> ids) {
        return name == null ? null : ids.get(name.toLowerCase(Locale.ROOT));
    }

    private List<String> services(List<String> given) {
        List<String> ids = checks.texts("services", given, 100, Checks.SHORT);
        Map<String, String> known = catalogue.services(ids);
        ids.stream()
                .filter(id -> !known.containsKey(id))
                .forEach(id -> checks.error("services", "There is no service " + id));
        return ids;
    }

    private List<ContractLine> lines(ContractTerms given, LocalDate starts, LocalDate last) {
        if (given.lines().size() > MOST_LINES) {
            checks.error("lines", "A contract has at most " + MOST_LINES + " lines");
            return List.of();
        }
        AreaRules areas =
                new AreaRules(
                        geography,
                        given.lines().stream().flatMap(line -> line.areas().stream()).toList());
        List<ContractLine> lines = new ArrayList<>();
        int highest = given.lines().stream().mapToInt(ContractLine::number).max().orElse(0);
        for (int i = 0; i < given.lines().size(); i++) {
            ContractLine line = given.lines().get(i);
            int number = line.number() > 0 ? line.number() : ++highest;
            lines.add(line("lines[" + i + "].", number, line, areas, starts, last));
        }
        doubled(lines);
        return lines;
    }

    private ContractLine line(
            String at,
            int number,
            ContractLine line,
            AreaRules areas,
            LocalDate starts,
            LocalDate last) {
        LocalDate from = checks.neededDate(at + "from", line.from());
        LocalDate to = checks.date(at + "to", line.to());
        checks.order(at + "to", from, to);
        if (from != null && starts != null && from.isBefore(starts)) {
            checks.error(at + "from", "The line begins before the contract, on " + starts);
        }
        if (last != null
                && ((to != null && to.isAfter(last)) || (from != null && from.isAfter(last)))) {
            checks.error(
                    at + (to != null && to.isAfter(last) ? "to" : "from"),
                    "The contract ends on " + last);
        }
        if (line.need() == null || !needs.contains(line.need())) {
            checks.error(at + "need", "Choose the need that is met");
        }
        if (line.tier() == null) {
            checks.error(at + "tier", "Choose universal, targeted or specialist");
        }
        String lead = checks.text(at + "leadProfession", line.leadProfession(), Checks.SHORT);
        if (lead != null && !professions.contains(lead)) {
            checks.error(at + "leadProfession", "Choose a profession of the list");
        }
        if (line.tier() == Tier.SPECIALIST && lead == null) {
            checks.error(
                    at + "leadProfession", "A specialist line names the profession that leads it");
        }
        return new ContractLine(
                number,
                areas.checked(checks, at + "areas", line.areas(), from),
                WindowRules.checked(checks, at, line.cohort()),
                line.need(),
                line.tier(),
                checks.needed(
                        at + "tierReason",
                        line.tierReason(),
                        Checks.LONG,
                        "Enter why it is of this tier"),
                lead,
                team(at + "team", line.team()),
                capacity(at, line.capacity()),
                from,
                to);
    }

    private List<ContractLine.Member> team(String field, List<ContractLine.Member> team) {
        Set<String> named = new HashSet<>();
        for (ContractLine.Member member : team) {
            if (member.profession() == null || !professions.contains(member.profession())) {
                checks.error(field, "\"" + member.profession() + "\" is no profession of the list");
            } else if (!named.add(member.profession())) {
                checks.error(field, "Name each profession once");
            }
            if (member.wte() == null) {
                checks.error(field, "Enter the whole-time equivalents of each profession");
            } else {
                checks.amount(field, member.wte(), MOST_WTE);
            }
        }
        if (team.size() > MOST_TEAM) {
            checks.error(field, "Give at most " + MOST_TEAM + " professions");
        }
        return team;
    }

    private ContractLine.Capacity capacity(String at, ContractLine.Capacity capacity) {
        if (capacity == null) {
            return null;
        }
        if (capacity.unit() == null) {
            checks.error(at + "capacityUnit", "Choose what the capacity is counted in");
        }
        checks.amount(at + "maximum", capacity.maximum(), MOST_PLACES);
        checks.amount(at + "funded", capacity.funded(), MOST_PLACES);
        if (capacity.maximum() != null
                && capacity.funded() != null
                && capacity.funded().compareTo(capacity.maximum()) > 0) {
            checks.error(at + "funded", "More is funded than can be served");
        }
        if (capacity.maximum() == null && capacity.funded() == null) {
            checks.error(at + "funded", "Enter how much is funded, or how much can be served");
        }
        return capacity;
    }

    /** Within a contract, a line must not say again what another says. */
    private void doubled(List<ContractLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (says(lines.get(i), lines.get(j))) {
                    checks.error(
                            "lines[" + i + "].areas",
                            "Line "
                                    + lines.get(j).number()
                                    + " has the same need, tier and families in one of these areas at"
                                    + " the same time");
                }
            }
        }
    }

    private boolean says(ContractLine one, ContractLine other) {
        return one.need() != null
                && one.need().equals(other.need())
                && one.tier() == other.tier()
                && one.cohort().overlaps(other.cohort())
                && Period.of(one).overlaps(Period.of(other))
                && one.areas().stream().anyMatch(other.areas()::contains);
    }
}
