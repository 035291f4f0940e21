package org.scrutineer.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.disclosure.Shire.APRIL;
import static org.scrutineer.disclosure.Shire.DFE;
import static org.scrutineer.disclosure.Shire.WHOLE;
import static org.scrutineer.disclosure.Shire.count;
import static org.scrutineer.disclosure.Shire.percent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.disclosure.PrintedFigures.Told;

/** What can be worked out of tables in which numbers were hidden by hand, or by rules known to fail. */
class AttackerTests {

    private static final Rule RULE = Rule.of(DFE);

    private final Catalogue catalogue = Shire.catalogue(1, 3);
    private final List<Told> told = new ArrayList<>();

    private AttackerTests shown(TrueFigure figure) {
        told.add(new Told(
                1,
                "public",
                new PrintedFigure(figure, figure.numerator(), figure.denominator(), figure.value(), false),
                RULE));
        return this;
    }

    private AttackerTests hidden(TrueFigure figure) {
        told.add(new Told(1, "public", new PrintedFigure(figure, null, null, null, true), RULE));
        return this;
    }

    private List<String> leaks() {
        return DisclosureControl.leaks(catalogue, List.of(), told).stream()
                .map(Leak::sentence)
                .toList();
    }

    private static TrueFigure open(String organisation, long number) {
        return count("OPEN", organisation, APRIL, Timing.SNAPSHOT, number);
    }

    @Test
    void subtractsTheOthersFromTheWhole() {
        shown(open("s1", 30)).hidden(open("s1t1", 3)).shown(open("s1t2", 7)).shown(open("s1t3", 20));

        assertThat(leaks())
                .containsExactly("The numerator of OPEN Open cases, Team s1t1, Month end, 2021-04 is hidden, but can be"
                        + " known exactly from the numerator of OPEN Open cases, Service 1, Month end, 2021-04, the"
                        + " numerator of OPEN Open cases, Team s1t2, Month end, 2021-04 and the numerator of OPEN Open"
                        + " cases, Team s1t3, Month end, 2021-04. Leave one of these out of the publication, or the"
                        + " figure for some of its parts.");
    }

    @Test
    void findsThatTwoHiddenNumbersAreBothSmall() {
        shown(open("s1", 25)).hidden(open("s1t1", 2)).hidden(open("s1t2", 3)).shown(open("s1t3", 20));

        assertThat(leaks())
                .hasSize(2)
                .allSatisfy(sentence -> assertThat(sentence).contains("is hidden, but can be known too closely from "));
    }

    @Test
    void isContentWhereAHiddenNumberCanBeLarge() {
        shown(open("s1", 30)).hidden(open("s1t1", 3)).hidden(open("s1t2", 7)).shown(open("s1t3", 20));

        assertThat(leaks()).isEmpty();
    }

    @Test
    void worksTheNumeratorOutOfAPercentageOfOneDecimal() {
        TrueFigure seen = percent("SEEN", WHOLE, APRIL, Timing.SNAPSHOT, 4, 230);
        told.add(new Told(
                1,
                "public",
                new PrintedFigure(
                        seen,
                        null,
                        seen.denominator(),
                        BigDecimal.valueOf(400).divide(BigDecimal.valueOf(230), 1, RoundingMode.HALF_UP),
                        false),
                RULE));

        assertThat(leaks()).singleElement().asString().contains("The numerator of SEEN Open cases seen");
    }

    @Test
    void findsAPartThatIsPrintedNowhere() {
        shown(open(WHOLE, 30)).shown(open("s1", 27));

        assertThat(leaks())
                .containsExactly("The remainder of the numerator of OPEN Open cases, Shire Children's Trust, Month"
                        + " end, 2021-04 is printed nowhere and small, but can be known exactly from the"
                        + " numerator of OPEN Open cases, Shire Children's Trust, Month end, 2021-04 and"
                        + " the numerator of OPEN Open cases, Service 1, Month end, 2021-04. Leave one of"
                        + " these out of the publication, or the figure for some of its parts.");
    }

    @Test
    void blamesARunOnlyForWhatCouldNotBeKnownBefore() {
        shown(open("s1", 30)).hidden(open("s1t1", 3)).shown(open("s1t2", 7)).shown(open("s1t3", 20));
        var now = new Told(
                2,
                "public",
                new PrintedFigure(open(WHOLE, 30), BigDecimal.valueOf(30), null, BigDecimal.valueOf(30), false),
                RULE);

        List<Told> known = List.copyOf(told);
        told.add(now);

        assertThat(DisclosureControl.leaks(catalogue, known, told)).isEmpty();
    }

    /** Referrals by 8 teams of 4 services and by 5 authorities, with all totals. */
    private static final class Grid {

