package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.comparison.Comparison;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Verdict;
import org.scrutineer.workbook.OutputWorkbook;
import org.scrutineer.workbook.OutputWorkbook.Sheet;

class AudienceWorkbookTests {

    private static final String CANARY = "Zebedee Quill, born 4 May 2011";

    private static Sheet sheet(Example example, String name) {
        return AudienceWorkbook.of(example.report()).sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(OutputWorkbook workbook) {
        var texts = new ArrayList<String>();
        for (Sheet sheet : workbook.sheets()) {
            texts.add(sheet.title());
            texts.addAll(Printed.lines(sheet));
            sheet.tables().forEach(table -> texts.addAll(Printed.rows(table)));
        }
        return texts;
    }

    @Test
    void hasItsSheetsInOrder() {
        assertThat(AudienceWorkbook.of(Example.withEveryStatus().report()).sheets())
                .extracting(Sheet::name)
                .containsExactly(
                        "Cover",
                        "Contents",
                        "Summary",
                        "Exceptions",
                        "Scorecard",
                        "Front door",
                        "In need and child protection\u2026",
                        "Children in care",
                        "Workforce",
                        "Trends",
                        "Charts",
                        "By authority",
                        "Establishment",
                        "Actions",
                        "Returns and data quality",
                        "Restatements",
                        "Definitions",
                        "Notes",
                        "Provenance");
    }

    @Test
    void hasNoEstablishmentSheetWhereTheAudienceWantsNone() {
        assertThat(AudienceWorkbook.of(Example.aRun().report()).sheets())
                .extracting(Sheet::name)
                .doesNotContain("Establishment");
    }

    @Test
    void givesThemesNamesThatExcelAcceptsAndThatDiffer() {
        Example example = Example.aRun();
        for (String theme : List.of("Summary", "Care: in/out?", "'Care in out'", "[]", "establishment")) {
            example.percent("A" + theme.hashCode(), "A", theme)
                    .value("A" + theme.hashCode(), "1", "2", "50", Status.COMPLETE);
        }

        assertThat(example.report()
                        .themeSheets(Set.of("Summary", "Establishment"))
                        .values())
                .containsExactly("Summary 2", "Care in out", "Care in out 2", "Theme", "establishment 2");
    }

    @Test
    void opensEverySheetWithHowThingsStand() {
        assertThat(AudienceWorkbook.of(Example.withEveryStatus().report()).sheets())
                .allSatisfy(sheet -> assertThat(Printed.lines(sheet))
                        .first()
                        .isEqualTo("December 2021. Data as at 14 January 2022. Run 0007. Returns received: 1 of 2"
                                + " expected. Status: Provisional."));
    }

    @Test
    void refersToEveryNoteAndToNoOther() {
        Set<String> used = new TreeSet<>();
        for (Sheet sheet :
                AudienceWorkbook.of(Example.withEveryStatus().report()).sheets()) {
            Printed.lines(sheet)
                    .forEach(line -> Pattern.compile("\\[note \\d+]")
                            .matcher(line)
                            .results()
                            .forEach(marker -> used.add(marker.group())));
        }

        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        java.util.Arrays.stream(Note.values()).map(Note::marker).toList());
    }

    @Test
    void showsServicesWithTheirTeamsUnderEachTheme() {
        assertThat(Printed.rows(
                        sheet(Example.withEveryStatus(), "Front door").tables().get(0)))
                .startsWith(
                        "Assessments in time | AS01 | Shire Children's Trust | Organisation | per cent | 650 | 1,000"
                                + " | 65.0 |  | 90 | 85 | Red | 2 of 2",
                        "Assessments in time | AS01 | Front Door | Service | per cent | 650 | 1,000 | 65.0 |  | 90 | 85"
                                + " | Red | 2 of 2",
                        "Assessments in time | AS01 | Team North | Team | per cent | 88 | 100 | 88.0 |  | 90 | 85 | Amber"
                                + " | 2 of 2",
                        "Assessments in time | AS01 | Team South | Team | per cent | [x] | [x] | [x] |  | 90 | 85 | "
                                + " | 1 of 2");
    }

    @Test
    void showsEachCouncilThenTheRestThenTheWhole() {
        Example example = Example.aRun()
                .count("CN01", "Children in need", "Children in need")
                .value("CN01", "30", null, "30", Status.COMPLETE);
        List.of("WEST", "EAST", IndicatorValue.NEITHER)
                .forEach(authority -> example.value(new IndicatorValue(
                        "CN01",
                        "trust",
                        authority,
                        org.scrutineer.catalogue.Indicator.Timing.MONTH,
                        java.math.BigDecimal.TEN,
                        null,
                        java.math.BigDecimal.TEN,
                        Status.COMPLETE,
                        new IndicatorValue.Coverage(2, 2))));

        assertThat(Printed.rows(sheet(example, "By authority").tables().get(0)))
                .containsExactly(
                        "Children in need | CN01 | West Council | children | 10 |  | 10 | ",
                        "Children in need | CN01 | East Council | children | 10 |  | 10 | ",
                        "Children in need | CN01 | Neither, or not known | children | 10 |  | 10 | ",
                        "Children in need | CN01 | Whole organisation | children | 30 |  | 30 | ");
    }

