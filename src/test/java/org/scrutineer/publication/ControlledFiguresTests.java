package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.DisclosureProfile;
import org.scrutineer.catalogue.Place;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.disclosure.ControlledRelease;
import org.scrutineer.disclosure.FigureKey;
import org.scrutineer.disclosure.PrintedFigure;
import org.scrutineer.disclosure.TrueFigure;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.workbook.OutputWorkbook.Sheet;

class ControlledFiguresTests {

    private static final DisclosureProfile SMALL = new DisclosureProfile(
            "small", "Small numbers", 5, DisclosureProfile.Zero.SHOWN, 1, 5, "Local", new Place("disclosure.yaml", 1));

    private static Example paper() {
        return Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .target("AS01", "90", "85")
                .value("AS01", "3", "7", "42.8571428571", Status.COMPLETE)
                .atMeeting(ReportingPeriod.of(2021, 11), "AS01", "71.25")
                .percent("AS02", "Visits in time", "Front door")
                .target("AS02", "90", "85")
                .value("AS02", "95", "100", "95", Status.COMPLETE)
                .atMeeting(ReportingPeriod.of(2021, 11), "AS02", "93.75")
                .asPublicPaper("AS01", "AS02");
    }

    /** Hides the figures of some indicators, this month's and those before. */
    private static Report hiding(Example example, String... codes) {
        Report report = example.report();
        var byKey = new TreeMap<FigureKey, List<PrintedFigure>>();
        for (TrueFigure figure : ControlledFigures.told(report.figures())) {
            boolean hidden = Set.of(codes).contains(figure.key().indicator());
            byKey.put(
                    figure.key(),
                    List.of(
                            hidden
                                    ? new PrintedFigure(figure, null, null, null, true)
                                    : new PrintedFigure(
                                            figure, figure.numerator(), figure.denominator(), figure.value(), false)));
        }
        return new Report(
                ControlledFigures.of(report.figures(), new ControlledRelease("commissioner", SMALL, byKey)),
                report.audience());
    }

    @Test
    void asksForEveryFigureThatIsPrintedOfThisMonthAndOfThoseBefore() {
        assertThat(ControlledFigures.told(paper().report().figures()))
                .extracting(
                        figure -> figure.key().indicator() + " " + figure.key().period())
                .containsExactly("AS01 2021-11", "AS01 2021-12", "AS02 2021-11", "AS02 2021-12");
    }

    @Test
    void hidesAFigureWithItsRatingAndWhatItWasBefore() {
        Report report = hiding(paper(), "AS01");

        assertThat(Printed.rows(new PaperSheet(report).page().tables().get(0)))
                .containsExactly(
                        "Assessments in time, per cent | [c] | 90 |  | [c] |  |  | ",
                        "Visits in time, per cent | 95.0 | 90 | Green | 93.8 |  |  | ");
    }

    @Test
    void countsNoHiddenFigureAmongTheRatedOnes() {
        Report report = hiding(paper(), "AS01");

        assertThat(Printed.lines(new SummarySheet(report).page().sheet(report)))
                .contains(
                        "Of 2 indicators for December 2021, 1 is Green, 0 are Amber and 0 are Red.",
                        "1 is hidden [c], so that no small number of people can be told from it.",
                        "No indicator is Red, and none is worse than chance would make it.")
                .noneSatisfy(line -> assertThat(line).contains("42.9"));
    }

    @Test
    void writesAHiddenFigureIntoTheDataWithoutItsNumbers() {
        Report report = hiding(paper(), "AS01");

        assertThat(new String(IndicatorsCsv.of(report), java.nio.charset.StandardCharsets.UTF_8).lines())
                .contains(
                        "2021-12,trust,Shire Children's Trust,trust,,AS01,Assessments in time,percent,month,,,,c,2,2,90,85,,,,");
    }

    /** A formula would tell how the value came about where one of the cells beside it may be hidden. */
    @Test
    void writesPlainValuesWhereFiguresAreHidden() {
        for (Sheet sheet : AudienceWorkbook.of(hiding(paper(), "AS01")).sheets()) {
            assertThat(sheet.tables().stream()
                            .flatMap(table -> table.rows().stream())
                            .flatMap(List::stream))
                    .noneMatch(org.scrutineer.workbook.OutputWorkbook.Cell.Quotient.class::isInstance);
        }
    }
}
