package org.answerable.web.cohort;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NeedQuestion.Births;
import org.answerable.cohort.NeedQuestion.Plan;
import org.answerable.cohort.NeedQuestion.Provision;
import org.answerable.cohort.NeedQuestion.Shares;
import org.answerable.cohort.NeedQuestion.Source;
import org.answerable.cohort.NeedQuestion.Stratum;
import org.answerable.cohort.Prevalence;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;

/**
 * The form of a question of need, read into the question and back. Groups are written one a line: {@code
 * tenths 1-3 | 0.25 | 30}, {@code ages 0-0 | 0.1 | 40}, {@code all others | 0.15 | 30}; births too: {@code
 * 2023 6300}.
 */
final class NeedForm {

    private static final int DRAWS = 10_000;
    private static final long SEED = 1;
    private static final int LAST_TENTH = 10;
    private static final int LAST_AGE = 99;
    private static final Pattern TENTHS = Pattern.compile("tenths? ([0-9]{1,2})(?:-([0-9]{1,2}))?");
    private static final Pattern AGES = Pattern.compile("ages? ([0-9]{1,2})(?:-([0-9]{1,2}))?");
    private static final Pattern BIRTHS =
            Pattern.compile("([0-9]{4})[\\s,;:]+([0-9][0-9,]*(?:\\.[0-9]+)?)");
    private static final Pattern ERROR_AT =
            Pattern.compile("(prevalence|strata)\\[([0-9]+)]\\.(.*)");
    private static final List<String> OWN =
            List.of("own-label", "own-mean", "own-size", "own-weight");
    private static final List<String> NUMBERS =
            List.of("caseload", "weeksPerEpisode", "productiveWeeks", "teamLow", "teamHigh");

    private final PageForm form;
    private final List<Prevalence> library;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param library entries that a model can use
     */
    NeedForm(PageForm form, List<Prevalence> library) {
        this.form = form;
        this.library = library;
    }

    /** What the form begins with: the planning numbers that are on record. */
    static PageForm empty(List<Assumption> assumptions, LocalDate today) {
        Map<String, String> values = new HashMap<>(DateParts.of("at", today));
        values.put("pattern", "SAME");
        values.put("coupling", "SHARED");
        values.put("draws", Integer.toString(DRAWS));
        values.put("seed", Long.toString(SEED));
        values.put("share", "1");
        values.put("years", "3");
        assumptions.stream()
                .filter(a -> a.id().equals("A10"))
                .flatMap(a -> a.parts().stream())
                .forEach(part -> values.put(part.name(), part.text()));
        return PageForm.filled(values);
    }

