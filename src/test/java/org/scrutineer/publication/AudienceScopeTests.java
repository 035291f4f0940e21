package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Organisation.Level;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.workbook.OutputWorkbook.Sheet;

/** What an audience gets, and that nothing else of the run is anywhere in it. */
class AudienceScopeTests {

    /** Numbers that stand nowhere else: of West, of East, of neither, of the whole, of a service and of a team. */
    private static final int WEST = 3011;

    private static final int EAST = 4017;
    private static final int NEITHER = 5023;
    private static final int WHOLE = 12_051;
    private static final int SERVICE = 12_049;
    private static final int TEAM = 7043;

    /** Posts are not told by authority. */
    private static final int POSTS = 811;

    private static IndicatorValue count(String code, String organisation, String authority, int number) {
        BigDecimal value = BigDecimal.valueOf(number).setScale(10);
        return new IndicatorValue(
                code, organisation, authority, Timing.MONTH, value, null, value, Status.COMPLETE, new Coverage(2, 2));
    }

    private static Example divided() {
        return Example.aRun()
                .count("CN01", "Children in need", "Need")
                .count("WF16", "Posts", "Workforce")
                .value(count("CN01", "trust", IndicatorValue.ALL, WHOLE))
                .value(count("CN01", "trust", "WEST", WEST))
                .value(count("CN01", "trust", "EAST", EAST))
                .value(count("CN01", "trust", IndicatorValue.NEITHER, NEITHER))
                .value(count("CN01", "front-door", IndicatorValue.ALL, SERVICE))
                .value(count("CN01", "north", IndicatorValue.ALL, TEAM))
                .value(count("WF16", "trust", IndicatorValue.ALL, POSTS))
                .previous("CN01", "9901")
                .previous("WF16", "9907")
                .action(action("CN01", "Recruit for 12051 children."))
                .action(action("WF16", "Recruit for 811 posts."))
                .accepted("north", "2022-01-14");
    }

    private static Explanation action(String indicator, String text) {
        return new Explanation(
                indicator, "head-of-front-door", "as printed", "Why.", text, null, LocalDate.of(2022, 2, 1), null);
    }

    /** Everything that stands in an audience's workbook and data. */
    private static String all(Example example) {
        Report report = example.report();
        var texts = new ArrayList<String>();
        for (Sheet sheet : AudienceWorkbook.of(report).sheets()) {
            texts.addAll(Printed.lines(sheet));
            sheet.tables().forEach(table -> texts.addAll(Printed.rows(table)));
        }
        byte[] csv = IndicatorsCsv.of(report);
        texts.add(new String(csv, StandardCharsets.UTF_8));
        texts.add(new String(DataPackage.of(report, csv), StandardCharsets.UTF_8));
        return String.join("\n", texts).replace(",", "");
    }

    private static List<String> numbers(int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(String::valueOf).toList();
    }

    @Test
    void managersGetEverything() {
        assertThat(all(divided())).contains(numbers(WEST, EAST, NEITHER, WHOLE, SERVICE, TEAM, POSTS, 9901, 9907));
    }

    @Test
    void anAudienceOfServicesGetsNoTeam() {
        assertThat(all(divided().levels(Level.WHOLE, Level.SERVICE)))
                .contains(numbers(WEST, EAST, NEITHER, WHOLE, SERVICE, POSTS))
                .doesNotContain(numbers(TEAM));
    }

    /** The whole less its own part would be the other's. */
    @Test
    void anAuthorityGetsItsOwnPartAndOfTheWholeOnlyWhatIsNotToldByAuthority() {
        assertThat(all(divided().levels(Level.WHOLE).forAuthority("WEST")))
                .contains(numbers(WEST, POSTS, 9907))
                .contains("Recruit for 811 posts.")
                .doesNotContain(numbers(EAST, NEITHER, WHOLE, SERVICE, TEAM, 9901));
    }

    @Test
    void anAuthorityIsToldHowManyRowsNoReturnHas() {
        Example example = divided().levels(Level.WHOLE).forAuthority("WEST");
        List<Sheet> sheets = AudienceWorkbook.of(example.report()).sheets();

        assertThat(sheets)
                .filteredOn(sheet -> sheet.name().equals(ReturnsSheet.NAME))
                .singleElement()
                .satisfies(sheet -> {
                    assertThat(sheet.tables()).hasSize(1);
                    assertThat(Printed.rows(sheet.tables().get(0)))
                            .containsExactly(
                                    "Team North | Team performance return | Yes | 2022-01-14 | Accepted | 2022-01-17 |"
                                            + " In time | Yes | ",
                                    "Team South | Team performance return | No |  | Not received | 2022-01-17 | Not"
                                            + " received | No | All");
                });
    }

    @Test
    void aSheetSaysWhatTheWorkbookLeavesOut() {
        Sheet cover = AudienceWorkbook.of(
                        divided().levels(Level.WHOLE).forAuthority("WEST").report())
                .sheets()
                .get(0);

        assertThat(Printed.lines(cover))
                .endsWith(
                        "# How it differs from other audiences' workbooks",
                        "A figure that stands in several workbooks of this run is the same in each: it goes by its code,"
                                + " whom it is about, its timing and the period.",
                        "It has no figures of single services and teams.",
                        "Of figures that returns tell by authority it has only those of West Council; all others are of"
                                + " the whole organisation, and say so.",
                        "It does not say how many rows the returns hold.");
    }

    @Test
    void theScorecardOfAnAuthoritySaysWhoseFigureItIs() {
        Report report = divided().levels(Level.WHOLE).forAuthority("WEST").report();

        assertThat(Printed.rows(new ScorecardSheet(report).page().tables().get(0)))
                .satisfiesExactly(
                        row -> assertThat(row).contains("| 3,011 |").contains("| West Council |"),
                        row -> assertThat(row).contains("| 811 |").contains("| Whole organisation |"));
    }

    /** It is read beside the agenda: what is not on it is not in its data either. */
    @Test
    void aPaperHasNothingButTheChosenIndicatorsOfTheWhole() {
        assertThat(all(divided().asPublicPaper("WF16")))
                .contains(numbers(POSTS))
                .doesNotContain("CN01")
                .doesNotContain(numbers(WEST, EAST, NEITHER, WHOLE, SERVICE, TEAM, 9901, 9907));
    }
}
