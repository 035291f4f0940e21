package org.scrutineer.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The finance return: the budget, and what placements cost the children in them. */
final class FinanceReturn {

    private final MonthPlan plan;
    private final List<Row> childrenInCare;

    FinanceReturn(MonthPlan plan, List<Row> childrenInCare) {
        this.plan = plan;
        this.childrenInCare = List.copyOf(childrenInCare);
    }

    /** From 2021 with the spending by kind of provision, and the nights it paid for. */
    List<DataSheet> sheets() {
        return isNewer() ? List.of(budget(), placements(), spending()) : List.of(budget(), placements());
    }

    private boolean isNewer() {
        return plan.period().month().getYear() >= 2021;
    }

    /** From 2021 the forecast is a formula; before, everything was typed. */
    private DataSheet budget() {
        boolean calculated = isNewer();
        List<Row> rows = plan.budget().lines().stream()
                .map(line -> calculated ? calculatedLine(line) : typedLine(line))
                .toList();
        return new DataSheet(calculated ? FinanceLayouts.CALCULATED_BUDGET : FinanceLayouts.BUDGET, rows);
    }

    private static Row typedLine(Table.Line line) {
        return line(line).money("forecast", pounds(line.number("spent") + line.number("remaining")));
    }

    private static Row calculatedLine(Table.Line line) {
        return line(line)
                .money("remaining", pounds(line.number("remaining")))
                .calculated("forecast", "{spent}+{remaining}")
                .calculated("variance", "{forecast}-{budget}");
    }

    private static Row line(Table.Line line) {
        return Row.row()
                .text("line", line.about())
                .code("area", line.text("area"))
                .money("budget", pounds(line.number("budget")))
                .money("spent", pounds(line.number("spent")));
    }

    private DataSheet placements() {
        int fostered = children("FOSTER");
        int agency = fostered * 45 / 100;
        int unregistered = unregistered();
        return new DataSheet(
                FinanceLayouts.PLACEMENTS,
                List.of(
                        placement("In-house foster care", fostered - agency, "412.50"),
                        placement("Independent foster agency", agency, "891.20"),
                        placement("Children's homes", children("HOME"), "4185.00"),
                        placement("Supported accommodation", children("SEMI"), "1260.75"),
                        placement("Unregistered settings", unregistered, "7350.00"),
                        placement("Placed with parents", children("PARENTS"), "0.00"),
                        placement("Placed for adoption", children("ADOPTION"), "96.40")));
    }

    private DataSheet spending() {
        int fostered = children("FOSTER");
        int unregistered = unregistered();
        int elsewhere = children("SEMI") + children("PARENTS") + children("ADOPTION");
        return new DataSheet(
                FinanceLayouts.SPENDING,
                List.of(
                        spending("FOSTERING", fostered, "Independent foster agency placements", "In-house fostering"),
                        spending(
                                "RESIDENTIAL",
                                children("HOME") + unregistered,
                                "Residential placements",
                                "Unregistered placements"),
                        spending("OTHER", elsewhere, "Supported accommodation")));
    }

    private Row spending(String provision, int children, String... budgetLines) {
        LocalDate end = plan.period().lastDay();
        int days = (int) (end.toEpochDay() - LocalDate.of(end.getYear(), 3, 31).toEpochDay());
        int spent = plan.budget().lines().stream()
                .filter(line -> List.of(budgetLines).contains(line.about()))
                .mapToInt(line -> line.number("spent"))
                .sum();
        return Row.row()
                .code("provision", provision)
                .money("spent", pounds(spent))
                .number(
                        "weeks",
                        BigDecimal.valueOf((long) children * days)
                                .divide(BigDecimal.valueOf(7), 1, RoundingMode.HALF_UP));
    }

    private int unregistered() {
        return (int) childrenInCare.stream()
                .filter(child -> child.entry("registered").equals(Optional.of(new Entry.Answer(false))))
                .count();
    }

    /** Children in a registered placement of this kind, or one that needs no registration. */
    private int children(String placement) {
        return (int) childrenInCare.stream()
                .filter(child -> child.text("placement").equals(placement))
                .filter(child -> !child.entry("registered").equals(Optional.of(new Entry.Answer(false))))
                .count();
    }

    private static Row placement(String kind, int children, String weeklyCost) {
        return Row.row()
                .text("kind", kind)
                .number("children", children)
                .money("weekly_cost", new BigDecimal(weeklyCost));
    }

    private static BigDecimal pounds(int pounds) {
        return BigDecimal.valueOf(pounds);
    }
}
