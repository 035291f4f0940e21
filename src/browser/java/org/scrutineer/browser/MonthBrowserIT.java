package org.scrutineer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
import org.scrutineer.accounts.Role;
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
    private static final List<String> OFFICE = List.of("head-of-first-response");
    private static final String EXPLAIN = "/commentary/head-of-first-response/2018-12/AS01";
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    static Path folder;

    private static Path input;
    private static Path output;
    private static ServedProgram served;

    private static People people;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        input = Files.createDirectories(folder.resolve("input"));
        output = folder.resolve("output");
        served = Served.start(input, output, Path.of("config/catalogue"));
        people = new People(served);
        people.comes("Cara", Role.OFFICER);
        people.comes("Hal", Role.OFFICER);
        people.comes("Ada", Role.APPROVER);
        people.comes("Ben", Role.APPROVER);
        people.comes("Dan", List.of("first-response-1"), List.of(), Role.SUBMITTER);
        people.comes("Eve", List.of(), OFFICE, Role.OWNER);
        people.comes("Finn", List.of(), OFFICE, Role.OWNER);
        people.comes("Vic", Role.VIEWER);
    }

    @AfterAll
    static void end() throws InterruptedException {
        served.close();
    }

    private Page windowOf(String account) {
        return window(served, people.cookies(account));
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
    private static void signsInAgain(Page page, String account, String send) throws InterruptedException {
        page.context().clearCookies();
        button(page, send).click();
        assertThat(page.locator("h1")).hasText("Sign in");
        people.one(account).signInHere(page);
        assertThat(page.locator("main")).containsText("What you had typed before is here again. It is not saved yet.");
        people.signedIn(account, page.context().cookies());
    }

    @Test
    @Order(1)
    void roomsAreEmptyAtFirst() {
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
        page.navigate(previewedWithoutScript());
        assertThat(count(output.resolve("publications"))).isZero();
        lookAndKeep(page, "preview");
        button(page, "Run it").dblclick();
        assertThat(page.locator("h1")).hasText("Running what has arrived");
        waitFor(page.locator("#work"), "returns are checked");
        button(page, "Stop at the next safe point").dblclick();
        assertThat(banner(page)).containsText("Run 1 is asked to stop, and does so at the next safe point");
        look(page, "run-stopping");
        page.navigate("/audit?action=run-stop-asked");
        assertThat(page.locator("table tbody tr")).hasCount(1);
        page.navigate("/runs");
        again(page, page.getByText("is at work."), page::reload);
        button(page, "Run what has arrived").click();
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

    /** Has shown what a run would touch, and answers with the page that tells it. */
    private String previewedWithoutScript() {
        Page page = windowWithoutScript(served, people.cookies("cexample"));
        page.navigate("/runs");
        button(page, "Show what a run would touch").click();
        again(page, link(page, "look again"), () -> link(page, "look again").click());
        assertThat(page.locator("main")).containsText("Nothing was stored, published or sent.");
        return page.url();
    }

    /** Looks at a page again until a part of it is gone. */
    private static void again(Page page, Locator part, Runnable look) {
        for (int looks = 0; part.count() > 0; looks++) {
            assertThat(looks).isLessThan(360);
            page.waitForTimeout(500);
            look.run();
        }
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
        submitter.locator("input[type=file]").setInputFiles(corrected(1));
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
    void aFigureIsExplainedByTwoAtOnceAndNeitherIsLost() throws IOException, InterruptedException {
        Page first = windowOf("eexample");
        Page second = windowWithoutScript(served, people.cookies("fexample"));
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
    @Order(7)
    void twoApproveAtOnceAndWhatIsIssuedIsByteForByteWhatWasPublished() throws IOException, InterruptedException {
        Page first = windowOf("aexample");
        Page second = windowOf("bexample");
        for (Page page : List.of(first, second)) {
            page.navigate("/release?period=2018-12");
            page.locator("a[href='/release/2/committee']").click();
        }
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

        officer.navigate(mailAbout(officer, "/release/2/committee"));
        look(officer, "mail");
        first.navigate("/release/2/commissioner");
        first.getByLabel("Day").fill("30");
        first.getByLabel("Month").fill("1");
        first.getByLabel("Year").fill("2099");
        first.getByLabel("Embargo: the time it ends").fill("9:30am");
        button(first, "Approve").click();
        assertThat(first.locator("main")).containsText("Under embargo");
        look(first, "embargoed");

        Page viewer = windowOf("vexample");
        viewer.navigate("/release");
        look(viewer, "publications");
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

    /** The page of the first mail about a publication; only from mails that wait for a person a link leads there. */
    private static String mailAbout(Page page, String release) {
        return IntStream.rangeClosed(1, 100)
                .mapToObj(number -> release + "/mails/" + number)
                .filter(path -> page.request().get(path).ok())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(8)
    void aCellIsAmendedOnceAndWhatWasTypedOutlivesTheSession() throws InterruptedException {
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
        page.getByLabel("What it is to be read as").fill("Yes");
        page.getByLabel("Who asked for it").fill("The team's manager");
        page.getByLabel("Who approved it").fill("Performance manager");
        button(page, "Amend the cell").dblclick();
        assertThat(banner(page)).containsText("The cell will be read as you said.");
        look(page, "amended");
        page.navigate("/audit?action=return-amended");
        assertThat(page.locator("table tbody tr")).hasCount(1);
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
        Page page = windowWithoutScript(served, people.cookies("cexample"));
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
    void whatIsAsLargeAsItMayBeIsReadAndWhatIsLargerIsRefusedOnThePage() throws IOException {
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
        page.locator("input[type=file]").setInputFiles(withPictures(corrected(2)));
        button(page, "Upload").click();
        waitFor(page.locator("main"), "The file has been looked at.");
        assertThat(page.locator("main")).containsText("It can be counted");
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

    /** The return with what was asked about it answered, prepared some days later. */
    private static Path corrected(int days) throws IOException {
        Path file = folder.resolve("FRT1 Dec 18 CORRECTED " + days + ".xlsx");
        try (InputStream wrong = Files.newInputStream(WRONG);
                var workbook = new XSSFWorkbook(wrong);
                OutputStream out = Files.newOutputStream(file)) {
            for (Row row : workbook.getSheet("Return")) {
                if (row.getCell(0).getStringCellValue().equals("Prepared on")) {
                    Cell preparedOn = row.getCell(1);
                    preparedOn.setCellValue(preparedOn.getNumericCellValue() + days);
                }
            }
            var cell = new CellReference("D48");
            workbook.getSheet("Assessments").getRow(cell.getRow()).createCell(cell.getCol()).setCellValue("Yes");
            workbook.write(out);
        }
        return file;
    }

    /** A return that is as large as one may be, as pictures on its sheets make them. */
    private static Path withPictures(Path workbook) throws IOException {
        var picture = new byte[20 * MEGABYTE - (int) Files.size(workbook) - 20_000];
        new Random(7).nextBytes(picture);
        try (FileSystem zip = FileSystems.newFileSystem(workbook)) {
            Files.createDirectories(zip.getPath("xl/media"));
            Files.write(zip.getPath("xl/media/image1.png"), picture);
        }
        return workbook;
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
