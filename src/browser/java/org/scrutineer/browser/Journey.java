package org.scrutineer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** What journeys have in common: a browser, windows of it, axe, pictures. */
public abstract class Journey {

    private static final int WIDE = 1280;

    /** The narrowest telephone that is asked for. */
    private static final int NARROW = 360;

    private static final int HEIGHT = 900;

    private static Playwright playwright;
    private static Browser browser;

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setChromiumSandbox(false)
                        .setHeadless(true)
                        .setArgs(List.of("--disable-dev-shm-usage")));
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
        playwright.close();
    }

    @AfterEach
    void closeWindows() {
        windows.forEach(BrowserContext::close);
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    /** A browser of somebody else: nothing is shared with those opened before. */
    protected Page window(Served served) {
        return window(served, new Browser.NewContextOptions());
    }

    /** The same in which no script runs. */
    protected Page windowWithoutScript(Served served) {
        return window(served, new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private Page window(Served served, Browser.NewContextOptions options) {
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

    /** Makes an account, as an administrator who is signed in, and sets it up in a window of its own. */
    protected Someone made(Served served, Page administrator, String account, List<String> ticked) {
        administrator.navigate("/accounts/new");
        administrator.getByLabel("Account name").fill(account);
        administrator.getByLabel("Name of the person").fill(account + " Example");
        ticked.forEach(label -> administrator.getByLabel(label).check());
        administrator.getByRole(AriaRole.BUTTON, Someone.named("Make the account")).click();
        String link = administrator.locator("#link").textContent();
        Page own = window(served);
        own.navigate(link.substring(link.indexOf("/join/")));
        return new Someone(account, Someone.setUp(own));
    }

    /** Looks a page over, wide and narrow: axe finds nothing, nothing is wider than the window, and a picture is kept. */
    protected static void look(Page page, String name) {
        for (int width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, HEIGHT);
            List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
            assertThat(violations.stream()
                            .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                    + rule.getNodes().stream()
                                            .map(node -> node.getHtml())
                                            .toList()))
                    .as("%s, %s pixels wide", name, width)
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits into %s pixels", name, width)
                    .isEqualTo(true);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", name + "-" + width + ".png"))
                    .setFullPage(true));
        }
        page.setViewportSize(WIDE, HEIGHT);
    }
}
