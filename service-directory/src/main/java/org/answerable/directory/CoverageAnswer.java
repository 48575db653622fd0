package org.answerable.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is commissioned somewhere, need by need, without any value of a contract.
 *
 * @param area that was asked for
 * @param names of the LSOAs, by code
 * @param needs one for each need of which there is a record, or the one that was asked for
 */
public record CoverageAnswer(
        Area area,
        Tier tier,
        LocalDate at,
        Instant known,
        Map<String, String> names,
        List<NeedCoverage> needs) {

    /**
     * One need.
     *
     * @param lsoas what is known of each LSOA of the area, in the order of the codes
     * @param lines contract lines in force that reach into the area
     * @param positions positions in force that reach into it
     * @param declared services without a contract that state that they serve some of it
     * @param missing commissioners of the care system of whom nothing is recorded
     * @param findings what an editor should look at: overlaps, contradictions, stated wider than contracted
     * @param sentence the answer in one sentence
     */
    public record NeedCoverage(
            Need need,
            Map<String, PositionStatus> lsoas,
            List<Line> lines,
            List<Stated> positions,
            List<Offer> declared,
            List<String> missing,
            List<String> findings,
            String sentence) {

        public long count(PositionStatus status) {
            return lsoas.values().stream().filter(status::equals).count();
        }

        /** LSOAs without any offer: nothing commissioned and nothing provided. */
        public List<String> withoutOffer() {
            return lsoas.entrySet().stream()
                    .filter(
                            e ->
                                    e.getValue() == PositionStatus.NOT_COMMISSIONED
                                            || e.getValue() == PositionStatus.UNKNOWN)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    /**
     * A contract line in force.
     *
     * @param lsoas all LSOAs that it reaches, in and outside the area asked for
     */
    public record Line(
            String reference,
            int version,
            String title,
            String provider,
            List<String> commissioners,
            ContractLine line,
            Set<String> lsoas,
            boolean demonstration,
            Instant recordedAt) {

        /** {@code K-2026-0001/1}. */
        public String name() {
            return reference + "/" + line.number();
        }
    }

    /** A position in force and the LSOAs that it reaches. */
    public record Stated(Position position, Set<String> lsoas) {}

    /** A service that states its area. */
    public record Offer(String service, String name, Set<String> lsoas) {}

    public CoverageAnswer {
        needs = List.copyOf(needs);
    }
}
