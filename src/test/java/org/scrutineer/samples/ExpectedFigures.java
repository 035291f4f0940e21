package org.scrutineer.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;

/** What must come out of the sample returns, worked out from their plans and not from any workbook. */
public final class ExpectedFigures {

    private static final String MONTH = "month";
    private static final String SNAPSHOT = "snapshot";
    private static final String YEAR = "rolling-12-months";

    private final ReportingPeriod period;
    private final List<ExpectedFigure> figures = new ArrayList<>();

    private ExpectedFigures(SampleMonth month) {
        MonthPlan plan = month.plan();
        this.period = plan.period();
        expectCases(plan);
        expectEstablishment(plan);
        expectMovements(plan);
        figure("WF04", SNAPSHOT, month.casesHeld(), month.workersWithCases());
        figure("LA08D", "year-to-date", month.assessmentsInTime(), month.assessmentsDue());
        expectMoney(plan.budget());
    }

    /** All of both months. */
    public static List<ExpectedFigure> all() {
        return SampleReturns.months().stream()
                .flatMap(month -> new ExpectedFigures(month).figures.stream())
                .toList();
    }

    /** Those of one month. */
    public static List<ExpectedFigure> of(ReportingPeriod period) {
        return all().stream().filter(figure -> figure.period().equals(period)).toList();
    }

    private void expectCases(MonthPlan plan) {
        Table door = plan.frontDoor();
        figure("FD01", MONTH, door.sum("contacts"), null);
        figure("FD05", MONTH, door.sum("again"), referralsThatSayHowManyWereBefore(plan));
        figure("AS01", MONTH, door.sum("in-time"), door.sum("authorised"));
        figure("AS02", SNAPSHOT, door.sum("open"), null);
        figure("AS04", SNAPSHOT, door.sum("unallocated"), null);
        figure("AS04P", SNAPSHOT, door.sum("unallocated"), door.sum("open"));
        Table safeguarding = plan.safeguarding();
        figure("CN02", SNAPSHOT, safeguarding.sum("seen"), safeguarding.sum("open"));
        figure("CP06", SNAPSHOT, safeguarding.sum("visited"), safeguarding.sum("plans"));
        figure("CP02", MONTH, safeguarding.sum("conferences-in-time"), safeguarding.sum("conferences"));
        figure("CP14", SNAPSHOT, safeguarding.sum("unallocated-plans"), null);
        Table care = plan.care();
        BigDecimal unallocated = Stream.of(
                        door.sum("unallocated"),
                        safeguarding.sum("unallocated"),
                        safeguarding.sum("unallocated-plans"),
                        care.sum("unallocated"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        figure("CN04", SNAPSHOT, unallocated, null);
        figure("LA17", SNAPSHOT, care.sum("unregistered"), null);
        figure("LA18", SNAPSHOT, care.sum("unallocated"), null);
        figure("LA21", MONTH, safeguarding.sum("missing").add(care.sum("missing")), null);
    }

    /** Teams with an older template have no such column. */
    private static BigDecimal referralsThatSayHowManyWereBefore(MonthPlan plan) {
        int referrals = plan.frontDoor().lines().stream()
                .filter(line -> line.number("again") > 0)
                .mapToInt(line -> line.number("referrals"))
                .sum();
        return BigDecimal.valueOf(referrals);
    }

    private void expectEstablishment(MonthPlan plan) {
        var posts = new EstablishmentPlan(plan);
        BigDecimal established = posts.established();
        BigDecimal vacant = posts.withoutPermanentHolder();
        figure("WF01", SNAPSHOT, vacant, vacant.add(posts.permanent()));
        figure("WF02", SNAPSHOT, posts.agency(), posts.agency().add(posts.permanent()));
        figure("WF13", SNAPSHOT, posts.uncovered(), established);
        figure("WF14", SNAPSHOT, posts.teamsWithoutPermanentWorker(), null);
        figure("WF15", SNAPSHOT, posts.people(), null);
        figure("WF16", SNAPSHOT, established, null);
        figure("WF17", SNAPSHOT, posts.permanent(), null);
        figure("WF19", SNAPSHOT, posts.covered(), established);
        if (period.equals(December2018.plan().period())) {
            // All posts of 2018 are full time; where they are not, the shares depend on what is counted.
            figure("WF20", SNAPSHOT, posts.posts(PostKind.FIRST_YEAR), established);
            figure("WF21", SNAPSHOT, posts.posts(PostKind.EXPERIENCED), established);
        }
        long overloaded =
                plan.heavyLoads().values().stream().mapToLong(List::size).sum();
        figure("WF05", SNAPSHOT, BigDecimal.valueOf(overloaded), null);
        Table others = plan.otherPosts();
        figure("WF23", SNAPSHOT, others.sum("vacant"), others.sum("vacant").add(otherStaff(plan)));
    }

    private void expectMovements(MonthPlan plan) {
        var movements = new MovementPlan(plan);
        BigDecimal socialWorkers = new EstablishmentPlan(plan).permanent();
        figure("WF03", YEAR, movements.socialWorkLeavers(), socialWorkers);
        figure("WF09", YEAR, movements.startersMinusLeavers(), null);
        figure("WF09", "rolling-3-months", movements.startersMinusLeaversInThreeMonths(), null);
        figure("WF10", YEAR, movements.people("MOVE"), null);
        figure("WF18", YEAR, movements.people("STARTER"), null);
        figure("WF22", YEAR, movements.leavers(), socialWorkers.add(otherStaff(plan)));
    }

    private static BigDecimal otherStaff(MonthPlan plan) {
        Table others = plan.otherPosts();
        return others.sum("other")
                .add(others.sum("post-of-06").multiply(new BigDecimal("0.6")))
                .add(others.sum("post-of-05").multiply(new BigDecimal("0.5")));
    }

    private void expectMoney(Table budget) {
        BigDecimal over = budget.sum("spent").add(budget.sum("remaining")).subtract(budget.sum("budget"));
        figure("FN01", SNAPSHOT, over, null);
        figure("FN01P", SNAPSHOT, over, budget.sum("budget"));
    }

    private void figure(String indicator, String timing, BigDecimal numerator, @Nullable BigDecimal denominator) {
        figures.add(new ExpectedFigure(period, indicator, timing, numerator, denominator));
    }
}
