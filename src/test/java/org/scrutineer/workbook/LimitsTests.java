package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.RawWorkbook.cells;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTests {

    private static final int CENTRAL_ENTRY = 0x02014b50;

    @TempDir
    Path folder;

    @Test
    void acceptAllThatIsWithinThem() throws Exception {
        RawWorkbook workbook = cells("<c t='s'><v>0</v></c>")
                .sharedStrings("<si><t>x</t></si>")
                .formats("0");
        long packed = workbook.bytes().length;

        read(workbook, limits(packed, 10_000, 7, 1_000, 200, 1, 1));
    }

    @Test
    void refuseALargerFile() throws Exception {
        RawWorkbook workbook = cells("");
        long packed = workbook.bytes().length;

        assertThat(refusalOf(workbook, limits(packed - 1, 10_000, 99, 1_000, 99, 1, 9)))
                .isEqualTo(Refusal.TOO_LARGE);
    }

    @Test
    void refuseMoreUnpackedBytes() {
        assertThat(refusalOf(
                        cells("").part("media/a.bin", new byte[9_900]), limits(9_999, 10_000, 99, 9_999, 99, 1, 9)))
                .isEqualTo(Refusal.TOO_LARGE);
    }

    @Test
    void refuseMoreParts() {
        assertThat(refusalOf(cells(""), limits(9_999, 10_000, 4, 1_000, 99, 1, 9)))
                .isEqualTo(Refusal.TOO_LARGE);
    }

    @Test
    void refuseAPartThatIsPackedTooWell() {
        assertThat(refusalOf(cells("").part("bomb", new byte[5_000]), limits(9_999, 10_000, 99, 1_000, 99, 1, 9)))
                .isEqualTo(Refusal.SUSPICIOUS);
    }

    @Test
    void refuseMoreSharedStrings() {
        RawWorkbook workbook = cells("<c t='s'><v>0</v></c>").sharedStrings("<si><t>" + "x".repeat(99) + "</t></si>");

        assertThat(refusalOf(workbook, limits(9_999, 10_000, 99, 1_000, 100, 1, 999)))
                .isEqualTo(Refusal.TOO_LARGE);
    }

    @Test
    void refuseMoreStyles() {
        assertThat(refusalOf(cells("").formats("0", "0.0"), limits(9_999, 10_000, 99, 1_000, 99, 1, 9)))
                .isEqualTo(Refusal.TOO_LARGE);
    }

    @Test
    void refuseLongerText() {
        RawWorkbook workbook = cells("<c t='inlineStr'><is><r><t>12345</t></r><r><t>67890</t></r></is></c>");

        assertThat(refusalOf(workbook, limits(9_999, 10_000, 99, 1_000, 99, 1, 9)))
                .isEqualTo(Refusal.TOO_LARGE);
    }

    @Test
    void refuseAPartThatIsLargerThanItsEntrySays() throws Exception {
        byte[] zip = cells("<c><v>1</v></c>").bytes();
        ByteBuffer entry = centralEntry(zip, "xl/worksheets/sheet1.xml");
        entry.putInt(24, 20);

        assertThat(refusalOf(zip)).isEqualTo(Refusal.SUSPICIOUS);
    }

    @Test
    void refuseAPartThatIsSmallerThanItsEntrySays() throws Exception {
        byte[] zip = cells("<c><v>1</v></c>").bytes();
        ByteBuffer entry = centralEntry(zip, "xl/worksheets/sheet1.xml");
        entry.putInt(24, 9_999);

        assertThat(refusalOf(zip)).isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void refuseAPartWhoseChecksumDiffers() throws Exception {
        byte[] zip = cells("<c><v>1</v></c>").bytes();
        ByteBuffer entry = centralEntry(zip, "xl/worksheets/sheet1.xml");
        entry.putInt(16, entry.getInt(16) ^ 1);

        assertThat(refusalOf(zip)).isEqualTo(Refusal.DAMAGED);
    }

    private static ByteBuffer centralEntry(byte[] zip, String name) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf(name) - 46;
        ByteBuffer entry = ByteBuffer.wrap(zip, at, 46).slice().order(ByteOrder.LITTLE_ENDIAN);
        assertThat(entry.getInt(0)).isEqualTo(CENTRAL_ENTRY);
        return entry;
    }

    private static Limits limits(
            long packed, long unpacked, int parts, long ratioFrom, long strings, int styles, int text) {
        return new Limits(packed, unpacked, parts, 50, ratioFrom, strings, styles, text);
    }

    private Refusal refusalOf(RawWorkbook workbook, Limits limits) {
        return Refusals.refusalOf(() -> read(workbook, limits));
    }

    private Refusal refusalOf(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("altered.xlsx"), zip);
        return Refusals.refusalOf(() -> RecordedCells.cellsOf(file));
    }

    private void read(RawWorkbook workbook, Limits limits) throws UnreadableWorkbookException, IOException {
        try (SourceWorkbook source = SourceWorkbook.open(workbook.in(folder), limits)) {
            source.read(source.sheets().get(0), new IgnoredCells());
        }
    }
}
