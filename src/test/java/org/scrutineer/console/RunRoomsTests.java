package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.scrutineer.web.TestPages.administrator;
import static org.scrutineer.web.TestPages.approver;
import static org.scrutineer.web.TestPages.officer;
import static org.scrutineer.web.TestPages.viewer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.Scrutineer;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.audit.AuditFilter;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.pipeline.RunDesk;
import org.scrutineer.web.SignedIn;
import org.scrutineer.web.TestPages;
import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of runs, of what they published, and of the audit trail, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunRoomsTests {

    private static final String PAPER = "/release/1/committee";

    @TempDir
    static Path folder;

    private static Installation installation;
    private static ConfigurableApplicationContext context;
    private static TestPages pages;

    @BeforeAll
    static void openAfterTheRunOfTheSampleReturns() throws IOException {
        installation = Installation.afterSampleReturns(folder).installation();
        Path input = Files.createDirectories(folder.resolve("drop"));
        context = new Workplace(
                        Scrutineer.class,
                        new SignedIn(() -> "officer"),
                        Map.of(
                                "folders.input", input.toString(),
                                "folders.output", installation.output().toString(),
                                "folders.catalogue", installation.catalogue().toString()),
                        new PrintWriter(System.err))
                .open();
        pages = TestPages.within(
                context, "org.scrutineer.web.runs", "org.scrutineer.web.release", "org.scrutineer.web.audit");
    }

    @AfterAll
    static void close() {
        context.close();
    }

    /** Whom the catalogue names for the Director of Social Work. */
    private static Person director() {
        return new Person("aexample", "Ada Example", Set.of(Role.APPROVER), Set.of(), Set.of());
    }

    private static String text(MvcTestResult page) throws Exception {
        return page.getResponse().getContentAsString();
    }

    @Test
    @Order(1)
    void officersSeeRunsAndStartThemAndApproversSeeThemOnly() throws Exception {
        assertThat(text(pages.as(officer()).get("/runs").exchange()))
                .contains("<title>Runs – Scrutineer")
                .contains("href=\"/runs/1\"", "December 2018", "Something new had arrived")
                .contains("<strong class=\"govuk-tag govuk-tag--green\">Finished</strong>")
                .contains("Run what has arrived", "Show what a run would touch");
        assertThat(text(pages.as(approver()).get("/runs").exchange()))
                .contains("href=\"/runs/1\"")
                .doesNotContain("Run what has arrived");
        assertThat(pages.as(approver())
                        .post("/runs")
                        .param("form", UUID.randomUUID().toString()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.as(viewer()).get("/runs")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    @Order(1)
    void aRunTellsWhatItWasAndWhatItPublished() throws Exception {
        assertThat(text(pages.as(officer()).get("/runs/1").exchange()))
                .contains("<title>Run 1, December 2018 – Scrutineer", "It has come to its end.", "by officer")
                .contains("nothing was published before.", "href=\"/release/1/committee\"", "Scrutiny committee, draft")
                .contains("Build it as it was issued")
                .doesNotContain("hx-get");
        assertThat(pages.as(officer()).get("/runs/99")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.as(officer()).get("/runs/first")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    @Order(2)
    void workIsDoneOnceHoweverOftenItsFormIsSentAndIsTheAccountsThatAskedForIt() throws Exception {
        String form = UUID.randomUUID().toString();
        for (int sent = 1; sent <= 2; sent++) {
            assertThat(pages.as(officer()).post("/runs").param("form", form).param("act", "run"))
                    .hasRedirectedUrl("/runs/work/" + form);
        }
        var desk = context.getBean(RunDesk.class);
        assertThat(desk.newest()).hasSize(1);
        await().until(() -> desk.atWork().isEmpty());

        assertThat(text(pages.as(officer()).get("/runs/work/" + form).exchange()))
                .contains("Running what has arrived", "Asked for by <span>cexample</span>")
                .contains("0 files in the input folder, none of them new.")
                .contains("There was nothing new to do; nothing was read or published twice.")
                .doesNotContain("hx-get");
        assertThat(pages.as(officer()).get("/runs/work/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    @Order(2)
    void runningAgainWhatWasPublishedNeedsAReason() throws Exception {
        assertThat(pages.as(officer())
                        .post("/runs/again")
                        .param("form", UUID.randomUUID().toString())
                        .param("from", "2018-12")
                        .param("reason", " ")
                        .param("act", "run"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<title>Error: Run periods again")
                .contains(
                        "<a href=\"#reason\">Say why, as December 2018 has been published before: whoever reads the new"
                                + " publication is told.</a>")
                .contains("<option value=\"2018-12\" selected=\"selected\">December 2018</option>");
        assertThat(pages.as(officer())
                        .post("/runs/again")
                        .param("form", UUID.randomUUID().toString())
                        .param("from", "2021-12")
                        .param("to", "2018-12")
                        .param("act", "preview"))
                .bodyText()
                .contains("<a href=\"#to\">Choose a last period that is not before the first.</a>");
        assertThat(context.getBean(RunDesk.class).newest())
                .noneMatch(job -> job.request() instanceof RunDesk.Request.Again);
    }

    @Test
    @Order(2)
    void nothingIsStoppedThatIsNotAtWork() {
        assertThat(pages.as(officer()).post("/runs/1/stop"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Run 1 of December 2018 has ended, or was asked to stop before.");
    }

    @Test
    @Order(2)
    void aRunThatAnotherProcessWorksOnSaysWhoAndSinceWhen() throws Exception {
        var ledger = context.getBean(JdbcClient.class);
        ledger.sql("update run set state = 'started' where number = 1").update();
        try {
            assertThat(text(pages.as(officer()).get("/runs/1").exchange()))
                    .contains(">Cut off</strong>", "the next start goes on where it stopped")
                    .doesNotContain("hx-get");
            ledger.sql("insert into working_process (id, host, pid, beat_at) values ('other', 'srv-2', 4711, ?)")
                    .param(OffsetDateTime.now(context.getBean(Clock.class)).plusDays(1))
                    .update();
            ledger.sql("delete from work_lock where subject = '2018-12'").update();
            ledger.sql(
                            "insert into work_lock (subject, fence, holder, doing, since) values ('2018-12', 7, 'other', 'rerun',"
                                    + " timestamp with time zone '2019-01-08 09:00:00+00:00')")
                    .update();
            assertThat(text(pages.as(officer()).get("/runs/1").exchange()))
                    .contains(">At work</strong>", "hx-get=\"/runs/1\"")
                    .contains("December 2018 is worked on by process 4711 on srv-2 since 8 Jan 2019, 09:00 (rerun).")
                    .contains("returns are checked. Step 12 of 12: sending mail.")
                    .doesNotContain("Stop at the next safe point");
        } finally {
            ledger.sql("delete from work_lock where subject = '2018-12'").update();
            ledger.sql("delete from working_process where id = 'other'").update();
            ledger.sql("update run set state = 'finished' where number = 1").update();
        }
    }

    @Test
    @Order(3)
    void approversSeeWhatADraftHoldsAndWhatIsOpen() throws Exception {
        assertThat(text(pages.as(approver()).get("/release?period=2018-12").exchange()))
                .contains("<title>Release, December 2018 – Scrutineer")
                .contains("href=\"/release/1/committee\"", "Scrutiny committee", ">Draft</strong>");
        assertThat(text(pages.as(director()).get(PAPER).exchange()))
                .contains("Scrutiny committee, December 2018", "performance-2018-12-committee.xlsx", "paper.docx")
                .contains("This is open, and does not stand in the way:", "no explanation")
                .doesNotContain("This stands in the way")
                .contains("id=\"approve\"");
        assertThat(text(pages.as(approver()).get(PAPER).exchange()))
                .contains(
                        "the account cexample may not approve it. It may be approved by Ada Example (account aexample)");
        assertThat(text(pages.as(officer()).get(PAPER).exchange())).doesNotContain("id=\"approve\"", "name=\"reason\"");
        assertThat(text(pages.as(officer()).get(PAPER + "/sheets/Scorecard").exchange()))
                .contains("<title>Scorecard, Scrutiny committee, December 2018")
                .contains("Assessments completed within 45 working days, per cent")
                .contains("<td class=\"govuk-table__cell govuk-table__cell--numeric\">65.0</td>", "Worse than expected")
                .contains("under At your last meeting, that there was no value of the same meaning then")
                .contains("href=\"/release/1/committee/sheets/Summary\"")
                .doesNotContain("<p class=\"govuk-body\">Scorecard</p>");
        assertThat(pages.as(officer()).get(PAPER + "/sheets/Nonsense")).hasStatus(HttpStatus.NOT_FOUND);
        Path workbook = workbook();
        byte[] bytes = Files.readAllBytes(workbook);
        Files.writeString(workbook, "changed");
        try {
            assertThat(pages.as(officer()).get(PAPER + "/sheets/Scorecard"))
                    .hasStatus(HttpStatus.CONFLICT)
                    .bodyText()
                    .contains("The file performance-2018-12-committee.xlsx is not what was published.");
        } finally {
            Files.write(workbook, bytes);
        }
    }

    private Path workbook() {
        return installation
                .output()
                .resolve("publications/2018-12/run-0001/committee/performance-2018-12-committee.xlsx");
    }

    @Test
    @Order(3)
    void viewersSeeNothingThatIsNotIssuedOrNotForEverybody() throws Exception {
        assertThat(text(pages.as(viewer()).get("/release").exchange()))
                .contains("There is no publication that you can see yet.");
        for (String path : new String[] {
            PAPER,
            PAPER + "/sheets/Scorecard",
            PAPER + "/files/paper.docx",
            // Issued by itself, for managers alone.
            "/release/1/trust",
            "/release/1/trust/files/performance-2018-12-trust.xlsx"
        }) {
            assertThat(pages.as(viewer()).get(path)).as(path).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    @Order(4)
    void aMistakenOrPassedEmbargoIsTold() {
        assertThat(pages.as(director())
                        .post(PAPER + "/approve")
                        .param("state", "draft")
                        .param("day", "31")
                        .param("month", "2")
                        .param("year", "2099")
                        .param("time", "noon"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "<a href=\"#day\">Enter the day the embargo ends as numbers, such as 30 1 2019, or nothing for no"
                                + " embargo.</a>")
                .contains("<a href=\"#time\">Enter the time the embargo ends, such as 9:30am.</a>", "value=\"noon\"");
        assertThat(pages.as(director())
                        .post(PAPER + "/approve")
                        .param("state", "draft")
                        .param("day", "30")
                        .param("month", "1")
                        .param("year", "2019")
                        .param("time", "9:30am"))
                .bodyText()
                .contains("<a href=\"#approve\">The embargo 30 January 2019, 09:30 has passed. Name a later time, or"
                        + " none.</a>");
        assertThat(pages.as(approver()).post(PAPER + "/approve").param("state", "draft"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Committee of 2018-12, run 1: the account cexample may not approve it.");
    }

    @Test
    @Order(4)
    void whatIsUnderEmbargoIsNotIssuedBeforeItsEnd() throws Exception {
        String report = "/release/1/commissioner";
        var ledger = context.getBean(JdbcClient.class);
        assertThat(pages.as(director())
                        .post(report + "/approve")
                        .param("state", "draft")
                        .param("day", "30")
                        .param("month", "1")
                        .param("year", "2099")
                        .param("time", "9:30am"))
                .hasRedirectedUrl(report);
        assertThat(text(pages.as(officer()).get(report).exchange()))
                .contains(">Under embargo</strong>", "9:30am on 30 January 2099")
                .doesNotContain("Issue now");
        assertThat(text(pages.as(officer()).get("/release?period=2018-12").exchange()))
                .contains(
                        "Approved by Ada Example for Director of Social Work; embargo until 9:30am on 30 January 2099");
        assertThat(pages.as(officer()).post(report + "/issue").param("state", "approved"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("30 January 2099");
        assertThat(ledger.sql("select state from publication_release where run = 1 and audience = 'commissioner'")
                        .query((row, number) -> row.getString(1))
                        .single())
                .isEqualTo("approved");
    }

    @Test
    @Order(5)
    void isApprovedAndIssuedOnceByWhoeverIsSignedIn() throws Exception {
        assertThat(pages.as(director()).post(PAPER + "/approve").param("state", "draft"))
                .hasRedirectedUrl(PAPER);
        assertThat(pages.as(director()).post(PAPER + "/approve").param("state", "draft"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(
                        "Scrutiny committee, December 2018, run 1, is approved already, and was approved by Ada Example for"
                                + " Director of Social Work.");
        assertThat(pages.as(director()).post(PAPER + "/issue").param("state", "approved"))
                .hasRedirectedUrl(PAPER);
        assertThat(pages.as(director()).post(PAPER + "/issue").param("state", "approved"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(text(pages.as(officer()).get(PAPER).exchange()))
                .contains(">Issued</strong>", "clerk", ">Waits to be sent</strong>");
    }

    @Test
    @Order(6)
    void aMailThatFailedIsSentAgainOnceForAReason() throws Exception {
        var ledger = context.getBean(JdbcClient.class);
        long mail = ledger.sql("select min(id) from delivery where run = 1 and audience = 'committee'")
                .query((row, number) -> row.getLong(1))
                .single();
        String path = PAPER + "/mails/" + mail;
        ledger.sql(
                        "update delivery set state = 'failed', next_attempt_at = null, said = '550 no such mailbox' where id = ?")
                .param(mail)
                .update();
        assertThat(text(pages.as(officer()).get(PAPER).exchange())).contains("href=\"" + path + "\"");
        assertThat(text(pages.as(officer()).get(path).exchange()))
                .contains("550 no such mailbox", ">Failed</strong>", "Send it again");
        assertThat(pages.as(officer()).post(path))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<a href=\"#reason\">Say why it is sent again: it is kept.</a>");
        for (int sent = 1; sent <= 2; sent++) {
            assertThat(pages.as(officer()).post(path).param("reason", "the mailbox was full"))
                    .hasRedirectedUrl(PAPER);
        }
        assertThat(text(pages.as(officer()).get(path).exchange()))
                .contains("Nothing has to be decided about it.")
                .doesNotContain("id=\"again\"");
        assertThat(context.getBean(AuditTrail.class).newest(AuditFilter.of(null), Long.MAX_VALUE, 50))
                .filteredOn(entry -> entry.action().equals("mail-sent-again"))
                .singleElement()
                .matches(entry -> entry.who().equals("cexample") && "the mailbox was full".equals(entry.reason()));
        assertThat(pages.as(officer()).get("/release/1/commissioner/mails/" + mail))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.as(viewer()).get(path)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    @Order(6)
    void thePdfOfAPaperIsHandedOverWhereOneWasMade() throws Exception {
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        Path file = installation.output().resolve("renditions/2018-12/run-0001/committee/paper.pdf");
        Files.createDirectories(file.getParent());
        Files.write(file, pdf);
        context.getBean(JdbcClient.class)
                .sql("insert into rendition (run, audience, document, document_sha256, file_name, sha256)"
                        + " values (1, 'committee', 'committee/paper.docx', ?, 'committee/paper.pdf', ?)")
                .params(DigestUtils.sha256Hex("paper"), DigestUtils.sha256Hex(pdf))
                .update();

        assertThat(text(pages.as(viewer()).get(PAPER).exchange()))
                .contains("Agenda paper as PDF", "href=\"" + PAPER + "/files/paper.pdf\"");
        assertThat(pages.as(viewer())
                        .get(PAPER + "/files/paper.pdf")
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(pdf);
        assertThat(pages.as(viewer()).get("/release/1/trust/files/paper.pdf")).hasStatus(HttpStatus.NOT_FOUND);
        Files.writeString(file, "changed");
        assertThat(pages.as(viewer()).get(PAPER + "/files/paper.pdf"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("The file paper.pdf is not what was published.");
    }

    @Test
    @Order(6)
    void viewersGetWhatIsIssuedByteForByteAndItIsNoted() throws Exception {
        assertThat(text(pages.as(viewer()).get("/release").exchange()))
                .contains("href=\"/release/1/committee\"")
                .doesNotContain("/release/1/trust", "/release/1/commissioner");
        assertThat(text(pages.as(viewer()).get(PAPER).exchange()))
                .contains("performance-2018-12-committee.xlsx")
                .doesNotContain("clerk", "Open checks", "Withdraw", "/runs/");

        MvcTestResult file = pages.as(viewer())
                .get(PAPER + "/files/performance-2018-12-committee.xlsx")
                .exchange();
        assertThat(file)
                .hasStatusOk()
                .hasHeader(
                        HttpHeaders.CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate");
        assertThat(file.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;")
                .contains("performance-2018-12-committee.xlsx");
        Path published = workbook();
        assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(Files.readAllBytes(published));
        assertThat(pages.as(viewer()).get(PAPER + "/files/manifest.json")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(context.getBean(AuditTrail.class).newest(AuditFilter.of(null), Long.MAX_VALUE, 1))
                .singleElement()
                .matches(entry -> entry.who().equals("cexample")
                        && entry.action().equals("publication-downloaded")
                        && entry.subject().equals("committee of 2018-12, run 1"));

        Path paper = published.resolveSibling("paper.docx");
        byte[] bytes = Files.readAllBytes(paper);
        Files.writeString(paper, "changed");
        try {
            assertThat(pages.as(viewer()).get(PAPER + "/files/paper.docx"))
                    .hasStatus(HttpStatus.CONFLICT)
                    .bodyText()
                    .contains("The file paper.docx is not what was published.");
        } finally {
            Files.write(paper, bytes);
        }
    }

    @Test
    @Order(7)
    void isWithdrawnWithAReasonAndIsGoneForViewers() throws Exception {
        assertThat(pages.as(director()).post(PAPER + "/withdraw").param("state", "issued"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<a href=\"#reason\">Say why it is withdrawn: everyone who got it is told.</a>");
        assertThat(pages.as(director())
                        .post(PAPER + "/withdraw")
                        .param("state", "issued")
                        .param("reason", "the denominator was wrong"))
                .hasRedirectedUrl(PAPER);
        assertThat(text(pages.as(officer()).get(PAPER).exchange()))
                .contains(">Withdrawn</strong>", "the denominator was wrong");
        assertThat(pages.as(viewer()).get(PAPER)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    @Order(7)
    void aRunIsBuiltAsItWasIssuedAndComparedByteForByte() throws Exception {
        String form = UUID.randomUUID().toString();
        assertThat(pages.as(officer()).post("/runs/1/as-issued").param("form", form))
                .hasRedirectedUrl("/runs/work/" + form);
        var desk = context.getBean(RunDesk.class);
        await().atMost(Duration.ofMinutes(2)).until(() -> desk.atWork().isEmpty());

        assertThat(text(pages.as(officer()).get("/runs/work/" + form).exchange()))
                .contains("Building run 1 of December 2018 as it was issued", ">The same</strong>")
                .containsPattern("All [0-9]+ files are byte for byte what was published\\.");
        assertThat(pages.as(approver()).post("/runs/1/as-issued").param("form", form))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    @Order(7)
    void aRunIsStoppedAtASafePoint() throws Exception {
        var desk = context.getBean(RunDesk.class);
        var pipeline = context.getBean(Pipeline.class);
        String form = UUID.randomUUID().toString();
        var asked = new CountDownLatch(1);
        holdRunsUntil(asked);
        assertThat(pages.as(officer())
                        .post("/runs/again")
                        .param("form", form)
                        .param("from", "2018-12")
                        .param("reason", "the target was set anew")
                        .param("act", "run"))
                .hasRedirectedUrl("/runs/work/" + form);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> pipeline.atWork().isPresent());
        int run = pipeline.atWork().orElseThrow().number();
        assertThat(pages.as(officer()).post("/runs/" + run + "/stop")).hasRedirectedUrl("/runs/" + run);
        asked.countDown();
        await().atMost(Duration.ofMinutes(1)).until(() -> desk.atWork().isEmpty());

        assertThat(text(pages.as(officer()).get("/runs/work/" + form).exchange()))
                .contains(">Stopped</strong>")
                .contains("Stopped before all was done, as asked. Nothing is lost: the next start goes on from there.");
        assertThat(context.getBean(AuditTrail.class).newest(AuditFilter.of(null), Long.MAX_VALUE, 50))
                .filteredOn(entry -> entry.action().equals("run-stop-asked"))
                .singleElement()
                .matches(entry ->
                        entry.who().equals("cexample") && entry.subject().equals("run " + run + " of 2018-12"));
    }

    /** However fast a run is, it does not end before something has happened. */
    private void holdRunsUntil(CountDownLatch happened) {
        context.getBean("settleReturns", TaskletStep.class).registerChunkListener(new ChunkListener<Object, Object>() {
            @Override
            public void afterChunk(ChunkContext chunk) {
                await().atMost(Duration.ofMinutes(1)).until(() -> happened.getCount() == 0);
            }
        });
    }

    @Test
    @Order(8)
    void theAuditTrailTellsItAllToThoseWhoMaySeeIt() throws Exception {
        assertThat(text(pages.as(officer()).get("/audit").exchange()))
                .contains("Release withdrawn", "Why: the denominator was wrong", "Release issued", "Run opened");
        assertThat(text(pages.as(officer())
                        .get("/audit?action=release-approved&who=aexample&period=2018-12")
                        .exchange()))
                .contains("approved-as: Ada Example for Director of Social Work")
                .doesNotContain("the denominator was wrong");
        assertThat(text(pages.as(officer()).get("/audit?period=2019-01").exchange()))
                .contains("There is no such entry.");
        assertThat(pages.as(officer()).get("/audit?period=last+month"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<a href=\"#period\">Enter a period such as 2018-12 or Dec-18, or none for all.</a>");
        context.getBean(AuditTrail.class).record("admin", "account-made", "account dexample", null, Map.of());
        assertThat(text(pages.as(administrator()).get("/audit").exchange()))
                .contains("Account made", "account dexample", "What was done about accounts and signing in.")
                .doesNotContain("committee", "aexample", "run 1");
        assertThat(text(pages.as(administrator())
                        .get("/audit?action=release-withdrawn")
                        .exchange()))
                .contains("There is no such entry.");
        assertThat(pages.as(viewer()).get("/audit")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    @Order(8)
    void theAuditTrailIsVerified() {
        MvcTestResult verified = pages.as(administrator()).post("/audit/verify").exchange();

        assertThat(verified).hasRedirectedUrl("/audit");
        assertThat(verified.getMvcResult().getFlashMap().get("sound")).isEqualTo(true);
        assertThat((String) verified.getMvcResult().getFlashMap().get("verdict"))
                .matches(
                        "All [0-9]+ entries of the audit trail are what was written; 0 of them are sealed with a key\\. They"
                                + " agree with [0-9]+ heads written down elsewhere\\. The head is [0-9]+:[0-9a-f]{64}\\.");
    }
}
