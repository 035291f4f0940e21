package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.SealedReturns;
import org.scrutineer.records.Window;

/**
 * Whom the shipped definitions about children in care count, at the edges of each; the end of the period is Friday, 31
 * December 2021. Children are named for what is special about them.
 */
class ChildrenInCareIndicatorsTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2021, 12);
    private static final String TEAM = "children-in-care-1";

    @TempDir
    static Path folder;

    private static Catalogue shipped;
    private static SealedReturns returns;
    private static RecordSet records;

    /** A child in care with a line on placements and visits. */
    private record Child(String name, String inCare, String placed) {

        /** @param inCare day, legal status, kind of placement, registered */
        static Child child(String name, String inCare, String placed) {
            return new Child(name, inCare, placed);
        }

        String careRow() {
            return name + " | " + inCare + " | 1 | | no | W1 | WNC";
        }

        /** Born, placed, before that, miles, location, intended, last visit, last review, workers, missing. */
        String placementRow() {
            return name + " | " + placed;
        }
    }

    private static final List<Child> CHILDREN = List.of(
            Child.child(
                    "visited 42 days ago",
                    "2021-06-01 | C2 | FOSTER |",
                    "2010-02-03 | 2021-06-01 | | 21 | OUT | SHORTER | 2021-11-19 | | 2 | 0"),
            Child.child(
                    "visited 43 days ago",
                    "2021-06-01 | C2 | FOSTER |",
                    "2010-02-03 | 2021-06-01 | | 20 | OUT | SHORTER | 2021-11-18 | | 3 | 0"),
            Child.child(
                    "until 18, in the first year, 43 days ago",
                    "2021-06-01 | C2 | FOSTER |",
                    "2010-02-03 | 2021-06-01 | | 40 | IN | UNTIL_18 | 2021-11-18 | | 1 | 0"),
            Child.child(
                    "until 18, later, 91 days ago",
                    "2018-01-05 | C2 | FOSTER |",
                    "2010-02-03 | 2019-12-31 | | 40 | | UNTIL_18 | 2021-10-01 | | 1 | 0"),
            Child.child(
                    "until 18, later, 92 days ago",
                    "2018-01-05 | C2 | FOSTER |",
                    "2010-02-03 | 2020-01-01 | 2018-01-05 | 5 | IN | UNTIL_18 | 2021-09-30 | | 1 | 0"),
            Child.child(
                    "long-term foster care, 183 days ago",
                    "2019-06-30 | C2 | FOSTER |",
                    "2006-01-01 | 2019-06-30 | | 5 | IN | LONG_TERM_FOSTER | 2021-07-01 | | 1 | 0"),
            Child.child(
                    "with parents, no review yet, 7 days ago",
                    "2021-12-01 | C1 | PARENTS |",
                    "2020-02-03 | 2021-12-01 | | 0 | IN | SHORTER | 2021-12-24 | | 1 | 0"),
            Child.child(
                    "with parents, no review yet, 8 days ago",
                    "2021-12-01 | C1 | PARENTS |",
                    "2020-02-03 | 2021-12-01 | | 0 | IN | SHORTER | 2021-12-23 | | 1 | 0"),
            Child.child(
                    "with parents, reviewed, 28 days ago",
                    "2021-11-01 | C1 | PARENTS |",
                    "2020-02-03 | 2021-11-01 | | 0 | IN | SHORTER | 2021-12-03 | 2021-11-26 | 1 | 0"),
            Child.child(
                    "visited before the move only",
                    "2019-07-01 | C2 | FOSTER |",
                    "2010-02-03 | 2021-12-20 | 2019-07-01 | 5 | IN | SHORTER | 2021-12-18 | | 1 | 0"),
            Child.child(
                    "placed six days ago",
                    "2018-01-05 | C2 | FOSTER |",
                    "2010-02-03 | 2021-12-25 | 2019-01-05 | 5 | IN | SHORTER | | | 1 | 0"),
            Child.child(
                    "with adopters, and before that with the same carers",
                    "2018-01-05 | E1 | ADOPTION |",
                    "2017-02-03 | 2021-03-01 | 2019-05-01 | 5 | IN | SHORTER | 2021-12-20 | | 1 | 0"),
            Child.child(
                    "15, semi-independent",
                    "2021-06-01 | V2 | SEMI | yes",
                    "2006-01-01 | 2021-06-01 | | 5 | IN | SHORTER | 2021-12-20 | | 1 | 2"),
            Child.child(
                    "16 today, semi-independent",
                    "2018-01-05 | V2 | SEMI | yes",
                    "2005-12-31 | 2018-01-05 | | 5 | IN | SHORTER | 2021-12-20 | | 1 | 0"),
            Child.child(
                    "not registered",
                    "2021-06-01 | V2 | OTHER | no",
                    "2008-12-31 | 2021-06-01 | | 5 | IN | SHORTER | 2021-12-20 | | 1 | 0"),
            Child.child(
                    "on short breaks",
                    "2018-01-05 | V3 | HOME | yes",
                    "2010-02-03 | 2018-01-05 | | 30 | OUT | SHORTER | 2021-12-20 | | 4 | 3"));

    @BeforeAll
    static void sealReturns() throws IOException {
        shipped = ((CatalogueReading.Read) CatalogueReader.read(Path.of("config/catalogue"))).catalogue();
        returns = SealedReturns.in(folder, shipped);
        seal(
                "children_in_care",
                Stream.concat(
                        CHILDREN.stream().map(Child::careRow),
                        Stream.of("without a line | 2018-01-05 | C2 | FOSTER | | 1 | | no | W1 | WNC")));
        seal("care_placements", CHILDREN.stream().map(Child::placementRow));
        returns.with(
                "2021-12",
                "2022-01-05",
                "children_in_care",
                "children-in-care-2",
                "of a team without the sheet | 2018-01-05 | C2 | FOSTER | | 1 | | no | W1 | WNC");
        seal(
                "care_health",
                Stream.of(
                        "until 18, later, 91 days ago | 2016-12-31 | 2020-12-31 | yes | 12 | yes | no",
                        "until 18, later, 92 days ago | 2017-01-01 | 2021-07-01 | no | | | ",
                        "long-term foster care, 183 days ago | 2017-01-01 | 2021-06-30 | | | | ",
                        "placed six days ago | 2005-12-31 | 2020-12-30 | yes | 20 | | yes",
                        "visited 42 days ago | 2010-02-03 | 2021-12-01 | yes | 30 | no | yes"));
        seal(
                "care_starts",
                Stream.of(
                        "assessed on the 20th working day and the 28th day | 2021-11-08 | V2 | 2021-12-06 | | WNC",
                        "assessed a day after | 2021-11-08 | V2 | 2021-12-07 | | WNC",
                        "assessed on the 20th working day, over Christmas | 2021-12-01 | V2 | 2021-12-31 | | WNC",
                        "left a day before | 2021-11-08 | V2 | | 2021-12-05 | WNC",
                        "due the month before | 2021-10-29 | V2 | | | WNC",
                        "starts on short breaks | 2021-11-08 | V3 | 2021-11-20 | | WNC"));
        seal(
                "care_ends",
                Stream.of(
                        "left, had gone missing | 2003-03-05 | 2015-01-01 | 2021-03-05 | ADULT | C2 | FOSTER | yes | 2 | WNC",
                        "left at 17 | 2003-06-06 | 2015-01-01 | 2021-06-05 | OTHER | C2 | FOSTER | no | 0 | WNC",
                        "left the year before | 2003-03-05 | 2015-01-01 | 2020-12-31 | SGO | C2 | FOSTER | | 2 | WNC",
                        "15, semi-independent | 2006-01-01 | 2015-01-01 | 2021-02-05 | HOME | C2 | FOSTER | | 0 | WNC"));
        seal(
                "care_reviews",
                Stream.of(
                        "reviewed on the day | 2021-12-10 | 2021-12-10 | WNC",
                        "one of two reviews late | 2021-12-02 | 2021-12-01 | WNC",
                        "one of two reviews late | 2021-12-30 | 2021-12-31 | WNC",
                        "review still to be held | 2021-12-15 | | WNC",
                        "review due in November | 2021-11-30 | 2021-12-08 | WNC"));
        seal(
                "adoptions",
                Stream.of(
                        "matched before the order | 2019-06-01 | 2020-01-01 | 2020-05-10 | 2020-05-01 | 2020-07-05 | 2021-03-01 | WNC",
                        "adopted three years ago | 2017-06-01 | 2018-01-01 | 2018-02-01 | 2018-05-12 | 2018-06-01 | 2018-12-31 | WNC",
                        "adopted a day later | 2017-06-01 | 2018-01-01 | 2018-02-01 | 2018-05-12 | 2018-06-01 | 2019-01-01 | WNC",
                        "without an order | 2020-01-01 | 2020-03-01 | | 2020-05-01 | 2021-03-02 | 2021-10-01 | WNC",
                        "not adopted yet | 2020-01-01 | 2020-03-01 | 2020-04-01 | 2020-05-01 | 2020-06-01 | | WNC"));
        records = returns.of("2021-12");
    }

    @AfterAll
    static void close() {
        records.close();
        returns.close();
    }

    private static void seal(String dataset, Stream<String> rows) {
        returns.with("2021-12", "2022-01-05", dataset, TEAM, rows.toArray(String[]::new));
    }

    @Test
    void aStatutoryVisitIsInTimeByTheIntervalOfTheRegulations() {
        assertThat(counted("LA06"))
                .containsExactlyInAnyOrder(
                        "visited 42 days ago",
                        "until 18, later, 91 days ago",
                        "long-term foster care, 183 days ago",
                        "with parents, no review yet, 7 days ago",
                        "with parents, reviewed, 28 days ago",
                        "with adopters, and before that with the same carers",
                        "15, semi-independent",
                        "16 today, semi-independent",
                        "not registered");
    }

    @Test
    void aVisitIsDueOfEveryChildPlacedForAWeekAndAChildWithoutALineCountsAsNotVisited() {
        assertThat(population("LA06"))
                .contains("without a line", "visited before the move only")
                .doesNotContain("placed six days ago", "on short breaks", "of a team without the sheet");
    }

    @Test
    void aPlacementIsStableFromTwoYearsOnAndCountsWithTheOneBeforeAdoption() {
        assertThat(population("LA04"))
                .containsExactlyInAnyOrder(
                        "until 18, later, 91 days ago",
                        "until 18, later, 92 days ago",
                        "long-term foster care, 183 days ago",
                        "placed six days ago",
                        "with adopters, and before that with the same carers");
        assertThat(counted("LA04"))
                .containsExactlyInAnyOrder(
                        "until 18, later, 91 days ago",
                        "long-term foster care, 183 days ago",
                        "with adopters, and before that with the same carers");
    }

    @Test
    void aPlacementIsFarWhereItIsMoreThan20MilesAwayAndOutside() {
        assertThat(counted("LA05")).containsExactly("visited 42 days ago");
    }

    @Test
    void threeSocialWorkersAreMany() {
        assertThat(counted("LA19")).containsExactly("visited 43 days ago");
    }

    @Test
    void nobodyUnder16MayBeInSemiIndependentAccommodationSinceSeptember2021() {
        assertThat(counted("LA17")).containsExactlyInAnyOrder("15, semi-independent", "not registered");
        assertThat(counted("LA17", ReportingPeriod.of(2021, 8))).containsExactly("not registered");
    }

    @Test
    void aHealthAssessmentHoldsAYearAndForAChildUnder5HalfAYear() {
        assertThat(population("LA09"))
                .containsExactlyInAnyOrder(
                        "until 18, later, 91 days ago",
                        "until 18, later, 92 days ago",
                        "long-term foster care, 183 days ago",
                        "placed six days ago",
                        "visited before the move only",
                        "with adopters, and before that with the same carers",
                        "16 today, semi-independent",
                        "without a line");
        assertThat(counted("LA09"))
                .containsExactlyInAnyOrder("until 18, later, 91 days ago", "until 18, later, 92 days ago");
    }

    @Test
    void immunisationsScoresPlansAndConvictionsAreOfThoseTheyConcern() {
        assertThat(counted("LA11")).containsExactlyInAnyOrder("until 18, later, 91 days ago", "placed six days ago");
        assertThat(values("LA12"))
                .containsExactlyInAnyOrder("until 18, later, 91 days ago: 12", "placed six days ago: 20");
        assertThat(population("LA13")).containsExactlyInAnyOrder("until 18, later, 91 days ago", "visited 42 days ago");
        assertThat(counted("LA13")).containsExactly("until 18, later, 91 days ago");
        assertThat(population("LA24")).containsExactly("placed six days ago");
        assertThat(counted("LA24")).containsExactly("placed six days ago");
    }

    @Test
    void anInitialHealthAssessmentIsDueOnThe20thWorkingDayOrOnThe28thDay() {
        assertThat(population("LA08"))
                .containsExactlyInAnyOrder(
                        "assessed on the 20th working day and the 28th day",
                        "assessed a day after",
                        "assessed on the 20th working day, over Christmas");
        assertThat(counted("LA08"))
                .containsExactlyInAnyOrder(
                        "assessed on the 20th working day and the 28th day",
                        "assessed on the 20th working day, over Christmas");
        assertThat(population("LA08D")).containsExactlyInAnyOrderElementsOf(population("LA08"));
        assertThat(counted("LA08D")).containsExactly("assessed on the 20th working day and the 28th day");
    }

    @Test
    void aChildWithALateReviewIsNotReviewedInTime() {
        assertThat(population("LA07"))
                .containsExactlyInAnyOrder("reviewed on the day", "one of two reviews late", "review still to be held");
        assertThat(counted("LA07")).containsExactly("reviewed on the day");
    }

    @Test
    void whoeverWasInCareInTheYearMayHaveGoneMissing() {
        assertThat(counted("LA20")).containsExactlyInAnyOrder("15, semi-independent", "left, had gone missing");
        assertThat(population("LA20"))
                .contains("left at 17", "without a line")
                .doesNotContain("left the year before", "on short breaks");
    }

    @Test
    void thoseWhoTurn18InFosterCareMayStayPut() {
        assertThat(population("CL05")).containsExactly("left, had gone missing");
        assertThat(counted("CL05")).containsExactly("left, had gone missing");
    }

    @Test
    void thoseWhoLeftInTheYearAreDividedByTheirReason() {
        assertThat(population("LA25S"))
                .containsExactlyInAnyOrder("left, had gone missing", "left at 17", "15, semi-independent");
        assertThat(counted("LA25S")).isEmpty();
    }

    @Test
    void adoptionTimesAreOfThoseAdoptedInThreeYears() {
        assertThat(values("AD01"))
                .containsExactlyInAnyOrder(
                        "matched before the order: 400", "adopted a day later: 365", "without an order: 426");
        assertThat(values("AD02")).containsExactlyInAnyOrder("matched before the order: 0", "adopted a day later: 100");
        assertThat(population("AD03")).containsExactlyInAnyOrder("matched before the order", "without an order");
        assertThat(counted("AD03")).containsExactly("matched before the order");
    }

    /** The children in the numerator. */
    private static List<String> counted(String code) {
        return counted(code, DECEMBER);
    }

    /** The same by the definition that was in force in another month. */
    private static List<String> counted(String code, ReportingPeriod inForce) {
        Indicator indicator = indicator(code, inForce);
        return children(
                indicator, "child", condition(indicator.denominator()) + " and " + condition(indicator.numerator()));
    }

    /** The children in the denominator. */
    private static List<String> population(String code) {
        Indicator indicator = indicator(code, DECEMBER);
        return children(indicator, "child", condition(indicator.denominator()));
    }

    /** The children in a mean, each with its value. */
    private static List<String> values(String code) {
        Indicator indicator = indicator(code, DECEMBER);
        Expression value = indicator.aggregate().value();
        return children(
                indicator,
                "child || ': ' || (" + value.sql() + ")",
                condition(indicator.numerator()) + " and (" + value.sql() + ") is not null");
    }

    private static List<String> children(Indicator indicator, String what, String where) {
        Window window = Window.of(shipped.calendar().months(indicator.timing(), DECEMBER));
        records.aim(window);
        return records.query(
                "select distinct " + what + " from " + indicator.from() + " where " + where,
                window,
                row -> row.getString(1));
    }

    private static String condition(@Nullable Expression expression) {
        return expression == null ? "true" : "coalesce((" + expression.sql() + "), false)";
    }

    private static Indicator indicator(String code, ReportingPeriod inForce) {
        return shipped.indicators(inForce).stream()
                .filter(indicator -> indicator.id().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
