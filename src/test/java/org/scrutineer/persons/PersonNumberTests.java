package org.scrutineer.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.persons.PersonNumber.Match;

class PersonNumberTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            C0123 | C0123                          | SAME
            C0123 | `  C0123 `                     | SAME
            C0123 | c0123                          | NEAR
            123   | 000123                         | NEAR
            00123 | 123                            | NEAR
            123   | １２３             | NEAR
            C0123 | see C0123 and her brother      | WITHIN
            123   | child 00123, born in May       | WITHIN
            123   | C123                           |
            123   | 1234                           |
            123   | 5123                           |
            C.12  | CX12                           |
            123   | ``                             |
            """)
    void findsANumberHoweverItIsWrittenAndNoOther(String asked, String text, @Nullable Match match) {
        assertThat(new PersonNumber(asked).in(text)).isEqualTo(match);
    }

    @Test
    void leavesTheSameTraceHoweverItIsWritten() {
        assertThat(new PersonNumber(" c0123").trace())
                .isEqualTo(new PersonNumber("C0123").trace())
                .hasSize(12)
                .isNotEqualTo(new PersonNumber("C0124").trace());
    }

    @Test
    void looksForSomething() {
        assertThatThrownBy(() -> new PersonNumber(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
