package org.scrutineer.commentary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedNumbersTests {

    private static final Set<String> NAMES = Set.of("First Response Team 1", "FRT1", "AS01");

    private static List<String> quoted(String text) {
        return QuotedNumbers.in(text, NAMES).stream()
                .map(quoted -> quoted.number().toPlainString() + (quoted.share() ? "%" : ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        3 children waited                                  | 3
        Three children waited                              | 3
        twenty of the 1,250 were late                      | 20 1250
        2.5 posts, or 40%                                  | 2.5 40%
        42.9 per cent of seven                             | 42.9% 7
        (4), "5" and 6.                                    | 4 5 6
        one sibling group of four                          | 1 4
        children: 3; adults: 2                             | 3 2
        three-day-old babies, 2                            | 2
        """)
    void findsNumbersInDigitsAndInWords(String text, String numbers) {
        assertThat(quoted(text)).containsExactly(numbers.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        on 3 April 2021, and again in March 2022
        by 2021-12-31, or 31/12/2021, at 4.30 pm
        within 5 working days, or two weeks, or a 3-month wait
        FRT1 and First Response Team 1 as to AS01
        nobody, no one, a one-off, one another
        the 2nd visit
        a saving of £4
        someone often tends to wait
        """)
    void passesOverDatesTimesMoneyAndNames(String text) {
        assertThat(quoted(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4 of our children waited, 'of our children waited'", "4 (children), children", "only 4, ''"})
    void saysWhatStandsBehindANumber(String text, String next) {
        assertThat(QuotedNumbers.in(text, NAMES).get(0).next().strip()).contains(next);
    }
}
