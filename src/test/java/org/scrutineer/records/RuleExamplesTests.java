package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.catalogue.SmallCatalogue;

/** The examples of rules, which are tried before a return is opened; those of the shipped catalogue are tests. */
class RuleExamplesTests {

    private static final String FILE = "returns/visits.yaml";

    private static final String CROSS = """
            rules:
              - id: visited-child-has-case
                over: visits
                match: cases
                on: child
                expect: cases.child is not null
                severity: error
                say: the child has no open case
                do: Open the case.
                breaks: {visits: [{child: c1}], cases: [{child: c2}]}
                keeps: {visits: [{child: c1}], cases: [{child: c1}]}
            """;

    @TempDir
    Path folder;

    @Test
    void everyShippedRuleHasAnExampleThatBreaksItAndOneThatDoesNot() throws IOException {
        Catalogue shipped = ((CatalogueReading.Read) CatalogueReader.read(Path.of("config/catalogue"))).catalogue();

        assertThat(RecordStore.problems(shipped, RecordsProperties.defaults(folder.toString())))
                .isEmpty();
        assertThat(shipped.returnTypes().stream()
                        .flatMap(type -> type.datasets().stream())
                        .flatMap(dataset -> dataset.rules().stream())
                        .filter(rule -> rule.breaks() == null || rule.keeps() == null))
                .isEmpty();
        assertThat(Stream.concat(
                                shipped.returnTypes().stream().flatMap(type -> type.rules().stream()),
                                shipped.reconciliation().stream())
                        .filter(rule -> rule.breaks() == null || rule.keeps() == null))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            breaks: {visited: 2019-01-01} | keeps: {visited: 2018-12-31}  |
            breaks: {visited: 2018-12-31} | keeps: {visited: 2018-12-31}  | line 22: found "breaks"; expected an example that breaks rule not-in-future; this one keeps it.
            breaks: {visited: 2019-01-01} | keeps: {visited: 2019-01-02}  | line 23: found "keeps"; expected an example that keeps rule not-in-future; this one breaks it.
            breaks: {visited: 2019-01-01} | keeps: {hours: many}          | line 23: found "many"; expected values that fit the columns of visits, dates as 2018-12-31.
            """)
    void aRowIsTriedOnItsRule(String breaks, String keeps, String sentence) {
        assertThat(problems(aCatalogue()
                        .changing(
                                FILE,
                                "do: Correct the date.\n",
                                "do: Correct the date.\n        " + breaks + "\n        " + keeps + "\n")))
                .isEqualTo(sentence == null ? List.of() : List.of(FILE + ", " + sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cases: [{child: c2}] | cases: [{child: c2}]          |
            cases: [{child: c2}] | cases: [{child: c1}]          | line 41: found "breaks"; expected an example that breaks rule visited-child-has-case; this one keeps it.
            cases: [{child: c2}] | cases: [{authority: WEST}]    | line 41: found "WEST"; expected a code of column authority: WNC, NO.
            cases.child is not   | cases.chlid is not            | line 37: found "chlid"; expected a column of cases: team, sheet_row, child, works_in, authority, period, submission. Did you mean "child"?
            cases.child is not   | child is not                  | line 37: found "child"; expected a column with its dataset before it: visits.column or cases.column.
            cases.child is not   | posts.child is not            | line 37: found "posts.child"; expected a column with its dataset before it: visits.column or cases.column.
            cases.child is not null | (select true)              | line 37: found "(select true)"; expected an expression over columns, without sub-queries, windows or parameters.
            cases.child is not null | visits.hours + 1           | line 37: found "visits.hours + 1"; expected a condition that is true or false.
            cases.child is not null | count(*) > 1               | `line 37: found "count_star"; expected one of the functions abs,`
            """)
    void rowsAreTriedOnARuleOverSeveralOfThem(String right, String wrong, String sentence) {
        List<String> problems = problems(
                aCatalogue().with(FILE, aCatalogue().text(FILE) + CROSS).changing(FILE, right, wrong));

        if (sentence == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().asString().startsWith(FILE + ", " + sentence);
        }
    }

    private List<String> problems(SmallCatalogue catalogue) {
        return RecordStore.problems(catalogue.catalogue(), RecordsProperties.defaults(folder.toString())).stream()
                .map(CatalogueProblem::sentence)
                .toList();
    }
}
