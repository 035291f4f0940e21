package org.scrutineer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure is looked at, followed to its cells and back, and explained by two people at once. */
@Tag("long")
class FiguresBrowserIT extends Journey {

    private static final List<String> RETURNS = List.of(
            "FRT1 Dec 18.xlsx",
            "FRT2 Dec 18 CORRECTED.xlsx",
            "First Response 3 - Dec 2018.xlsx",
            "FRT 4 monthly return december.xlsx",
            "Published figures 2015 to 2018.xlsx");

    private static final String EXPLAIN = "/commentary/head-of-first-response/2018-12/AS01";

    @TempDir
    static Path folder;

    @Test
    void aFigureLeadsToItsCellsAndIsExplainedByTwoAtOnce() throws Exception {
        Path input = Files.createDirectories(folder.resolve("input"));
        Path december = Files.createDirectories(input.resolve("2018-12"));
        for (String file : RETURNS) {
            Files.copy(Path.of("input/2018-12", file), december.resolve(file));
        }
        run(input);
        try (Served served = Served.start(input, folder.resolve("output"), Path.of("config/catalogue"))) {
            Page admin = window(served);
            admin.navigate(served.firstLink());
            admin.getByLabel("Your name").fill("Ada Example");
            admin.getByLabel("Account name").fill("aexample");
            var ada = new Someone("aexample", Someone.setUp(admin));
            ada.signIn(admin);
            Someone officer = made(served, admin, "cexample", List.of("Data officer: Looks after returns, and starts runs"));
            List<String> owns = List.of(
                    "Owner: Writes why a figure is as it is, and what will be done", "Head of First Response");
            Someone eve = made(served, admin, "eexample", owns);
            Someone finn = made(served, admin, "fexample", owns);

            follow(served, officer);
            explain(served, eve, finn, input);
        }
    }

    private void follow(Served served, Someone officer) {
        Page page = window(served);
        officer.signIn(page);
        page.navigate("/indicators?period=2018-12");
        look(page, "indicators");
        page.getByRole(AriaRole.LINK, Someone.named("Assessments completed within 45 working days")).click();
        look(page, "indicator");
        page.getByRole(AriaRole.LINK, Someone.named("The rows and cells behind this figure")).click();
        assertThat(page.locator(".govuk-inset-text").first()).containsText("The rows sum to the figure");
        look(page, "trace-figure");
        page.locator("summary").first().click();
        page.getByRole(AriaRole.BUTTON, Someone.named("Show them")).click();
        assertThat(page).hasTitle(Pattern.compile("^Error: "));
        look(page, "trace-figure-mistaken");
        page.getByLabel("Why do you need to see them?").fill("A parent asked");
        page.getByRole(AriaRole.BUTTON, Someone.named("Show them")).click();
        assertThat(page.locator("main")).containsText("are shown on this page, this once");
        page.reload();
        assertThat(page.locator("main")).containsText("masked");
        page.locator("main tbody a").first().click();
        assertThat(page.locator("h1")).containsText("feeds");
        look(page, "trace-cell");
        page.navigate("/trace");
        look(page, "trace");
        for (String section : List.of("", "/indicators", "/returns", "/teams", "/problems", "/history")) {
            page.navigate("/catalogue" + section);
            look(page, "catalogue" + section.replace('/', '-'));
        }
    }

    private void explain(Served served, Someone eve, Someone finn, Path input) throws IOException {
        Page first = window(served);
        eve.signIn(first);
        Page second = windowWithoutScript(served);
        finn.signIn(second);
        first.navigate("/commentary?period=2018-12");
        look(first, "commentary");
        first.navigate(EXPLAIN);
        second.navigate(EXPLAIN);
        look(first, "explain");

        first.getByLabel("Day", exactly()).fill("31");
        first.getByRole(AriaRole.BUTTON, Someone.named("Save")).click();
        look(first, "explain-mistaken");
        first.locator(".govuk-error-summary a").first().click();
        assertThat(first.getByLabel("Why", exactly())).isFocused();

        first.getByLabel("Day", exactly()).fill("");
        first.getByLabel("Why", exactly()).fill("Two posts were vacant.");
        first.getByLabel("Action", exactly()).fill("Both are advertised.");
        // The session ends before it is saved: what was typed is there again.
        first.context().clearCookies();
        first.getByRole(AriaRole.BUTTON, Someone.named("Save")).click();
        assertThat(first.locator("h1")).hasText("Sign in");
        eve.signIn(first);
        first.navigate(EXPLAIN);
        assertThat(first.getByLabel("Why", exactly())).hasValue("Two posts were vacant.");
        look(first, "explain-again");
        first.getByRole(AriaRole.BUTTON, Someone.named("Save")).dblclick();
        assertThat(first.locator(".govuk-notification-banner")).containsText("saved");
        look(first, "explained");
        try (Stream<Path> sent = Files.list(input.resolve("pages"))) {
            assertThat(sent).hasSize(1);
        }

        second.getByLabel("Why", exactly()).fill("Referrals rose by a half.");
        second.getByRole(AriaRole.BUTTON, Someone.named("Save")).click();
        assertThat(second.locator(".govuk-error-summary")).containsText("eexample Example explained this figure at");
        assertThat(second.locator("main")).containsText("Two posts were vacant.");
        assertThat(second.getByLabel("Why", exactly())).hasValue("Referrals rose by a half.");
        second.getByRole(AriaRole.BUTTON, Someone.named("Save")).click();
        assertThat(second.locator(".govuk-notification-banner")).containsText("Your explanation is saved.");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void run(Path input) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        System.getProperty("scrutineer.jar", "target/scrutineer.jar"),
                        "--input",
                        input.toString(),
                        "--output",
                        folder.resolve("output").toString(),
                        "run"))
                .inheritIO();
        builder.environment().put("RENDERING_PDF", "false");
        assertThat(builder.start().waitFor()).isZero();
    }
}
