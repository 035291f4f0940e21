package org.scrutineer.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.disclosure.Shire.APRIL;
import static org.scrutineer.disclosure.Shire.DFE;
import static org.scrutineer.disclosure.Shire.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.disclosure.PrintedFigures.Told;

/** The attacker finds what counting out every possible table finds, and no more. */
class ExhaustiveTests {

    private static final int TABLES = 150;
    private static final int LARGEST = 24;
    private static final Rule RULE = Rule.of(DFE);

    private final Catalogue catalogue = Shire.catalogue(1, 2);

    /** Two teams by two authorities, with all totals: the rows are the teams and their service. */
    private static final class Table {

        private static final String[] ROWS = {"s1t1", "s1t2", "s1"};
        private static final String[] COLUMNS = {"WEST", "EAST", ""};
        private final int[] truth;
        private final boolean[] hidden = new boolean[9];

        Table(long seed) {
            var random = new Random(seed);
            truth = whole(random.nextInt(9), random.nextInt(9), random.nextInt(9), random.nextInt(9));
            for (int place = 0; place < hidden.length; place++) {
                hidden[place] = truth[place] > 0 && (truth[place] <= 5 || random.nextInt(3) == 0);
            }
        }

        static int[] whole(int a, int b, int c, int d) {
            return new int[] {a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d};
        }

        private boolean printsAlike(int[] other) {
            for (int place = 0; place < truth.length; place++) {
                if (hidden[place] ? other[place] == 0 : other[place] != truth[place]) {
                    return false;
                }
            }
            return true;
        }

        /** The hidden cells that are 5 at most in all tables that print alike, or in a range less wide than 5. */
        TreeSet<String> known() {
            int[] least = new int[9];
            int[] most = new int[9];
            Arrays.fill(least, Integer.MAX_VALUE);
            for (int a = 0; a <= LARGEST; a++) {
                for (int b = 0; b <= LARGEST; b++) {
                    for (int c = 0; c <= LARGEST; c++) {
                        for (int d = 0; d <= LARGEST; d++) {
                            int[] other = whole(a, b, c, d);
                            if (printsAlike(other)) {
                                for (int place = 0; place < other.length; place++) {
                                    least[place] = Math.min(least[place], other[place]);
                                    most[place] = Math.max(most[place], other[place]);
                                }
                            }
                        }
                    }
                }
            }
            var known = new TreeSet<String>();
            for (int place = 0; place < truth.length; place++) {
                if (hidden[place] && (most[place] <= 5 || most[place] - least[place] < 5)) {
                    known.add(name(place));
                }
            }
            return known;
        }

        private static String name(int place) {
            return ROWS[place / 3] + " " + COLUMNS[place % 3];
        }

        List<Told> told() {
            var told = new ArrayList<Told>();
            for (int place = 0; place < truth.length; place++) {
                TrueFigure figure =
                        count("OPEN", ROWS[place / 3], COLUMNS[place % 3], APRIL, Timing.SNAPSHOT, truth[place]);
                told.add(new Told(
                        1,
                        "public",
                        hidden[place]
                                ? new PrintedFigure(figure, null, null, null, true)
                                : new PrintedFigure(figure, figure.numerator(), null, figure.value(), false),
                        RULE));
            }
            return told;
        }
    }

    @Test
    void whatTheAttackerFindsIsWhatCountingOutAllTablesFinds() {
        int known = 0;
        int safe = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            var table = new Table(seed);
            var found = new TreeSet<String>();
            new Attacker(DisclosureControl.tables(catalogue, table.told()), table.told())
                    .found()
                    .forEach(cell -> found.add(
                            cell.figure().organisation() + " " + cell.figure().authority()));

            assertThat(found).as("table %s", seed).isEqualTo(table.known());
            known += found.size();
            safe += found.isEmpty() ? 1 : 0;
        }

        assertThat(known).isPositive();
        assertThat(safe).isBetween(1, TABLES - 1);
    }
}
