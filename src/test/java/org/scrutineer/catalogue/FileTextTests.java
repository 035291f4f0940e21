package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileTextTests {

    private static final String TARGETS = "indicator,valid_from,target,tolerance\r\nV01,Dec-18,90,85\r\n";

    @Test
    void readsUtf8WithAByteOrderMark() {
        var catalogue = aCatalogue()
                .with("targets.csv", bytes("\uFEFF" + TARGETS, StandardCharsets.UTF_8))
                .with(
                        "publications/board.yaml",
                        bytes("\uFEFF" + aCatalogue().text("publications/board.yaml"), StandardCharsets.UTF_8));

        assertThat(catalogue.catalogue().targets()).hasSize(1);
    }

    @Test
    void readsUtf16WithAByteOrderMark() {
        assertThat(aCatalogue()
                        .with("targets.csv", bytes("\uFEFF" + TARGETS, StandardCharsets.UTF_16LE))
                        .catalogue()
                        .targets())
                .hasSize(1);
        assertThat(aCatalogue()
                        .with("targets.csv", bytes("\uFEFF" + TARGETS, StandardCharsets.UTF_16BE))
                        .catalogue()
                        .targets())
                .hasSize(1);
    }

    @Test
    void tellsTheByteThatIsNotUtf8AndWhatItProbablyMeant() {
        var catalogue = aCatalogue()
                .with("targets.csv", bytes(TARGETS + "V02,Dec-18,\u201990,85\r\n", Charset.forName("windows-1252")))
                .with(
                        "publications/board.yaml",
                        bytes("id: board\nname: The children\u2019s board\n", Charset.forName("windows-1252")));

        assertThat(catalogue.problems())
                .containsExactly(
                        "publications/board.yaml, line 2: found \"byte 0x92\"; expected text saved as UTF-8; the byte is \"\u2019\""
                                + " in Windows-1252: save the file again with the encoding UTF-8.",
                        "targets.csv, line 3: found \"byte 0x92\"; expected text saved as UTF-8; the byte is \"\u2019\" in"
                                + " Windows-1252: save the file again as \"CSV UTF-8\".");
    }

    @Test
    void tellsUtf16WithoutAByteOrderMark() {
        assertThat(aCatalogue()
                        .with("targets.csv", bytes(TARGETS, StandardCharsets.UTF_16LE))
                        .problems())
                .containsExactly(
                        "targets.csv, line 1: found \"byte 0x00\"; expected text saved as UTF-8; save the file again as"
                                + " \"CSV UTF-8\".");
    }

    @Test
    void tellsACharacterCutOffAtTheEndOfTheFile() {
        var cut = new ByteArrayOutputStream();
        cut.writeBytes(bytes(TARGETS, StandardCharsets.UTF_8));
        cut.write(0xE2);

        assertThat(aCatalogue().with("targets.csv", cut.toByteArray()).problems())
                .containsExactly(
                        "targets.csv, line 3: found \"byte 0xE2\"; expected text saved as UTF-8; the byte is \"\u00e2\" in"
                                + " Windows-1252: save the file again as \"CSV UTF-8\".");
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
