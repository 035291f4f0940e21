package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextWidthTests {

    @Test
    void measuresInDigits() {
        assertThat(TextWidth.of("2018")).isEqualTo(4);
        assertThat(TextWidth.of("")).isZero();
        assertThat(TextWidth.of("ill")).isLessThan(TextWidth.of("WWW") / 4);
        assertThat(TextWidth.of("é漢")).isCloseTo(2.9, within(0.1));
    }

    @Test
    void breaksLinesBetweenWordsAndAtLineFeeds() {
        assertThat(TextWidth.wrap("1111 2222 3333\n4", 9)).containsExactly("1111 2222", "3333", "4");
    }

    @Test
    void leavesAWordWholeThatIsWiderThanALine() {
        assertThat(TextWidth.wrap("1 2222222222 3", 5)).containsExactly("1", "2222222222", "3");
    }

    @Test
    void countsALineForEachPartOfAWordThatDoesNotFit() {
        assertThat(TextWidth.lines("2222222222", 4)).isEqualTo(3);
        assertThat(TextWidth.lines("", 4)).isEqualTo(1);
        assertThat(TextWidth.lines("1\n\n2", 4)).isEqualTo(3);
    }
}