    /** A kept question, to be asked again with changes. */
    static PageForm of(NeedQuestion question) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        put(values, "title", question.title());
        put(values, "figureId", question.figureId());
        put(values, "whole", question.whole());
        put(values, "pattern", question.shares().pattern().name());
        put(values, "coupling", question.coupling().name());
        put(values, "listError", question.listError() == 0 ? "" : number(question.listError()));
        put(values, "chance", question.chance() ? "yes" : "");
        put(values, "draws", Integer.toString(question.draws()));
        put(values, "seed", Long.toString(question.seed()));
        put(values, "odds", number(question.shares().odds()));
        values.put("source", new ArrayList<>());
        for (Source source : question.shares().sources()) {
            if (source.prevalenceId().isEmpty()) {
                put(values, "own-label", source.label());
                put(values, "own-mean", number(source.mean()));
                put(values, "own-size", number(source.effectiveSize()));
                put(values, "own-weight", number(source.weight()));
            } else {
                values.get("source").add(source.prevalenceId());
                put(values, "weight-" + source.prevalenceId(), number(source.weight()));
            }
        }
        StringBuilder strata = new StringBuilder();
        question.shares().strata().forEach(s -> strata.append(line(s)).append('\n'));
        put(values, "strata", strata.toString());
        if (question.provision() != null) {
            Provision provision = question.provision();
            DateParts.of("at", provision.at()).forEach((name, part) -> put(values, name, part));
            put(values, "need", provision.need());
            put(values, "areas", String.join("\n", provision.areas()));
            put(values, "served", number(provision.served()));
        }
        if (question.plan() != null) {
            put(values, question.plan());
        }
        return new PageForm(values, List.of());
    }

    private static void put(Map<String, List<String>> values, Plan plan) {
        StringBuilder births = new StringBuilder();
        plan.births()
                .forEach(
                        b ->
                                births.append(b.year())
                                        .append(' ')
                                        .append(number(b.births()))
                                        .append('\n'));
        put(values, "births", births.toString());
        put(values, "years", Integer.toString(plan.years()));
        put(values, "share", number(plan.share()));
        put(values, "uptake", number(plan.uptake()));
        put(values, "caseload", number(plan.caseload()));
        put(values, "weeksPerEpisode", number(plan.weeksPerEpisode()));
        put(values, "productiveWeeks", number(plan.productiveWeeks()));
        put(values, "teamLow", number(plan.teamLow()));
        put(values, "teamHigh", number(plan.teamHigh()));
    }

    private static void put(Map<String, List<String>> values, String name, String value) {
        values.put(name, List.of(value == null ? "" : value));
    }

    private static String number(Double number) {
        return number == null
                ? ""
                : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    private static String line(Stratum s) {
        List<String> who = new ArrayList<>();
        if (s.group() != null && !s.group().isEmpty()) {
            who.add(s.group());
        }
        if (s.tenthFrom() != null || s.tenthTo() != null) {
            who.add("tenths " + or(s.tenthFrom(), 1) + "-" + or(s.tenthTo(), LAST_TENTH));
        }
        if (s.ageFrom() != null || s.ageTo() != null) {
            who.add("ages " + or(s.ageFrom(), 0) + "-" + or(s.ageTo(), LAST_AGE));
        }
        return (who.isEmpty() ? "all others" : String.join(", ", who))
                + " | "
                + number(s.mean())
                + " | "
                + number(s.effectiveSize());
    }

    private static int or(Integer end, int open) {
        return end == null ? open : end;
    }

    /**
     * @throws InvalidInput a field that cannot be read
     */
    NeedQuestion question() {
        NeedQuestion question =
                new NeedQuestion(
                        form.value("title").strip(),
                        form.value("figureId").strip(),
                        List.of(),
                        new Shares(pattern(), sources(), strata(), optional("odds")),
                        form.value("coupling").equals("INDEPENDENT")
                                ? Coupling.INDEPENDENT
                                : Coupling.SHARED,
                        form.value("listError").isBlank() ? 0 : required("listError"),
                        form.chosen("chance", "yes"),
                        (int) Math.min(Integer.MAX_VALUE, whole("draws")),
                        whole("seed"),
                        provision(),
                        plan(),
                        form.value("whole"));
        if (question.figureId().isEmpty()) {
            fault("figureId", "Choose the figure that counts the children.");
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return question;
    }

    private NeedQuestion.Pattern pattern() {
        return switch (form.value("pattern")) {
            case "STRATA" -> NeedQuestion.Pattern.STRATA;
            case "GRADIENT" -> NeedQuestion.Pattern.GRADIENT;
            default -> NeedQuestion.Pattern.SAME;
        };
    }

    /** Chosen entries and one's own; without any weight all weigh the same. */
    private List<Source> sources() {
        List<String> chosen = chosen();
        boolean own = OWN.stream().anyMatch(name -> !form.value(name).isBlank());
        int count = chosen.size() + (own ? 1 : 0);
        boolean weighted =
                !form.value("own-weight").isBlank()
                        || chosen.stream().anyMatch(id -> !form.value("weight-" + id).isBlank());
        List<Source> sources = new ArrayList<>();
        for (String id : chosen) {
            double weight = weighted ? required("weight-" + id) : 1.0 / count;
            sources.add(new Source(id, null, "", null, null, weight));
        }
        if (own) {
            sources.add(
                    new Source(
                            "",
                            null,
                            form.value("own-label").strip(),
                            required("own-mean"),
                            required("own-size"),
                            weighted ? required("own-weight") : 1.0 / count));
        }
        if (sources.isEmpty() && pattern() != NeedQuestion.Pattern.STRATA) {
            fault("source", "Tick at least one source, or give a share of your own below.");
        }
        return sources;
    }

    private List<String> chosen() {
        return library.stream()
                .map(Prevalence::id)
                .filter(id -> form.chosen("source", id))
                .toList();
    }

    private List<Stratum> strata() {
        List<Stratum> strata = new ArrayList<>();
        for (String line : lines("strata")) {
            String[] parts = line.split("\\|", -1);
            if (parts.length != 3) {
                fault(
                        "strata",
                        "Line “"
                                + line
                                + "”: write who, share and effective size with bars between, for example"
                                + " tenths 1-3 | 0.25 | 30");
                continue;
            }
            strata.add(stratum(line, parts));
        }
        return strata;
    }

    private Stratum stratum(String line, String[] parts) {
        Integer[] tenths = {null, null};
        Integer[] ages = {null, null};
        List<String> group = new ArrayList<>();
        for (String who : parts[0].split(",")) {
            String words = who.strip().toLowerCase(java.util.Locale.UK);
            Matcher tenth = TENTHS.matcher(words);
            Matcher age = AGES.matcher(words);
            if (tenth.matches()) {
                range(tenth, tenths);
            } else if (age.matches()) {
                range(age, ages);
            } else if (!words.isEmpty() && !words.equals("all others") && !words.equals("all")) {
                group.add(who.strip()); // a name may have commas of its own
            }
        }
        return new Stratum(
                String.join(", ", group),
                tenths[0],
                tenths[1],
                ages[0],
                ages[1],
                numberIn(line, parts[1]),
                numberIn(line, parts[2]));
    }

    private static void range(Matcher found, Integer[] into) {
        into[0] = Integer.valueOf(found.group(1));
        into[1] = found.group(2) == null ? into[0] : Integer.valueOf(found.group(2));
    }

    private double numberIn(String line, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            fault("strata", "Line “" + line + "”: “" + text.strip() + "” is no number.");
            return 0;
        }
    }

    private Provision provision() {
        if (form.value("need").isBlank()) {
            return null;
        }
        return new Provision(
                lines("areas").stream().map(code -> code.toUpperCase(java.util.Locale.UK)).toList(),
                form.value("need"),
                DateParts.read(form, "at").orElse(null),
                optional("served"));
    }

    private Plan plan() {
        List<String> lines = lines("births");
        if (lines.isEmpty()) {
            return null;
        }
        List<Births> births = new ArrayList<>();
        for (String line : lines) {
            Matcher found = BIRTHS.matcher(line);
            if (found.matches()) {
                births.add(
                        new Births(
                                Integer.parseInt(found.group(1)),
                                Double.parseDouble(found.group(2).replace(",", ""))));
            } else {
                fault("births", "Line “" + line + "”: write a year and its births, as 2023 6300");
            }
        }
        return new Plan(
                births,
                (int) Math.min(Integer.MAX_VALUE, whole("years")),
                required("share"),
                required("uptake"),
                optional("caseload"),
                optional("weeksPerEpisode"),
                optional("productiveWeeks"),
                optional("teamLow"),
                optional("teamHigh"));
    }

    private List<String> lines(String field) {
        return form.value(field).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    private double required(String field) {
        Double number = optional(field);
        if (number == null && errors.stream().noneMatch(e -> e.field().equals(field))) {
            fault(field, "Enter a number");
        }
        return number == null ? 0 : number;
    }

    private Double optional(String field) {
        String text = form.value(field).strip().replace(",", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number) && text.matches("[-+.0-9eE]+")) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as any other text that is no number
        }
        boolean percent = text.endsWith("%");
        fault(
                field,
                percent
                        ? "Enter a share without %: 0.1 for 10%"
                        : "Enter a number in digits, such as 0.1 or 40");
        return null;
    }

    private long whole(String field) {
        String text = form.value(field).strip().replace(",", "");
        if (!text.matches("-?[0-9]{1,18}")) {
            fault(field, "Enter a whole number");
            return 1;
        }
        return Long.parseLong(text);
    }

    private void fault(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** The form with the problems beside its own fields. */
    PageForm refused(InvalidInput invalid) {
        List<String> chosen = chosen();
        List<FieldProblem> problems =
                invalid.errors().stream().map(error -> problem(error, chosen)).toList();
        return form.with(problems, fields());
    }

    private static FieldProblem problem(FieldError error, List<String> chosen) {
        Matcher at = ERROR_AT.matcher(error.field());
        if (!at.matches()) {
            String field =
                    switch (error.field()) {
                        case "weight", "prevalence" -> "source";
                        case "population" -> "figureId";
                        default -> error.field();
                    };
            return new FieldProblem(field, error.message());
        }
        int number = Integer.parseInt(at.group(2));
        if (at.group(1).equals("strata")) {
            return new FieldProblem("strata", "Line " + (number + 1) + ": " + error.message());
        }
        if (number < chosen.size()) {
            String field = at.group(3).equals("weight") ? "weight-" + chosen.get(number) : "source";
            return new FieldProblem(field, error.message());
        }
        String field =
                switch (at.group(3)) {
                    case "mean" -> "own-mean";
                    case "effectiveSize" -> "own-size";
                    case "label" -> "own-label";
                    default -> "own-weight";
                };
        return new FieldProblem(field, error.message());
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>(List.of("figureId", "whole", "title", "source"));
        library.forEach(entry -> fields.add("weight-" + entry.id()));
        fields.addAll(OWN);
        fields.addAll(List.of("pattern", "odds", "strata", "need", "at", "areas", "served"));
        fields.addAll(List.of("births", "years", "share", "uptake"));
        fields.addAll(NUMBERS);
        fields.addAll(List.of("coupling", "listError", "chance", "draws", "seed"));
        return fields;
    }
}
