package org.answerable.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What is commissioned where, for whom and by whom. Public. Three things are never mixed up: a declared
 * zero, nothing known, and what is provided without a contract.
 */
public interface Coverage {

    /**
     * The answer for one tier.
     *
     * @throws InvalidInput fields {@code area}, {@code need}: not known
     */
    CoverageAnswer answer(CoverageQuestion question);

    /**
     * The answers for every tier, universal first, from the records as they stand at one time.
     *
     * @param need code of a need, or null for each of them
     * @throws InvalidInput as {@link #answer}
     */
    List<CoverageAnswer> everyTier(String area, String need, LocalDate at, Instant known);

    /**
     * What is known of one need in some LSOAs of 2021.
     *
     * @throws InvalidInput field {@code need}: not known
     */
    CoverageAnswer.NeedCoverage of(
            Set<String> lsoas, Tier tier, String need, LocalDate at, Instant known);

    /**
     * Lines that are a specialised parent-infant relationship team by every test, or miss it by one, or
     * were ruled on by a person.
     *
     * @param area code of an area, or null for everywhere
     */
    List<RelationshipTeam> relationshipTeams(String area, LocalDate at, Instant known);

    /**
     * Overrules what the tests say of a line, or takes that back.
     *
     * @param holds null to let the tests decide again
     * @throws InvalidInput field {@code reason}
     * @throws NotFound there is no such line
     * @throws NotAllowed the actor is no editor
     */
    void rule(String contract, int line, Boolean holds, String reason, Actor actor);
}
