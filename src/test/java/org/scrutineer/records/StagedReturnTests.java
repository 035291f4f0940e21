package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.records.AssessmentCatalogue.aCatalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.StagedReturn.Breach;

class StagedReturnTests {

    @TempDir
    Path folder;

    @Test
    void aRowBreaksARuleWhereItIsFalseNotWhereItIsUnknown() {
        assertThat(breaches(
                        "authorised >= started",
                        "A | 2018-12-03 | 2018-12-01 | | | | | |",
                        "B | 2018-12-03 | 2018-12-03 | | | | | |",
                        "C | 2018-12-03 |            | | | | | |",
                        "D | 2018-12-03 | 2018-11-30 | | | | | |"))
                .containsExactly(
                        new Breach(2, Map.of("authorised", "1 Dec 2018", "started", "3 Dec 2018")),
                        new Breach(5, Map.of("authorised", "30 Nov 2018", "started", "3 Dec 2018")));
    }

    @Test
    void aBreachQuotesEveryColumnItMentionsAsAPersonWouldWriteIt() {
        String never =
                "child is null and Started is null and authorised is null and seen is null and closed is null and"
                        + " contacts is null and HOURS is null and cost is null and council is null";

        List<Breach> breaches = breaches(
                never,
                "O'Neill | 2018-12-03 | | 2018-12-04T09:30 | yes | 1200 | 7.5000 | 0.00 | WNC",
                "é \uD83D\uDC66 | 1900-01-01 | 2018-12-31 | 2018-12-04T00:00 | no | -3 | 100.0001 | 1000000.10 | NNC");

        assertThat(breaches.get(0).values())
                .containsExactly(
                        Map.entry("child", "O'Neill"),
                        Map.entry("started", "3 Dec 2018"),
                        Map.entry("authorised", ""),
                        Map.entry("seen", "4 Dec 2018 09:30"),
                        Map.entry("closed", "Yes"),
                        Map.entry("contacts", "1200"),
                        Map.entry("hours", "7.5"),
                        Map.entry("cost", "0"),
                        Map.entry("council", "WNC"));
        assertThat(breaches.get(1).values().values())
                .containsExactly(
                        "é \uD83D\uDC66",
                        "1 Jan 1900",
                        "31 Dec 2018",
                        "4 Dec 2018",
                        "No",
                        "-3",
                        "100.0001",
                        "1000000.1",
                        "NNC");
    }

    @Test
    void aRuleKnowsTheDaysOfThePeriod() {
        assertThat(breaches(
                        "started between :start and :end -- this month only",
                        "A | 2018-11-30 | | | | | | |",
                        "B | 2018-12-01 | | | | | | |",
                        "C | 2018-12-31 | | | | | | |",
                        "D | 2019-01-01 | | | | | | |"))
                .extracting(Breach::row)
                .containsExactly(2, 5);
    }

    @Test
    void aRuleMayAskForTheTeamAndTheRow() {
        assertThat(breaches("team <> 'north' or sheet_row > 2", "A | | | | | | | |", "B | | | | | | | |"))
                .containsExactly(new Breach(2, Map.of()));
    }

    @Test
    void aDoubleIsARowWhoseKeyStandsFurtherUpBlanksCountingLikeAnyOtherText() {
        try (var returns = SealedReturns.in(folder, aCatalogue().catalogue());
                StagedReturn staged = returns.store().stage(ReportingPeriod.of(2018, 12))) {
            Dataset assessments = SealedReturns.dataset(aCatalogue().catalogue(), "assessments");
            SealedReturns.write(
                    staged,
                    assessments,
                    "north",
                    "A | 2018-12-03 | | | | | | |",
                    "A | 2018-12-04 | | | | | | |",
                    "A | 2018-12-03 | 2018-12-09 | | | | | |",
                    "A |            | | | | | | |",
                    "  |            | | | | | | |",
                    "A |            | | | | | | |",
                    "a | 2018-12-03 | | | | | | |",
                    "  |            | | | | | | |",
                    "A | 2018-12-03 | | | | | | |");

            assertThat(staged.doubles(assessments))
                    .containsExactly(
                            new StagedReturn.Double(4, 2),
                            new StagedReturn.Double(7, 5),
                            new StagedReturn.Double(9, 6),
                            new StagedReturn.Double(10, 2));
        }
    }

