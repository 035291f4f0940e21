package org.scrutineer.benchmark;

import java.util.Locale;

/** How much work there is: one return a team, of six sheets with about 2,000 rows of 14 columns each. */
enum WorkSet {
    /** One dozen returns, about 2 million cells: start-up and a warming machine weigh much. */
    A12(12),

    /** A night of 120 returns, about 20 million cells. */
    A(120);

    /** Another seed, or another version of the generator, is another set. */
    static final int SEED = 7;

    static final int VERSION = 1;

    private final int returns;

    WorkSet(int returns) {
        this.returns = returns;
    }

    int returns() {
        return returns;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT) + "-seed" + SEED + "-v" + VERSION;
    }
}
