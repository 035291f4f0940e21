package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverReaderTests {

    private static final String WAIVER = """
            - rule: not-in-future
              team: north
              dataset: visits
              reason: the clocks were wrong
              owner: head-of-visits
              expires: 2018-12-31
            """;

    @Test
    void readsAWaiverThatHoldsUpToItsLastDay() {
        Waiver waiver =
                aCatalogue().with("waivers.yaml", WAIVER).catalogue().waivers().get(0);

        assertThat(waiver)
                .isEqualTo(new Waiver(
                        "not-in-future",
                        "north",
                        "visits",
                        "the clocks were wrong",
                        "head-of-visits",
                        LocalDate.of(2018, 12, 31),
                        new Place("waivers.yaml", 1)));
        assertThat(waiver.isInForce(ReportingPeriod.of(2018, 12))).isTrue();
        assertThat(waiver.isInForce(ReportingPeriod.of(2019, 1))).isFalse();
        assertThat(waiver.concerns("not-in-future", "south", "visits")).isFalse();
        assertThat(waiver.concerns("not-in-future", "north", "cases")).isFalse();
        assertThat(waiver.concerns("another", "north", "visits")).isFalse();
    }

    @Test
    void isForAllTeamsAndDatasetsWhereItNamesNone() {
        Waiver waiver = aCatalogue()
                .with("waivers.yaml", WAIVER.replaceAll("  (team|dataset): .*\n", ""))
                .catalogue()
                .waivers()
                .get(0);

        assertThat(waiver.concerns("not-in-future", "south", "cases")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rule: not-in-future  | rule: not-in-futur  | line 1: found "not-in-futur"; expected one of the rules of the return types not-in-future. Did you mean "not-in-future"?
            team: north          | team: nort          | line 2: found "nort"; expected one of the teams north. Did you mean "north"?
            dataset: visits      | dataset: visit      | line 3: found "visit"; expected one of the datasets visits, cases. Did you mean "visits"?
            expires: 2018-12-31  | expires: 2018-13-31 | line 6: found "2018-13-31"; expected a date, e.g. 2021-03-31.
            owner: head-of-visits| owners: nobody      | line 1: expected the key owner here: a text.
            reason: the clocks were wrong | reason: "" | line 4: found ""; expected a text.
            """)
    void tellsMistakesWithTheirLine(String right, String wrong, String sentence) {
        assertThat(aCatalogue()
                        .with("waivers.yaml", WAIVER.replace(right, wrong))
                        .problems())
                .contains("waivers.yaml, " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            over: visits     | over: visit             | line 34: found "visit"; expected one of the datasets visits, cases. Did you mean "visits"?
            match: cases     | match: case             | line 35: found "case"; expected one of the datasets visits, cases. Did you mean "cases"?
            match: cases     | match: visits           | line 35: found "visits"; expected a dataset other than that under over.
            on: child        | on: works_in            | line 36: found "works_in"; expected one of the columns child, visited, hours.
            do: Open it.     | do: Open it in {source}.| line 40: found "{source}"; expected the key source-system at the head of the return type.
            do: Open it.     | do: Open it in {sauce}. | line 40: found "{sauce}"; expected {source}, or a text without braces.
            {child: c1}      | {chlid: c1}             | line 41: found "chlid"; expected one of the columns child, visited, hours. Did you mean "child"?
            {visits: [       | {visit: [               | line 41: found "visit"; expected one of the datasets of the rule visits, cases. Did you mean "visits"?
            """)
    void tellsMistakesInRulesOverSeveralRows(String right, String wrong, String sentence) {
        String rules = """
                rules:
                  - id: visited-child-has-case
                    over: visits
                    match: cases
                    on: child
                    expect: cases.child is not null
                    severity: error
                    say: the child has no open case
                    do: Open it.
                    breaks: {visits: [{child: c1}]}
                """;
        String file = "returns/visits.yaml";

        assertThat(aCatalogue()
                        .with(file, aCatalogue().text(file) + rules.replace(right, wrong))
                        .problems())
                .contains(file + ", " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type: text, required: true, personal: true | type: text, pattern: "[A-Z", pattern-words: letters  | line 12: found "[A-Z"; expected a regular expression; it says Unclosed character class.
            type: text, required: true, personal: true | type: text, pattern: "[A-Z]"                         | line 12: expected both pattern and pattern-words, or neither.
            type: date                                 | type: date, pattern: "[A-Z]", pattern-words: letters | line 13: found "[A-Z]"; expected no pattern, or a column of type text.
            """)
    void tellsMistakesInPatterns(String right, String wrong, String sentence) {
        assertThat(aCatalogue().changing("returns/visits.yaml", right, wrong).problems())
                .contains("returns/visits.yaml, " + sentence);
    }
}
