package org.scrutineer.web.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.web.TestPages.approver;
import static org.scrutineer.web.TestPages.officer;
import static org.scrutineer.web.TestPages.submitterFor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scrutineer.answers.ReturnsAsRead;
import org.scrutineer.answers.TeamAnswers;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.console.OpenInstallation;
import org.scrutineer.intake.AmendmentList;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.DeletedReturns;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.web.TestPages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;

class ReturnsRoomTests {

    private static final OpenInstallation OPEN = OpenInstallation.afterRun();

    private static final TestPages PAGES = OPEN.pages(
            List.of(
                    Submissions.class,
                    ReturnsAsRead.class,
                    Amendments.class,
                    DeletedReturns.class,
                    TeamAnswers.class,
                    Inbox.class,
                    Pipeline.class,
                    AmendmentList.class),
            ReturnsRoom.class,
            ReturnPages.class,
            Changing.class);

    private static final String PATH = "/returns/first-response-1/2018-12/1";

    @Test
    void tellsWhatCameAndWhatThereIsToCorrect() {
        Submission submission = submission();
        String found = OPEN.bean(Findings.class).of(submission).get(0).remedy();

        assertThat(PAGES.as(officer()).get(PATH))
                .hasStatusOk()
                .bodyText()
                .contains(" of First Response Team 1, December 2018</h1>")
                .contains(submission.fileHash().substring(0, 12))
                .contains("FRT1 Dec 18.xlsx (")
                .contains("Prepared on")
                .contains("To correct or confirm: 1 thing")
                .contains(HtmlUtils.htmlEscape(found))
                .contains("Download the marked workbook", PATH + "/amend", PATH + "/exclude");
    }

    @Test
    void tellsHowItWasRead() {
        assertThat(PAGES.as(submitterFor("first-response-1")).get(PATH + "/reading"))
                .hasStatusOk()
                .bodyText()
                .contains("How we read FRT1 Dec 18.xlsx", "Template version", "Header found", "Who sends what");
    }

    @Test
    void theMarkedWorkbookIsDownloadedAsAFileThatNobodyKeeps() {
        assertThat(PAGES.as(submitterFor("first-response-1")).get(PATH + "/answer"))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.CONTENT_DISPOSITION,
                        values -> assertThat(values.get(0))
                                .startsWith("attachment;")
                                .contains("FRT1%20Dec%2018%20-%20what%20to%20correct"));
    }

    @Test
    void submittersSeeWhatTheySentAndChangeNothing() {
        assertThat(PAGES.as(submitterFor("first-response-1")).get(PATH))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/amend", "/exclude");
        assertThat(PAGES.as(submitterFor("first-response-1")).get(PATH + "/amend"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aReturnIsSeenByItsOwnTeamAloneWhateverTeamItsAddressNames() {
        assertThat(PAGES.as(submitterFor("first-response-2")).get(PATH)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(PAGES.as(submitterFor("first-response-2")).get("/returns/first-response-2/2018-12/1"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(PAGES.as(submitterFor("first-response-2")).get("/returns/first-response-2/2018-12/1/answer"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(PAGES.as(officer()).get("/returns/first-response-1/2018-11/1"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(PAGES.as(approver()).get(PATH)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aFormSaysFieldByFieldWhatIsWrongAndKeepsWhatWasTyped() {
        assertThat(PAGES.as(officer())
                        .post(PATH + "/amend")
                        .param("sheet", "")
                        .param("cell", "")
                        .param("reason", "typed <wrongly>")
                        .param("askedBy", "A. Manager")
                        .param("approvedBy", "a. manager"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<title>Error: Amend a cell of the ")
                .contains("<a href=\"#sheet\">Choose the sheet.</a>")
                .contains("<a href=\"#cell\">Enter the cell, such as C14.</a>")
                .contains(
                        "<a href=\"#approvedBy\">Expected somebody other than the one who asked. Have it approved by a"
                                + " second person.</a>")
                .contains("typed &lt;wrongly&gt;");
    }

    @Test
    void whatStandsInTheCellHasToBeSaid() {
        assertThat(PAGES.as(officer())
                        .post(PATH + "/exclude")
                        .param("sheet", sheet())
                        .param("cell", "A5")
                        .param("old", "something else")
                        .param("reason", "sent twice")
                        .param("askedBy", "A. Manager")
                        .param("approvedBy", "B. Officer"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("which is what stands in cell A5 of sheet " + sheet() + " now.");
    }

    @Test
    void aRowIsLeftOutOnceHoweverOftenSomebodyClicks() throws IOException {
        String sheet = sheet();
        String old = OPEN.bean(AmendmentList.class).standing(submission(), sheet, "A6");
        assertThat(old).isNotEmpty();

        assertThat(PAGES.as(officer()).get(PATH + "/exclude?sheet={sheet}&cell=A6", sheet))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + old + "\"");
        for (String told : List.of(
                "The row will be left out. The next run reads the return again and publishes its month anew.",
                "That was done already. Nothing was done twice.")) {
            assertThat(PAGES.as(officer())
                            .post(PATH + "/exclude")
                            .param("sheet", sheet)
                            .param("cell", "A6")
                            .param("old", old)
                            .param("reason", "sent twice")
                            .param("askedBy", "A. Manager")
                            .param("approvedBy", "B. Officer"))
                    .hasRedirectedUrl(PATH)
                    .flash()
                    .containsEntry("done", told);
        }

        assertThat(OPEN.bean(Amendments.class).of(submission())).hasSize(1);
        assertThat(PAGES.as(officer()).get(PATH))
                .bodyText()
                .contains(
                        "Row left out",
                        "sent twice",
                        "This is how the return was found when it was read on its arrival.");
        assertThat(PAGES.as(officer()).get(PATH + "/amend")).hasStatus(HttpStatus.CONFLICT);
        restore();
    }

    /** Other tests find the return as the run left it. */
    private static void restore() throws IOException {
        OPEN.bean(Pipeline.class).run(Optional.of(ReportingPeriod.of(2018, 12)), "officer");
    }

    private static Submission submission() {
        return OPEN.bean(Submissions.class).find(1).orElseThrow().submission();
    }

    private static String sheet() {
        return OPEN.bean(MatchedColumns.class).of(submission()).stream()
                .map(column -> column.sheet())
                .findFirst()
                .orElse("");
    }
}
