package org.answerable.directory.commissioning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.directory.Geography;
import org.answerable.directory.Need;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.PositionTerms;
import org.answerable.directory.PositionTerms.Approach;
import org.answerable.directory.Programme;
import org.answerable.directory.commissioning.store.CatalogueNames;
import org.answerable.directory.input.Checks;

/** What a position must say before it is recorded. */
final class PositionRules {

    private final Checks checks = new Checks();
    private final Set<String> needs;
    private final Set<String> programmes;
    private final CatalogueNames catalogue;
    private final Geography geography;
    private final LocalDate today;

    PositionRules(
            List<Need> needs,
            List<Programme> programmes,
            CatalogueNames catalogue,
            Geography geography,
            LocalDate today) {
        this.needs = needs.stream().map(Need::code).collect(Collectors.toSet());
        this.programmes = programmes.stream().map(Programme::code).collect(Collectors.toSet());
        this.catalogue = catalogue;
        this.geography = geography;
        this.today = today;
    }

    /**
     * The terms with texts trimmed.
     *
     * @throws org.answerable.directory.InvalidInput with every fault
     */
    PositionTerms checked(PositionTerms given) {
        LocalDate from = checks.neededDate("from", given.from());
        LocalDate to = checks.date("to", given.to());
        checks.order("to", from, to);
        LocalDate declaredOn = checks.neededDate("declaredOn", given.declaredOn());
        if (declaredOn != null && declaredOn.isAfter(today)) {
            checks.error("declaredOn", "The day of the declaration is still to come");
        }
        if (given.need() == null || !needs.contains(given.need())) {
            checks.error("need", "Choose the need that it is about");
        }
        if (given.status() == null) {
            checks.error("status", "Choose what is declared");
        }
        Approach approach = given.approach() == null ? Approach.NONE : given.approach();
        List<String> named = checks.texts("programmes", given.programmes(), 50, Checks.SHORT);
        named.stream()
                .filter(code -> !programmes.contains(code))
                .forEach(
                        code ->
                                checks.error(
                                        "programmes",
                                        "There is no programme " + code + " in the register"));
        if (approach == Approach.WORKFORCE && named.isEmpty()) {
            checks.error("programmes", "Name the programmes of the workforce approach");
        }
        if (given.status() == PositionStatus.NOT_COMMISSIONED && approach == Approach.TEAM) {
            checks.error(
                    "approach", "A team is commissioned, or it is provided without a contract");
        }
        PositionTerms clean =
                new PositionTerms(
                        checks.needed(
                                "commissioner",
                                given.commissioner(),
                                Checks.SHORT,
                                "Enter whose position it is"),
                        given.need(),
                        given.tier(),
                        new AreaRules(geography, given.areas())
                                .checked(checks, "areas", given.areas(), from),
                        from,
                        to,
                        given.status(),
                        approach,
                        named,
                        services(given.services()),
                        checks.needed(
                                "statement",
                                given.statement(),
                                Checks.LONG,
                                "Enter what was declared, in the commissioner’s words"),
                        checks.needed(
                                "declaredBy",
                                given.declaredBy(),
                                Checks.SHORT,
                                "Enter the office that declared it"),
                        declaredOn,
                        checks.needed(
                                "evidence",
                                given.evidence(),
                                Checks.LONG,
                                "Enter where it can be read"));
        checks.done();
        return clean;
    }

    private List<String> services(List<String> given) {
        List<String> ids = checks.texts("services", given, 100, Checks.SHORT);
        Map<String, String> known = catalogue.services(ids);
        ids.stream()
                .filter(id -> !known.containsKey(id))
                .forEach(id -> checks.error("services", "There is no service " + id));
        return ids;
    }
}
