package org.answerable.web.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.directory.CapacityUnit;
import org.answerable.directory.CohortWindow;
import org.answerable.directory.ContractLine;
import org.answerable.directory.FieldError;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Need;
import org.answerable.directory.Profession;
import org.answerable.directory.Tier;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;

/** The fields of one line of a contract. */
final class ContractLineForm {

    static final List<String> FIELDS =
            List.of(
                    "areas",
                    "need",
                    "weeksFrom",
                    "weeksTo",
                    "monthsFrom",
                    "monthsTo",
                    "tier",
                    "tierReason",
                    "leadProfession",
                    "team",
                    "capacityUnit",
                    "funded",
                    "maximum",
                    "basis",
                    "from",
                    "to",
                    "reason");

    private ContractLineForm() {}

    /**
     * What was typed.
     *
     * @param number of the line, or 0 for a new one
     */
    static ContractLine line(PageForm form, int number, List<Profession> professions) {
        FormReader read = new FormReader(form);
        ContractLine line =
                new ContractLine(
                        number,
                        read.words("areas"),
                        window(read),
                        read.text("need"),
                        read.choice("tier", Tier.class),
                        read.text("tierReason"),
                        read.text("leadProfession"),
                        team(read, professions),
                        capacity(read, form),
                        read.date("from"),
                        read.date("to"));
        read.done();
        return line;
    }

    static CohortWindow window(FormReader read) {
        return new CohortWindow(
                read.whole("weeksFrom"),
                read.whole("weeksTo"),
                read.whole("monthsFrom"),
                read.whole("monthsTo"));
    }

    private static List<ContractLine.Member> team(FormReader read, List<Profession> professions) {
        List<ContractLine.Member> team = new ArrayList<>();
        for (String line : read.lines("team")) {
            int at = line.lastIndexOf(';');
            String typed = at < 0 ? line : line.substring(0, at).strip();
            Optional<Profession> profession =
                    professions.stream()
                            .filter(
                                    p ->
                                            p.name().equalsIgnoreCase(typed)
                                                    || p.code().equalsIgnoreCase(typed))
                            .findFirst();
            team.add(
                    new ContractLine.Member(
                            profession.map(Profession::code).orElse(typed.toLowerCase(Locale.ROOT)),
                            at < 0 ? null : read.number("team", line.substring(at + 1).strip())));
        }
        return team;
    }

    private static ContractLine.Capacity capacity(FormReader read, PageForm form) {
        var funded = read.number("funded");
        var maximum = read.number("maximum");
        CapacityUnit unit = read.choice("capacityUnit", CapacityUnit.class);
        return unit == null && funded == null && maximum == null
                ? null
                : new ContractLine.Capacity(
                        unit, maximum, funded, !form.value("basis").equals("at-a-time"));
    }

    /** The form of what is stored. */
    static PageForm of(ContractLine line, int version, List<Profession> professions) {
        Map<String, String> names =
                professions.stream().collect(Collectors.toMap(Profession::code, Profession::name));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", Integer.toString(version));
        values.put("areas", String.join("\n", line.areas()));
        values.put("need", line.need());
        window(values, line.cohort());
        values.put("tier", line.tier().name());
        values.put("tierReason", line.tierReason());
        values.put("leadProfession", line.leadProfession());
        values.put(
                "team",
                line.team().stream()
                        .map(
                                member ->
                                        names.get(member.profession())
                                                + "; "
                                                + ContractForm.plain(member.wte()))
                        .collect(Collectors.joining("\n")));
        if (line.capacity() != null) {
            values.put("capacityUnit", line.capacity().unit().name());
            if (line.capacity().funded() != null) {
                values.put("funded", ContractForm.plain(line.capacity().funded()));
            }
            if (line.capacity().maximum() != null) {
                values.put("maximum", ContractForm.plain(line.capacity().maximum()));
            }
            values.put("basis", line.capacity().aYear() ? "year" : "at-a-time");
        }
        values.putAll(DateParts.of("from", line.from()));
        if (line.to() != null) {
            values.putAll(DateParts.of("to", line.to()));
        }
        return PageForm.filled(values);
    }

    static void window(Map<String, String> values, CohortWindow window) {
        put(values, "weeksFrom", window.weeksFrom());
        put(values, "weeksTo", window.weeksTo());
        put(values, "monthsFrom", window.monthsFrom());
        put(values, "monthsTo", window.monthsTo());
    }

    private static void put(Map<String, String> values, String field, Integer number) {
        if (number != null) {
            values.put(field, number.toString());
        }
    }

    /**
     * What is wrong with one line, by the fields of its page; what is wrong elsewhere in the contract
     * stays as it is.
     *
     * @param place of the line among all, from 0
     */
    static InvalidInput ofLine(InvalidInput invalid, int place) {
        String at = "lines[" + place + "].";
        return new InvalidInput(
                invalid.errors().stream()
                        .map(
                                error ->
                                        error.field().startsWith(at)
                                                ? new FieldError(
                                                        error.field().substring(at.length()),
                                                        error.message())
                                                : error)
                        .toList());
    }

    static Map<String, List<Option>> options(List<Need> needs, List<Profession> professions) {
        return Map.of(
                "need",
                first(
                        "Choose a need",
                        needs.stream().map(n -> new Option(n.code(), n.term())).toList()),
                "tier",
                tiers(),
                "leadProfession",
                first(
                        "None is named",
                        professions.stream().map(p -> new Option(p.code(), p.name())).toList()),
                "capacityUnit",
                first(
                        "No capacity is agreed",
                        Arrays.stream(CapacityUnit.values())
                                .map(u -> new Option(u.name(), u.label()))
                                .toList()));
    }

    static List<Option> tiers() {
        return Arrays.stream(Tier.values())
                .map(t -> new Option(t.name(), t.label(), t.meaning()))
                .toList();
    }

    static List<Option> first(String text, List<Option> rest) {
        List<Option> all = new ArrayList<>();
        all.add(new Option("", text));
        all.addAll(rest);
        return all;
    }
}
