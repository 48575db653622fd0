package org.answerable.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a contract buys: for whom, where, at what tier, by whom and how much of it.
 *
 * @param number within the contract, from 1; kept when the contract is revised
 * @param areas codes of areas or of LSOAs of 2021
 * @param need code of the need
 * @param tierReason why it is of this tier
 * @param leadProfession code of the profession that leads, or null
 * @param capacity null when none is agreed
 * @param from first day, within the contract
 * @param to last day, or null for as long as the contract
 */
public record ContractLine(
        int number,
        List<String> areas,
        CohortWindow cohort,
        String need,
        Tier tier,
        String tierReason,
        String leadProfession,
        List<Member> team,
        Capacity capacity,
        LocalDate from,
        LocalDate to) {

    /**
     * So much of a profession.
     *
     * @param profession its code
     * @param wte whole-time equivalents
     */
    public record Member(String profession, BigDecimal wte) {}

    /**
     * Capacity that was agreed.
     *
     * @param maximum most that can be served, or null
     * @param funded what is paid for, or null
     * @param aYear whether it is counted over a year; otherwise at one time
     */
    public record Capacity(
            CapacityUnit unit, BigDecimal maximum, BigDecimal funded, boolean aYear) {

        /** {@code 120 family places a year are funded, 150 at most}. */
        public String words() {
            String span = unit.label() + (aYear ? " a year" : " at a time");
            if (funded == null) {
                return maximum == null ? span : maximum.toPlainString() + " " + span + " at most";
            }
            return funded.toPlainString()
                    + " "
                    + span
                    + " funded"
                    + (maximum == null ? "" : ", " + maximum.toPlainString() + " at most");
        }
    }

    public ContractLine {
        areas = List.copyOf(areas);
        team = List.copyOf(team);
    }

    /** The team together, in whole-time equivalents. */
    public BigDecimal wte() {
        return team.stream().map(Member::wte).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
