package org.answerable.system;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The Chromium of this machine. Without one, tests fail on CI and are skipped elsewhere. */
final class Browsers implements AutoCloseable {

    private static final List<String> PLACES =
            List.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browsers open() {
        Path chromium = chromium();
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium)
                                        .setHeadless(true)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
        return new Browsers(playwright, browser);
    }

    private static Path chromium() {
        return Stream.concat(Stream.of(System.getenv("CHROMIUM")), PLACES.stream())
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(Browsers::none);
    }

    private static Path none() {
        String message =
                "There is no browser to test with: apt-get install chromium, or set CHROMIUM to the"
                        + " path of a Chromium or Chrome";
        return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
    }

    /** A window with cookies of its own. */
    Screen window(RunningAnswerable server, boolean javaScript) {
        return new Screen(
                server,
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setJavaScriptEnabled(javaScript)
                                .setLocale("en-GB")
                                .setViewportSize(Screen.WIDTH, Screen.HEIGHT)),
                javaScript);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
