package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.commentary.PlannedAction;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.workbook.OutputWorkbook.Table;

class ActionsSheetTests {

    private static Example example() {
        return Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .target("AS01", "90", "85")
                .value("AS01", "65", "100", "65", Status.COMPLETE)
                .atMeeting(ReportingPeriod.of(2021, 11), "AS01", "60")
                .action(new Explanation(
                        "AS01",
                        "head-of-front-door",
                        "60.0 per cent",
                        "Two posts were vacant.",
                        "Recruit to both posts",
                        "Head of front door",
                        LocalDate.of(2021, 12, 15),
                        ReportingPeriod.of(2022, 3)))
                .planned(new PlannedAction(
                        "IP1",
                        "Weekly review of open assessments",
                        "IN-PROGRESS",
                        LocalDate.of(2021, 12, 1),
                        "AS01",
                        null))
                .planned(new PlannedAction("IP2", "New induction", "DONE", LocalDate.of(2021, 10, 1), null, "Done."));
    }

    @Test
    void listsWhatTheLastMeetingWasToldAndThenTheImprovementPlan() {
        Report report = example().report();
        Page page = new ActionsSheet(report).page();

        assertThat(Printed.rows(page.tables().get(0)))
                .containsExactly(
                        "Assessments in time, per cent | Recruit to both posts | Head of front door | 15 December"
                                + " 2021 | Has been due | March 2022 | 65.0 | Red");
        assertThat(Printed.rows(page.tables().get(1)))
                .containsExactly(
                        "Assessments in time, per cent | Weekly review of open assessments | IP1 | 1 December 2021 | Has"
                                + " been due | In progress | 65.0 | Red | ",
                        " | New induction | IP2 | 1 October 2021 | Closed | Done |  |  | Done.");
        assertThat(Printed.lines(page.sheet(report)))
                .contains(
                        "The previous meeting was told of November 2021.",
                        "The improvement plan has 2 actions: 1 in progress and 1 done. 1 of them was due before the end of"
                                + " the period and is not done.");
    }

    @Test
    void tellsThePublicHowThePlanStandsButNothingThatIsWrittenInIt() {
        Report report = example().asPublicPaper("AS01").report();
        Page page = new ActionsSheet(report).page();

        assertThat(page.tables()).extracting(Table::name).containsExactly("actions");
        assertThat(Printed.lines(page.sheet(report)))
                .contains(
                        "The improvement plan has 2 actions: 1 in progress and 1 done. 1 of them was due before the end"
                                + " of the period and is not done.")
                .noneMatch(line -> line.contains("Weekly review"));
    }

    @Test
    void saysNothingOfAPlanThatWasNotSent() {
        Report report = Example.withEveryStatus().report();

        assertThat(Printed.lines(new ActionsSheet(report).page().sheet(report)))
                .contains("No meeting before this one is known.")
                .noneMatch(line -> line.contains("plan"));
    }
}
