package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.TrendSettings.EqualNeighbours;
import org.scrutineer.catalogue.TrendSettings.Rebase;

class TrendSettingsReaderTests {

    private static final String TRENDS = """
            profile: ours
            screen-moving-ranges: false
            limits-from-first: 20
            points-in-a-shift: 8
            points-in-a-trend: 6
            equal-neighbours: pass
            fewest-points: 15
            most-points: 24
            rebasing:
              - {indicator: V01, from: 2018-04, reason: visits are counted by the hour}
              - {indicator: V01, from: 2018-10, reason: the team moved}
            """;

    private static TrendSettings read(String trends) {
        return aCatalogue().with("trends.yaml", trends).catalogue().trends();
    }

    @Test
    void readsEverySetting() {
        assertThat(read(TRENDS))
                .isEqualTo(new TrendSettings(
                        "ours",
                        false,
                        20,
                        8,
                        6,
                        EqualNeighbours.PASS,
                        15,
                        24,
                        List.of(
                                new Rebase(
                                        "V01",
                                        ReportingPeriod.of(2018, 4),
                                        "visits are counted by the hour",
                                        new Place("trends.yaml", 10)),
                                new Rebase(
                                        "V01",
                                        ReportingPeriod.of(2018, 10),
                                        "the team moved",
                                        new Place("trends.yaml", 11)))));
    }

    @Test
    void isThatOfMakingDataCountWhereNothingElseIsSaid() {
        assertThat(read("profile: making-data-count")).isEqualTo(TrendSettings.MAKING_DATA_COUNT);
        assertThat(aCatalogue().catalogue().trends()).isEqualTo(TrendSettings.MAKING_DATA_COUNT);
    }

    @Test
    void theLastDecisionInForceHolds() {
        TrendSettings settings = read(TRENDS);

        assertThat(settings.rebase("V01", ReportingPeriod.of(2018, 3))).isEmpty();
        assertThat(settings.rebase("V01", ReportingPeriod.of(2018, 9)))
                .map(Rebase::reason)
                .contains("visits are counted by the hour");
        assertThat(settings.rebase("V01", ReportingPeriod.of(2018, 10)))
                .map(Rebase::reason)
                .contains("the team moved");
        assertThat(settings.rebase("V02", ReportingPeriod.of(2018, 10))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            profile: ours         | profil: ours           | line 1: found "profil"; expected one of the keys profile, screen-moving-ranges, limits-from-first, points-in-a-shift, points-in-a-trend, equal-neighbours, fewest-points, most-points, rebasing. Did you mean "profile"?
            profile: ours         | profile: ""            | line 1: found ""; expected a text.
            screen-moving-ranges: false | screen-moving-ranges: perhaps | line 2: found "perhaps"; expected true or false.
            limits-from-first: 20 | limits-from-first: 11  | line 3: found "11"; expected a whole number of points, 12 or more.
            points-in-a-shift: 8  | points-in-a-shift: 5   | line 4: found "5"; expected a whole number from 6 to 9.
            points-in-a-trend: 6  | points-in-a-trend: 10  | line 5: found "10"; expected a whole number from 6 to 9.
            equal-neighbours: pass | equal-neighbours: skip | line 6: found "skip"; expected one of break, pass.
            fewest-points: 15     | fewest-points: 12      | line 7: found "12"; expected a whole number, 13 or more.
            most-points: 24       | most-points: 14        | line 8: found "14"; expected a number that is not below fewest-points, 15.
            indicator: V01, from: 2018-10 | indicator: V1, from: 2018-10 | line 11: found "V1"; expected one of the indicators V01, V02. Did you mean "V01"?
            from: 2018-10         | from: Octobre          | line 11: found "Octobre"; expected a month, e.g. 2018-12.
            from: 2018-10         | from: 2018-04          | line 11: found "V01"; expected each indicator once for a month; it is on line 10 already.
            , reason: the team moved | ``                  | line 11: expected the key reason here: a text.
            """)
    void tellsMistakesWithTheirLine(String right, String wrong, String sentence) {
        assertThat(TRENDS).contains(right);
        assertThat(aCatalogue()
                        .with("trends.yaml", TRENDS.replace(right, wrong))
                        .problems())
                .contains("trends.yaml, " + sentence);
    }
}
