package org.answerable.web.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.answerable.directory.CohortWindow;
import org.answerable.directory.FieldError;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Pathway;
import org.answerable.directory.Tier;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.PageForm;

/**
 * The fields of a pathway. Its steps are one a line, their parts between bars: {@code name | ages | tier |
 * need | profession | referral | longest wait in days | farthest in km | next}. Ages are {@code w12-40}
 * for weeks of pregnancy, {@code m0-23} for months, both, or nothing.
 */
final class PathwayForm {

    static final List<String> FIELDS = List.of("name", "need", "owner", "inForceFrom", "steps");

    private static final int PARTS = 9;
    private static final Pattern WEEKS = Pattern.compile("w([0-9]{0,2})-([0-9]{0,2})");
    private static final Pattern MONTHS = Pattern.compile("m([0-9]{0,3})-([0-9]{0,3})");

    private PathwayForm() {}

    static Pathway.Terms terms(PageForm form) {
        FormReader read = new FormReader(form);
        List<Pathway.Step> steps = new ArrayList<>();
        for (String line : read.lines("steps")) {
            steps.add(step(steps.size() + 1, line, read));
        }
        Pathway.Terms terms =
                new Pathway.Terms(
                        read.text("name"),
                        read.text("need"),
                        read.text("owner"),
                        read.date("inForceFrom"),
                        steps);
        read.done();
        return terms;
    }

    private static Pathway.Step step(int number, String line, FormReader read) {
        List<String> parts = new ArrayList<>(List.of(line.split("\\|", PARTS)));
        parts.replaceAll(String::strip);
        while (parts.size() < PARTS) {
            parts.add("");
        }
        return new Pathway.Step(
                number,
                orNull(parts.get(0)),
                window(number, parts.get(1), read),
                tier(number, parts.get(2), read),
                orNull(parts.get(3)),
                orNull(parts.get(4)),
                orNull(parts.get(5)),
                whole(number, parts.get(6), read),
                whole(number, parts.get(7), read),
                orNull(parts.get(8)));
    }

    private static CohortWindow window(int number, String text, FormReader read) {
        String compact = text.replace(" ", "").toLowerCase(Locale.ROOT);
        Matcher weeks = WEEKS.matcher(compact);
        Matcher months = MONTHS.matcher(compact);
        boolean hasWeeks = weeks.find();
        boolean hasMonths = months.find();
        if (!compact.isEmpty() && !hasWeeks && !hasMonths) {
            read.error(
                    "steps",
                    "Step " + number + ": write ages as w12-40 or m0-23, or leave them out");
        }
        return new CohortWindow(
                hasWeeks ? number(weeks.group(1)) : null,
                hasWeeks ? number(weeks.group(2)) : null,
                hasMonths ? number(months.group(1)) : null,
                hasMonths ? number(months.group(2)) : null);
    }

    private static Tier tier(int number, String text, FormReader read) {
        for (Tier tier : Tier.values()) {
            if (tier.code().equalsIgnoreCase(text)) {
                return tier;
            }
        }
        read.error("steps", "Step " + number + ": the tier is universal, targeted or specialist");
        return null;
    }

    private static Integer whole(int number, String text, FormReader read) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,4}")) {
            read.error("steps", "Step " + number + ": write days and kilometres in whole numbers");
            return null;
        }
        return Integer.valueOf(text);
    }

    private static Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static PageForm of(Pathway pathway) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", Integer.toString(pathway.version()));
        values.put("name", pathway.terms().name());
        values.put("need", pathway.terms().need());
        values.put("owner", pathway.terms().owner());
        values.putAll(DateParts.of("inForceFrom", pathway.terms().inForceFrom()));
        values.put(
                "steps",
                pathway.terms().steps().stream()
                        .map(PathwayForm::line)
                        .collect(Collectors.joining("\n")));
        return PageForm.filled(values);
    }

    private static String line(Pathway.Step step) {
        CohortWindow window = step.window();
        String ages =
                range("w", window.weeksFrom(), window.weeksTo())
                        + " "
                        + range("m", window.monthsFrom(), window.monthsTo());
        return String.join(
                        " | ",
                        step.name(),
                        ages.strip(),
                        step.tier().code(),
                        step.need(),
                        text(step.profession()),
                        text(step.referral()),
                        text(step.longestWaitDays()),
                        text(step.farthestKm()),
                        text(step.next()))
                .replaceAll("[\\s|]+$", "");
    }

    private static String range(String letter, Integer from, Integer to) {
        return from == null && to == null ? "" : letter + text(from) + "-" + text(to);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** What is wrong with a step, at the field of all steps, with its number. */
    static InvalidInput ofSteps(InvalidInput invalid) {
        return new InvalidInput(
                invalid.errors().stream()
                        .map(
                                error -> {
                                    Matcher step =
                                            Pattern.compile("steps\\[([0-9]+)\\]\\..*")
                                                    .matcher(error.field());
                                    return step.matches()
                                            ? new FieldError(
                                                    "steps",
                                                    "Step "
                                                            + (Integer.parseInt(step.group(1)) + 1)
                                                            + ": "
                                                            + error.message())
                                            : error;
                                })
                        .toList());
    }
}
