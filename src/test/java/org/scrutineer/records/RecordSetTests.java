package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.records.AssessmentCatalogue.aCatalogue;
import static org.scrutineer.records.SealedReturns.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.ReportingPeriod;

/** Which rows of which returns count: visits are a flow by date, cases a snapshot. */
class RecordSetTests {

    @TempDir
    Path folder;

    @Test
    void aSnapshotIsThePeriodsOwnReturns() {
        try (var returns = cases().with("2018-11", "2018-12-03", "cases", "north", "A | north | WNC", "B | north | WNC")
                .with("2018-12", "2019-01-03", "cases", "north", "A | north | NO")
                .with("2018-12", "2019-01-04", "cases", "south", "A | south | WNC")
                .with("2019-01", "2019-02-04", "cases", "north", "C | north | WNC")) {
            assertThat(cells(returns, "2018-12", "cases", "child, team, authority, submission"))
                    .containsExactly("A | north | NO | 1", "A | south | WNC | 2");
        }
    }

    @Test
    void aThingThatTwoReturnsTellOfOneTeamCountsOnceAsTheOnePreparedLastHasIt() {
        try (var returns = cases().with("2018-12", "2019-01-05", "cases", "office", "A | north | WNC", "B | north | NO")
                .with("2018-12", "2019-01-04", "cases", "north", "A | north | NO", "C | north | NO", "A | south | NO")
                .with("2018-12", "2019-01-06", "cases", "south", "B | north | WNC", "B | north | NNC")) {
            assertThat(cells(returns, "2018-12", "cases", "child, team, authority, submission"))
                    .containsExactly(
                            "A | north | WNC | 0",
                            "A | south | NO | 1",
                            "B | north | NNC | 2",
                            "B | north | WNC | 2",
                            "C | north | NO | 1");
            try (RecordSet records = returns.of("2018-12")) {
                assertThat(records.toldTwice())
                        .containsExactly(new ToldTwice("cases", 0, 3, 2), new ToldTwice("cases", 1, 2, 0));
            }
        }
    }

    @Test
    void anEventReportedLateCountsInItsOwnMonth() {
        try (var returns = cases().with("2018-11", "2018-12-03", "visits", "north", "A | 2018-11-05 | 1")
                .with("2018-12", "2019-01-03", "visits", "north", "A | 2018-12-05 | 1", "A | 2018-11-20 | 2")
                .with("2019-02", "2019-03-03", "visits", "north", "B | 2018-11-30 | 3")) {
            assertThat(cells(returns, "2018-11", "visits", "child, visited"))
                    .containsExactly("A | 2018-11-05", "A | 2018-11-20", "B | 2018-11-30");
            assertThat(cells(returns, "2018-12", "visits", "child, visited")).hasSize(4);
        }
    }

    @Test
    void anEventReportedTwiceCountsOnceAsItWasReportedLast() {
        try (var returns = cases().with("2018-12", "2019-01-09", "visits", "north", "A | 2018-12-05 | 2")
                .with("2018-12", "2019-01-08", "visits", "north", "A | 2018-12-05 | 1", "B | 2018-12-05 | 1")
                .with("2019-01", "2019-01-08", "visits", "south", "B | 2018-12-05 | 3")
                .with("2018-11", "2019-01-07", "visits", "north", "B | 2018-12-05 | 4")) {
            assertThat(cells(returns, "2018-12", "visits", "child, hours, team, submission"))
                    .containsExactly("A | 2.0000 | north | 0", "B | 3.0000 | south | 2");
        }
    }

    @Test
    void ofTheSameEventTwiceInOneReturnTheLowerRowCounts() {
        try (var returns =
                cases().with("2018-12", "2019-01-09", "visits", "north", "A | 2018-12-05 | 1", "A | 2018-12-05 | 2")) {
            assertThat(cells(returns, "2018-12", "visits", "child, hours")).containsExactly("A | 2.0000");
        }
    }

