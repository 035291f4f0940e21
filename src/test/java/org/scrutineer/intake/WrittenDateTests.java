package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WrittenDateTests {

    @Test
    void isTheSameOnEveryJdkAlsoInSeptember() {
        assertThat(TypedText.written(LocalDate.of(2021, 9, 5))).isEqualTo("5 Sep 2021");
    }
}
