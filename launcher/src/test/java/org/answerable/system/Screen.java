package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A browser window in which every page that is opened is checked: for accessibility, structure, width
 * and what the browser complains about. With JavaScript, links and buttons are used by the keyboard;
 * without, by the mouse.
 */
final class Screen implements AutoCloseable {

    static final int WIDTH = 1280;
    static final int HEIGHT = 900;
    private static final int NARROW = 320;
    private static final int PATIENCE = 15_000;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final RunningAnswerable server;
    private final BrowserContext context;
    private final Page page;
    private final boolean javaScript;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, String> pathByTitle = new HashMap<>();
    private int loaded;
    private int status;
    private boolean posted;

    Screen(RunningAnswerable server, BrowserContext context, boolean javaScript) {
        this.server = server;
        this.context = context;
        this.javaScript = javaScript;
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onLoad(opened -> loaded++);
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add("script error: " + error));
        page.onResponse(this::look);
        context.onRequest(
                request -> {
                    if (!request.url().startsWith(server.address("/").toString())) {
                        complaints.add("request to " + request.url());
                    }
                });
    }

    private void listen(ConsoleMessage message) {
        // A page that is itself an error page is told of, too; its status is checked elsewhere.
        boolean own =
                message.text().startsWith("Failed to load resource")
                        && message.location().startsWith(page.url());
        if (!own && List.of("error", "warning").contains(message.type())) {
            complaints.add("console: " + message.text());
        }
    }

    private void look(Response response) {
        if (response.request().isNavigationRequest()) {
            status = response.status();
            posted = response.request().method().equals("POST");
        } else if (response.status() >= 400) {
            complaints.add(response.status() + " for " + response.url());
        }
    }

    Screen signIn(String username) {
        open("/sign-in");
        fill("User name", username);
        fill("Password", "demo-" + username);
        return press("Sign in");
    }

    Screen open(String path) {
        return opening(() -> page.navigate(server.address(path).toString()));
    }

    /** Uses the button or the link of this name in the content of the page. */
    Screen press(String name) {
        return opening(() -> use(named(page.locator("main"), name)));
    }

    private static Locator named(Locator where, String name) {
        Locator.GetByRoleOptions exactly =
                new Locator.GetByRoleOptions().setName(name).setExact(true);
        return where.getByRole(AriaRole.BUTTON, exactly)
                .or(where.getByRole(AriaRole.LINK, exactly));
    }

    private void use(Locator control) {
        if (javaScript) {
            control.focus();
            page.keyboard().press("Enter");
        } else {
            control.click();
        }
    }

    /** Waits for the next page, and checks it. */
    private Screen opening(Runnable action) {
        int before = loaded;
        action.run();
        page.waitForCondition(() -> loaded > before);
        isWell();
        return this;
    }

    Screen fill(String label, String text) {
        labelled(page.locator("main"), label).fill(text);
        return this;
    }

    Screen fillDate(String legend, int day, int month, int year) {
        Locator group =
                page.getByRole(
                        AriaRole.GROUP, new Page.GetByRoleOptions().setName(legend).setExact(true));
        labelled(group, "Day").fill(Integer.toString(day));
        labelled(group, "Month").fill(Integer.toString(month));
        labelled(group, "Year").fill(Integer.toString(year));
        return this;
    }

    Screen select(String label, String value) {
        labelled(page.locator("main"), label).selectOption(value);
        return this;
    }

    /** Marks a radio button. */
    Screen choose(String label) {
        Locator radio = labelled(page.locator("main"), label);
        if (javaScript) {
            radio.focus();
            page.keyboard().press("Space");
        } else {
            radio.check();
        }
        assertThat(radio.isChecked()).as(label).isTrue();
        return this;
    }

    /** Opens what is folded away under this summary. */
    Screen unfold(String summary) {
        Locator fold =
                page.locator("summary", new Page.LocatorOptions().setHasText(summary)).first();
        use(fold);
        return this;
    }

    Screen attach(String label, Path file) {
        labelled(page.locator("main"), label).setInputFiles(file);
        return this;
    }

    private static Locator labelled(Locator where, String label) {
        return where.getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .filter(new Locator.FilterOptions().setVisible(true));
    }

    /** The page that is shown is this one. */
    Screen shows(String heading) {
        assertThat(page.locator("h1").textContent()).isEqualTo(heading);
        return this;
    }

    Screen says(String... texts) {
        assertThat(page.locator("main").innerText()).contains(texts);
        return this;
    }

    /** The form came back, with these fields at fault. */
    Screen refuses(String... fields) {
        assertThat(status).isEqualTo(422);
        assertThat(page.title()).startsWith("Error: ");
        Locator links = page.locator(".govuk-error-summary a");
        List<String> targets = new ArrayList<>();
        for (Locator link : links.all()) {
            targets.add(link.getAttribute("href").substring(1));
        }
        assertThat(targets).contains(fields);
        for (String target : targets) {
            assertThat(page.locator("[id='" + target + "']").count())
                    .as("the field #%s of the summary", target)
                    .isEqualTo(1);
        }
        if (javaScript) {
            assertThat(focused())
                    .as("the error summary takes focus")
                    .contains("govuk-error-summary");
            links.first().focus();
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id"))
                    .as("the link leads into the field")
                    .isEqualTo(targets.get(0));
        }
        return this;
    }

    int status() {
        return status;
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    /** Paths of this site that the page links to. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        for (Locator link : page.locator("a[href^='/']").all()) {
            links.add(link.getAttribute("href"));
        }
        return links;
    }

    /** Checks whatever page is shown. */
    private void isWell() {
        String where = path() + " (" + page.title() + ")";
        assertThat(status).as(where).isLessThan(500);
        assertThat(page.locator("html").getAttribute("lang")).as(where).isEqualTo("en-GB");
        assertThat(page.locator("h1").count()).as("h1 of " + where).isEqualTo(1);
        assertThat(page.locator("main").count()).as("main of " + where).isEqualTo(1);
        hasItsOwnTitle(where);
        skipsToTheContentFirst(where);
        if (javaScript) {
            isAccessible(where);
        }
        fitsANarrowScreen(where);
        assertThat(complaints).as("complaints on " + where).isEmpty();
    }

    private void hasItsOwnTitle(String where) {
        if (status == 200 && !posted) {
            String other = pathByTitle.putIfAbsent(page.title(), path());
            assertThat(other == null || other.equals(path()))
                    .as("title of %s, also that of %s", where, other)
                    .isTrue();
        }
    }

    private void skipsToTheContentFirst(String where) {
        Object first =
                page.evaluate(
                        "document.querySelector('a[href], button, input, select, textarea,"
                                + " [tabindex]:not([tabindex=\"-1\"])').getAttribute('href')");
        assertThat(first).as("first link of " + where).isEqualTo("#main-content");
    }

    private void isAccessible(String where) {
        List<String> violations = new ArrayList<>();
        for (Rule rule :
                new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(RULES)
                        .analyze()
                        .getViolations()) {
            rule.getNodes()
                    .forEach(
                            node ->
                                    violations.add(
                                            rule.getId()
                                                    + ": "
                                                    + node.getHtml()
                                                    + " "
                                                    + node.getFailureSummary()));
        }
        assertThat(violations).as("accessibility of " + where).isEmpty();
    }

    private void fitsANarrowScreen(String where) {
        page.setViewportSize(NARROW, HEIGHT);
        Object width = page.evaluate("document.documentElement.scrollWidth");
        page.setViewportSize(WIDTH, HEIGHT);
        assertThat((Integer) width).as("width of " + where).isLessThanOrEqualTo(NARROW);
    }

    private String focused() {
        return String.valueOf(page.evaluate("document.activeElement.className"));
    }

    @Override
    public void close() {
        context.close();
    }
}
