package org.answerable.web.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.answerable.web.page.Layout;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The frame that every page has. */
class PageFrameTest {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, PageFrameTest.class.getClassLoader());

    @Test
    void the_skip_link_is_that_of_govuk_frontend_and_comes_first() {
        Fixture fixture = Fixture.of("skip-link").get(0);
        Element published = Jsoup.parseBodyFragment(fixture.html()).body();
        published.child(0).attr("href", "#main-content");

        Document page = page("Cases", false);

        assertThat(page.select("a, button, input").get(0)).isSameAs(skipLink(page));
        Element ours = new Element("body").appendChild(skipLink(page).clone());
        assertThat(NormalHtml.of(ours)).isEqualTo(NormalHtml.of(published));
        assertThat(page.select("main#main-content")).hasSize(1);
    }

    @Test
    void the_language_is_british_english() {
        assertThat(page("Cases", false).select("html").attr("lang")).isEqualTo("en-GB");
    }

    @Test
    void the_title_says_the_page_and_the_brand() {
        assertThat(page("Cases", false).title()).isEqualTo("Cases – Shire Answers");
    }

    @Test
    void the_title_of_a_refused_form_begins_with_error() {
        assertThat(page("Register a request", true).title()).startsWith("Error: Register");
    }

    @Test
    void what_a_name_or_a_title_holds_is_text_and_never_markup() {
        Document page = page("<script>alert(1)</script>", false);

        assertThat(page.title()).startsWith("<script>alert(1)</script>");
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select(".app-account b")).isEmpty();
        assertThat(page.select(".app-account").text()).contains("<b>Ole</b>");
    }

    @Test
    void nothing_is_loaded_from_another_host_and_nothing_is_written_inline() {
        Document page = page("Cases", false);

        assertThat(page.select("[src], link[href]"))
                .isNotEmpty()
                .allSatisfy(
                        element ->
                                assertThat(element.attr("src") + element.attr("href"))
                                        .startsWith("/assets/"));
        assertThat(page.select("style, [style]")).isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(
                        element ->
                                assertThat(element.attributes())
                                        .noneMatch(a -> a.getKey().startsWith("on")));
    }

    @Test
    void the_current_place_is_marked_in_the_navigation() {
        assertThat(page("Cases", false).select("[aria-current=true]").eachText())
                .containsExactly("Cases");
    }

    private static Element skipLink(Document page) {
        return page.selectFirst(".govuk-skip-link");
    }

    private static Document page(String title, boolean refused) {
        Content content = output -> output.writeContent("<h1>Cases</h1>");
        StringOutput output = new StringOutput();
        ENGINE.render(
                "page/layout.jte",
                Map.of(
                        "layout", new SignedInLayout(),
                        "title", title,
                        "content", content,
                        "refused", refused),
                output);
        return Jsoup.parse(output.toString());
    }

    private static final class SignedInLayout extends Layout {

        @Override
        public String brand() {
            return "Shire Answers";
        }

        @Override
        public boolean demonstration() {
            return true;
        }

        @Override
        public String asset(String name) {
            return "/assets/" + name;
        }

        @Override
        public String formToken() {
            return "token";
        }

        @Override
        public boolean signedIn() {
            return true;
        }

        @Override
        public String displayName() {
            return "<b>Ole</b>";
        }

        @Override
        public List<Link> navigation() {
            return List.of(
                    new Link("/cases", "Cases", true),
                    new Link("/disclosures", "Disclosure log", false));
        }
    }
}
