package org.scrutineer.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTests {

    /** Of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final OneTimeCodes codes = new OneTimeCodes();

    /** The last six digits of the eight that RFC 6238, appendix B, gives for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130",
    })
    void areThoseOfTheStandard(long second, String code) {
        assertThat(codes.code(SECRET, codes.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-31, false", "-30, true", "-1, true", "0, true", "30, true", "59, true", "60, false"})
    void holdForOneStepBeforeAndAfter(int seconds, boolean right) {
        // The first second of a step.
        Instant made = Instant.ofEpochSecond(1_234_567_890);
        String code = codes.code(SECRET, codes.step(made));

        assertThat(codes.stepOf(code, SECRET, made.plusSeconds(seconds), OptionalLong.empty())
                        .isPresent())
                .isEqualTo(right);
    }

    @Test
    void areNotTakenAgainNorOlderOnes() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = codes.step(now);

        assertThat(codes.stepOf(codes.code(SECRET, step), SECRET, now, OptionalLong.of(step)))
                .isEmpty();
        assertThat(codes.stepOf(codes.code(SECRET, step - 1), SECRET, now, OptionalLong.of(step)))
                .isEmpty();
        assertThat(codes.stepOf(codes.code(SECRET, step + 1), SECRET, now, OptionalLong.of(step)))
                .hasValue(step + 1);
    }

    @Test
    void appsAreSetUpByTheFormTheyAgreedOn() {
        assertThat(OneTimeCodes.uri(SECRET, "f.example", "The Trust"))
                .isEqualTo("otpauth://totp/The%20Trust:f.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=The%20Trust");
        assertThat(OneTimeCodes.typed(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
