package org.scrutineer.samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * What the returns of a month are to show, before there are any rows.
 *
 * @param frontDoor by team: referrals, assessments authorised in the month and in time, open ones and unallocated ones;
 *     where the template asks for them, contacts and referrals of children referred before
 * @param safeguarding by team: children in need and on a plan, how many were visited in time, closed, unallocated;
 *     initial conferences of the month and those in time, and enquiries without one
 * @param care by team: children in care, of them on short breaks, in unregistered placements, unallocated; and those who
 *     ceased to be looked after in twelve months, or were adopted in the two years before these
 * @param leavingCare by team: young people
 * @param posts by team: established social work posts of each {@link PostKind}, and agency workers above establishment
 * @param otherPosts the same for posts that are not social work
 * @param movements starters, leavers and moves of the twelve months, and how many of them in the last three
 * @param budget pounds by budget line
 * @param practice percentages that vary with how well things go
 * @param heavyLoads open cases of the workers who hold far too many, by team
 * @param averageCaseload about how many cases a full-time worker with cases holds
 * @param covers the workbooks that are sent
 */
record MonthPlan(
        ReportingPeriod period,
        Table frontDoor,
        Table safeguarding,
        Table care,
        Table leavingCare,
        Table posts,
        Table otherPosts,
        Table movements,
        Table budget,
        Table practice,
        Map<Team, List<Integer>> heavyLoads,
        BigDecimal averageCaseload,
        int audits,
        List<Cover> covers) {

    int percent(String what) {
        return practice.lines().stream()
                .filter(line -> line.about().equals(what))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan does not say how often: " + what))
                .number("percent");
    }

    /** One county council until March 2021, two after. */
    String council(Team team, Dice dice) {
        if (dice.chance(2)) {
            return "OTH";
        }
        if (period.month().getYear() < 2021) {
            return "NCC";
        }
        return dice.chance(team.percentWest()) ? "WNC" : "NNC";
    }
}
