package org.answerable.web.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our components give the HTML that govuk-frontend publishes for the same request. Where they
 * differ on purpose, {@link #asWeMeanIt} says in what and why.
 */
class GovukComponentsTest {

    private static final Path TEMPLATES = Path.of("src/main/jte/govuk");
    private static final List<String> COMPONENTS =
            List.of(
                    "breadcrumbs",
                    "button",
                    "checkboxes",
                    "date-input",
                    "details",
                    "error-message",
                    "error-summary",
                    "file-upload",
                    "hint",
                    "input",
                    "inset-text",
                    "label",
                    "notification-banner",
                    "pagination",
                    "radios",
                    "select",
                    "summary-list",
                    "tag",
                    "textarea",
                    "warning-text");

    static Stream<Fixture> fixtures() {
        return COMPONENTS.stream().flatMap(component -> Fixture.of(component).stream());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_component_gives_the_html_that_govuk_frontend_publishes(Fixture fixture) {
        Element ours = Jsoup.parseBodyFragment(Rendered.of(fixture)).body();
        Element published = Jsoup.parseBodyFragment(fixture.html()).body();

        asWeMeanIt(fixture, published, ours);

        assertThat(NormalHtml.of(ours)).isEqualTo(NormalHtml.of(published));
    }

    @Test
    void every_template_is_held_against_a_fixture() throws IOException {
        fixtures().forEach(Rendered::of);

        try (Stream<Path> files = Files.list(TEMPLATES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".jte", "")))
                    .containsExactlyInAnyOrderElementsOf(Rendered.used());
        }
    }

    private static void asWeMeanIt(Fixture fixture, Element published, Element ours) {
        switch (fixture.component()) {
            case "input", "select", "file-upload", "radios", "checkboxes" ->
                    nameIsId(fixture, published);
            case "textarea" -> {
                nameIsId(fixture, published);
                // What people paste may be written from right to left.
                ours.select("textarea[dir=auto]").removeAttr("dir");
            }
            case "date-input" -> date(fixture, published);
            // A hint, an error and a label always belong to a field, so they always say to which.
            case "hint" -> published.child(0).attr("id", "asked-hint");
            case "error-message" -> published.child(0).attr("id", "asked-error");
            case "label" -> published.child(0).attr("for", fixture.text("for", "asked"));
            case "pagination" -> pagination(fixture, published);
            default -> {
                // The same to the letter.
            }
        }
        if (fixture.component().equals("select")) {
            // A choice that cannot be taken is not offered.
            published.select("option[disabled]").removeAttr("disabled");
        }
        if (fixture.component().equals("checkboxes") && !fixture.has("fieldset")) {
            // Our questions always have a legend: compare the choices only.
            reduceTo(published, ".govuk-checkboxes");
            reduceTo(ours, ".govuk-checkboxes");
        }
    }

    /** Our fields have one word for name and id, so that an error leads to its field. */
    private static void nameIsId(Fixture fixture, Element published) {
        published.select("[name]").attr("name", Rendered.nameOf(fixture));
    }

    /**
     * The id of the whole field is on the day, where an error is to lead; the parts are sent under
     * the name of the field.
     */
    private static void date(Fixture fixture, Element published) {
        String name = Rendered.nameOf(fixture);
        published.select(".govuk-date-input").attr("id", name + "-parts");
        for (String part : List.of("day", "month", "year")) {
            published.select("#" + name + "-" + part).attr("name", name + "-" + part);
        }
        published.select("#" + name + "-day").attr("id", name);
        published.select("label[for=" + name + "-day]").attr("for", name);
    }

    /** Our addresses are those of the list; of many pages we show one on each side, not two. */
    private static void pagination(Fixture fixture, Element published) {
        if (fixture.name().equals("with many pages")) {
            published.select("li:has([aria-label=Page 8]), li:has([aria-label=Page 12])").remove();
        }
        String current = published.select("[aria-current=page]").text();
        for (Element link : published.select("a")) {
            int page =
                    switch (link.attr("rel")) {
                        case "prev" -> Integer.parseInt(current) - 1;
                        case "next" -> Integer.parseInt(current) + 1;
                        default -> Integer.parseInt(link.text());
                    };
            link.attr("href", "/list?page=" + page);
        }
    }

    private static void reduceTo(Element root, String selector) {
        Element kept = root.selectFirst(selector);
        root.empty().appendChild(kept);
    }
}
