package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.indicators.FigureRows.PlaceRole;
import org.scrutineer.records.RowOrigin;

/** What each row is to a figure, whatever conditions it meets. */
class FigureRowsTests {

    private static final Place TRUST = new Place("trust", IndicatorValue.ALL);
    private static final Place NORTH = new Place("north", IndicatorValue.ALL);

    /** Each named by what it makes of rows. */
    private static final Catalogue CATALOGUE = SmallCatalogue.aCatalogue()
            .with(
                    "indicators/visits.yaml",
                    indicator("share", "percent", "numerator: hours >= 1")
                            + indicator("number", "count", "numerator: hours >= 1")
                            + indicator("share of the hours", "percent", "numerator: hours >= 1", "sum: hours")
                            + indicator("hours", "count", "sum: hours")
                            + indicator("amount", "money", "sum: hours")
                            + indicator("share of the different", "percent", "numerator: hours >= 1", "distinct: child")
                            + indicator("different", "count", "distinct: child")
                            + indicator("mean", "mean", "numerator: hours >= 1", "mean: hours")
                            + indicator("middle", "days", "numerator: hours >= 1", "median: hours")
                            + indicator("highest", "count", "numerator: hours >= 1", "max: hours")
                            + indicator("per case", "mean", "sum: hours", "per: {from: cases}")
                            + indicator("per different case", "mean", "per: {from: cases, distinct: child}"))
            .with("targets.csv", "indicator,valid_from,target,tolerance\n")
            .without("publications/board.yaml")
            .catalogue();

    private static String indicator(String name, String unit, String... calculation) {
        return """
                - id: %s
                  name: %s
                  theme: Visits
                  owner: head-of-visits
                  from: visits
                  timing: month
                  counts: things
                  measured-in: visits
                  unit: %s
                  good: high
                %s""".formatted(
                        name.replace(" ", "-"),
                        name,
                        unit,
                        String.join("\n", calculation).indent(2));
    }

    /** Rows as {@code in 2.5}: in the numerator, in the denominator only ({@code of}), neither ({@code out}), a case. */
    private static FigureRows rows(String indicator, String rows) {
        Indicator definition = CATALOGUE.indicators().stream()
                .filter(one -> one.name().equals(indicator))
                .findFirst()
                .orElseThrow();
        var all = new ArrayList<FigureRows.Row>();
        for (String row : rows.split(", ")) {
            String[] said = row.split(" ");
            all.add(row(
                    said[0].equals("case"),
                    !said[0].equals("out"),
                    said[0].equals("in") || said[0].equals("case"),
                    said.length == 1 ? null : said[1],
                    List.of(TRUST),
                    all.size()));
        }
        return new FigureRows(definition, all);
    }

    private static FigureRows.Row row(
            boolean per,
            boolean inDenominator,
            boolean inNumerator,
            @Nullable String value,
            List<Place> places,
            int number) {
        return new FigureRows.Row(
                per,
                per ? "cases" : "visits",
                "north",
                places,
                inDenominator,
                inNumerator,
                value,
                List.of(new RowOrigin("visits", 0, number)));
    }