    @Test
    void whatIsStillOpenIsASnapshotOfThePeriodsOwnReturns() {
        try (var returns = SealedReturns.in(folder, aCatalogue().catalogue())
                .with("2018-11", "2018-12-03", "assessments", "north", open("A"), open("B"), open("C"))
                .with("2018-12", "2019-01-03", "assessments", "north", open("A"), closed("B", "2018-12-20"))
                .with("2019-01", "2019-02-03", "assessments", "north", closed("A", "2019-01-15"), open("D"))) {
            assertThat(cells(returns, "2018-11", "assessments", "child, authorised"))
                    .containsExactly("A | ", "B | ", "C | ");
            assertThat(cells(returns, "2018-12", "assessments", "child, authorised"))
                    .containsExactly("A | ", "B | 2018-12-20");
            assertThat(cells(returns, "2019-01", "assessments", "child, authorised"))
                    .containsExactly("A | 2019-01-15", "B | 2018-12-20", "D | ");
        }
    }

    @Test
    void whatALaterReturnSaysWasClosedInThePeriodIsNoLongerOpen() {
        try (var returns = SealedReturns.in(folder, aCatalogue().catalogue())
                .with("2018-12", "2019-01-03", "assessments", "north", open("A"))
                .with("2019-01", "2019-02-03", "assessments", "north", closed("A", "2018-12-28"))) {
            assertThat(cells(returns, "2018-12", "assessments", "child, authorised"))
                    .containsExactly("A | 2018-12-28");
        }
    }

    @Test
    void anEventWhoseDateIsCorrectedMovesToItsOwnMonth() {
        try (var returns = SealedReturns.in(folder, aCatalogue().catalogue())
                .with("2018-12", "2019-01-03", "assessments", "north", closed("A", "2018-12-28"))
                .with("2019-01", "2019-02-03", "assessments", "north", closed("A", "2019-01-04"))) {
            assertThat(cells(returns, "2018-12", "assessments", "child, authorised"))
                    .containsExactly("A | 2019-01-04");
        }
    }

    @Test
    void whatThePeriodsOwnReturnSaysOfDaysAfterItStays() {
        try (var returns = SealedReturns.in(folder, aCatalogue().catalogue())
                .with("2018-12", "2019-01-08", "assessments", "north", closed("A", "2019-01-04"))
                .with("2019-01", "2019-02-03", "assessments", "north", closed("B", "2019-01-04"))) {
            assertThat(cells(returns, "2018-12", "assessments", "child, authorised"))
                    .containsExactly("A | 2019-01-04");
        }
    }

    @Test
    void aViewSeesTheDaysItIsAimedAt() {
        Catalogue catalogue = aCatalogue()
                .withView("done", "select team, child from assessments where authorised between :start and :end")
                .withView("done_by_team", "select team, count(*) as done from done group by team")
                .catalogue();
        try (var returns = SealedReturns.in(folder, catalogue)
                        .with("2018-11", "2018-12-03", "assessments", "north", closed("A", "2018-11-20"))
                        .with("2018-12", "2019-01-03", "assessments", "north", closed("B", "2018-12-20"));
                RecordSet records = returns.of("2018-12")) {
            records.aim(Window.of(ReportingPeriod.of(2018, 12)));
            assertThat(rows(records, "done_by_team", "team, done")).containsExactly("north | 1");

            records.aim(Window.of(new Months(ReportingPeriod.of(2018, 4), ReportingPeriod.of(2018, 12))));
            assertThat(rows(records, "done_by_team", "team, done")).containsExactly("north | 2");
        }
    }

