package org.answerable.web.open;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.answerable.foi.Authority;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.DisclosureFacets;
import org.answerable.foi.DisclosureFacets.Facet;
import org.answerable.web.page.Numbers;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;

/** The choices of the log's filters, each with how many of the answers found are of that kind. */
public record LogChoices(List<Authority> authorities, DisclosureFacets facets) {

    public List<Option> authorities(PageForm form) {
        Map<String, String> names =
                authorities.stream().collect(Collectors.toMap(Authority::code, Authority::name));
        return options(
                "All authorities",
                facets.authorities(),
                code -> names.getOrDefault(code, code),
                form.value("authority"));
    }

    public List<Option> outcomes(PageForm form) {
        return options(
                "Any outcome",
                facets.outcomes(),
                name ->
                        List.of(CaseOutcome.values()).stream()
                                .filter(o -> o.name().equals(name))
                                .map(CaseOutcome::label)
                                .findFirst()
                                .orElse(name),
                form.value("outcome"));
    }

    public List<Option> grounds(PageForm form) {
        return options(
                "Any or none", facets.grounds(), Function.identity(), form.value("exemption"));
    }

    public List<Option> years(PageForm form) {
        return options("Any year", facets.years(), Function.identity(), form.value("year"));
    }

    public List<Option> sorts() {
        return List.of(
                new Option("", "Latest published first"),
                new Option("relevance", "Best match first"),
                new Option("answered", "Latest answered first"),
                new Option("oldest", "Earliest answered first"));
    }

    /** What is chosen stays a choice, even when nothing is found. */
    private static List<Option> options(
            String all, List<Facet> facets, Function<String, String> words, String chosen) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", all));
        for (Facet facet : facets) {
            options.add(
                    new Option(
                            facet.value(),
                            words.apply(facet.value())
                                    + " ("
                                    + Numbers.grouped(facet.count())
                                    + ")"));
        }
        if (!chosen.isEmpty() && facets.stream().noneMatch(f -> f.value().equals(chosen))) {
            options.add(new Option(chosen, words.apply(chosen) + " (0)"));
        }
        return options;
    }
}
