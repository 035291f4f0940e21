package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
}
