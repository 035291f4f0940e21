package org.scrutineer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTests {

    @Test
    void areReadAsClocksInTheUnitedKingdomShowThem() throws NotReleasedException {
        assertThat(Moments.read("2022-04-13T09:30")).isEqualTo(Instant.parse("2022-04-13T08:30:00Z"));
        assertThat(Moments.read(" 2022-01-13T09:30 ")).isEqualTo(Instant.parse("2022-01-13T09:30:00Z"));
        assertThat(Moments.words(Instant.parse("2022-04-13T08:30:00Z"))).isEqualTo("13 April 2022, 09:30");
    }

    @Test
    void ofTwoThatTheClocksShowTheLaterOneIsMeant() throws NotReleasedException {
        assertThat(Moments.read("2022-10-30T01:30")).isEqualTo(Instant.parse("2022-10-30T01:30:00Z"));
    }

    @Test
    void oneThatTheClocksGoForwardOverIsRefused() {
        assertThatThrownBy(() -> Moments.read("2022-03-27T01:30"))
                .hasMessage(
                        "There is no 2022-03-27T01:30 in the United Kingdom: the clocks go forward over it. Name a time an"
                                + " hour later.");
    }

    @Test
    void whatIsNoTimeIsTold() {
        assertThatThrownBy(() -> Moments.read("tomorrow"))
                .hasMessage(
                        "\"tomorrow\" is no time; write one as 2022-04-13T09:30, as clocks in the United Kingdom show"
                                + " it.");
    }
}
