package org.answerable.directory.commissioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.answerable.directory.Actor;
import org.answerable.directory.ContractTerms;
import org.answerable.directory.Geography;
import org.answerable.directory.Role;
import org.answerable.directory.commissioning.store.CatalogueNames;
import org.answerable.directory.commissioning.store.CommissioningLists;
import org.answerable.directory.commissioning.store.ContractTable;

/** An editor records a contract. */
@ApplicationScoped
public class AddContract {

    private ContractTable contracts;
    private CommissioningLists lists;
    private CatalogueNames catalogue;
    private Geography geography;
    private Clock clock;

    protected AddContract() {}

    @Inject
    public AddContract(
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

    /** See {@link org.answerable.directory.Contracts#add}. */
    @Transactional
    public String add(ContractTerms given, boolean demonstration, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        ContractTerms terms =
                new ContractRules(lists.needs(), lists.professions(), catalogue, geography)
                        .checked(given);
        return contracts.add(
                terms,
                demonstration,
                LocalDate.now(clock).getYear(),
                "First recorded",
                actor,
                clock.instant());
    }
}
