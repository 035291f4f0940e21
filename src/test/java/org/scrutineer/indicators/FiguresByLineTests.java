package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.indicators.SmallTrust.aTrust;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.EarlierFigure.Origin;
import org.scrutineer.indicators.IndicatorValue.Status;

/** Duty A and Duty B became Duty in December 2018; Old was split into New 1 and New 2. */
class FiguresByLineTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);
    private static final Origin RUN = new Origin.Calculated(7);

    private static SmallTrust trust(String unit) {
        return aTrust().withTeam(team("duty-a", "valid-to: 2018-11-30"))
                .withTeam(team("duty-b", "valid-to: 2018-11-30"))
                .withTeam(team("duty", "valid-from: 2018-12-01, formerly: [duty-a, duty-b]"))
                .withTeam(team("old", "valid-to: 2018-11-30"))
                .withTeam(team("new-1", "valid-from: 2018-12-01, formerly: [old]"))
                .withTeam(team("new-2", "valid-from: 2018-12-01, formerly: [old]"))
                .withIndicator("V1", (unit + " & timing: month & from: visits & decimals: 1").split(" & "));
    }

    private static String team(String id, String validity) {
        return "{id: " + id + ", name: " + id + ", service: care, owes: {visits: [visits]}, " + validity + "}";
    }

    private static List<String> byLine(String unit, EarlierFigure... figures) {
        return new FiguresByLine(trust(unit).catalogue(), DECEMBER)
                .of(List.of(figures)).stream().map(FiguresByLineTests::line).toList();
    }

    private static final String PERCENT = "unit: percent & numerator: hours >= 1";

    @Test
    void theFiguresOfMergedTeamsAreThoseOfTheNewOneNumeratorsOverDenominators() {
        assertThat(byLine(
                        PERCENT,
                        figure("2018-10", "duty-a", "1", "2", "50"),
                        figure("2018-11", "duty-a", "1", "4", "25"),
                        figure("2018-10", "duty-b", "2", "3", "66.7"),
                        figure("2018-11", "duty-b", "0", "0", null)))
                .containsExactly(
                        "duty 2018-10: 3 / 5 = 60",
                        "duty 2018-11: 1 / 4 = 25",
                        "duty-a 2018-10: 1 / 2 = 50",
                        "duty-a 2018-11: 1 / 4 = 25",
                        "duty-b 2018-10: 2 / 3 = 66.7",
                        "duty-b 2018-11: 0 / 0 = - [z]");
    }

    @Test
    void thereIsNoneWhereOneOfTheTeamsHadNone() {
        assertThat(byLine(PERCENT, figure("2018-10", "duty-a", "1", "2", "50")))
                .containsExactly("duty-a 2018-10: 1 / 2 = 50");
        assertThat(byLine(
                        PERCENT,
                        figure("2018-10", "duty-a", "1", "2", "50"),
                        figure("2018-10", "duty-b", null, null, null)))
                .noneMatch(line -> line.startsWith("duty "));
        assertThat(byLine(
                        PERCENT,
                        figure("2018-10", "duty-a", "1", "2", "50"),
                        figure("2018-10", "duty-b", null, null, "40")))
                .as("published as a value alone")
                .noneMatch(line -> line.startsWith("duty "));
    }

    @Test
    void aFigureOfTheNewTeamsOwnStands() {
        assertThat(byLine(
                        PERCENT,
                        figure("2018-10", "duty", "9", "10", "90"),
                        figure("2018-10", "duty-a", "1", "2", "50"),
                        figure("2018-10", "duty-b", "1", "2", "50")))
                .contains("duty 2018-10: 9 / 10 = 90");
    }

    @Test
    void countsAndAmountsAreAddedUpByThemselves() {
        assertThat(byLine(
                        "unit: count",
                        figure("2018-10", "duty-a", null, null, "3"),
                        figure("2018-10", "duty-b", null, null, "4")))
                .contains("duty 2018-10: 7 / - = 7");
    }

    @ParameterizedTest
    @CsvSource({"unit: days & median: hours", "unit: count & distinct: child"})
    void middleValuesAndHowManyAreDifferentDoNotAddUp(String unit) {
        assertThat(byLine(unit, figure("2018-10", "duty-a", "3", "3", "3"), figure("2018-10", "duty-b", "4", "4", "4")))
                .noneMatch(line -> line.startsWith("duty "));
    }

    @Test
    void isProvisionalWhereAPartIs() {
        EarlierFigure provisional = new EarlierFigure(
                ReportingPeriod.of(2018, 10),
                "V1",
                "duty-b",
                IndicatorValue.ALL,
                Timing.MONTH,
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.TEN,
                Status.PROVISIONAL,
                RUN);

        assertThat(byLine(PERCENT, figure("2018-10", "duty-a", "1", "2", "50"), provisional))
                .contains("duty 2018-10: 2 / 12 = 16.6666666667 [p]");
    }

    @Test
    void saysWhereThePartsWerePublished() {
        EarlierFigure published = new EarlierFigure(
                ReportingPeriod.of(2018, 10),
                "V1",
                "duty-b",
                IndicatorValue.ALL,
                Timing.MONTH,
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.TEN,
                Status.COMPLETE,
                new Origin.Published("Report of May"));

        List<EarlierFigure> all = new FiguresByLine(trust(PERCENT).catalogue(), DECEMBER)
                .of(List.of(figure("2018-10", "duty-a", "1", "2", "50"), published));

        assertThat(all.get(0).organisation()).isEqualTo("duty");
        assertThat(all.get(0).origin()).isEqualTo(new Origin.Published("Report of May"));
    }

    @Test
    void ofASplitTeamNobodyHasTheFigures() {
        assertThat(byLine(PERCENT, figure("2018-10", "old", "1", "2", "50")))
                .containsExactly("old 2018-10: 1 / 2 = 50");
    }

    @Test
    void aFigureOfBeforeTheDefinitionIsNotAdded() {
        assertThat(byLine(
                        PERCENT + " & valid-from: 2018-11",
                        figure("2018-10", "duty-a", "1", "2", "50"),
                        figure("2018-10", "duty-b", "1", "2", "50")))
                .noneMatch(line -> line.startsWith("duty "));
    }

    private static EarlierFigure figure(
            String period,
            String team,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String value) {
        boolean none = value == null && numerator == null;
        return new EarlierFigure(
                ReportingPeriod.read(period).orElseThrow(),
                "V1",
                team,
                IndicatorValue.ALL,
                Timing.MONTH,
                number(numerator),
                number(denominator),
                number(value),
                none ? Status.NOT_AVAILABLE : value == null ? Status.NOT_APPLICABLE : Status.COMPLETE,
                RUN);
    }

    private static @Nullable BigDecimal number(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }

    private static String line(EarlierFigure figure) {
        return figure.organisation() + " " + figure.period() + ": "
                + written(figure.numerator()) + " / " + written(figure.denominator()) + " = " + written(figure.value())
                + (figure.status() == Status.COMPLETE
                        ? ""
                        : " [" + figure.status().symbol() + "]");
    }

    private static String written(@Nullable BigDecimal number) {
        return number == null
                ? "-"
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
