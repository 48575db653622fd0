package org.answerable.web.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.PrevalenceRevision;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;

/** The form of an entry of the prevalence library: filled, read, and shown again with what is wrong. */
final class PrevalenceForm {

    private static final String BASED_ON = "basedOn";
    private static final List<String> FIELDS =
            List.of(
                    "measure",
                    "population",
                    "share",
                    "spread",
                    "low",
                    "high",
                    "logitDeviation",
                    "effectiveSize",
                    "studies",
                    "people",
                    "citation",
                    "caveat",
                    "asOf",
                    "owner",
                    "reason");

    private PrevalenceForm() {}

    static PageForm filled(Prevalence kept) {
        Map<String, String> values = new HashMap<>(DateParts.of("asOf", kept.asOf()));
        values.put(BASED_ON, Integer.toString(kept.version()));
        values.put("measure", kept.measure());
        values.put("population", kept.population());
        values.put("share", PrevalenceWords.plain(kept.share()));
        values.put("spread", kept.spread().kind().name());
        values.put("effectiveSize", PrevalenceWords.plain(kept.spread().effectiveSize()));
        values.put("logitDeviation", PrevalenceWords.plain(kept.spread().logitDeviation()));
        values.put("low", PrevalenceWords.plain(kept.spread().low()));
        values.put("high", PrevalenceWords.plain(kept.spread().high()));
        values.put("studies", count(kept.studies()));
        values.put("people", count(kept.people()));
        values.put("citation", kept.citation().orElse(""));
        values.put("caveat", kept.caveat());
        values.put("owner", kept.owner());
        return PageForm.filled(values);
    }

    private static String count(Optional<Integer> count) {
        return count.map(Object::toString).orElse("");
    }

    /**
     * @param id empty for a new entry
     * @throws InvalidInput the form holds a field that it does not have
     */
    static PrevalenceRevision revision(String id, PageForm form) {
        refuseOthers(form);
        String basedOn = form.value(BASED_ON);
        return new PrevalenceRevision(
                id,
                basedOn.matches("\\d{1,9}") ? Integer.parseInt(basedOn) : 0,
                form.value("measure"),
                form.value("population"),
                form.value("share"),
                form.value("spread"),
                form.value("effectiveSize"),
                form.value("logitDeviation"),
                form.value("low"),
                form.value("high"),
                form.value("studies"),
                form.value("people"),
                form.value("citation"),
                form.value("caveat"),
                DateParts.iso(form, "asOf"),
                form.value("owner"),
                form.value("reason"));
    }

    /** Names that begin with a low line are those of the site itself. */
    private static void refuseOthers(PageForm form) {
        Set<String> known = new HashSet<>(FIELDS);
        known.addAll(List.of(BASED_ON, "asOf-day", "asOf-month", "asOf-year"));
        List<FieldError> others = new ArrayList<>();
        for (String name : form.values().keySet()) {
            if (!known.contains(name) && !name.startsWith("_")) {
                others.add(
                        new FieldError(
                                "",
                                "The form has no field of this name, so nothing was recorded: "
                                        + name));
            }
        }
        if (!others.isEmpty()) {
            throw new InvalidInput(others);
        }
    }

    static PageForm refused(InvalidInput invalid, PageForm form) {
        return CohortProblems.of(invalid, form, FIELDS);
    }

    /**
     * Somebody recorded a version meanwhile: what was typed stays. Sending it again, knowing that, makes
     * the version after theirs.
     */
    static PageForm changedMeanwhile(PageForm form, Prevalence now, String message) {
        return form.alsoWith(BASED_ON, Integer.toString(now.version()))
                .with(List.of(new FieldProblem("", message)), FIELDS);
    }
}