        private static final int AREAS = 4;
        private static final int COLUMNS = 5;
        private final Map<List<String>, Long> numbers = new LinkedHashMap<>();

        Grid(long seed) {
            var random = new Random(seed);
            for (int area = 1; area <= AREAS; area++) {
                for (int team = 1; team <= 2; team++) {
                    for (int column = 1; column <= COLUMNS; column++) {
                        long number = random.nextInt(2) == 0 ? 1 + random.nextInt(4) : 6 + random.nextInt(30);
                        for (String row : List.of("s" + area + "t" + team, "s" + area, WHOLE)) {
                            for (String authority : List.of("A" + column, "")) {
                                numbers.merge(List.of(row, authority), number, Long::sum);
                            }
                        }
                    }
                }
            }
        }

        /** The rows of one workbook, whose cells are hidden until no row and no column has only one hidden cell. */
        List<Told> hiddenByRowsAndColumns(boolean areas) {
            List<String> rows = numbers.keySet().stream()
                    .map(cell -> cell.get(0))
                    .distinct()
                    .filter(row -> row.equals(WHOLE) || row.contains("t") != areas)
                    .toList();
            List<String> columns = List.of("A1", "A2", "A3", "A4", "A5", "");
            Set<List<String>> hidden = new HashSet<>();
            rows.forEach(row -> columns.forEach(column -> {
                if (RULE.hides(BigDecimal.valueOf(number(row, column)))) {
                    hidden.add(List.of(row, column));
                }
            }));
            boolean changed = true;
            while (changed) {
                changed = false;
                for (String row : rows) {
                    changed |= completed(
                            columns.stream().map(column -> List.of(row, column)).toList(), hidden);
                }
                for (String column : columns) {
                    changed |= completed(
                            rows.stream().map(row -> List.of(row, column)).toList(), hidden);
                }
            }
            var told = new ArrayList<Told>();
            rows.forEach(row -> columns.forEach(column -> {
                TrueFigure figure = figure(row, column);
                told.add(new Told(
                        areas ? 2 : 1,
                        "public",
                        hidden.contains(List.of(row, column))
                                ? new PrintedFigure(figure, null, null, null, true)
                                : new PrintedFigure(figure, figure.numerator(), null, figure.value(), false),
                        RULE));
            }));
            return told;
        }

        private boolean completed(List<List<String>> line, Set<List<String>> hidden) {
            if (line.stream().filter(hidden::contains).count() != 1) {
                return false;
            }
            hidden.add(line.stream()
                    .filter(cell -> !hidden.contains(cell))
                    .min(Comparator.comparing(cell -> number(cell.get(0), cell.get(1))))
                    .orElseThrow());
            return true;
        }

        List<TrueFigure> figures() {
            return numbers.keySet().stream()
                    .map(cell -> figure(cell.get(0), cell.get(1)))
                    .toList();
        }

        private long number(String row, String column) {
            return numbers.getOrDefault(List.of(row, column), 0L);
        }

        private TrueFigure figure(String row, String column) {
            return count("OPEN", row, column, APRIL, Timing.SNAPSHOT, number(row, column));
        }
    }

    @Test
    void twoHiddenNumbersInEachRowAndColumnAreNoProtectionAndASecondWorkbookIsFatal() {
        Catalogue areas = Shire.catalogue(Grid.AREAS, 2);
        int tables = 12;
        int one = 0;
        int both = 0;
        int ours = 0;
        for (int seed = 0; seed < tables; seed++) {
            var grid = new Grid(seed);
            List<Told> teams = grid.hiddenByRowsAndColumns(false);
            List<Told> together = new ArrayList<>(teams);
            together.addAll(grid.hiddenByRowsAndColumns(true));
            one += leaksExactly(areas, teams) ? 1 : 0;
            both += leaksExactly(areas, together) ? 1 : 0;
            ours += leaks(
                            areas,
                            DisclosureControl.told(
                                    1,
                                    DisclosureControl.control(
                                            areas,
                                            List.of(),
                                            List.of(new PublicRelease("public", DFE, grid.figures())))))
                    ? 1
                    : 0;
        }

        assertThat(one).isPositive();
        assertThat(both).isGreaterThan(tables / 2).isGreaterThan(one);
        assertThat(ours).isZero();
    }

    private static boolean leaksExactly(Catalogue catalogue, List<Told> told) {
        var attacker = new Attacker(DisclosureControl.tables(catalogue, told), told);
        return attacker.found().stream().anyMatch(attacker::isExact);
    }

    private static boolean leaks(Catalogue catalogue, List<Told> told) {
        return !new Attacker(DisclosureControl.tables(catalogue, told), told)
                .found()
                .isEmpty();
    }
}
