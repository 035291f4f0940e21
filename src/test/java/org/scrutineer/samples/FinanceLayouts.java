package org.scrutineer.samples;

import java.util.List;

/** The sheets of the finance return, template versions 1 and 2. */
final class FinanceLayouts {

    static final Layout BUDGET = Layout.sheet("Budget", "Budget lines")
            .column("line", "Budget line")
            .coded("area", List.of("STAFF Staffing", "PLACEMENTS Placements", "OTHER Other"), "Area")
            .column("budget", "Budget for the year", "Annual budget")
            .column("spent", "Spent to date")
            .column("forecast", "Forecast outturn");

    /** With two columns of the accountants' own, from which and for which Excel does the sums. */
    static final Layout CALCULATED_BUDGET = Layout.sheet("Budget", "Budget lines")
            .column("line", "Budget line")
            .coded("area", List.of("STAFF Staffing", "PLACEMENTS Placements", "OTHER Other"), "Area")
            .column("budget", "Budget for the year", "Annual budget")
            .column("spent", "Spent to date")
            .column("remaining", "Expected to 31 March")
            .column("forecast", "Forecast outturn")
            .column("variance", "Over (under) budget");

    static final Layout PLACEMENTS = Layout.sheet("Placements")
            .column("kind", "Kind of placement")
            .column("children", "Children placed")
            .column("weekly_cost", "Weekly cost");

    /** Template version 2 only. */
    static final Layout SPENDING = Layout.sheet("Placement spending")
            .coded(
                    "provision",
                    List.of("FOSTERING Fostering", "RESIDENTIAL Residential care", "OTHER Other provision"),
                    "Kind of provision")
            .column("spent", "Spent since 1 April")
            .column("weeks", "Weeks since 1 April", "Care weeks since 1 April");

    private FinanceLayouts() {}
}
