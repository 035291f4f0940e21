package org.scrutineer.benchmark;

import java.util.List;
import java.util.Locale;

/** How much work there is. */
enum WorkSet {
    /** One dozen returns of six sheets with about 2,000 rows of 14 columns: start-up and a warming machine weigh much. */
    A12(12, 6, 2_000, 3.5, List.of(Case.FLOOR, Case.READING, Case.FASTEXCEL, Case.STORING, Case.JOB, Case.JOB_384M)),

    /** A night of 120 such returns, about 20 million cells. */
    A(120, 6, 2_000, 2.0, List.of(Case.FLOOR, Case.READING, Case.FASTEXCEL, Case.STORING, Case.JOB, Case.JOB_384M)),

    /** One sheet of a million rows and 20 columns. */
    B(1, 1, 1_000_000, 2.0, List.of(Case.FLOOR, Case.READING_384M, Case.FASTEXCEL)),

    /** Two thousand small returns: what a workbook costs, however little is in it. */
    C(2_000, 2, 30, Double.POSITIVE_INFINITY, List.of(Case.FLOOR, Case.READING, Case.FASTEXCEL));

    /** Another seed, or another version of the generator, is another set. */
    static final int SEED = 7;

    static final int VERSION = 2;

    private final int returns;
    private final int sheets;
    private final int rows;
    private final double readingBar;
    private final List<Case> cases;

    WorkSet(int returns, int sheets, int rows, double readingBar, List<Case> cases) {
        this.returns = returns;
        this.sheets = sheets;
        this.rows = rows;
        this.readingBar = readingBar;
        this.cases = cases;
    }

    int returns() {
        return returns;
    }

    /** Of one return, without the sheet Return. */
    int sheets() {
        return sheets;
    }

    /** Of one sheet, on average. */
    int rows() {
        return rows;
    }

    /** How many times the cpu of the floor reading may take. */
    double readingBar() {
        return readingBar;
    }

    /** @param job whether to race the whole job too, where the set is for it */
    List<Case> cases(boolean job) {
        return cases.stream().filter(raced -> job || !raced.isJob()).toList();
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT) + "-seed" + SEED + "-v" + VERSION;
    }
}
