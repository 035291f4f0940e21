package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.DisclosureProfile;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Place;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.disclosure.ControlledRelease;
import org.scrutineer.disclosure.FigureKey;
import org.scrutineer.disclosure.PrintedFigure;
import org.scrutineer.disclosure.TrueFigure;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.trends.Variation;
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
                ControlledFigures.of(report.figures(), new ControlledRelease("commissioner", SMALL, byKey), List.of()),
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
                        "Assessments in time, per cent | [c] | 90 |  | [c] |  | [c] | ",
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
    void tellsWhatIsHiddenFromWhatReturnsAreMissingFor() {
        Example example = paper().percent("AS03", "Reviews in time", "Front door")
                .value("AS03", null, null, null, Status.NOT_AVAILABLE)
                .asPublicPaper("AS01", "AS02", "AS03");
        for (String code : List.of("AS01", "AS02", "AS03")) {
            example.trend(
                    code,
                    code.equals("AS03") ? Variation.RETURNS_MISSING : Variation.COMMON_CAUSE,
                    "A sentence that quotes other months.");
        }
        Report report = hiding(example, "AS01");

        assertThat(new SummaryText(report).summary().on(Summary.Topic.CHANGED))
                .containsExactly(
                        "No significant change: 1 indicator.",
                        "Returns missing, so that no direction can be told: 1 indicator.",
                        "Hidden [c], as is the figure it would be told from: 1 indicator.");
        assertThat(Printed.rows(new PaperSheet(report).page().tables().get(0)))
                .containsExactly(
                        "Assessments in time, per cent | [c] | 90 |  | [c] |  | [c] | ",
                        "Visits in time, per cent | 95.0 | 90 | Green | 93.8 |  | No significant change | ",
                        "Reviews in time, per cent | [x] |  |  |  |  | Returns missing | ");
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

    private static Explanation action(String text) {
        return new Explanation(
                "AS02", "head-of-front-door", "95.0 per cent", null, text, "Head of front door", null, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Visit the 3 children who waited            | true
        Visit the three children who waited        | true
        Visit the 7 who are left                   | true
        Visit all within 5 working days            | false
        Visit the 12 who waited                    | false
        Reach 42.9% again                          | true
        Reach 43.9% again                          | false
        """)
    void keepsBackATextThatQuotesWhatMayBeAHiddenNumber(String text, boolean withheld) {
        Report told = hiding(paper().action(action(text)), "AS01");

        assertThat(told.figures().actions().told())
                .extracting(Explanation::action)
                .containsExactly(
                        withheld ? "Withheld, as it quotes a number that may be one of those that are hidden." : text);
    }

    @Test
    void tellsThatWhatWasShownIsHiddenNowAndTheOtherWayAbout() {
        Report report = paper().report();
        TrueFigure first = TrueFigure.of(
                report.figures().period(),
                report.figures()
                        .value(report.indicators().get(0), report.figures().whole(), Timing.MONTH)
                        .orElseThrow());
        var shownBefore = new PrintedFigure(first, first.numerator(), first.denominator(), first.value(), false);
        var hiddenNow = new PrintedFigure(first, null, null, null, true);

        assertThat(restated(report, shownBefore, hiddenNow)).containsExactly("42.8571428571 to [c]: DISCLOSURE, true");
        assertThat(restated(report, hiddenNow, shownBefore)).containsExactly("[c] to 42.8571428571: DISCLOSURE, true");
        assertThat(restated(report, hiddenNow, hiddenNow)).isEmpty();
    }

    private static List<String> restated(Report report, PrintedFigure before, PrintedFigure now) {
        var byKey = new TreeMap<FigureKey, List<PrintedFigure>>();
        for (TrueFigure figure : ControlledFigures.told(report.figures())) {
            byKey.put(
                    figure.key(),
                    List.of(
                            figure.equals(now.truth())
                                    ? now
                                    : new PrintedFigure(
                                            figure, figure.numerator(), figure.denominator(), figure.value(), false)));
        }
        return ControlledFigures.of(
                        report.figures(), new ControlledRelease("commissioner", SMALL, byKey), List.of(before))
                .restatements()
                .all()
                .stream()
                .map(restatement -> shown(restatement.before()) + " to " + shown(restatement.now()) + ": "
                        + restatement.causes().get(0) + ", " + restatement.material())
                .toList();
    }

    private static String shown(EarlierFigure figure) {
        return figure.value() == null
                ? "[" + figure.status().symbol() + "]"
                : figure.value().toPlainString();
    }
}
