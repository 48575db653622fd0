package org.answerable.directory.commissioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.answerable.directory.ContractLine;
import org.answerable.directory.ContractTerms;

/** What one version of a contract changed of another, in words. */
final class ContractChanges {

    private final List<String> changes = new ArrayList<>();

    private ContractChanges() {}

    static List<String> of(ContractTerms from, ContractTerms to) {
        ContractChanges changes = new ContractChanges();
        changes.terms(from, to);
        changes.lines(from.lines(), to.lines());
        return changes.changes;
    }

    private void terms(ContractTerms from, ContractTerms to) {
        compare("Title", from.title(), to.title());
        compare("Commissioners", commissioners(from), commissioners(to));
        compare("Provider", from.provider().name(), to.provider().name());
        compare("Sub-contractors", from.subContractors(), to.subContractors());
        compare("Services", from.services(), to.services());
        compare("First day", from.starts(), to.starts());
        compare("Last day", from.ends(), to.ends());
        compare("Extension until", from.extensionUntil(), to.extensionUntil());
        compare("Terminated on", from.terminatedOn(), to.terminatedOn());
        boolean sameValue =
                from.valueAYear() == null || to.valueAYear() == null
                        ? from.valueAYear() == to.valueAYear()
                        : from.valueAYear().compareTo(to.valueAYear()) == 0;
        if (!sameValue) {
            changes.add("The value a year was changed");
        }
        compare("Indicators", from.indicators(), to.indicators());
        compare("Documents", from.documents(), to.documents());
    }

    private void lines(List<ContractLine> from, List<ContractLine> to) {
        Map<Integer, ContractLine> before = byNumber(from);
        Map<Integer, ContractLine> after = byNumber(to);
        after.forEach(
                (number, line) -> {
                    if (!before.containsKey(number)) {
                        changes.add("Line " + number + " was added");
                    } else {
                        line(before.get(number), line);
                    }
                });
        before.keySet().stream()
                .filter(number -> !after.containsKey(number))
                .forEach(number -> changes.add("Line " + number + " was taken out"));
    }

    private void line(ContractLine from, ContractLine to) {
        String name = "Line " + to.number() + ", ";
        compare(name + "areas", from.areas(), to.areas());
        compare(name + "families", from.cohort().words(), to.cohort().words());
        compare(name + "need", from.need(), to.need());
        compare(name + "tier", from.tier().label(), to.tier().label());
        compare(name + "reason of the tier", from.tierReason(), to.tierReason());
        compare(name + "lead profession", from.leadProfession(), to.leadProfession());
        compare(name + "team", team(from), team(to));
        compare(name + "capacity", capacity(from), capacity(to));
        compare(name + "first day", from.from(), to.from());
        compare(name + "last day", from.to(), to.to());
    }

    private void compare(String what, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(what + ": " + words(from) + " became " + words(to));
        }
    }

    private static String words(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "none"
                    : list.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        return value == null ? "none" : value.toString();
    }

    private static List<String> commissioners(ContractTerms terms) {
        return terms.commissioners().stream()
                .map(
                        c ->
                                c.name()
                                        + (c.share() == null
                                                ? ""
                                                : " "
                                                        + c.share()
                                                                .stripTrailingZeros()
                                                                .toPlainString()
                                                        + "%"))
                .toList();
    }

    private static List<String> team(ContractLine line) {
        return line.team().stream()
                .map(m -> m.profession() + " " + m.wte().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static String capacity(ContractLine line) {
        return line.capacity() == null ? null : line.capacity().words();
    }

    private static Map<Integer, ContractLine> byNumber(List<ContractLine> lines) {
        return lines.stream().collect(Collectors.toMap(ContractLine::number, Function.identity()));
    }
}
