package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.web.TestPages.approver;
import static org.scrutineer.web.TestPages.officer;
import static org.scrutineer.web.TestPages.ownerFor;
import static org.scrutineer.web.TestPages.submitterFor;
import static org.scrutineer.web.TestPages.viewer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.Scrutineer;
import org.scrutineer.web.TestPages;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of indicators, of what lies behind them, of what is said of them, and of their definitions. */
class FigureRoomsTests {

    private static final String OWNER = "head-of-first-response";

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext context;
    private static TestPages pages;
    private static Path input;

    @BeforeAll
    static void openAfterTheRunOfTheSampleReturns() throws IOException {
        Installation installation = Installation.afterSampleReturns(folder).installation();
        input = Files.createDirectories(folder.resolve("drop"));
        context = new Workplace(
                        Scrutineer.class,
                        () -> "officer",
                        Map.of(
                                "folders.input", input.toString(),
                                "folders.output", installation.output().toString(),
                                "folders.catalogue", installation.catalogue().toString()),
                        new PrintWriter(System.err))
                .open();
        pages = TestPages.within(
                context,
                "org.scrutineer.web.indicators",
                "org.scrutineer.web.trace",
                "org.scrutineer.web.commentary",
                "org.scrutineer.web.catalogue");
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void officersSeeEveryFigureWithItsRatingAndDirection() throws Exception {
        assertThat(text(pages.as(officer()).get("/indicators?period=2018-12").exchange()))
                .contains("<title>Indicators, December 2018 – Scrutineer")
                .contains("Assessments completed within 45 working days", "65.0 per cent")
                .contains("<strong class=\"govuk-tag govuk-tag--red\">Red</strong>")
                .contains("Nothing is hidden in them");
    }

    @Test
    void anIndicatorTellsItsFigureItsReasonItsCourseAndItsParts() throws Exception {
        String page =
                text(pages.as(officer()).get("/indicators/AS01?period=2018-12").exchange());

        assertThat(page)
                .contains("65.0 per cent (260 of 400 assessments)")
                .contains("The target is at least 90.", "Red: 65.0 is below 85, the tolerance.")
                .contains("<svg", "role=\"img\"", "<title id=\"chart-title\">", "<desc id=\"chart-description\">")
                .contains("First Response Team 1", "Compared with published figures", "England")
                .contains("/trace/figure?period=2018-12&amp;indicator=AS01");
        assertThat(page.split("How it is defined")[1]).contains("working_days(", "rows of assessments");
    }

    @Test
    void approversAndOwnersSeeTheFigureButNotTheRowsBehindIt() throws Exception {
        for (TestPages.Browser browser : List.of(pages.as(approver()), pages.as(ownerFor(OWNER)))) {
            assertThat(text(browser.get("/indicators/AS01?period=2018-12").exchange()))
                    .contains("260 of 400 assessments")
                    .doesNotContain("/trace/");
            assertThat(browser.get("/trace/figure?period=2018-12&indicator=AS01"))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void submittersSeeTheirOwnTeamsFiguresOnly() throws Exception {
        String page = text(pages.as(submitterFor("first-response-1"))
                .get("/indicators/AS01?period=2018-12")
                .exchange());

        assertThat(page).contains("First Response Team 1").doesNotContain("First Response Team 2", "260 of 400");
        assertThat(pages.as(submitterFor("first-response-1"))
                        .get("/indicators/AS01?period=2018-12&part=first-response-2"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void viewersSeeWhatWasIssuedToThePublicAndNothingElse() throws Exception {
        assertThat(text(pages.as(viewer()).get("/indicators").exchange()))
                .contains("There are no figures that you can");
        assertThat(pages.as(viewer()).get("/indicators/AS01?period=2018-12")).hasStatus(HttpStatus.NOT_FOUND);

        var ledger = context.getBean(JdbcClient.class);
        ledger.sql("update publication_release set state = 'issued', issued_at = ? where audience = 'committee'"
                        + " and period = '2018-12'")
                .param(OffsetDateTime.parse("2019-01-30T09:30:00Z"))
                .update();
        try {
            assertThat(text(pages.as(viewer()).get("/indicators").exchange()))
                    .contains("December 2018", "at 9:30am on 30 January 2019")
                    .doesNotContain("December 2021", "First Response Team 1");
            assertThat(text(pages.as(viewer())
                            .get("/indicators/AS01?period=2018-12")
                            .exchange()))
                    .contains("65.0 per cent")
                    .doesNotContain("First Response Team 1", "/trace/");
            assertThat(pages.as(viewer()).get("/indicators/AS01?period=2018-12&part=first-response-1"))
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(pages.as(viewer()).get("/indicators?period=2021-12")).hasStatus(HttpStatus.NOT_FOUND);
        } finally {
            ledger.sql("update publication_release set state = 'draft', issued_at = null")
                    .update();
        }
    }

    @Test
    void aFigureLeadsToItsCellsAndACellToItsFigures() throws Exception {
        long before = looks("rows-shown");
        String page = text(pages.as(officer())
                .get("/trace/figure?period=2018-12&indicator=AS01&organisation=first-response-1")
                .exchange());

        assertThat(page)
                .contains("The rows sum to the figure:")
                .contains("sheet Assessments, row ", "masked")
                .contains("Next rows");
        assertThat(looks("rows-shown")).isEqualTo(before + 1);

        String cell = page.split("/trace/cell\\?")[2].split("\"")[0].replace("&amp;", "&");
        assertThat(text(pages.as(officer()).get("/trace/cell?" + decoded(cell)).exchange()))
                .contains("Figures it feeds", "AS01 Assessments completed within 45 working days");
    }

    @Test
    void personalValuesAreShownOnceAndForAReason() throws Exception {
        assertThat(text(pages.as(officer())
                        .post("/trace/figure")
                        .param("period", "2018-12")
                        .param("indicator", "AS01")
                        .param("organisation", "first-response-1")
                        .param("reason", " ")
                        .exchange()))
                .contains("Error: Rows behind", "Enter why you need to see the values; it is kept.");

        long before = looks("personal-values-shown");
        MvcTestResult answer = pages.as(officer())
                .post("/trace/figure")
                .param("period", "2018-12")
                .param("indicator", "AS01")
                .param("organisation", "first-response-1")
                .param("reason", "A parent asked")
                .exchange();

        assertThat(answer).hasStatus3xxRedirection();
        assertThat(looks("personal-values-shown")).isEqualTo(before + 1);
        String next = String.valueOf(answer.getResponse().getRedirectedUrl());
        assertThat(text(pages.as(officer())
                        .get(next)
                        .flashAttr(
                                "unmasked", answer.getMvcResult().getFlashMap().get("unmasked"))
                        .exchange()))
                .contains("Values that say something of a person are shown on this page, this once.")
                .doesNotContain("&quot;masked&quot;");
        assertThat(text(pages.as(officer()).get(next).exchange())).contains("masked");
    }

    @Test
    void whatCannotBeTracedIsToldWhereItWasAskedFor() throws Exception {
        assertThat(text(pages.as(officer())
                        .get("/trace/figure?period=2018-12&indicator=AS1")
                        .exchange()))
                .contains("Error: Trace a figure or a cell", "There is no indicator &quot;AS1&quot; in December 2018.");
        assertThat(text(pages.as(officer())
                        .get("/trace/cell?file=nothing.xlsx&cell=Assessments!B7")
                        .exchange()))
                .contains("No return &quot;nothing.xlsx&quot; was received.");
    }

    @Test
    void anOwnerExplainsAFigureInAReturnThatLiesInTheDropFolder() throws Exception {
        TestPages.Browser owner = pages.as(ownerFor(OWNER));
        assertThat(text(owner.get("/commentary?period=2018-12").exchange()))
                .contains("Head of First Response", "/commentary/" + OWNER + "/2018-12/AS01", "Not explained yet");
        String form = text(owner.get("/commentary/" + OWNER + "/2018-12/AS01").exchange());
        String figure = value(form, "figure");
        assertThat(figure).isEqualTo("65.0 per cent (260 of 400 assessments)");

        assertThat(explain(owner, figure, "0", "It should have been 12.3%. 3 workers left."))
                .hasRedirectedUrl("/commentary/" + OWNER + "/2018-12/AS01");
        assertThat(explain(owner, figure, "0", "It should have been 12.3%. 3 workers left.")
                        .getMvcResult()
                        .getFlashMap()
                        .get("done"))
                .isEqualTo("Your explanation was saved already.");

        try (Stream<Path> files = Files.list(input.resolve("pages"))) {
            List<Path> sent = files.toList();
            assertThat(sent).hasSize(1);
            assertThat(Sheets.of(sent.get(0), "Explanations"))
                    .anySatisfy(row ->
                            assertThat(row).contains("AS01", figure, "It should have been 12.3%. 3 workers left."));
            assertThat(Sheets.of(sent.get(0), "Return"))
                    .anySatisfy(row -> assertThat(row).contains("Prepared by", "Eve Example (eexample), entry 1"));
        }
        assertThat(text(owner.get("/commentary/" + OWNER + "/2018-12/AS01").exchange()))
                .contains("Eve Example wrote this at", "The next run takes it up.")
                .contains("Questions that readers may have", "<q>12.3%</q>")
                .contains("No number of people from 1 to 5");

        String overtaken = text(explain(owner, figure, "0", "Two posts were vacant."));
        assertThat(overtaken)
                .contains("Eve Example explained this figure at")
                .contains("What Eve Example has written", "It should have been 12.3%. 3 workers left.")
                .contains("Two posts were vacant.");
        assertThat(value(overtaken, "version")).isEqualTo("1");
        assertThat(explain(owner, figure, "1", "Two posts were vacant.")).hasStatus3xxRedirection();
        assertThat(text(explain(owner, "60.0 per cent", "2", "Three posts were vacant.")))
                .contains("The figure was 60.0 per cent when you opened this page, and is " + figure + " now.");
    }

    @Test
    void nobodyExplainsForAnotherOffice() {
        assertThat(pages.as(ownerFor("head-of-finance")).get("/commentary/" + OWNER + "/2018-12/AS01"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.as(officer()).post("/commentary/" + OWNER + "/2018-12/AS01"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void theCatalogueIsToldAsItStands() throws Exception {
        TestPages.Browser officer = pages.as(officer());
        String overview = text(officer.get("/catalogue").exchange());
        for (String section :
                List.of("indicators", "targets", "returns", "rules", "teams", "publications", "calendar")) {
            assertThat(overview).contains("href=\"/catalogue/" + section + "\"");
            assertThat(officer.get("/catalogue/" + section)).hasStatusOk();
        }
        assertThat(text(officer.get("/catalogue/indicators").exchange()))
                .contains("AS01 Assessments completed within 45 working days", "Head of First Response");
        assertThat(text(officer.get("/catalogue/teams").exchange())).contains("First Response Team 1");
        assertThat(text(officer.get("/catalogue/problems").exchange()))
                .contains("There are none. The catalogue in its folder is the one in force");
        assertThat(text(officer.get("/catalogue/history").exchange())).contains("2 runs, from run 1 to run 2");
        assertThat(officer.get("/catalogue/nothing")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.as(viewer()).get("/catalogue/history")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private static MvcTestResult explain(TestPages.Browser owner, String figure, String version, String why) {
        return owner.post("/commentary/" + OWNER + "/2018-12/AS01")
                .param("figure", figure)
                .param("version", version)
                .param("why", why)
                .param("action", "Two posts are advertised.")
                .exchange();
    }

    /** What a hidden field of a page holds. */
    private static String value(String page, String name) {
        return page.split("name=\"" + name + "\" value=\"")[1].split("\"")[0];
    }

    private static String decoded(String query) {
        return java.net.URLDecoder.decode(query, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static long looks(String action) {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from audit_entry where action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }

    private static String text(MvcTestResult answer) throws Exception {
        if (answer.getUnresolvedException() != null) {
            throw answer.getUnresolvedException();
        }
        return answer.getResponse().getContentAsString();
    }
}
