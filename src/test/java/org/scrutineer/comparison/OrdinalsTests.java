package org.scrutineer.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdinalsTests {

    @ParameterizedTest
    @CsvSource({
        "2, second",
        "3, third",
        "12, twelfth",
        "13, 13th",
        "20, 20th",
        "21, 21st",
        "22, 22nd",
        "23, 23rd",
        "111, 111th"
    })
    void ordinalsAreWrittenInWordsAsFarAsPeopleSayThem(int number, String word) {
        assertThat(Ordinals.word(number)).isEqualTo(word);
    }
}
