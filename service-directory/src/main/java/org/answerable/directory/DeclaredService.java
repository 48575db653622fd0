package org.answerable.directory;

import java.util.List;
import java.util.Set;

/**
 * What the catalogue knows of a service that is offered, for coverage and pathways.
 *
 * @param id public id
 * @param tier as recorded on the service, or null
 * @param needs codes of the needs it is tagged with
 * @param lsoas the LSOAs of its stated area; empty when nothing, or only free text, is stated
 * @param available places now, or null when not known
 * @param verified whether somebody has said lately that it is still correct
 * @param points where it happens; empty for services without a place or with a confidential one
 */
public record DeclaredService(
        String id,
        String name,
        Tier tier,
        String leadProfession,
        Set<String> needs,
        CohortWindow cohort,
        Set<String> lsoas,
        Integer available,
        boolean verified,
        List<Point> points) {

    /** Degrees, WGS 84. */
    public record Point(double latitude, double longitude) {}

    public DeclaredService {
        needs = Set.copyOf(needs);
        lsoas = Set.copyOf(lsoas);
        points = List.copyOf(points);
    }
}
