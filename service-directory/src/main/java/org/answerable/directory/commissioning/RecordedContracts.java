package org.answerable.directory.commissioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.Contract;
import org.answerable.directory.ContractTerms;
import org.answerable.directory.Contracts;
import org.answerable.directory.Geography;
import org.answerable.directory.Need;
import org.answerable.directory.NotFound;
import org.answerable.directory.Profession;
import org.answerable.directory.Role;
import org.answerable.directory.commissioning.KnownLines.Known;
import org.answerable.directory.commissioning.store.CommissioningLists;
import org.answerable.directory.commissioning.store.ContractTable;

/** Contracts as they were recorded, read by editors; the use cases change them. */
@ApplicationScoped
public class RecordedContracts implements Contracts {

    private ContractTable contracts;
    private CommissioningLists lists;
    private Geography geography;
    private AddContract addContract;
    private ReviseContract reviseContract;

    protected RecordedContracts() {}

    @Inject
    public RecordedContracts(
            ContractTable contracts,
            CommissioningLists lists,
            Geography geography,
            AddContract addContract,
            ReviseContract reviseContract) {
        this.contracts = contracts;
        this.lists = lists;
        this.geography = geography;
        this.addContract = addContract;
        this.reviseContract = reviseContract;
    }

    @Override
    public List<Contract> all(Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        return contracts.known(Instant.MAX, "").stream().map(c -> shown(c, actor)).toList();
    }

    @Override
    public Optional<Contract> find(String reference, Instant known, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        return reference == null || reference.isEmpty()
                ? Optional.empty()
                : contracts.known(known, reference).stream().findFirst().map(c -> shown(c, actor));
    }

    @Override
    public List<Contract> versions(String reference, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        return contracts.versions(reference).stream().map(c -> shown(c, actor)).toList();
    }

    @Override
    public List<String> changes(Contract from, Contract to) {
        return ContractChanges.of(from.terms(), to.terms());
    }

    @Override
    public String add(ContractTerms terms, boolean demonstration, Actor actor) {
        return addContract.add(terms, demonstration, actor);
    }

    @Override
    public void revise(
            String reference, int from, ContractTerms terms, String reason, Actor actor) {
        reviseContract.revise(reference, from, terms, reason, actor);
    }

    @Override
    public List<String> overlaps(String reference, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        List<Known> all = KnownLines.of(contracts.known(Instant.MAX, ""), geography);
        List<Known> own =
                all.stream().filter(k -> k.contract().reference().equals(reference)).toList();
        if (own.isEmpty() && contracts.versions(reference).isEmpty()) {
            throw new NotFound("There is no such contract.");
        }
        List<String> overlaps = new ArrayList<>();
        for (Known one : own) {
            for (Known other : all) {
                boolean later = own.contains(other) && other.line().number() <= one.line().number();
                if (other != one && !later && one.overlaps(other)) {
                    Set<String> both = Lsoas.common(one.lsoas(), other.lsoas());
                    if (!both.isEmpty()) {
                        overlaps.add(Findings.overlap(one, other, both.size()));
                    }
                }
            }
        }
        return overlaps;
    }

    @Override
    public List<Need> needs() {
        return lists.needs();
    }

    @Override
    public List<Profession> professions() {
        return lists.professions();
    }

    /** The value is for editors of the same authority only. */
    private static Contract shown(Contract contract, Actor actor) {
        if (contract.authority().equals(actor.authority())) {
            return contract;
        }
        ContractTerms t = contract.terms();
        return new Contract(
                contract.reference(),
                contract.version(),
                new ContractTerms(
                        t.title(),
                        t.commissioners(),
                        t.provider(),
                        t.subContractors(),
                        t.services(),
                        t.starts(),
                        t.ends(),
                        t.extensionUntil(),
                        t.terminatedOn(),
                        null,
                        t.indicators(),
                        t.documents(),
                        t.lines()),
                contract.authority(),
                contract.demonstration(),
                contract.recordedAt(),
                contract.recordedBy(),
                contract.reason());
    }
}
