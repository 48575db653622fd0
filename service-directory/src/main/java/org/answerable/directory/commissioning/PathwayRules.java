package org.answerable.directory.commissioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.directory.Need;
import org.answerable.directory.Pathway;
import org.answerable.directory.Profession;
import org.answerable.directory.input.Checks;

/** What a pathway must say before it is recorded. */
final class PathwayRules {

    private static final int MOST_STEPS = 50;
    private static final int LONGEST_WAIT = 1_000;
    private static final int FARTHEST = 200;

    private final Checks checks = new Checks();
    private final Set<String> needs;
    private final Set<String> professions;

    PathwayRules(List<Need> needs, List<Profession> professions) {
        this.needs = needs.stream().map(Need::code).collect(Collectors.toSet());
        this.professions = professions.stream().map(Profession::code).collect(Collectors.toSet());
    }

    /**
     * The terms with texts trimmed and steps numbered in their order.
     *
     * @throws org.answerable.directory.InvalidInput with every fault
     */
    Pathway.Terms checked(Pathway.Terms given) {
        if (given.need() == null || !needs.contains(given.need())) {
            checks.error("need", "Choose the need that it begins with");
        }
        if (given.steps().isEmpty()) {
            checks.error("steps", "Enter at least one step");
        }
        if (given.steps().size() > MOST_STEPS) {
            checks.error("steps", "Give at most " + MOST_STEPS + " steps");
        }
        List<Pathway.Step> steps = new ArrayList<>();
        for (int i = 0; i < Math.min(given.steps().size(), MOST_STEPS); i++) {
            steps.add(step(i + 1, given.steps().get(i)));
        }
        Pathway.Terms clean =
                new Pathway.Terms(
                        checks.needed("name", given.name(), Checks.SHORT, "Enter a name"),
                        given.need(),
                        checks.needed(
                                "owner",
                                given.owner(),
                                Checks.SHORT,
                                "Enter the office that looks after it"),
                        checks.neededDate("inForceFrom", given.inForceFrom()),
                        steps);
        checks.done();
        return clean;
    }

    private Pathway.Step step(int number, Pathway.Step step) {
        String at = "steps[" + (number - 1) + "].";
        String profession = checks.text(at + "profession", step.profession(), Checks.SHORT);
        if (step.tier() == null) {
            checks.error(at + "tier", "Choose universal, targeted or specialist");
        }
        if (step.need() == null || !needs.contains(step.need())) {
            checks.error(at + "need", "Choose the need that the step meets");
        }
        if (profession != null && !professions.contains(profession)) {
            checks.error(at + "profession", "Choose a profession of the list");
        }
        return new Pathway.Step(
                number,
                checks.needed(at + "name", step.name(), Checks.SHORT, "Enter a name"),
                WindowRules.checked(checks, at, step.window()),
                step.tier(),
                step.need(),
                profession,
                checks.text(at + "referral", step.referral(), Checks.SHORT),
                checks.whole(at + "longestWaitDays", step.longestWaitDays(), 0, LONGEST_WAIT),
                checks.whole(at + "farthestKm", step.farthestKm(), 1, FARTHEST),
                checks.text(at + "next", step.next(), Checks.LONG));
    }
}