    @Test
    void manyReturnsAreStagedSideBySide() {
        Catalogue catalogue = aCatalogue().withRule("started <= :end").catalogue();
        Dataset assessments = SealedReturns.dataset(catalogue, "assessments");
        try (var returns = SealedReturns.in(folder, catalogue);
                StagedReturn december = returns.store().stage(ReportingPeriod.of(2018, 12));
                StagedReturn january = returns.store().stage(ReportingPeriod.of(2019, 1))) {
            SealedReturns.write(december, assessments, "north", "A | 2019-01-05 | | | | | | |");
            SealedReturns.write(january, assessments, "north", "A | 2019-01-05 | | | | | | |");

            assertThat(december.breaches(assessments)).hasSize(1);
            assertThat(january.breaches(assessments)).isEmpty();
        }
    }

    @Test
    void aDatasetIsStagedOnceAndBeforeItIsAskedAbout() {
        Dataset assessments = SealedReturns.dataset(aCatalogue().catalogue(), "assessments");
        try (var returns = SealedReturns.in(folder, aCatalogue().catalogue());
                StagedReturn staged = returns.store().stage(ReportingPeriod.of(2018, 12))) {
            assertThatThrownBy(() -> staged.doubles(assessments)).hasMessage("dataset assessments is not staged");

            SealedReturns.write(staged, assessments, "north");

            assertThatThrownBy(() -> staged.write(assessments)).hasMessage("dataset assessments is staged already");
        }
    }

    /** So many that they leave the heap on the way. */
    @Test
    void aLongSheetIsAskedAndSealedLikeAShortOne() throws IOException {
        Catalogue catalogue = aCatalogue().withRule("contacts <> 29999").catalogue();
        Dataset assessments = SealedReturns.dataset(catalogue, "assessments");
        String text = "é".repeat(600);
        try (var returns = SealedReturns.in(folder, catalogue);
                StagedReturn staged = returns.store().stage(ReportingPeriod.of(2018, 12))) {
            try (RowWriter writer = staged.write(assessments)) {
                for (int row = 1; row <= 30_000; row++) {
                    writer.begin("north", row);
                    writer.text(text);
                    writer.blank();
                    writer.blank();
                    writer.blank();
                    writer.yesNo(row % 2 == 0);
                    writer.integer(row);
                    writer.blank();
                    writer.decimal(row);
                    writer.blank();
                    if (row == 29_999) {
                        writer.end();
                    } else {
                        writer.end(List.of("contacts"));
                    }
                }
            }

            assertThat(staged.breaches(assessments).values())
                    .containsExactly(List.of(new Breach(29_999, Map.of("contacts", "29999"))));
            assertThat(staged.doubles(assessments)).hasSize(29_999).allMatch(repeated -> repeated.firstRow() == 1);
            Segment segment = staged.seal(assessments, List.of(2, 29_999), "long.parquet");
            var rows = new ArrayList<@Nullable Object[]>();
            returns.store().read(segment, assessments, Set.of("child", "contacts"), rows::add);
            assertThat(rows)
                    .extracting(row -> row[1])
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 30_000)
                            .filter(row -> row != 2 && row != 29_999)
                            .boxed()
                            .toList());
            assertThat(rows).allMatch(row -> text.equals(row[2]) && row[7].equals(row[1]));
        }
    }

    @Test
    void aRowOfTheWrongShapeIsADefect() {
        Dataset assessments = SealedReturns.dataset(aCatalogue().catalogue(), "assessments");
        try (var returns = SealedReturns.in(folder, aCatalogue().catalogue());
                StagedReturn staged = returns.store().stage(ReportingPeriod.of(2018, 12));
                RowWriter writer = staged.write(assessments)) {
            writer.begin("north", 2);

            assertThatThrownBy(() -> writer.date(17_868)).hasMessage("column child is of TEXT and was given DATE");
            assertThatThrownBy(writer::end)
                    .hasMessage("a row of assessments has 4 values, not 12, with its team, its number and what is"
                            + " unreadable");
            assertThatThrownBy(() -> writer.begin("north", 3)).hasMessage("a row of assessments has not ended");
        }
    }

    private List<Breach> breaches(String rule, String... rows) {
        Catalogue catalogue = aCatalogue().withRule(rule).catalogue();
        Dataset assessments = SealedReturns.dataset(catalogue, "assessments");
        try (var returns = SealedReturns.in(folder, catalogue);
                StagedReturn staged = returns.store().stage(ReportingPeriod.of(2018, 12))) {
            SealedReturns.write(staged, assessments, "north", rows);
            return staged.breaches(assessments).getOrDefault(assessments.rules().get(0), List.of());
        }
    }
}
