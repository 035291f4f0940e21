package org.scrutineer.web.months;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.web.TestPages.administrator;
import static org.scrutineer.web.TestPages.officer;
import static org.scrutineer.web.TestPages.submitterFor;
import static org.scrutineer.web.TestPages.viewer;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.console.OpenInstallation;
import org.scrutineer.locks.Locks;
import org.scrutineer.schedule.Standings;
import org.scrutineer.web.TestPages;
import org.springframework.http.HttpStatus;

class MonthsRoomTests {

    private static final TestPages PAGES =
            OpenInstallation.afterRun().pages(List.of(Standings.class, Locks.class, Clock.class), MonthsRoom.class);

    @Test
    void thisMonthIsTheNewestWithReturnsWhereNothingHasComeForLong() {
        assertThat(PAGES.as(officer()).get("/months")).hasRedirectedUrl("/months/2018-12");
        assertThat(PAGES.as(officer()).get("/")).hasRedirectedUrl("/months");
    }

    @Test
    void officersSeeTheWholeMonth() {
        assertThat(PAGES.as(officer()).get("/months/2018-12"))
                .hasStatusOk()
                .bodyText()
                .contains("<title>December 2018 – Scrutineer – ")
                .contains("<h2 class=\"govuk-heading-m\">What waits for whom</h2>")
                .contains("December 2018: 14 returns missing.")
                .contains("First Response Team 1", "/returns/first-response-1/2018-12/1")
                .contains(
                        "<caption class=\"govuk-table__caption govuk-table__caption--s\">Runs, newest first</caption>")
                .contains("<a class=\"govuk-link\" href=\"/runs/1\">Run 1</a>", "Finished")
                .contains("<span class=\"govuk-pagination__link-label\">January 2019</span>");
    }

    @Test
    void submittersSeeTheirOwnTeamAlone() {
        assertThat(PAGES.as(submitterFor("first-response-1")).get("/months/2018-12"))
                .hasStatusOk()
                .bodyText()
                .contains("First Response Team 1")
                .doesNotContain("First Response Team 2", "What waits for whom", "Runs, newest first");
    }

    @Test
    void aMonthWithoutReturnsHasAPage() {
        assertThat(PAGES.as(officer()).get("/months/2031-05"))
                .hasStatusOk()
                .bodyText()
                .contains("<h1 class=\"govuk-heading-l\">May 2031</h1>", "This month has not been run yet.");
    }

    @Test
    void whatIsNoMonthIsNotThere() {
        assertThat(PAGES.as(officer())
                        .get("/months/yesterday")
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isBetween(400, 404);
    }

    @Test
    void othersSeeNothing() {
        assertThat(PAGES.as(viewer()).get("/months/2018-12")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(PAGES.as(administrator()).get("/months/2018-12")).hasStatus(HttpStatus.FORBIDDEN);
    }
}
