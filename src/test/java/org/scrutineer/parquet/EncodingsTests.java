package org.scrutineer.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The bytes that the format's own examples give, or follow from its words. */
class EncodingsTests {

    @Test
    void numbersFromZeroToSevenPackedInThreeBitsAreTheExampleOfTheFormat() {
        assertThat(hex(out -> out.pack(LongStream.range(0, 8).toArray(), 0, 8, 3)))
                .isEqualTo("88 c6 fa");
    }

    @Test
    void packedNumbersMayTakeAnyNumberOfBits() {
        assertThat(hex(out -> out.pack(new long[] {5, 6}, 0, 2, 0))).isEmpty();
        assertThat(hex(out -> out.pack(new long[] {-1, 1}, 0, 2, 64)))
                .isEqualTo("ff ff ff ff ff ff ff ff 01 00 00 00 00 00 00 00");
        assertThat(hex(out -> out.pack(new long[] {1, (1L << 60) - 1, 2}, 0, 3, 60)))
                .isEqualTo("01 00 00 00 00 00 00 f0 ff ff ff ff ff ff ff 02 00 00 00 00 00 00 00");
    }

    @Test
    void lengthsAndSignedNumbersTakeAsManyBytesAsTheyNeed() {
        assertThat(hex(out -> out.unsigned(300))).isEqualTo("ac 02");
        assertThat(hex(out -> out.signed(-1))).isEqualTo("01");
        assertThat(hex(out -> out.signed(1))).isEqualTo("02");
        assertThat(hex(out -> out.signed(Long.MIN_VALUE))).isEqualTo("ff ff ff ff ff ff ff ff ff 01");
    }

    @Test
    void aRunIsToldOnceAndWhatLiesBetweenRunsIsPacked() {
        assertThat(hex(out -> Encodings.runs(out, new long[20], 20, 1))).isEqualTo("28 00");
        assertThat(hex(out -> Encodings.runs(out, new long[] {1, 0, 1}, 3, 1))).isEqualTo("03 05");
        var mixed = new long[8 + 300 + 3];
        mixed[0] = 1;
        mixed[7] = 1;
        mixed[310] = 1;
        assertThat(hex(out -> Encodings.runs(out, mixed, mixed.length, 1))).isEqualTo("03 81 dc 04 00 02 01");
    }

    @Test
    void aRunOfWideValuesRepeatsWholeBytes() {
        assertThat(hex(out -> Encodings.runs(out, new long[] {0x1ff, 0x1ff}, 2, 9)))
                .isEqualTo("04 ff 01");
    }

    /** The first example of the format, but for the size of a block, which it says would be invalid. */
    @Test
    void equalDifferencesTakeNoBits() {
        assertThat(hex(out -> Encodings.differences(out, new long[] {1, 2, 3, 4, 5}, 5, 64)))
                .isEqualTo("80 01 04 05 02 02 00 00 00 00");
    }

    /** The second: its first six differences fill the first byte and a half, and the part is filled with zeros. */
    @Test
    void otherDifferencesAreCountedFromTheLeast() {
        assertThat(hex(out -> Encodings.differences(out, new long[] {7, 5, 3, 1, 2, 3, 4, 5}, 8, 64)))
                .isEqualTo("80 01 04 08 0e 03 02 00 00 00 c0 3f 00 00 00 00 00 00");
    }

    @Test
    void differencesOf32BitsNeverTakeMore() {
        assertThat(hex(out -> Encodings.differences(
                        out, new long[] {Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE}, 3, 32)))
                .startsWith("80 01 04 03 fe ff ff ff 0f 01 02 00 00 00 02");
    }

    private static String hex(Consumer<Bytes> writing) {
        var out = new Bytes();
        writing.accept(out);
        ByteBuffer view = out.view();
        var bytes = new byte[view.remaining()];
        view.get(bytes);
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }
}
