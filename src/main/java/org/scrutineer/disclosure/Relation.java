package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What must hold between numbers, by what they are: each times its factor, they add up to 0. A whole has the factor 1 and
 * its parts -1.
 */
record Relation(Map<Cell, Integer> factors) {

    Relation {
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    }

    /** What the numbers, each times its factor, add up to: 0, unless a part is lacking. */
    static BigDecimal sum(Map<Cell, Integer> factors) {
        return factors.entrySet().stream()
                .map(term -> term.getKey().truth().multiply(BigDecimal.valueOf(term.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Those of these that each number is in. */
    static Map<Cell, Set<Relation>> byCell(Collection<Relation> relations) {
        Map<Cell, Set<Relation>> byCell = new IdentityHashMap<>();
        for (Relation relation : relations) {
            relation.factors()
                    .keySet()
                    .forEach(cell -> byCell.computeIfAbsent(cell, first -> new LinkedHashSet<>())
                            .add(relation));
        }
        return byCell;
    }
}
