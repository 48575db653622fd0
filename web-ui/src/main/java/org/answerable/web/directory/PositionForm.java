package org.answerable.web.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Need;
import org.answerable.directory.Position;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.PositionTerms;
import org.answerable.directory.PositionTerms.Approach;
import org.answerable.directory.Programme;
import org.answerable.directory.Tier;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;

/** The fields of a commissioning position. */
final class PositionForm {

    static final List<String> FIELDS =
            List.of(
                    "commissioner",
                    "need",
                    "tier",
                    "areas",
                    "from",
                    "to",
                    "status",
                    "approach",
                    "programmes",
                    "services",
                    "statement",
                    "declaredBy",
                    "declaredOn",
                    "evidence",
                    "reason");

    private PositionForm() {}

    static PositionTerms terms(PageForm form) {
        FormReader read = new FormReader(form);
        PositionTerms terms =
                new PositionTerms(
                        read.text("commissioner"),
                        read.text("need"),
                        read.choice("tier", Tier.class),
                        read.words("areas"),
                        read.date("from"),
                        read.date("to"),
                        read.choice("status", PositionStatus.class),
                        read.choice("approach", Approach.class),
                        form.all("programmes"),
                        read.lines("services").stream().map(ContractForm::serviceId).toList(),
                        read.text("statement"),
                        read.text("declaredBy"),
                        read.date("declaredOn"),
                        read.text("evidence"));
        read.done();
        return terms;
    }

    static PageForm of(Position position) {
        PositionTerms terms = position.terms();
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, String> single = new LinkedHashMap<>();
        single.put("version", Integer.toString(position.version()));
        single.put("commissioner", terms.commissioner());
        single.put("need", terms.need());
        single.put("tier", terms.tier() == null ? "" : terms.tier().name());
        single.put("areas", String.join("\n", terms.areas()));
        single.put("status", terms.status().name());
        single.put("approach", terms.approach().name());
        single.put("services", String.join("\n", terms.services()));
        single.put("statement", terms.statement());
        single.put("declaredBy", terms.declaredBy());
        single.put("evidence", terms.evidence());
        single.putAll(DateParts.of("from", terms.from()));
        if (terms.to() != null) {
            single.putAll(DateParts.of("to", terms.to()));
        }
        single.putAll(DateParts.of("declaredOn", terms.declaredOn()));
        single.forEach((field, value) -> values.put(field, List.of(value)));
        values.put("programmes", terms.programmes());
        return new PageForm(values, List.of());
    }

    static Map<String, List<Option>> options(List<Need> needs, List<Programme> programmes) {
        List<Option> tiers = new ArrayList<>();
        tiers.add(new Option("", "Every tier"));
        tiers.addAll(ContractLineForm.tiers());
        return Map.of(
                "need",
                ContractLineForm.first(
                        "Choose a need",
                        needs.stream().map(n -> new Option(n.code(), n.term())).toList()),
                "tier",
                tiers,
                "status",
                Arrays.stream(PositionStatus.values())
                        .map(s -> new Option(s.name(), s.label(), s.meaning()))
                        .toList(),
                "approach",
                Arrays.stream(Approach.values()).map(a -> new Option(a.name(), a.label())).toList(),
                "programmes",
                programmes.stream().map(p -> new Option(p.code(), p.name())).toList());
    }
}