    private static String line(ContributingRow row) {
        return row.origins().get(0).row() + " " + row.role() + " "
                + (row.role() == ContributingRow.Role.NOT_COUNTED
                        ? row.reason()
                        : row.toNumerator() + "/" + row.toDenominator());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
            share;                  in, of, out;           0 NUMERATOR 1/1, 1 DENOMINATOR 0/1, 2 NOT_COUNTED OUTSIDE_THE_DENOMINATOR
            number;                 in, of, out;           0 NUMERATOR 1/0, 1 NOT_COUNTED OUTSIDE_THE_NUMERATOR, 2 NOT_COUNTED OUTSIDE_THE_DENOMINATOR
            share of the hours;     in 2.5, of 0.5, of;    0 NUMERATOR 2.5/2.5, 1 DENOMINATOR 0/0.5, 2 NOT_COUNTED WITHOUT_A_VALUE
            hours;                  in 2.5, in, out 1;     0 NUMERATOR 2.5/0, 1 NOT_COUNTED WITHOUT_A_VALUE, 2 NOT_COUNTED OUTSIDE_THE_DENOMINATOR
            amount;                 in 2.5, of 1;          0 NUMERATOR 2.5/0, 1 NOT_COUNTED OUTSIDE_THE_NUMERATOR
            share of the different; in A, of A, in A, of B, in; 0 NUMERATOR 1/1, 2 NUMERATOR 0/0, 1 DENOMINATOR 0/0, 3 DENOMINATOR 0/1, 4 NOT_COUNTED WITHOUT_A_VALUE
            share of the different; of A, in A;            1 NUMERATOR 1/0, 0 DENOMINATOR 0/1
            different;              in A, in B, in A;      0 NUMERATOR 1/0, 1 NUMERATOR 1/0, 2 NUMERATOR 0/0
            mean;                   in 2.5, of 0.5, in;    0 NUMERATOR 2.5/1, 1 NOT_COUNTED OUTSIDE_THE_NUMERATOR, 2 NOT_COUNTED WITHOUT_A_VALUE
            middle;                 in 2.5, of 0.5, in;    0 NUMERATOR 0/1, 1 NOT_COUNTED OUTSIDE_THE_NUMERATOR, 2 NOT_COUNTED WITHOUT_A_VALUE
            highest;                in 2.5, of 9, in;      0 NUMERATOR 0/1, 1 NOT_COUNTED OUTSIDE_THE_NUMERATOR, 2 NOT_COUNTED WITHOUT_A_VALUE
            per case;               in 2.5, of 1, case;    0 NUMERATOR 2.5/0, 2 DENOMINATOR 0/1, 1 NOT_COUNTED OUTSIDE_THE_NUMERATOR
            per different case;     in, case A, case A, case; 0 NUMERATOR 1/0, 1 DENOMINATOR 0/1, 2 DENOMINATOR 0/0, 3 NOT_COUNTED WITHOUT_A_VALUE
            """)
    void eachAddsWhatItIs(String indicator, String rows, String lines) {
        assertThat(rows(indicator, rows).of("trust", IndicatorValue.ALL).stream()
                        .map(FigureRowsTests::line))
                .containsExactly(lines.split(", "));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
            share;           in, of, out;                1/2/null
            number;          in, in, of;                 2/null/null
            amount;          in 2.5, in 1;               3.5/null/null
            mean;            in 2.5, in 1, of 7;         3.5/2/null
            middle;          in 3, in 1, in 2, of 9;     null/3/2
            middle;          in 4, in 1, in 2, in 9;     null/4/3.0000000000
            middle;          of 4;                       null/0/null
            highest;         in 3, in 10, in 2, of 11;   null/3/10
            highest;         of 4;                       null/0/null
            per case;        in 3, case, case;           3/2/null
            """)
    void togetherTheyGiveTheFigure(String indicator, String rows, String totals) {
        FigureRows all = rows(indicator, rows);
        FigureRows.Totals found = all.totals(all.of("trust", IndicatorValue.ALL));

        assertThat(found.numerator() + "/" + found.denominator() + "/" + found.picked())
                .isEqualTo(totals);
    }

    @Test
    void onlyWhatIsAddedUpHasAValueOfItsOwn() {
        assertThat(rows("mean", "in 2.5").of("trust", IndicatorValue.ALL))
                .extracting(ContributingRow::value)
                .containsExactly(new BigDecimal("2.5"));
        assertThat(rows("hours", "in").of("trust", IndicatorValue.ALL))
                .extracting(ContributingRow::value)
                .containsOnlyNulls();
        assertThat(rows("different", "in 7").of("trust", IndicatorValue.ALL))
                .extracting(ContributingRow::value)
                .containsOnlyNulls();
    }

    @Test
    void aPlaceHasItsOwnRows() {
        var rows = new FigureRows(
                CATALOGUE.indicators().get(0),
                List.of(
                        row(false, true, true, null, List.of(TRUST, NORTH), 0),
                        row(false, true, false, null, List.of(TRUST), 1)));

        assertThat(rows.of("north", IndicatorValue.ALL).stream().map(FigureRowsTests::line))
                .containsExactly("0 NUMERATOR 1/1");
        assertThat(rows.of("trust", IndicatorValue.ALL)).hasSize(2);
        assertThat(rows.of("trust", "WNC")).isEmpty();
    }

    @Test
    void thePlacesOfRowsAreToldWithWhatTheyAreThere() {
        var rows = new FigureRows(
                CATALOGUE.indicators().get(0),
                List.of(
                        row(false, true, true, null, List.of(TRUST, NORTH), 0),
                        row(false, true, true, null, List.of(TRUST), 0),
                        row(false, true, false, null, List.of(TRUST), 1)));

        assertThat(rows.places())
                .containsExactly(
                        new PlaceRole("trust", IndicatorValue.ALL, ContributingRow.Role.NUMERATOR),
                        new PlaceRole("north", IndicatorValue.ALL, ContributingRow.Role.NUMERATOR),
                        new PlaceRole("trust", IndicatorValue.ALL, ContributingRow.Role.DENOMINATOR));
    }
}