    @Test
    void tellsWhatBecameOfEveryReturnAndRow() {
        Example example = Example.aRun()
                .seen(Example.seen(
                        "north",
                        "2022-01-17",
                        Verdict.ACCEPTED_WITH_FINDINGS,
                        List.of(
                                Example.findings("date-expected", Severity.ERROR, 2),
                                Example.findings("column-not-asked-for", Severity.INFO, 1))));
        var tables = sheet(example, ReturnsSheet.NAME).tables();

        assertThat(Printed.rows(tables.get(0)))
                .containsExactly(
                        "Team North | Team performance return | Yes | 2022-01-17 | Accepted, with findings | 2022-01-17"
                                + " | In time | Yes | 10 | 8 | 1 | 1 | 2 | ",
                        "Team South | Team performance return | No |  | Not received | 2022-01-17 | Not received | No |"
                                + "  |  |  |  |  | All");
        assertThat(Printed.rows(tables.get(1)))
                .containsExactly(
                        "Team North | Team performance return | 2022-01-17 | 2 | Date expected | Row kept out",
                        "Team North | Team performance return | 2022-01-17 | 1 | Column not asked for | None, for"
                                + " information");
        assertThat(Printed.rows(tables.get(2))).containsExactly("Referrals | 1 | 10 | 8 | 1 | 1 | Yes");
    }

    @Test
    void callsAReturnPreparedAfterTheDeadlineLate() {
        Example example = Example.aRun().accepted("north", "2022-01-18");

        assertThat(Printed.row(sheet(example, ReturnsSheet.NAME).tables().get(0), 0))
                .contains("1 working day late");
    }

    @Test
    void saysHowEachIndicatorIsCalculated() {
        assertThat(Printed.rows(sheet(Example.withEveryStatus(), "Definitions")
                                .tables()
                                .get(0))
                        .get(0))
                .isEqualTo("AS01 | Assessments in time | How it is defined. | number of those in the denominator where"
                        + " working_days(received, decided) <= 1 | number of rows of referrals where received between"
                        + " :start and :end | working days without bank holidays; the start is day 0 | referrals | per cent | Month | High | 90 | 85 | Head of front door | Local measure"
                        + " | April 2014 | ");
    }

    @Test
    void namesTheReturnsItWasMadeFrom() {
        Sheet provenance = sheet(Example.withEveryStatus(), "Provenance");

        assertThat(Printed.lines(provenance))
                .contains(
                        "Run: 0007. Software: Scrutineer 1.0.",
                        "Catalogue of definitions and targets, SHA-256: c0ffee");
        assertThat(Printed.row(provenance.tables().get(0), 0))
                .contains("2021-12/north 2022-01-14.xlsx", "2022-01-14", "Accepted", "Yes");
    }

    @Test
    void neverShowsWhatWasFoundInAReturn() {
        var finding = new Finding(
                "date-expected", Severity.ERROR, "north.xlsx", "Referrals", "B2", CANARY, "a date", "Type it.");
        Example example = Example.withEveryStatus()
                .seen(Example.seen(
                        "south",
                        "2022-01-12",
                        Verdict.ACCEPTED_WITH_FINDINGS,
                        SeenReturns.counted(List.of(finding, finding), Map.of(1, new Comparison.History(null, 3)))));

        assertThat(texts(AudienceWorkbook.of(example.report())))
                .anySatisfy(text -> assertThat(text).contains("| 2 | Date expected (third month running) |"))
                .noneSatisfy(text -> assertThat(text).contains("Zebedee"));
        assertThat(example.figures().toString()).doesNotContain("Zebedee");
    }

    @ParameterizedTest
    @CsvSource({"2021-10-01, true", "2021-12-31, true", "2022-01-01, false"})
    void aTeamThatTookThePlaceOfOthersIsNamedWithThemOnceItHas(LocalDate since, boolean told) {
        assertThat(Printed.lines(sheet(Example.withEveryStatus().merged(since), "Front door"))
                        .contains("Team North took the place of Team East and Team West on " + FigureWords.date(since)
                                + "; what is shown of it before that day is theirs together."))
                .isEqualTo(told);
    }

    @Test
    void whoIsToldOfNoTeamsIsToldOfNoneThatTookThePlaceOfOthers() {
        assertThat(Printed.lines(sheet(
                        Example.withEveryStatus()
                                .merged(LocalDate.of(2021, 10, 1))
                                .levels(Organisation.Level.WHOLE),
                        "Front door")))
                .noneMatch(line -> line.contains("took the place"));
    }
}
