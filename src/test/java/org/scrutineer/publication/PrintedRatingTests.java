package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scrutineer.catalogue.Indicator.Polarity;
import org.scrutineer.catalogue.Indicator.Unit;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** A rating is what a reader makes of the value, the target, the tolerance and the polarity that stand beside it. */
class PrintedRatingTests {

    @ParameterizedTest
    @EnumSource
    void followsFromWhatIsPrintedBesideIt(Polarity good) {
        for (int decimals = 0; decimals <= 3; decimals++) {
            for (String target : List.of("90", "0", "2.5", "0.125", "-4")) {
                followsFromWhatIsPrintedBesideIt(good, decimals, target);
            }
        }
    }

    private static void followsFromWhatIsPrintedBesideIt(Polarity good, int decimals, String target) {
        Example example = Example.aRun();
        int code = 0;
        for (String distance : List.of("0", "5", "0.25", "0.001")) {
            for (String beside : List.of("0", "0.0005", "0.5", "4.99", "5.0499", "10.5", "0.2499")) {
                for (int side : List.of(-1, 1)) {
                    add(example, "I" + code++, good, decimals, target, distance, beside, side);
                }
            }
        }

        Table scorecard = new ScorecardSheet(example.report()).page().tables().get(0);

        List<String> columns = scorecard.columns().stream().map(Header::text).toList();
        assertThat(IntStream.range(0, scorecard.rows().size())
                        .mapToObj(row -> Printed.row(scorecard, row))
                        .map(row -> IntStream.range(0, columns.size())
                                .boxed()
                                .collect(Collectors.toMap(columns::get, row::get))))
                .hasSize(code)
                .allSatisfy(row -> assertThat(row.get("RAG")).as(row::toString).isEqualTo(recomputed(row)))
                .allSatisfy(row -> assertThat(row.get("Rating reason"))
                        .startsWith(row.get("RAG").isEmpty() ? "" : row.get("RAG") + ": " + row.get("Value") + " is "));
    }

    private static void add(
            Example example,
            String code,
            Polarity good,
            int decimals,
            String target,
            String distance,
            String beside,
            int side) {
        BigDecimal goal = new BigDecimal(target);
        BigDecimal limit =
                good == Polarity.HIGH ? goal.subtract(new BigDecimal(distance)) : goal.add(new BigDecimal(distance));
        BigDecimal value = goal.add(new BigDecimal(beside).multiply(BigDecimal.valueOf(side)));
        example.indicator(code, code, "Theme", Unit.COUNT, good, "children", decimals)
                .target(code, target, limit.toPlainString())
                .value(code, value.toPlainString(), null, value.toPlainString(), Status.COMPLETE);
    }

    private static String recomputed(Map<String, String> row) {
        if (row.get("Good is").equals("For information")) {
            return "";
        }
        double value = number(row.get("Value")).doubleValue();
        double target = number(row.get("Target")).doubleValue();
        double tolerance = number(row.get("Tolerance")).doubleValue();
        return switch (row.get("Good is")) {
            case "High" -> value >= target ? "Green" : value >= tolerance ? "Amber" : "Red";
            case "Low" -> value <= target ? "Green" : value <= tolerance ? "Amber" : "Red";
            default -> {
                BigDecimal reach = number(row.get("Tolerance"))
                        .subtract(number(row.get("Target")))
                        .abs();
                BigDecimal away = number(row.get("Value"))
                        .subtract(number(row.get("Target")))
                        .abs();
                yield away.compareTo(reach) <= 0 ? "Green" : away.compareTo(reach.add(reach)) <= 0 ? "Amber" : "Red";
            }
        };
    }

    private static BigDecimal number(String printed) {
        return new BigDecimal(printed.replace(",", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HIGH        | 90  | 85  | 92.04 | Green: 92.0 is not below 90, the target.
            HIGH        | 90  | 85  | 87    | Amber: 87.0 is below 90, the target, but not below 85, the tolerance.
            HIGH        | 90  | 85  | 65    | Red: 65.0 is below 85, the tolerance.
            HIGH        | 100 | 100 | 99.9  | Red: 99.9 is below 100, the target, and there is no tolerance.
            LOW         | 5   | 5.5 | 5     | Green: 5.0 is not above 5, the target.
            LOW         | 5   | 5.5 | 5.1   | Amber: 5.1 is above 5, the target, but not above 5.5, the tolerance.
            LOW         | 5   | 5.5 | 1200  | Red: 1,200.0 is above 5.5, the tolerance.
            LOW         | 0   | 0   | 3     | Red: 3.0 is above 0, the target, and there is no tolerance.
            NEAR_TARGET | 100 | 105 | 95    | Green: 95.0 is not more than 5 from 100, the target.
            NEAR_TARGET | 100 | 105 | 110   | Amber: 110.0 is more than 5, but not more than 10, from 100, the target.
            NEAR_TARGET | 100 | 105 | 89.9  | Red: 89.9 is more than 10 from 100, the target.
            """)
    void hasItsReasonInWords(Polarity good, String target, String tolerance, String value, String reason) {
        Example example = Example.aRun()
                .indicator("I1", "An indicator", "Theme", Unit.COUNT, good, "children", 1)
                .target("I1", target, tolerance)
                .value("I1", value, null, value, Status.COMPLETE);

        assertThat(Printed.row(
                        new ScorecardSheet(example.report()).page().tables().get(0), 0))
                .contains(reason);
    }
}
