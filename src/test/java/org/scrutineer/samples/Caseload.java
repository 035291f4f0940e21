package org.scrutineer.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who in a team holds how many open cases: dealt out like cards until none is left. */
final class Caseload {

    private final Dice dice;
    private final Map<Person, Integer> cases = new LinkedHashMap<>();
    private final List<String> deck;
    private int dealt;

    /**
     * @param allocated the team's open cases that have a worker
     * @param average cases a full-time worker
     * @param heavy the cases of those who hold too many, dealt first
     */
    Caseload(List<Person> team, int allocated, BigDecimal average, List<Integer> heavy, Dice dice) {
        this.dice = dice;
        var waiting = new ArrayList<>(dice.shuffled(team));
        int rest = allocated;
        for (int load : heavy) {
            Person fullTime = waiting.stream()
                    .filter(person -> person.fte().compareTo(BigDecimal.ONE) == 0)
                    .findFirst()
                    .orElseThrow();
            waiting.remove(fullTime);
            cases.put(fullTime, load);
            rest -= load;
        }
        share(rest, enough(waiting, rest, average));
        var cards = new ArrayList<String>();
        cases.forEach((person, count) -> cards.addAll(Collections.nCopies(count, person.id())));
        this.deck = dice.shuffled(cards);
    }

    private static List<Person> enough(List<Person> waiting, int load, BigDecimal average) {
        BigDecimal needed = BigDecimal.valueOf(load).divide(average, 2, RoundingMode.HALF_UP);
        var holders = new ArrayList<Person>();
        BigDecimal working = BigDecimal.ZERO;
        for (Person person : waiting) {
            if (working.compareTo(needed) >= 0) {
                break;
            }
            holders.add(person);
            working = working.add(person.fte());
        }
        return holders;
    }

    /** By working time, and more or less as it comes; what is left by rounding goes to the first ones. */
    private void share(int load, List<Person> holders) {
        var weights = new LinkedHashMap<Person, Integer>();
        for (Person holder : holders) {
            weights.put(holder, holder.fte().movePointRight(1).intValue() * dice.between(55, 145));
        }
        int total = weights.values().stream().mapToInt(Integer::intValue).sum();
        int given = 0;
        for (Person holder : holders) {
            int share = load * weights.get(holder) / total;
            cases.put(holder, share);
            given += share;
        }
        for (int i = 0; given < load; i++, given++) {
            cases.merge(holders.get(i % holders.size()), 1, Integer::sum);
        }
    }

    /** The worker of the next open case. */
    String deal() {
        return deck.get(dealt++);
    }

    /** Some worker of the team, for a case that is closed and no longer counts. */
    String anyone() {
        return dice.pick(deck);
    }

    boolean isDealtOut() {
        return dealt == deck.size();
    }

    /** How many open cases somebody holds; 0 for those who hold none. */
    int cases(Person person) {
        return cases.getOrDefault(person, 0);
    }
}
