package org.answerable.directory.commissioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.answerable.directory.CoverageAnswer.Stated;
import org.answerable.directory.DeclaredService;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.commissioning.KnownLines.Known;

/** What an editor should look at, in words. */
final class Findings {

    private Findings() {}

    static String overlap(Known one, Known other, int lsoas) {
        return "Lines "
                + one.name()
                + " and "
                + other.name()
                + " both reach "
                + Lsoas.count(lsoas)
                + " for the same families at the same time. Their capacity is not added up";
    }

    /** Lines of one need and tier that reach the same families in the same places. */
    static List<String> overlaps(List<Known> lines, Set<String> lsoas) {
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                Set<String> both =
                        Lsoas.common(
                                Lsoas.common(lines.get(i).lsoas(), lines.get(j).lsoas()), lsoas);
                if (!both.isEmpty() && lines.get(i).overlaps(lines.get(j))) {
                    findings.add(overlap(lines.get(i), lines.get(j), both.size()));
                }
            }
        }
        return findings;
    }

    /** Positions that say something else than the contracts. */
    static List<String> contradictions(
            List<Stated> positions, Set<String> contracted, Set<String> lsoas) {
        List<String> findings = new ArrayList<>();
        for (Stated stated : positions) {
            Set<String> here = Lsoas.common(stated.lsoas(), lsoas);
            Set<String> both = Lsoas.common(here, contracted);
            PositionStatus status = stated.position().terms().status();
            String name = stated.position().reference();
            if (status == PositionStatus.NOT_COMMISSIONED && !both.isEmpty()) {
                findings.add(
                        name
                                + " declares that there is none, but a contract reaches "
                                + Lsoas.count(both.size()));
            }
            int without = here.size() - both.size();
            if (status == PositionStatus.COMMISSIONED && without > 0) {
                findings.add(
                        name
                                + " declares it commissioned, but no contract is recorded for "
                                + Lsoas.count(without));
            }
        }
        return findings;
    }

    /** Services that state a wider or a narrower area than their contract. */
    static List<String> statedAgainstContracted(List<Known> lines, List<DeclaredService> services) {
        List<String> findings = new ArrayList<>();
        for (DeclaredService service : services) {
            Set<String> contracted = new java.util.TreeSet<>();
            lines.stream()
                    .filter(k -> k.contract().terms().services().contains(service.id()))
                    .forEach(k -> contracted.addAll(k.lsoas()));
            if (contracted.isEmpty() || service.lsoas().isEmpty()) {
                continue;
            }
            int wider = Lsoas.without(service.lsoas(), contracted).size();
            int narrower = Lsoas.without(contracted, service.lsoas()).size();
            if (wider > 0) {
                findings.add(
                        service.name()
                                + " states "
                                + Lsoas.count(wider)
                                + " more than its contract reaches");
            }
            if (narrower > 0) {
                findings.add(
                        service.name()
                                + " leaves out "
                                + Lsoas.count(narrower)
                                + " that its contract reaches");
            }
        }
        return findings;
    }
}
