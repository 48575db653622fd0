package org.answerable.directory.commissioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.Contract;
import org.answerable.directory.ContractTerms;
import org.answerable.directory.Geography;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.Role;
import org.answerable.directory.commissioning.store.CatalogueNames;
import org.answerable.directory.commissioning.store.CommissioningLists;
import org.answerable.directory.commissioning.store.ContractTable;
import org.answerable.directory.input.Checks;

/** An editor of its authority records the next version of a contract; the one before stays. */
@ApplicationScoped
public class ReviseContract {

    private ContractTable contracts;
    private CommissioningLists lists;
    private CatalogueNames catalogue;
    private Geography geography;
    private Clock clock;

    protected ReviseContract() {}

    @Inject
    public ReviseContract(
            ContractTable contracts,
            CommissioningLists lists,
            CatalogueNames catalogue,
            Geography geography,
            Clock clock) {
        this.contracts = contracts;
        this.lists = lists;
        this.catalogue = catalogue;
        this.geography = geography;
        this.clock = clock;
    }

    /** See {@link org.answerable.directory.Contracts#revise}. */
    @Transactional
    public void revise(
            String reference, int from, ContractTerms given, String reason, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        Contract newest =
                contracts.known(Instant.MAX, reference).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFound("There is no such contract."));
        if (!newest.authority().equals(actor.authority())) {
            throw new NotAllowed("Only editors of the authority that added it can revise it.");
        }
        Checks checks = new Checks();
        ContractTerms terms =
                checks.all(
                        () ->
                                new ContractRules(
                                                lists.needs(),
                                                lists.professions(),
                                                catalogue,
                                                geography)
                                        .checked(given));
        String why = checks.needed("reason", reason, Checks.SHORT, "Enter why it is changed");
        checks.done();
        if (!contracts.revise(reference, from, terms, why, actor, clock.instant())) {
            throw new Conflict(
                    "Somebody recorded another version meanwhile. Open the contract again and make"
                            + " your change to that.");
        }
    }
}
