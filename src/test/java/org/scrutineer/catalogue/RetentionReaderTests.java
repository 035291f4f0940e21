package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.RetentionRule.Event;
import org.scrutineer.catalogue.RetentionRule.Keep;
import org.scrutineer.catalogue.RetentionRule.Unit;
import org.scrutineer.catalogue.RetentionRule.What;

class RetentionReaderTests {

    private static final String RULES = """
            - id: visits
              what: returns
              return-types: [visits]
              keep: 18 months
              after: period-end
              because: our schedule, line 4
            - id: others
              what: returns
              keep: 6 years
              after: received
              because: our schedule, line 5
            - id: backups
              what: backups
              keep: 35 days
              after: made
              because: our schedule, line 6
            """;

    @Test
    void readsARule() {
        Catalogue catalogue = aCatalogue().with("retention.yaml", RULES).catalogue();

        assertThat(catalogue.retention().get(0))
                .isEqualTo(new RetentionRule(
                        "visits",
                        What.RETURNS,
                        Set.of("visits"),
                        new Keep(18, Unit.MONTHS),
                        Event.PERIOD_END,
                        "our schedule, line 4",
                        new Place("retention.yaml", 1)));
        assertThat(catalogue.retention().get(0).title()).isEqualTo("visits (18 months after the end of its period)");
    }

    @Test
    void aReturnIsKeptByTheRuleThatNamesItsTypeElseByTheOneThatNamesNone() {
        Catalogue catalogue = aCatalogue().with("retention.yaml", RULES).catalogue();

        assertThat(catalogue.retention(What.RETURNS, "visits").map(RetentionRule::id))
                .contains("visits");
        assertThat(catalogue.retention(What.RETURNS, "finance").map(RetentionRule::id))
                .contains("others");
        assertThat(catalogue.retention(What.OUTBOX, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1,  DAYS,   2024-02-28, 2024-02-29, 1 day
            35, DAYS,   2024-01-31, 2024-03-06, 35 days
            1,  MONTHS, 2023-01-31, 2023-02-28, 1 month
            18, MONTHS, 2018-12-31, 2020-06-30, 18 months
            1,  YEARS,  2024-02-29, 2025-02-28, 1 year
            """)
    void countsFromADayToTheLastOneOnWhichSomethingIsKept(
            int number, Unit unit, LocalDate from, LocalDate until, String words) {
        var keep = new Keep(number, unit);

        assertThat(keep.until(from)).isEqualTo(until);
        assertThat(keep).hasToString(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            what: backups           | what: backup            | line 13: found "backup"; expected one of returns, superseded-returns, refused-returns, quoted-text, team-files, explanations, internal-data, outbox, backups, input. Did you mean "backups"?
            keep: 35 days           | keep: 5 weeks           | line 14: found "5 weeks"; expected a length of time, e.g. 6 years, 18 months or 90 days.
            keep: 35 days           | keep: 0 days            | line 14: found "0 days"; expected a length of time, e.g. 6 years, 18 months or 90 days.
            after: made             | after: sent             | line 15: found "sent"; expected one of made for backups.
            after: period-end       | after: superseded       | line 5: found "superseded"; expected one of period-end, received for returns.
            [visits]                | [visit]                 | line 3: found "visit"; expected one of the return types visits. Did you mean "visits"?
            keep: 35 days           | return-types: [visits]  | line 14: found "[visits]"; expected no return-types, as backups are kept alike whatever return they are of.
            return-types: [visits]  | # of all                | line 7: found "returns"; expected one rule for returns; there is one on line 1 already.
            id: others              | id: visits              | line 7: found "visits"; expected each rule once; it is on line 1 already.
            because: our schedule, line 6 | becuase: ours     | line 12: expected the key because here: a text.
            """)
    void tellsAMistakeWithItsLine(String right, String wrong, String sentence) {
        assertThat(aCatalogue()
                        .with("retention.yaml", RULES.replace(right, wrong))
                        .problems())
                .contains("retention.yaml, " + sentence);
    }
}
