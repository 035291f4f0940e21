package org.scrutineer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.browser.Someone.named;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.jar.ServedProgram;

/** A month as its people see it, told in order: from rooms with nothing in them to a figure that was issued. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthBrowserIT extends Journey {

    /** A return is due of each of many teams; these make figures. */
    private static final List<String> ARRIVED = List.of(
            "FRT2 Dec 18 CORRECTED.xlsx",
            "First Response 3 - Dec 2018.xlsx",
            "FRT 4 monthly return december.xlsx",
            "Published figures 2015 to 2018.xlsx");

    private static final Path WRONG = Path.of("input/2018-12/FRT1 Dec 18.xlsx");

    private static final String DECEMBER = "/months/2018-12";
    private static final String EXPLAIN = "/commentary/head-of-first-response/2018-12/AS01";
    private static final String OFFICER = "Data officer: Looks after returns, and starts runs";
    private static final String APPROVER = "Approver: Releases what another person ran";
    private static final List<String> OWNER =
            List.of("Owner: Writes why a figure is as it is, and what will be done", "Head of First Response");

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    static Path folder;

    private static Path input;
    private static Path output;
    private static ServedProgram served;

    /** Everybody who has an account, and the cookies of their browsers. */
    private static final Map<String, Someone> PEOPLE = new HashMap<>();

    private static final Map<String, List<Cookie>> SIGNED_IN = new HashMap<>();

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        input = Files.createDirectories(folder.resolve("input"));
        output = folder.resolve("output");
        served = Served.start(input, output, Path.of("config/catalogue"));
    }

    @AfterAll
    static void end() throws InterruptedException {
        served.close();
    }

    private Page windowOf(String account) {
        return window(served, SIGNED_IN.get(account));
    }

    private void comes(Page administrator, String name, String... ticked) {
        String account = name.substring(0, 1).toLowerCase(Locale.ROOT) + "example";
        Someone one = made(served, administrator, account, name + " Example", List.of(ticked));
        Page page = window(served);
        one.signIn(page);
        PEOPLE.put(account, one);
        SIGNED_IN.put(account, page.context().cookies());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, named(name));
    }

    private static Locator banner(Page page) {
        return page.locator(".govuk-notification-banner");
    }

    private static Locator problems(Page page) {
        return page.locator(".govuk-error-summary");
    }

    /** Waits for work that takes longer than a page. */
    private static void waitFor(Locator part, String text) {
        assertThat(part).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(180_000));
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /** Their session ends while they type; they send the form, sign in again, and are back on its page. */
    private static void signsInAgain(Page page, String account, String send) {
        page.context().clearCookies();
        button(page, send).click();
        assertThat(page.locator("h1")).hasText("Sign in");
        PEOPLE.get(account).signInHere(page);
        assertThat(page.locator("main")).containsText("What you had typed before is here again. It is not saved yet.");
        SIGNED_IN.put(account, page.context().cookies());
    }

    @Test
    @Order(1)
    void roomsAreEmptyAtFirst() throws Exception {
        Page admin = window(served);
        admin.navigate(served.firstLink());
        admin.getByLabel("Your name").fill("Gina Example");
        admin.getByLabel("Account name").fill("gexample");
        new Someone("gexample", Someone.setUp(admin)).signIn(admin);
        comes(admin, "Cara", OFFICER);
        comes(admin, "Hal", OFFICER);
        comes(admin, "Ada", APPROVER);
        comes(admin, "Ben", APPROVER);
        comes(
                admin,
                "Dan",
                "Submitter: Sends returns for a team, and sees what became of them",
                "First Response Team 1");
        comes(admin, "Eve", OWNER.toArray(String[]::new));
        comes(admin, "Finn", OWNER.toArray(String[]::new));
        comes(admin, "Vic", "Viewer: Sees what was issued");

        Page officer = windowOf("cexample");
        for (String room : List.of(
                DECEMBER,
                "/upload",
                "/runs",
                "/runs/again",
                "/release",
                "/indicators",
                "/commentary",
                "/trace",
                "/catalogue",
                "/audit")) {
            officer.navigate(room);
            look(officer, "empty" + room);
        }
        Page viewer = windowOf("vexample");
        viewer.navigate("/runs");
        assertThat(viewer.locator("h1")).hasText("You cannot see this page");
        look(viewer, "denied");
        viewer.navigate("/nowhere");
        look(viewer, "not-found");
    }

    @Test
    @Order(2)
    void aSubmitterIsToldAtOnceWhatToCorrectAndUploadsOnceHoweverOftenTheButtonIsPressed() throws IOException {
        Page page = windowOf("dexample");
        page.navigate("/upload");
        button(page, "Upload").click();
        assertThat(problems(page)).containsText("Choose at least one file.");
        look(page, "upload-mistaken");
        page.navigate("/upload");
        page.locator("input[type=file]").setInputFiles(WRONG);
        lookAndKeep(page, "upload");
        button(page, "Upload").dblclick();
        assertThat(page.locator("h1")).hasText("What became of your files");
        waitFor(page.locator("main"), "The file has been looked at.");
        assertThat(count(input.resolve("handed-in"))).isOne();
        look(page, "uploaded");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See the return")).click();
        assertThat(page.locator("h1")).containsText("First Response Team 1");
        assertThat(page.locator("main")).containsText("To correct or confirm:");
        assertThat(page.locator("main")).not().containsText("Amend");
        lookAndKeep(page, "return");

        page.goBack();
        page.goBack();
        assertThat(page.locator("h1")).hasText("Upload returns");
        page.locator("input[type=file]").setInputFiles(WRONG);
        button(page, "Upload").click();
        assertThat(page.locator("main")).containsText("These very bytes were received before");
        assertThat(count(input.resolve("handed-in"))).isOne();
        page.navigate(DECEMBER);
        assertThat(page.locator("main")).containsText("First Response Team 1");
        assertThat(page.locator("main")).not().containsText("First Response Team 2");
        look(page, "month-of-submitter");
        page.navigate("/runs");
        assertThat(page.locator("h1")).hasText("You cannot see this page");
    }

    @Test
    @Order(3)
    void anOfficerSeesWhatARunWouldTouchAndRunsItOnce() throws IOException {
        Path december = Files.createDirectories(input.resolve("2018-12"));
        for (String file : ARRIVED) {
            Files.copy(Path.of("input/2018-12", file), december.resolve(file));
        }
        Page page = windowOf("cexample");
        page.navigate("/runs");
        button(page, "Show what a run would touch").click();
        waitFor(page.locator("#work"), "Nothing was stored, published or sent.");
        assertThat(count(output.resolve("publications"))).isZero();
        lookAndKeep(page, "preview");
        button(page, "Run it").dblclick();
        assertThat(page.locator("h1")).hasText("Running what has arrived");
        waitFor(page.locator("#work"), "returns are checked");
        lookAndKeep(page, "run-at-work");
        String work = page.url();

        page.navigate(DECEMBER);
        page.navigate(work);
        waitFor(page.locator("#work"), "Periods worked on");
        look(page, "run-done");
        link(page, "Run 1").click();
        assertThat(page.locator("h1")).hasText("Run 1, December 2018");
        look(page, "run");
        page.navigate("/runs");
        assertThat(page.locator("table tbody tr")).hasCount(1);
        lookAndKeep(page, "runs");
        page.navigate(DECEMBER);
        lookAndKeep(page, "month");
    }

    @Test
    @Order(4)
    void aFigureLeadsToItsCellsAndACellBackToItsFigures() {
        Page page = windowOf("cexample");
        page.navigate("/indicators?period=2018-12");
        lookAndKeep(page, "indicators");
        link(page, "Assessments completed within 45 working days").click();
        lookAndKeep(page, "indicator");
        link(page, "The rows and cells behind this figure").click();
        assertThat(page.locator(".govuk-inset-text").first()).containsText("The rows sum to the figure");
        lookAndKeep(page, "trace-figure");
        page.locator("summary").first().click();
        button(page, "Show them").click();
        assertThat(page).hasTitle(Pattern.compile("^Error: "));
        look(page, "trace-figure-mistaken");
        page.getByLabel("Why do you need to see them?").fill("A parent asked");
        button(page, "Show them").click();
        assertThat(page.locator("main")).containsText("are shown on this page, this once");
        page.reload();
        assertThat(page.locator("main")).containsText("masked");
        page.locator("main tbody a").first().click();
        assertThat(page.locator("h1")).containsText("feeds");
        look(page, "trace-cell");
        page.locator("main tbody a").first().click();
        assertThat(page.locator("h1")).containsText("Rows behind");
        page.navigate("/trace");
        look(page, "trace");
        page.navigate("/audit?action=trace");
        look(page, "audit-none");
    }

    @Test
    @Order(5)
    void twoOfficersRunThePeriodAgainAndOneOfThemIsTold() throws IOException {
        Page submitter = windowOf("dexample");
        submitter.navigate("/upload");
        submitter.locator("input[type=file]").setInputFiles(corrected());
        button(submitter, "Upload").click();
        waitFor(submitter.locator("main"), "The file has been looked at.");
        assertThat(submitter.locator("main")).containsText("It can be counted");

        Page first = windowOf("cexample");
        Page second = windowOf("hexample");
        for (Page page : List.of(first, second)) {
            page.navigate("/runs/again?from=2018-12");
        }
        button(first, "Run it").click();
        assertThat(problems(first)).containsText("Say why, as December 2018 has been published before");
        look(first, "again-mistaken");
        first.getByLabel("Why").fill("Team 1 has corrected its return");
        second.getByLabel("Why").fill("Team 1 has sent again");
        button(first, "Run it").dblclick();
        assertThat(first.locator("h1")).hasText("Running December 2018 again");
        button(second, "Run it").click();
        assertThat(second.locator("h1")).hasText("This was changed meanwhile");
        assertThat(second.locator("main")).containsText("Something that cexample has asked for is still at work.");
        look(second, "overtaken");

        waitFor(first.locator("#work"), "Periods worked on");
        link(first, "Run 2").click();
        assertThat(first.locator("main")).containsText("Team 1 has corrected its return");
        assertThat(first.locator("main")).containsText("figures are not what was published before.");
        look(first, "run-again");
        first.navigate("/runs");
        assertThat(first.locator("table tbody tr")).hasCount(2);
        submitter.navigate(DECEMBER);
        link(submitter, "Team performance return of First Response Team 1").click();
        assertThat(submitter.locator("main")).containsText("Difference to the attempt before");
        look(submitter, "return-corrected");
    }

    @Test
    @Order(6)
    void aCellIsAmendedOnceAndWhatWasTypedOutlivesTheSession() {
        Page page = windowOf("hexample");
        page.navigate(DECEMBER);
        link(page, "Team performance return of First Response Team 3").click();
        look(page, "return-of-officer");
        link(page, "Sheets, columns and values as we read them").click();
        look(page, "reading");
        page.goBack();
        button(page, "Leave a row out").click();
        look(page, "exclude");
        page.goBack();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Amend cell")))
                .first()
                .click();
        assertThat(page.getByLabel("Sheet")).hasValue("Assessments");
        button(page, "Amend the cell").click();
        look(page, "amend-mistaken");
        page.getByLabel("Why", exactly()).fill("The team said so on the telephone.");
        signsInAgain(page, "hexample", "Amend the cell");
        assertThat(page.getByLabel("Why", exactly())).hasValue("The team said so on the telephone.");
    }

    @Test
    @Order(7)
    void aFigureIsExplainedByTwoAtOnceAndNeitherIsLost() throws IOException {
        Page first = windowOf("eexample");
        Page second = windowWithoutScript(served, SIGNED_IN.get("fexample"));
        first.navigate("/commentary?period=2018-12");
        look(first, "commentary");
        first.navigate(EXPLAIN);
        second.navigate(EXPLAIN);
        first.getByLabel("Day", exactly()).fill("31");
        button(first, "Save").click();
        look(first, "explain-mistaken");
        link(first, "Enter why the figure is what it is.").click();
        assertThat(first.getByLabel("Why", exactly())).isFocused();

        first.getByLabel("Day", exactly()).fill("");
        first.getByLabel("Why", exactly()).fill("Two posts were vacant.");
        first.getByLabel("Action", exactly()).fill("Both are advertised.");
        signsInAgain(first, "eexample", "Save");
        assertThat(first.getByLabel("Why", exactly())).hasValue("Two posts were vacant.");
        lookAndKeep(first, "explain");
        button(first, "Save").dblclick();
        assertThat(banner(first)).containsText("saved");
        assertThat(first.locator("main")).not().containsText("What you had typed before");
        look(first, "explained");
        assertThat(count(input.resolve("pages"))).isOne();

        second.getByLabel("Why", exactly()).fill("Referrals rose by a half.");
        button(second, "Save").click();
        assertThat(problems(second)).containsText("Eve Example explained this figure at");
        assertThat(second.locator("main")).containsText("Two posts were vacant.");
        assertThat(second.getByLabel("Why", exactly())).hasValue("Referrals rose by a half.");
        button(second, "Save").click();
        assertThat(banner(second)).containsText("Your explanation is saved.");
    }

    @Test
    @Order(8)
    void twoApproveAtOnceAndWhatIsIssuedIsByteForByteWhatWasPublished() throws IOException {
        Page first = windowOf("aexample");
        Page second = windowOf("bexample");
        for (Page page : List.of(first, second)) {
            page.navigate("/release?period=2018-12");
            page.locator("a[href='/release/2/committee']").click();
        }
        look(first, "draft");
        first.getByLabel("Day").fill("31");
        button(first, "Approve").click();
        assertThat(problems(first)).containsText("Enter the time the embargo ends, such as 9:30am.");
        look(first, "approve-mistaken");
        first.goBack();
        lookAndKeep(first, "release");
        button(second, "Approve").dblclick();
        assertThat(banner(second)).containsText("It is approved");
        button(first, "Approve").click();
        assertThat(first.locator("h1")).hasText("This was changed meanwhile");
        assertThat(first.locator("main"))
                .containsText("was approved by Ben Example, deputy, for Director of Social Work.");

        Page officer = windowOf("cexample");
        officer.navigate("/release/2/committee");
        look(officer, "approved");
        button(officer, "Issue now").dblclick();
        assertThat(officer.locator("main")).containsText("Issued");
        officer.navigate("/audit?action=release-issued");
        assertThat(officer.locator("table tbody tr", new Page.LocatorOptions().setHasText("committee of 2018-12")))
                .hasCount(1);
        look(officer, "audit");
        button(officer, "Verify all entries").click();
        assertThat(banner(officer)).containsText("are what was written");
        look(officer, "audit-verified");

        Page viewer = windowOf("vexample");
        viewer.navigate("/release");
        viewer.locator("a[href='/release/2/committee']").click();
        look(viewer, "issued");
        Download download = viewer.waitForDownload(() -> link(viewer, "performance-2018-12-committee.xlsx").click());
        assertThat(download.path())
                .hasSameBinaryContentAs(output.resolve(
                        "publications/2018-12/run-0002/committee/performance-2018-12-committee.xlsx"));
        link(viewer, "Look at its scorecard and other sheets").click();
        look(viewer, "sheet");

        first.navigate("/release/2/committee");
        first.getByLabel("Why it is withdrawn").fill("the denominator was wrong");
        signsInAgain(first, "aexample", "Withdraw");
        button(first, "Withdraw").click();
        assertThat(banner(first)).containsText("It is withdrawn.");
        look(first, "withdrawn");
        viewer.navigate("/release/2/committee");
        assertThat(viewer.locator("h1")).hasText("Page not found");
    }

    @Test
    @Order(9)
    void allWorksByKeyboardAloneAndItIsSeenWhereOneIs() {
        Page page = windowOf("cexample");
        for (String room : List.of(DECEMBER, "/upload", "/runs", "/runs/again", "/indicators", "/audit", "/account")) {
            page.navigate(room);
            walk(page, room);
        }
        page.navigate(DECEMBER);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.closest('main') !== null")).isEqualTo(true);
    }

    @Test
    @Order(9)
    void allButTheMovingPartsWorksWithoutScript() {
        Page page = windowWithoutScript(served, SIGNED_IN.get("cexample"));
        page.navigate("/runs");
        button(page, "Show what a run would touch").click();
        for (int looks = 0; page.getByRole(AriaRole.LINK, named("look again")).count() > 0; looks++) {
            assertThat(looks).isLessThan(180);
            page.waitForTimeout(1_000);
            link(page, "look again").click();
        }
        assertThat(page.locator("main")).containsText("Nothing was stored, published or sent.");
        page.navigate("/upload");
        page.locator("input[type=file]").setInputFiles(WRONG);
        button(page, "Upload").click();
        assertThat(page.locator("main")).containsText("These very bytes were received before");
        page.navigate(DECEMBER);
        link(page, "Indicators").click();
        link(page, "Assessments completed within 45 working days").click();
        assertThat(page.locator("h1")).containsText("Assessments completed within 45 working days");
    }

    @Test
    @Order(10)
    void whatIsTooLargeIsRefusedOnThePage() throws IOException {
        Page page = windowOf("dexample");
        for (int megabytes : List.of(20, 21)) {
            page.navigate("/upload");
            page.locator("input[type=file]").setInputFiles(large(megabytes));
            button(page, "Upload").click();
            assertThat(page.locator("h1")).hasText("What became of your files");
            assertThat(problems(page))
                    .containsText(
                            megabytes == 20
                                    ? "large-20.xlsx: "
                                    : "large-21.xlsx: It has 21 MB; expected at most 20 MB. Take out sheets and"
                                            + " pictures that are not asked for.");
        }
        look(page, "upload-refused");
        page.navigate("/upload");
        page.locator("input[type=file]").setInputFiles(large(230));
        button(page, "Upload").click();
        assertThat(problems(page))
                .containsText("What you chose is more than 10 files of 20 MB. Nothing of it was kept.");
        look(page, "upload-too-large");
    }

    @Test
    @Order(11)
    void aFaultOfTheServerIsToldWithoutItsDetails() throws IOException {
        Path workbook = output.resolve("publications/2018-12/run-0002/trust/performance-2018-12-trust.xlsx");
        Files.move(workbook, folder.resolve("taken-away.xlsx"));
        Page page = windowOf("cexample");
        page.navigate("/release/2/trust/sheets/Scorecard");
        assertThat(page.locator("h1")).hasText("Sorry, there is a problem");
        assertThat(page.locator("main")).not().containsText("Exception");
        look(page, "fault");
        Files.move(folder.resolve("taken-away.xlsx"), workbook);
    }

    /** The return with what was asked about it answered, prepared a day later. */
    private static Path corrected() throws IOException {
        Path file = folder.resolve("FRT1 Dec 18 CORRECTED.xlsx");
        try (InputStream wrong = Files.newInputStream(WRONG);
                var workbook = new XSSFWorkbook(wrong);
                OutputStream out = Files.newOutputStream(file)) {
            for (Row row : workbook.getSheet("Return")) {
                if (row.getCell(0).getStringCellValue().equals("Prepared on")) {
                    Cell preparedOn = row.getCell(1);
                    preparedOn.setCellValue(preparedOn.getNumericCellValue() + 1);
                }
            }
            var cell = new CellReference("D48");
            workbook.getSheet("Assessments").getRow(cell.getRow()).createCell(cell.getCol()).setCellValue("Yes");
            workbook.write(out);
        }
        return file;
    }

    /** A file of so many megabytes that is no workbook. */
    private static Path large(int megabytes) throws IOException {
        Path file = folder.resolve("large-" + megabytes + ".xlsx");
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength((long) megabytes * MEGABYTE);
        }
        return file;
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
