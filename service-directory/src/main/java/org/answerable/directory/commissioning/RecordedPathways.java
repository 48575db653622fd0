package org.answerable.directory.commissioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.Area;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Conflict;
import org.answerable.directory.CoverageAnswer.Stated;
import org.answerable.directory.DeclaredCoverage;
import org.answerable.directory.DeclaredService;
import org.answerable.directory.FieldError;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.Pathway;
import org.answerable.directory.PathwayGaps;
import org.answerable.directory.Pathways;
import org.answerable.directory.Position;
import org.answerable.directory.Role;
import org.answerable.directory.Whereabouts;
import org.answerable.directory.commissioning.store.CommissioningLists;
import org.answerable.directory.commissioning.store.ContractTable;
import org.answerable.directory.commissioning.store.PathwayTable;
import org.answerable.directory.commissioning.store.PositionTable;

/** Pathways as they were recorded, and what each step leads to. */
@ApplicationScoped
public class RecordedPathways implements Pathways {

    private static final String PLACE = "place";

    private PathwayTable pathways;
    private ContractTable contracts;
    private PositionTable positions;
    private CommissioningLists lists;
    private Geography geography;
    private Instance<DeclaredCoverage> declared;
    private Clock clock;

    protected RecordedPathways() {}

    @Inject
    public RecordedPathways(
            PathwayTable pathways,
            ContractTable contracts,
            PositionTable positions,
            CommissioningLists lists,
            Geography geography,
            Instance<DeclaredCoverage> declared,
            Clock clock) {
        this.pathways = pathways;
        this.contracts = contracts;
        this.positions = positions;
        this.lists = lists;
        this.geography = geography;
        this.declared = declared;
        this.clock = clock;
    }

    @Override
    public List<Pathway> all() {
        return pathways.newest();
    }

    @Override
    public Optional<Pathway> find(String reference) {
        return pathways.newest().stream()
                .filter(pathway -> pathway.reference().equals(reference))
                .findFirst();
    }

    @Override
    public PathwayGaps gaps(String reference, String place, LocalDate at) {
        Pathway pathway =
                find(reference).orElseThrow(() -> new NotFound("There is no such pathway."));
        String typed = place == null ? "" : place.strip().toUpperCase(Locale.ROOT);
        Optional<Whereabouts> from =
                typed.matches("[A-Z][0-9]{8}") ? Optional.empty() : Optional.of(find(place, typed));
        String code = from.map(Whereabouts::lsoa21).orElse(typed);
        Area area = area(code, from.isPresent());
        Set<String> lsoas = from.isPresent() ? Set.of(code) : geography.lsoasOf(code);
        if (lsoas.isEmpty()) {
            throw new InvalidInput(
                    PLACE, "It is not known which neighbourhoods " + code + " is made of");
        }
        StepSearch search =
                new StepSearch(
                        KnownLines.of(contracts.known(Instant.MAX, ""), geography),
                        stated(at),
                        services(),
                        lsoas,
                        from,
                        at);
        return new PathwayGaps(
                pathway, area, at, pathway.terms().steps().stream().map(search::resolve).toList());
    }

    @Override
    @Transactional
    public String add(Pathway.Terms terms, boolean demonstration, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        return pathways.add(
                checked(terms),
                demonstration,
                LocalDate.now(clock).getYear(),
                actor,
                clock.instant());
    }

    @Override
    @Transactional
    public void revise(String reference, int from, Pathway.Terms terms, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        Pathway newest =
                find(reference).orElseThrow(() -> new NotFound("There is no such pathway."));
        if (!newest.authority().equals(actor.authority())) {
            throw new NotAllowed("Only editors of the authority that added it can revise it.");
        }
        if (!pathways.revise(reference, from, checked(terms), actor, clock.instant())) {
            throw new Conflict(
                    "Somebody recorded another version meanwhile. Open the pathway again and make"
                            + " your change to that.");
        }
    }

    private Pathway.Terms checked(Pathway.Terms terms) {
        return new PathwayRules(lists.needs(), lists.professions()).checked(terms);
    }

    private Whereabouts find(String place, String typed) {
        Whereabouts found;
        try {
            found = geography.whereabouts(place);
        } catch (InvalidInput e) {
            throw new InvalidInput(
                    e.errors().stream().map(x -> new FieldError(PLACE, x.message())).toList());
        }
        if (found.lsoa21() == null) {
            throw new InvalidInput(
                    PLACE,
                    "Enter a whole postcode that is known: its neighbourhood decides. "
                            + typed
                            + " is not one");
        }
        return found;
    }

    private Area area(String code, boolean ofPostcode) {
        Optional<Area> known = geography.area(code);
        if (known.isEmpty() && ofPostcode) {
            return new Area(code, code, AreaKind.LSOA21, null, null, false);
        }
        return known.orElseThrow(
                () ->
                        new InvalidInput(
                                PLACE,
                                "Enter a postcode, or the code of an area that is known here"));
    }

    private List<Stated> stated(LocalDate at) {
        List<Position> said =
                positions.known(Instant.MAX, "").stream()
                        .filter(p -> p.terms().inForce(at))
                        .toList();
        Map<String, Set<String>> parts =
                geography.lsoasOf(
                        said.stream().flatMap(p -> p.terms().areas().stream()).distinct().toList());
        return said.stream().map(p -> new Stated(p, Lsoas.of(p.terms().areas(), parts))).toList();
    }

    private List<DeclaredService> services() {
        return declared.isResolvable() ? declared.get().services() : List.of();
    }
}
