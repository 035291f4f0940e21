package org.scrutineer.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.disclosure.Shire.APRIL;
import static org.scrutineer.disclosure.Shire.DFE;
import static org.scrutineer.disclosure.Shire.count;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.disclosure.PrintedFigures.Told;

/** How many more numbers are hidden than must be: against every other choice, on tables small enough to try them all. */
class OptimumTests {

    private static final Rule RULE = Rule.of(DFE);
    private static final int TABLES = Integer.getInteger("disclosure.optimum", 20);
    private static final int TEAMS = 3;

    private final Catalogue catalogue = Shire.catalogue(1, TEAMS);

    /** Three teams by two authorities, with all totals. */
    private static List<TrueFigure> figures(long seed) {
        var random = new Random(seed);
        Map<List<String>, Long> numbers = new LinkedHashMap<>();
        for (int team = 1; team <= TEAMS; team++) {
            for (String authority : List.of("WEST", "EAST")) {
                long number = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 6 + random.nextInt(30);
                for (String row : List.of("s1t" + team, "s1")) {
                    numbers.merge(List.of(row, authority), number, Long::sum);
                    numbers.merge(List.of(row, ""), number, Long::sum);
                }
            }
        }
        return numbers.entrySet().stream()
                .map(cell -> count(
                        "OPEN", cell.getKey().get(0), cell.getKey().get(1), APRIL, Timing.SNAPSHOT, cell.getValue()))
                .toList();
    }

    private boolean isSafe(List<TrueFigure> figures, Set<Integer> hidden) {
        var told = new ArrayList<Told>();
        for (int place = 0; place < figures.size(); place++) {
            TrueFigure figure = figures.get(place);
            told.add(new Told(
                    1,
                    "public",
                    hidden.contains(place)
                            ? new PrintedFigure(figure, null, null, null, true)
                            : new PrintedFigure(figure, figure.numerator(), null, figure.value(), false),
                    RULE));
        }
        return new Attacker(DisclosureControl.tables(catalogue, told), told)
                .found()
                .isEmpty();
    }

    /** The fewest that can be hidden, no fewer than those that are small themselves. */
    private int fewest(List<TrueFigure> figures, int most) {
        Set<Integer> small = new TreeSet<>();
        for (int place = 0; place < figures.size(); place++) {
            if (RULE.hides(BigDecimal.valueOf(figures.get(place).value().longValueExact()))) {
                small.add(place);
            }
        }
        for (int more = 0; small.size() + more < most; more++) {
            if (anySafe(figures, small, 0, more)) {
                return small.size() + more;
            }
        }
        return most;
    }

    private boolean anySafe(List<TrueFigure> figures, Set<Integer> hidden, int from, int more) {
        if (more == 0) {
            return isSafe(figures, hidden);
        }
        for (int place = from; place < figures.size(); place++) {
            if (!hidden.contains(place)) {
                Set<Integer> with = new TreeSet<>(hidden);
                with.add(place);
                if (anySafe(figures, with, place + 1, more - 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void hidesHardlyMoreNumbersThanMustBe() {
        int ours = 0;
        int optimum = 0;
        double worst = 1;
        for (int seed = 0; seed < TABLES; seed++) {
            List<TrueFigure> figures = figures(seed);
            int hidden = DisclosureControl.control(
                            catalogue, List.of(), List.of(new PublicRelease("public", DFE, figures)))
                    .get(0)
                    .hidden()
                    .size();
            int fewest = fewest(figures, hidden);
            ours += hidden;
            optimum += fewest;
            worst = Math.max(worst, fewest == 0 ? 1 : (double) hidden / fewest);
        }

        assertThat(worst).as("%s hidden, %s needed", ours, optimum).isLessThanOrEqualTo(1.6);
        assertThat(ours).isLessThanOrEqualTo(optimum * 5 / 4).isGreaterThan(TABLES);
    }
}
