package org.scrutineer.samples;

/** Child identifiers as a case system gives them, e.g. {@code C104532}: none twice, none in both years. */
final class ChildIds {

    /** A prime, so that the steps below come round to the same number only after all others. */
    private static final int NUMBERS = 49_999;

    private static final int STEP = 7_919;

    private final int base;
    private int given;

    ChildIds(MonthPlan plan) {
        this(plan, 100_000);
    }

    private ChildIds(MonthPlan plan, int first) {
        this.base = plan.period().month().getYear() < 2021 ? first : first + 50_000;
    }

    /** Those of children who are known by a contact or an enquiry only. */
    static ChildIds ofChildrenWithoutACase(MonthPlan plan) {
        return new ChildIds(plan, 200_000);
    }

    String next() {
        given++;
        return "C" + (base + (int) ((long) given * STEP % NUMBERS));
    }
}
