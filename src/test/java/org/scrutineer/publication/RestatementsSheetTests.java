package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.publication.Restatement.Cause;

class RestatementsSheetTests {

    private static Example restated() {
        return Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .value("AS01", "65", "100", "65", Status.COMPLETE)
                .restated(new Restatement(
                        Example.earlier(
                                ReportingPeriod.of(2021, 11),
                                Example.figure("AS01", "trust", null, null, null, Status.NOT_AVAILABLE)),
                        Example.earlier(
                                ReportingPeriod.of(2021, 11),
                                Example.figure("AS01", "trust", "7", "10", "70", Status.COMPLETE)),
                        List.of(Cause.LATE)))
                .restated(new Restatement(
                        Example.earlier(
                                Example.PERIOD, Example.figure("AS01", "trust", "60", "100", "60", Status.COMPLETE)),
                        Example.earlier(
                                Example.PERIOD, Example.figure("AS01", "trust", "65", "100", "65", Status.COMPLETE)),
                        List.of(Cause.CORRECTED, Cause.AMENDED)));
    }

    @Test
    void saysWhatAFigureWasWhatItIsAndWhy() {
        assertThat(Printed.rows(new RestatementsSheet(restated().report())
                        .page()
                        .tables()
                        .get(0)))
                .containsExactly(
                        "Assessments in time | AS01 | Whole organisation | November 2021 | Month | [x] | 70.0 |  |  |  | Yes | A"
                                + " return came late.",
                        "Assessments in time | AS01 | Whole organisation | December 2021 | Month | 60.0 | 65.0 | 5.0 |  |  | Yes | A"
                                + " return was corrected and sent again; cells of a return were amended.");
    }

    @Test
    void saysSoWhereNothingHasChanged() {
        Report report = Example.withEveryStatus().report();

        assertThat(Printed.lines(new RestatementsSheet(report).page().sheet(report)))
                .contains("Nothing that was published before has changed.");
    }

    @Test
    void marksTheFiguresOfThePeriodThatHaveChanged() {
        Report report = restated().report();

        assertThat(Printed.row(new ScorecardSheet(report).page().tables().get(0), 0))
                .contains("[r]");
        assertThat(new String(IndicatorsCsv.of(report), java.nio.charset.StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.contains(",65,100,65,r,"));
    }

    @Test
    void takesAFigureForChangedOnlyWhereAReaderCanSeeIt() {
        var indicator = restated().report().indicators().get(0);
        var shown =
                Example.earlier(Example.PERIOD, Example.figure("AS01", "trust", "65", "100", "65.01", Status.COMPLETE));
        var rounded =
                Example.earlier(Example.PERIOD, Example.figure("AS01", "trust", "65", "100", "65.04", Status.COMPLETE));
        var provisional = Example.earlier(
                Example.PERIOD, Example.figure("AS01", "trust", "65", "100", "65.01", Status.PROVISIONAL));

        assertThat(Restatement.differ(indicator, shown, rounded)).isFalse();
        assertThat(Restatement.differ(indicator, shown, provisional)).isTrue();
    }
}
