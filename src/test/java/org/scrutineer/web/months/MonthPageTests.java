package org.scrutineer.web.months;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.scrutineer.web.TestPages.approver;
import static org.scrutineer.web.TestPages.officer;
import static org.scrutineer.web.TestPages.submitterFor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scrutineer.accounts.Person;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.distribution.Release;
import org.scrutineer.intake.CellCount;
import org.scrutineer.intake.Finding;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.PeriodStatus.ExpectedReturn;
import org.scrutineer.pipeline.PeriodStatus.ReturnStatus;
import org.scrutineer.schedule.ScheduleStatus;
import org.scrutineer.schedule.Standing;
import org.scrutineer.schedule.Waiting;
import org.scrutineer.web.release.ReleaseLine;

class MonthPageTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);
    private static final LocalDate DUE = LocalDate.of(2019, 1, 15);

    private static final Finding TO_CORRECT = new Finding(
            "date-expected", Severity.ERROR, "north.xlsx", "Visits", "B2", "n/a", "a date", "Correct the date.");

    private static ExpectedReturn expected(String team, Optional<LocalDate> preparedOn, int workingDaysLeft) {
        return new ExpectedReturn(team, "Team " + team, "visits", DUE, preparedOn, 0, workingDaysLeft);
    }

    private static ReturnStatus received(long number, String team, String type, String state, Finding... toCorrect) {
        return new ReturnStatus(number, team + ".xlsx", team, "Team " + team, type, state, null, List.of(toCorrect));
    }

    private static MonthPage page(List<ExpectedReturn> expected, List<ReturnStatus> returns, Person person) {
        var status = new PeriodStatus(
                DECEMBER,
                expected.size(),
                (int) expected.stream().filter(one -> !one.isMissing()).count(),
                List.of(),
                expected,
                returns,
                new PeriodStatus.Rows(0, 0, 0, 0),
                CellCount.NONE,
                0,
                Optional.empty(),
                0,
                List.of(),
                List.of(),
                List.of());
        var release = new Release(4, "board", DECEMBER, Release.State.DRAFT, null, null, "");
        var standing = new Standing(
                Instant.parse("2019-01-17T09:00:00Z"),
                List.of(new Standing.Month(status, List.of(), List.of(release))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                new ScheduleStatus(Optional.of(Instant.EPOCH), ZonedDateTime.parse("2019-01-18T02:30:00Z"), List.of()),
                List.of());
        return MonthPage.of(
                standing, SmallCatalogue.aCatalogue().catalogue(), LocalDate.of(2019, 1, 17), List.of(), person);
    }

    @Test
    void tellsOfEachExpectedReturnWhetherItCameAndWhatBecameOfIt() {
        MonthPage page = page(
                List.of(
                        expected("north", Optional.of(LocalDate.of(2019, 1, 16)), -2),
                        expected("south", Optional.empty(), -2),
                        expected("east", Optional.empty(), -2)),
                List.of(
                        received(1, "north", "visits", "superseded"),
                        received(2, "north", "visits", "accepted-with-findings", TO_CORRECT),
                        received(3, "east", "visits", "refused", TO_CORRECT)),
                officer());

        assertThat(page.expected())
                .extracting(
                        MonthPage.Row::team,
                        MonthPage.Row::type,
                        MonthPage.Row::received,
                        row -> row.state().words(),
                        MonthPage.Row::toCorrect,
                        MonthPage.Row::path)
                .containsExactly(
                        tuple(
                                "Team north",
                                "Visits return",
                                "Late, prepared on 16 January 2019",
                                "To correct",
                                1,
                                "/returns/north/2018-12/2"),
                        tuple("Team south", "Visits return", "Missing, 2 working days overdue", "Missing", 0, null),
                        tuple(
                                "Team east",
                                "Visits return",
                                "Missing, 2 working days overdue",
                                "Refused",
                                1,
                                "/returns/east/2018-12/3"));
        assertThat(List.of(page.received(), page.missing(), page.late(), page.toCorrect()))
                .containsExactly(1L, 2L, 1L, 2L);
    }

    @Test
    void whatNobodyOwesIsToldApart() {
        MonthPage page = page(
                List.of(expected("north", Optional.empty(), 3)),
                List.of(received(7, "trust", "plans", "waiting")),
                officer());

        assertThat(page.expected()).extracting(row -> row.state().words()).containsExactly("Not due yet");
        assertThat(page.others()).extracting(row -> row.state().words()).containsExactly("Received");
    }

    @Test
    void officersSeeWhatWaitsForWhom() {
        MonthPage page = page(List.of(expected("north", Optional.empty(), -2)), List.of(), officer());

        assertThat(page.waiting())
                .containsEntry(Waiting.Whom.SENDERS, List.of("December 2018: 1 return missing."))
                .containsEntry(Waiting.Whom.APPROVERS, List.of("December 2018: run 4 waits for approval."));
    }

    @Test
    void submittersSeeTheReturnsOfTheirOwnTeamsAndNothingElse() {
        MonthPage page = page(
                List.of(expected("north", Optional.empty(), -2), expected("south", Optional.empty(), -2)),
                List.of(
                        received(1, "north", "plans", "accepted"),
                        received(2, "south", "plans", "accepted"),
                        received(3, "south", "visits", "refused", TO_CORRECT)),
                submitterFor("south"));

        assertThat(page.expected()).extracting(MonthPage.Row::team).containsExactly("Team south");
        assertThat(page.others()).extracting(MonthPage.Row::team).containsExactly("Team south");
        assertThat(page.whole()).isFalse();
        assertThat(page.waiting()).isEmpty();
        assertThat(page.releases()).isEmpty();
    }

    @Test
    void approversSeeHowReturnsStandAndOpenNone() {
        MonthPage page = page(
                List.of(expected("north", Optional.of(DUE), 0)),
                List.of(received(2, "north", "visits", "accepted")),
                approver());

        assertThat(page.expected()).extracting(MonthPage.Row::path).containsOnlyNulls();
        assertThat(page.releases()).extracting(ReleaseLine::path).containsExactly("/release/4/board");
    }
}
