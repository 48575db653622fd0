package org.answerable.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Contracts for services, for directory editors. Their lines without the value are public through
 * {@link Coverage}. A contract belongs to the authority of whoever added it; only its editors see the
 * value and revise it.
 */
public interface Contracts {

    /**
     * The newest version of each, by reference, newest first.
     *
     * @throws NotAllowed the actor is no editor
     */
    List<Contract> all(Actor actor);

    /** As it was known at a moment; the newest for {@code Instant.MAX}. */
    Optional<Contract> find(String reference, Instant known, Actor actor);

    /** All versions, newest first. */
    List<Contract> versions(String reference, Actor actor);

    /** What one version changed of another, in words, one change each. */
    List<String> changes(Contract from, Contract to);

    /**
     * Adds a contract.
     *
     * @param demonstration whether it is invented
     * @return its reference
     * @throws InvalidInput with every fault; fields of {@link ContractTerms} by name, those of the n-th
     *     line as {@code lines[n].areas} from 0
     * @throws NotAllowed the actor is no editor
     */
    String add(ContractTerms terms, boolean demonstration, Actor actor);

    /**
     * Records a new version.
     *
     * @param from the version the change was made from
     * @throws InvalidInput as {@link #add}, and {@code reason}
     * @throws Conflict somebody recorded another version meanwhile
     * @throws NotFound there is no such contract
     * @throws NotAllowed the actor is no editor of its authority
     */
    void revise(String reference, int from, ContractTerms terms, String reason, Actor actor);

    /**
     * Lines that are in force at the same time, for the same need and tier, some of the same families
     * and in some of the same neighbourhoods: their capacity must not be added up.
     */
    List<String> overlaps(String reference, Actor actor);

    List<Need> needs();

    List<Profession> professions();
}
