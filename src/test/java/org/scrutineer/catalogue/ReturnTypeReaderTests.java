package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnTypeReaderTests {

    private static final String FILE = "returns/visits.yaml";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            key: [child, visited]  | key: [child, visit]     | line 8: found "visit"; expected one of the columns child, visited, hours. Did you mean "visited"?
            event-date: visited    | event-date: hours       | line 10: found "hours"; expected a column of type date, datetime or month.
            event-date: visited    | team-column: child      | line 5: expected the key event-date here: the column that says which month a row belongs to.
            type: text, blank: unallocated | type: date      | line 27: found "works_in"; expected a column of type text or code.
            team-column: works_in  | team-column: work_in    | line 27: found "work_in"; expected one of the columns child, works_in, authority. Did you mean "works_in"?
            cell: visited          | cell: visits            | line 19: found "visits"; expected one of the columns child, visited, hours. Did you mean "visited"?
            sheet: Visits          | sheet: [Visits, CASES]  | line 24: found "Cases"; expected a sheet that no other dataset of the return has; visits has it already.
            sheet: Visits          | sheet: stated figures   | line 7: found "stated figures"; expected a sheet other than Return, Stated figures, Guidance and Lists, which every return may have.
            hours: {header         | team: {header           | line 14: found "team"; expected a name other than team, period, submission and sheet_row, which every dataset has of itself.
            hours: {header         | limit: {header          | line 14: found "limit"; expected a name that is not a word of SQL, e.g. limit_.
            header: [Hours]        | header: [Hours], about: [] | line 14: found "[]"; expected a text.
            header: [Hours]        | header: [date]          | line 14: found "date"; expected a header that stands for one column only; it is on line 13 already.
            type: date             | type: date, min: 5      | line 13: found "5"; expected no min, or a column of type integer, decimal or money.
            max: 24.5              | max: -1                 | line 14: found "-1"; expected a number that is not below min, 0.
            , codes: home-council  | ``                      | line 31: expected the key codes here, as every column of type code has.
            codes: home-council    | codes: homecouncil      | line 31: found "homecouncil"; expected one of the code-sets home-council. Did you mean "home-council"?
            type: date             | type: date, codes: {A: []} | line 13: found "{A}"; expected no codes, or a column of type code.
            codes: home-council    | codes: {A: [B], C: [b]} | line 31: found "b"; expected a text that means one code only; it means A already.
            codes: home-council    | codes: {A: [C], C: []}  | line 31: found "C"; expected a text that means one code only; it means A already.
            codes: home-council    | codes: home-council, blank: [-, N/A] | line 31: found "N/A"; expected words for nothing that are not codes; this one means NO.
            blank: unallocated     | blank: unalocated       | line 30: found "unalocated"; expected one of the blank-sets unallocated. Did you mean "unallocated"?
            """)
    void tellsWhatDoesNotFit(String right, String wrong, String sentence) {
        assertThat(aCatalogue().changing(FILE, right, wrong).problems()).containsExactly(FILE + ", " + sentence);
    }

    @Test
    void whatRowsAreForIsOneOfFiveThings() {
        assertThat(aCatalogue()
                        .changing(FILE, "kind: snapshot", "kind: snapshot\n    purpose: published-figure")
                        .problems())
                .containsExactly(FILE + ", line 27: found \"published-figure\"; expected one of"
                        + " records, published-figures, stated-figures, improvement-actions, commentary. Did you"
                        + " mean \"published-figures\"?");
    }

    @Test
    void rowsOfAPurposeHaveTheColumnsItNeeds() {
        assertThat(aCatalogue()
                        .changing(FILE, "kind: snapshot", "kind: snapshot\n    purpose: stated-figures")
                        .problems())
                .containsExactlyInAnyOrder(
                        FILE + ", line 27: expected the column indicator in a dataset of this purpose.",
                        FILE + ", line 27: expected the column value in a dataset of this purpose.");
        assertThat(aCatalogue()
                        .changing(FILE, "kind: snapshot", "kind: snapshot\n    purpose: published-figures")
                        .problems())
                .hasSize(8)
                .contains(FILE + ", line 27: expected the column source in a dataset of this purpose.");
    }

    /** A team may send several returns a month. */
    @Test
    void recordsMayNotStandInEveryReturnAsEachWouldCountTwice() {
        assertThat(aCatalogue()
                        .changing(FILE, "name: Visits return", "name: Visits return\nin-every-return: true")
                        .problems())
                .containsExactlyInAnyOrder(
                        FILE + ", line 3: found \"true\"; expected false, as visits is of records: of those that two"
                                + " returns of a team hold, each would count twice; or another purpose for visits.",
                        FILE + ", line 3: found \"true\"; expected false, as cases is of records: of those that two"
                                + " returns of a team hold, each would count twice; or another purpose for cases.");
    }

    @Test
    void anOlderVersionOfTheTemplateKeepsWhatAColumnMeansAndHowItsTextIsBuilt() {
        ReturnType type = aCatalogue()
                .changing(FILE, "template-versions: [\"2\", \"1\"]", """
                        template-versions:
                          - "2"
                          - version: "1"
                            datasets: {visits: {sheet: [Old visits], lacks: [hours]}}""")
                .changing(
                        FILE,
                        "type: text, required: true, personal: true}",
                        "type: text, required: true, personal: true, pattern: \"c[0-9]\", pattern-words: a c and a digit,"
                                + " about: Which child.}")
                .catalogue()
                .returnType("visits")
                .orElseThrow();

        Column child = type.datasets("1").get(0).column("child").orElseThrow();
        assertThat(child.about()).isEqualTo("Which child.");
        assertThat(child.shape()).isEqualTo(new Column.Shape(Pattern.compile("c[0-9]"), "a c and a digit"));
    }

    @Test
    void aSnapshotHasNeitherAnEventDateNorMonthsCovered() {
        assertThat(aCatalogue()
                        .changing(FILE, "type: text}", "type: date}")
                        .changing(
                                FILE, "kind: snapshot", "kind: snapshot\n    event-date: child\n    months-covered: 3")
                        .problems())
                .containsExactly(
                        FILE + ", line 27: found \"child\"; expected no event-date for a snapshot, which is how things"
                                + " stand at the end of the period.",
                        FILE + ", line 28: found \"3\"; expected no months-covered for a snapshot, which is how things"
                                + " stand at the end of the period.");
    }

    @Test
    void rowsAreComparedWithLastMonthOnlyWhereTheyAreToldOnce() {
        assertThat(aCatalogue()
                        .changing(FILE, "kind: snapshot", "kind: snapshot\n    alike-last-month: 95")
                        .catalogue()
                        .datasets())
                .extracting(Dataset::alikeLastMonth)
                .containsExactly(null, 95);
        assertThat(aCatalogue()
                        .changing(
                                FILE,
                                "event-date: visited",
                                "event-date: visited\n    months-covered: 3\n    alike-last-month: 95")
                        .problems())
                .containsExactly(FILE + ", line 12: found \"95\"; expected no alike-last-month for a dataset that"
                        + " covers several months, as it repeats its rows.");
        assertThat(aCatalogue()
                        .changing(FILE, "kind: snapshot", "kind: snapshot\n    alike-last-month: 101")
                        .problems())
                .containsExactly(FILE + ", line 27: found \"101\"; expected a whole number from 50 to 100.");
    }

    @Test
    void tellsRulesOfOneDatasetWithTheSameId() {
        String rule = "      - id: not-in-future\n        expect: hours > 0\n        severity: info\n        say: x\n"
                + "        do: y\n";

        assertThat(aCatalogue()
                        .changing(FILE, "  cases:\n", rule + "  cases:\n")
                        .problems())
                .containsExactly(FILE
                        + ", line 22: found \"not-in-future\"; expected an id that no other rule of the dataset has;"
                        + " it is on line 16 already.");
    }

    @Test
    void tellsCodesOfASharedSetThatMeanTwoThings() {
        assertThat(aCatalogue()
                        .changing("codes.yaml", "[None, n/a]", "[None, WEST]")
                        .problems())
                .containsExactly(
                        "codes.yaml, line 2: found \"WEST\"; expected a text that means one code only; it means WNC"
                                + " already.");
    }

    @Test
    void tellsDatasetsViewsAndReturnTypesWithTheSameName() {
        var catalogue = aCatalogue().with("returns/zz.yaml", """
                        id: other
                        name: visits
                        template-versions: 1
                        datasets:
                          cases:
                            name: Cases
                            sheet: Cases
                            key: child
                            kind: snapshot
                            columns:
                              child: {header: Child, type: text}
                        """).changing("views.yaml", "open_cases", "cases");

        assertThat(catalogue.problems())
                .containsExactly(
                        "returns/zz.yaml, line 2: found \"visits\"; expected an id or name that no other return type has; see"
                                + " returns/visits.yaml, line 1.",
                        "returns/zz.yaml, line 5: found \"cases\"; expected a name that no other dataset has; see"
                                + " returns/visits.yaml, line 22.",
                        "views.yaml, line 1: found \"cases\"; expected a name that no dataset and no other view has.");
    }

    @Test
    void takesOneTextForAListOfOne() {
        Catalogue catalogue = aCatalogue()
                .changing(FILE, "header: [Date]", "header: Date")
                .changing(FILE, "template-versions: [\"2\", \"1\"]", "template-versions: 2")
                .changing(FILE, "key: [child]", "key: child")
                .catalogue();

        assertThat(catalogue.returnTypes().get(0).templateVersions()).containsExactly("2");
        assertThat(catalogue.datasets().get(0).columns().get(1).headers()).containsExactly("Date");
        assertThat(catalogue.datasets().get(1).key()).containsExactly("child");
    }

    @Test
    void readsHowManyMonthsOneReturnTells() {
        Catalogue catalogue = aCatalogue()
                .changing(FILE, "event-date: visited", "event-date: visited\n    months-covered: 12")
                .catalogue();

        assertThat(catalogue.datasets()).extracting(Dataset::monthsCovered).containsExactly(12, 1);
    }

    private static final String VERSIONS = "template-versions: [\"2\", \"1\"]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {visit: {lacks: [hours]}}                             | found "visit"; expected one of the datasets of the return visits, cases. Did you mean "visits"?
            {visits: {lacks: [hour]}}                             | found "hour"; expected one of the columns child, visited, hours. Did you mean "hours"?
            {visits: {lacks: [child]}}                            | found "child"; expected a column that is no part of the key, without which no row can be told.
            {visits: {columns: {hour: {header: H}}}}              | found "hour"; expected one of the columns child, visited, hours. Did you mean "hours"?
            {visits: {columns: {hours: {header: Date}}}}          | found "Date"; expected a header that stands for one column only; visited has it already.
            {cases: {columns: {authority: {codes: {WN: [A]}}}}}   | found "WN"; expected one of the codes of authority WNC, NO. Did you mean "WNC"?
            {cases: {columns: {authority: {codes: {WNC: [A], NO: [a]}}}}} | found "a"; expected a text that means one code only; it means WNC already.
            {cases: {}}                                           | found "{}"; expected how a dataset differs, with something in it.
            {cases: {header: A}}                                  | found "header"; expected one of the keys sheet, lacks, columns.
            """)
    void tellsHowAnOlderVersionCannotDiffer(String datasets, String sentence) {
        assertThat(aCatalogue()
                        .changing(
                                FILE,
                                VERSIONS,
                                "template-versions: [\"2\", {version: \"1\", datasets: " + datasets + "}]")
                        .problems())
                .containsExactly(FILE + ", line 3: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lacks: [visit]                                     | found "visit"; expected one of the datasets of the return visits, cases. Did you mean "visits"?
            lacks: [cases, visits]                             | found "visits"; expected at least one dataset that the version has.
            lacks: [cases], datasets: {cases: {sheet: [Open]}} | found "cases"; expected a dataset that the version has; it is under lacks.
            """)
    void tellsWhichDatasetsAnOlderVersionCannotLack(String differences, String sentence) {
        assertThat(aCatalogue()
                        .changing(FILE, VERSIONS, "template-versions: [\"2\", {version: \"1\", " + differences + "}]")
                        .problems())
                .containsExactly(FILE + ", line 3: " + sentence);
    }

    @Test
    void anOlderVersionIsWithoutTheDatasetsItLacked() {
        ReturnType visits = aCatalogue()
                .changing(FILE, VERSIONS, "template-versions: [\"2\", {version: \"1\", lacks: [cases]}]")
                .catalogue()
                .returnType("visits")
                .orElseThrow();

        assertThat(visits.datasets("1")).extracting(Dataset::id).containsExactly("visits");
        assertThat(visits.datasets("2")).extracting(Dataset::id).containsExactly("visits", "cases");
    }

    @Test
    void theNewestVersionDiffersFromNoOtherAndEachStandsOnce() {
        assertThat(aCatalogue()
                        .changing(
                                FILE,
                                VERSIONS,
                                "template-versions: [{version: \"2\", datasets: {visits: {lacks: [hours]}}}, \"2\"]")
                        .problems())
                .containsExactly(
                        FILE + ", line 3: found \"2\"; expected each version once; it is on line 3 already.",
                        FILE + ", line 3: expected the newest version first, which differs from no other.");
    }

    @Test
    void readsADatasetAsAnOlderVersionHadIt() {
        ReturnType visits = aCatalogue()
                .changing(FILE, VERSIONS, """
                        template-versions:
                          - "2"
                          - version: "1"
                            datasets:
                              visits:
                                sheet: Old visits
                                lacks: [hours]
                                columns: {visited: {header: [Day]}}
                              cases:
                                columns: {authority: {codes: {NO: [West]}}}""")
                .catalogue()
                .returnType("visits")
                .orElseThrow();

        Dataset old = visits.datasets("1").get(0);
        assertThat(visits.templateVersions()).containsExactly("2", "1");
        assertThat(visits.datasets("2")).isEqualTo(visits.datasets());
        assertThat(old.sheets()).containsExactly("Old visits");
        assertThat(old.columns())
                .extracting(Column::headers)
                .containsExactly(List.of("Child ID", "Child"), List.of("Day"), List.of());
        assertThat(visits.datasets("1").get(1).column("authority").orElseThrow().codes())
                .containsExactly(Map.entry("WNC", List.of()), Map.entry("NO", List.of("None", "n/a", "West")));
    }

    @Test
    void nobodyOwesAReturnThatIsSentAtWill() {
        assertThat(aCatalogue()
                        .changing(FILE, VERSIONS, VERSIONS + "\nexpected: when-sent")
                        .problems())
                .containsExactly("organisation.yaml, line 14: found \"visits\"; expected a return type that is expected"
                        + " monthly; visits may be sent without being owed.");
    }

    @Test
    void readsWhenAReturnIsDueAndHowItIsKnown() {
        Catalogue catalogue = aCatalogue()
                .changing(
                        FILE,
                        VERSIONS,
                        VERSIONS
                                + "\ndeadline-working-days: 5\nwithout-return-sheet: {period-from: [folder, last-saved]}")
                .catalogue();
        ReturnType visits = catalogue.returnType("visits").orElseThrow();

        assertThat(visits.terms())
                .isEqualTo(new ReturnType.Terms(
                        ReturnType.Expected.MONTHLY,
                        5,
                        false,
                        List.of(ReturnType.PeriodSource.FOLDER, ReturnType.PeriodSource.LAST_SAVED),
                        ReturnType.Sender.TEAMS));
        assertThat(catalogue.deadline(visits, ReportingPeriod.of(2018, 11))).hasToString("2018-12-07");
        assertThat(catalogue.calendar().deadline(ReportingPeriod.of(2018, 11))).hasToString("2018-12-14");
    }
}
