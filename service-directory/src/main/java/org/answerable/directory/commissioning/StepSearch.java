package org.answerable.directory.commissioning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.directory.CoverageAnswer.Stated;
import org.answerable.directory.DeclaredService;
import org.answerable.directory.Pathway;
import org.answerable.directory.PathwayGaps.Gap;
import org.answerable.directory.PathwayGaps.Resolved;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.PositionTerms;
import org.answerable.directory.Whereabouts;
import org.answerable.directory.commissioning.KnownLines.Known;

/**
 * What a step leads to in some LSOAs on a day. What nearly meets it gives the reason why it does not; of
 * several reasons the one that is nearest to help is told, in the order of {@link Gap}.
 *
 * @param lines of all contracts, in force or not
 * @param positions in force on the day
 * @param from where the family lives, when it is known as a point
 */
record StepSearch(
        List<Known> lines,
        List<Stated> positions,
        List<DeclaredService> services,
        Set<String> lsoas,
        Optional<Whereabouts> from,
        LocalDate at) {

    private static final double EARTH = 6_371.0088;

    Resolved resolve(Pathway.Step step) {
        List<String> met = new ArrayList<>();
        Map<Gap, List<String>> misses = new EnumMap<>(Gap.class);
        Set<String> covered = new java.util.TreeSet<>();
        for (Known line : lines) {
            if (fits(step, line)) {
                look(step, line, met, misses, covered);
            }
        }
        for (DeclaredService service : services) {
            if (fits(step, service)) {
                look(step, service, met, misses, covered);
            }
        }
        for (Stated stated : positions) {
            if (provides(step, stated)) {
                met.add(
                        stated.position().terms().status().label()
                                + ", declared by "
                                + stated.position().terms().commissioner()
                                + " ("
                                + stated.position().reference()
                                + ")");
                covered.addAll(Lsoas.common(stated.lsoas(), lsoas));
            }
        }
        if (met.isEmpty()) {
            declared(step)
                    .forEach(
                            reference ->
                                    misses.computeIfAbsent(
                                                    Gap.NOT_COMMISSIONED, g -> new ArrayList<>())
                                            .add(reference));
            Gap gap = misses.keySet().stream().findFirst().orElse(Gap.NOTHING_KNOWN);
            return new Resolved(
                    step, List.of(), Optional.of(gap), misses.getOrDefault(gap, List.of()));
        }
        int left = Lsoas.without(lsoas, covered).size();
        return left == 0
                ? new Resolved(step, met, Optional.empty(), List.of())
                : new Resolved(
                        step,
                        met,
                        Optional.of(Gap.OUTSIDE_AREA),
                        List.of(
                                Lsoas.count(left)
                                        + " of "
                                        + lsoas.size()
                                        + " are not served by them"));
    }

    private void look(
            Pathway.Step step,
            Known line,
            List<String> met,
            Map<Gap, List<String>> misses,
            Set<String> covered) {
        Set<String> here = Lsoas.common(line.lsoas(), lsoas);
        if (here.isEmpty()) {
            miss(misses, Gap.OUTSIDE_AREA, line.name());
        } else if (!line.inForce(at)) {
            miss(misses, Gap.CONTRACT_ENDED, line.name());
        } else {
            List<DeclaredService> own =
                    services.stream()
                            .filter(s -> line.contract().terms().services().contains(s.id()))
                            .toList();
            Optional<Gap> why = own.isEmpty() ? Optional.empty() : why(step, own);
            if (why.isPresent()) {
                miss(misses, why.get(), line.name());
            } else {
                met.add(
                        line.contract().terms().title()
                                + ", "
                                + line.contract().terms().provider().name()
                                + " ("
                                + line.name()
                                + ")");
                covered.addAll(here);
            }
        }
    }

    private void look(
            Pathway.Step step,
            DeclaredService service,
            List<String> met,
            Map<Gap, List<String>> misses,
            Set<String> covered) {
        Set<String> here = Lsoas.common(service.lsoas(), lsoas);
        Optional<Gap> why =
                here.isEmpty() ? Optional.of(Gap.OUTSIDE_AREA) : why(step, List.of(service));
        if (why.isPresent()) {
            miss(misses, why.get(), service.name());
        } else {
            met.add(service.name());
            covered.addAll(here);
        }
    }

    /** Why none of them can be used; empty when one can. */
    private Optional<Gap> why(Pathway.Step step, List<DeclaredService> candidates) {
        Optional<Gap> nearest = Optional.of(Gap.NOT_VERIFIED);
        for (DeclaredService service : candidates) {
            Optional<Gap> why = why(step, service);
            if (why.isEmpty()) {
                return why;
            }
            if (why.get().compareTo(nearest.get()) < 0) {
                nearest = why;
            }
        }
        return nearest;
    }

    private Optional<Gap> why(Pathway.Step step, DeclaredService service) {
        if (service.available() != null && service.available() == 0) {
            return Optional.of(Gap.NO_CAPACITY);
        }
        if (step.farthestKm() != null && from.isPresent() && !service.points().isEmpty()) {
            double nearest =
                    service.points().stream()
                            .mapToDouble(point -> kilometres(from.get(), point))
                            .min()
                            .orElseThrow();
            if (nearest > step.farthestKm()) {
                return Optional.of(Gap.TOO_FAR);
            }
        }
        return service.verified() ? Optional.empty() : Optional.of(Gap.NOT_VERIFIED);
    }

    private List<String> declared(Pathway.Step step) {
        return positions.stream()
                .filter(p -> p.position().terms().status() == PositionStatus.NOT_COMMISSIONED)
                .filter(p -> p.position().terms().need().equals(step.need()))
                .filter(p -> p.position().terms().about(step.tier()))
                .filter(p -> !Lsoas.common(p.lsoas(), lsoas).isEmpty())
                .map(p -> p.position().reference() + ", " + p.position().terms().commissioner())
                .toList();
    }

    /** A position that says of just this tier that there is something. */
    private boolean provides(Pathway.Step step, Stated stated) {
        PositionTerms terms = stated.position().terms();
        boolean there =
                terms.status() == PositionStatus.COMMISSIONED
                        || terms.status() == PositionStatus.PROVIDED_WITHOUT_CONTRACT;
        return there
                && terms.tier() == step.tier()
                && terms.need().equals(step.need())
                && !Lsoas.common(stated.lsoas(), lsoas).isEmpty();
    }

    private static boolean fits(Pathway.Step step, Known line) {
        return line.line().tier() == step.tier()
                && line.line().need().equals(step.need())
                && line.line().cohort().overlaps(step.window())
                && (step.profession() == null
                        || step.profession().equals(line.line().leadProfession()));
    }

    private static boolean fits(Pathway.Step step, DeclaredService service) {
        return service.tier() == step.tier()
                && service.needs().contains(step.need())
                && service.cohort().overlaps(step.window())
                && (step.profession() == null
                        || step.profession().equals(service.leadProfession()));
    }

    private static void miss(Map<Gap, List<String>> misses, Gap gap, String evidence) {
        misses.computeIfAbsent(gap, g -> new ArrayList<>()).add(evidence);
    }

    /** Great-circle distance on a sphere of the mean radius. */
    private static double kilometres(Whereabouts from, DeclaredService.Point to) {
        double north = Math.toRadians(to.latitude() - from.latitude());
        double east = Math.toRadians(to.longitude() - from.longitude());
        double h =
                Math.pow(Math.sin(north / 2), 2)
                        + Math.cos(Math.toRadians(from.latitude()))
                                * Math.cos(Math.toRadians(to.latitude()))
                                * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH * Math.asin(Math.sqrt(Math.min(1, h)));
    }
}
