package org.scrutineer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.scrutineer.jar.ServedProgram;

/** What journeys have in common: a browser, windows of it, and how every page of every state is looked over. */
// Each has a browser of its own: two go on at the same time, and one may not be used by two threads.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Journey {

    private static final int WIDE = 1280;

    /** The narrowest telephone that is asked for. */
    private static final int NARROW = 360;

    private static final int HEIGHT = 900;

    /** So much of a long page says what it looks like. */
    private static final double PICTURED = 1_800;

    /** Enough for a page on a machine that does much else. */
    private static final double PATIENCE = 30_000;

    /** The folder that pictures of the main pages are written to; none are where it is not given. */
    private static final String PICTURES = System.getProperty("pictures", "");

    private static final String AXE = axe();

    /**
     * What axe finds wrong, each with the elements it is wrong of. Colours take it longest, and are the same narrow and
     * wide.
     */
    private static final String VIOLATIONS =
            """
            async colours => (await axe.run({resultTypes: ['violations'], rules: {'color-contrast': {enabled: colours}}}))
                .violations.map(rule => rule.id + ': ' + rule.help + ' ' + rule.nodes.map(node => node.html).join(' '))
            """;

    /** What the page is wider than, at any depth. */
    private static final String TOO_WIDE =
            """
            () => document.documentElement.scrollWidth <= window.innerWidth ? [] :
                [...document.querySelectorAll('body *')]
                    .filter(each => each.getBoundingClientRect().right > window.innerWidth)
                    .map(each => each.outerHTML.slice(0, 200))
            """;

    /** What can be used and was not come to yet. */
    private static final String NOT_REACHED =
            """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(each => each.checkVisibility() && !each.disabled && each.type !== 'hidden' && each.tabIndex >= 0
                    && !('reached' in each.dataset))
                .map(each => each.outerHTML.slice(0, 200))
            """;

    /** Notes what is come to, and says what it is where it looks no different. */
    private static final String FOCUS =
            """
            () => {
              const here = document.activeElement
              here.dataset.reached = ''
              const look = ['checkbox', 'radio'].includes(here.type)
                ? getComputedStyle(here.nextElementSibling, '::before') : getComputedStyle(here)
              return here === document.body || look.boxShadow !== 'none' || look.outlineStyle !== 'none'
                ? '' : here.outerHTML.slice(0, 200)
            }
            """;

    private Playwright playwright;
    private Browser browser;

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void openBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setChromiumSandbox(false)
                        .setHeadless(true)
                        .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu")));
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
        playwright.close();
    }

    @AfterEach
    void closeWindows() {
        windows.forEach(BrowserContext::close);
        windows.clear();
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).as("what the browser complained of").isEmpty();
    }

    /** A browser of somebody else: nothing is shared with those opened before. */
    protected Page window(ServedProgram served) {
        return window(served, new Browser.NewContextOptions());
    }

    /** The same in which no script runs. */
    protected Page windowWithoutScript(ServedProgram served) {
        return window(served, new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    /** A browser of somebody who has signed in. */
    protected Page window(ServedProgram served, List<Cookie> cookies) {
        return signedIn(window(served), cookies);
    }

    /** The same in which no script runs. */
    protected Page windowWithoutScript(ServedProgram served, List<Cookie> cookies) {
        return signedIn(windowWithoutScript(served), cookies);
    }

    private static Page signedIn(Page page, List<Cookie> cookies) {
        page.context().addCookies(cookies);
        return page;
    }

    private Page window(ServedProgram served, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setBaseURL(served.address())
                .setViewportSize(WIDE, HEIGHT)
                .setLocale("en-GB"));
        windows.add(context);
        Page page = context.newPage();
        // What the content policy refuses is told here.
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    protected static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, Someone.named(name));
    }

    protected static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, Someone.named(name));
    }

    protected static Locator banner(Page page) {
        return page.locator(".govuk-notification-banner");
    }

    protected static Locator problems(Page page) {
        return page.locator(".govuk-error-summary");
    }

    /** Looks a page over, wide and narrow: axe finds nothing, and nothing is wider than the window. */
    protected static void look(Page page, String name) {
        page.evaluate(AXE);
        for (int width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, HEIGHT);
            assertThat((List<?>) page.evaluate(VIOLATIONS, width == WIDE))
                    .as("%s, %s pixels wide", name, width)
                    .isEmpty();
            assertThat((List<?>) page.evaluate(TOO_WIDE))
                    .as("what of %s does not fit into %s pixels", name, width)
                    .isEmpty();
        }
        page.setViewportSize(WIDE, HEIGHT);
    }

    /** The same, and keeps its pictures among those of the main pages where they are wanted. */
    protected static void lookAndKeep(Page page, String name) {
        look(page, name);
        if (!PICTURES.isEmpty()) {
            for (int width : List.of(NARROW, WIDE)) {
                page.setViewportSize(width, HEIGHT);
                double height = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(PICTURES, name + (width == WIDE ? "" : "-narrow") + ".png"))
                        .setFullPage(true)
                        .setClip(0, 0, width, Math.min(height, PICTURED)));
            }
        }
    }

    /** Goes through a page by the tabulator alone: it comes to everything that can be used, and it is seen where it is. */
    protected static void walk(Page page, String name) {
        int most = ((List<?>) page.evaluate(NOT_REACHED)).size();
        for (int step = 0; step <= most; step++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(FOCUS)).as("on %s, where one is cannot be seen", name).isEqualTo("");
        }
        assertThat((List<?>) page.evaluate(NOT_REACHED))
                .as("what of %s the tabulator does not come to", name)
                .isEmpty();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