    @Test
    void aViewIsMadeFromTheDatasetsBelowItHoweverItNamesThem() {
        Catalogue catalogue = aCatalogue()
                .withView("first", "select a.team, c.authority from Assessments a join cases c using (child)")
                .withView(
                        "second",
                        "with own as (select * from first) select * from own union all by name"
                                + " select team from visits")
                .catalogue();
        try (var returns = SealedReturns.in(folder, catalogue);
                RecordSet records = returns.of("2018-12")) {
            records.aim(Window.of(ReportingPeriod.of(2018, 12)));

            assertThat(returns.store().sources("second")).containsExactly("assessments", "visits", "cases");
            assertThat(returns.store().sources("cases")).containsExactly("cases");
            assertThat(records.columns("first")).containsExactly("team", "authority");
        }
    }

    @Test
    void segmentsOfOtherVersionsOfTheCatalogueAreReadByTheNamesOfTheirColumns() {
        Catalogue before =
                aCatalogue().withColumn("size: {header: [Size], type: text}").catalogue();
        Catalogue after = aCatalogue()
                .withColumn("score: {header: [Score], type: integer}")
                .catalogue();
        try (var old = SealedReturns.in(folder.resolve("old"), before)
                        .with("2018-11", "2018-12-03", "assessments", "north", closed("A", "2018-11-20") + "| large");
                var returns = SealedReturns.in(folder, after)
                        .with("2018-12", "2019-01-03", "assessments", "north", closed("B", "2018-12-20") + "| 5")) {
            returns.take(old);

            assertThat(cells(returns, "2018-12", "assessments", "child, authorised, score"))
                    .containsExactly("A | 2018-11-20 | ", "B | 2018-12-20 | 5");
        }
    }

    @Test
    void columnsAndDatasetsMayBearNamesThatTheProgramUsesItself() {
        Catalogue catalogue = aCatalogue()
                .withColumn("filename: {header: [File], type: text}")
                .withColumn("prepared_on: {header: [Prepared], type: date}")
                .catalogue();
        try (var returns = SealedReturns.in(folder, catalogue)
                .with("2018-12", "2019-01-03", "assessments", "north", open("A") + "| a.docx | 2018-12-01")
                .with("2018-12", "2019-01-04", "assessments", "north", open("A") + "| b.docx | 2018-11-01")) {
            assertThat(cells(returns, "2018-12", "assessments", "child, filename, prepared_on"))
                    .containsExactly("A | b.docx | 2018-11-01");
        }
    }

    @Test
    void manySegmentsAreOneTable() {
        try (var returns = cases()) {
            for (int i = 0; i < 150; i++) {
                returns.with("2018-12", "2019-01-03", "visits", "north", "C" + i + " | 2018-12-05 | 1");
            }
            assertThat(cells(returns, "2018-12", "visits", "count(*), sum(hours), count(distinct submission)"))
                    .containsExactly("150 | 150.0000 | 150");
        }
    }

    @Test
    void withoutReturnsThereAreNoRows() {
        try (var returns = cases()) {
            assertThat(cells(returns, "2018-12", "visits", "child")).isEmpty();
        }
    }

    @Test
    void aSegmentThatIsGoneIsToldByName() throws Exception {
        try (var returns = cases().with("2018-12", "2019-01-03", "visits", "north", "A | 2018-12-05 | 1")) {
            Files.delete(folder.resolve("visits/return-0.parquet"));

            assertThatThrownBy(() -> returns.of("2018-12"))
                    .isInstanceOf(RecordsException.class)
                    .hasMessage("cannot load the rows of 2018-12")
                    .hasStackTraceContaining("return-0.parquet");
        }
    }

    private SealedReturns cases() {
        return SealedReturns.in(folder, aCatalogue().catalogue());
    }

    private static String open(String child) {
        return closed(child, "");
    }

    private static String closed(String child, String authorised) {
        return child + " | 2018-11-01 | " + authorised + " | | | | | | ";
    }

    private static List<String> cells(SealedReturns returns, String period, String dataset, String columns) {
        try (RecordSet records = returns.of(period)) {
            return rows(records, dataset, columns);
        }
    }
}
