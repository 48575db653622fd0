package org.answerable.directory.commissioning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.answerable.directory.CoverageAnswer.NeedCoverage;
import org.answerable.directory.CoverageAnswer.Offer;
import org.answerable.directory.CoverageAnswer.Stated;
import org.answerable.directory.DeclaredService;
import org.answerable.directory.Need;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.Tier;
import org.answerable.directory.commissioning.KnownLines.Known;

/**
 * What is known of each LSOA, from everything recorded. A line in force makes it commissioned; else the
 * strongest position speaks; else a service that states to serve it makes it provided without a contract;
 * else nothing is known, which is not zero.
 *
 * @param lines lines in force on the day
 * @param positions positions in force on the day, with their LSOAs
 * @param services what the catalogue knows now
 * @param systems commissioners of each care system, and its LSOAs
 */
record CommissionedCoverage(
        List<Known> lines,
        List<Stated> positions,
        List<DeclaredService> services,
        List<CareSystem> systems,
        LocalDate at) {

    /** Those who must say something for an answer about the whole of an area. */
    record CareSystem(Set<String> lsoas, List<String> commissioners) {}

    /** Needs of which anything is recorded for a tier in some LSOAs. */
    Set<String> needs(Tier tier, Set<String> lsoas) {
        Set<String> needs = new TreeSet<>();
        lines.stream()
                .filter(k -> k.line().tier() == tier && reaches(k.lsoas(), lsoas))
                .forEach(k -> needs.add(k.line().need()));
        positions.stream()
                .filter(p -> p.position().terms().about(tier) && reaches(p.lsoas(), lsoas))
                .forEach(p -> needs.add(p.position().terms().need()));
        services.stream()
                .filter(s -> s.tier() == tier && reaches(s.lsoas(), lsoas))
                .forEach(s -> needs.addAll(s.needs()));
        return needs;
    }

    NeedCoverage of(Need need, Tier tier, Set<String> lsoas, String place) {
        List<Known> live =
                lines.stream()
                        .filter(k -> k.line().tier() == tier)
                        .filter(k -> k.line().need().equals(need.code()))
                        .filter(k -> reaches(k.lsoas(), lsoas))
                        .toList();
        List<Stated> stated =
                positions.stream()
                        .filter(p -> p.position().terms().about(tier))
                        .filter(p -> p.position().terms().need().equals(need.code()))
                        .filter(p -> reaches(p.lsoas(), lsoas))
                        .toList();
        List<DeclaredService> tagged =
                services.stream()
                        .filter(s -> s.tier() == tier && s.needs().contains(need.code()))
                        .filter(s -> reaches(s.lsoas(), lsoas))
                        .toList();
        Set<String> contracted = new TreeSet<>();
        live.forEach(k -> contracted.addAll(k.lsoas()));
        Set<String> underContract =
                live.stream()
                        .flatMap(k -> k.contract().terms().services().stream())
                        .collect(Collectors.toSet());
        List<DeclaredService> uncontracted =
                tagged.stream().filter(s -> !underContract.contains(s.id())).toList();
        Map<String, PositionStatus> statuses = statuses(lsoas, contracted, stated, uncontracted);
        List<String> missing = missing(live, stated, lsoas);
        List<String> findings = new ArrayList<>();
        findings.addAll(Findings.overlaps(live, lsoas));
        findings.addAll(Findings.contradictions(stated, contracted, lsoas));
        findings.addAll(Findings.statedAgainstContracted(live, tagged));
        return new NeedCoverage(
                need,
                statuses,
                live.stream().map(Known::shown).toList(),
                stated,
                uncontracted.stream().map(s -> new Offer(s.id(), s.name(), s.lsoas())).toList(),
                missing,
                findings,
                CoverageWords.sentence(need, tier, place, at, statuses, live, stated, missing));
    }

    private static Map<String, PositionStatus> statuses(
            Set<String> lsoas,
            Set<String> contracted,
            List<Stated> stated,
            List<DeclaredService> uncontracted) {
        Map<String, PositionStatus> statuses = new TreeMap<>();
        for (String lsoa : lsoas) {
            EnumSet<PositionStatus> said = EnumSet.noneOf(PositionStatus.class);
            if (contracted.contains(lsoa)) {
                said.add(PositionStatus.COMMISSIONED);
            }
            stated.stream()
                    .filter(p -> p.lsoas().contains(lsoa))
                    .forEach(p -> said.add(p.position().terms().status()));
            if (uncontracted.stream().anyMatch(s -> s.lsoas().contains(lsoa))) {
                said.add(PositionStatus.PROVIDED_WITHOUT_CONTRACT);
            }
            // The constants stand in the order of their strength.
            statuses.put(lsoa, said.stream().findFirst().orElse(PositionStatus.UNKNOWN));
        }
        return statuses;
    }

    private List<String> missing(List<Known> live, List<Stated> stated, Set<String> lsoas) {
        Set<String> heard = new TreeSet<>();
        live.stream()
                .flatMap(k -> k.contract().terms().commissioners().stream())
                .forEach(c -> heard.add(c.name().toLowerCase(Locale.ROOT)));
        stated.stream()
                .map(p -> p.position().terms())
                .filter(terms -> terms.status() != PositionStatus.UNKNOWN)
                .forEach(terms -> heard.add(terms.commissioner().toLowerCase(Locale.ROOT)));
        return systems.stream()
                .filter(system -> system.lsoas().containsAll(lsoas))
                .flatMap(system -> system.commissioners().stream())
                .distinct()
                .filter(name -> !heard.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean reaches(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }
}
