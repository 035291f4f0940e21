package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.scrutineer.workbook.RawWorkbook.cells;
import static org.scrutineer.workbook.RawWorkbook.rawWorkbook;
import static org.scrutineer.workbook.RawWorkbook.rows;

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
                .isEqualTo(Refusal.TOO_LARGE_UNPACKED);
    }

    @Test
    void refuseMoreParts() {
        assertThat(refusalOf(cells(""), limits(9_999, 10_000, 4, 1_000, 99, 1, 9)))
                .isEqualTo(Refusal.TOO_MANY_PARTS);
    }

    @Test
    void refuseAPartThatIsPackedTooWell() {
        assertThat(refusalOf(cells("").part("bomb", new byte[5_000]), limits(9_999, 10_000, 99, 1_000, 99, 1, 9)))
                .isEqualTo(Refusal.INFLATED);
    }

    @Test
    void refuseMoreSharedStrings() {
        RawWorkbook workbook = cells("<c t='s'><v>0</v></c>").sharedStrings("<si><t>" + "x".repeat(99) + "</t></si>");

        assertThat(refusalOf(workbook, limits(9_999, 10_000, 99, 1_000, 100, 1, 999)))
                .isEqualTo(Refusal.TOO_MUCH_TEXT);
    }

    @Test
    void refuseMoreStyles() {
        assertThat(refusalOf(cells("").formats("0", "0.0"), limits(9_999, 10_000, 99, 1_000, 99, 1, 9)))
                .isEqualTo(Refusal.TOO_MANY_STYLES);
    }

    @Test
    void refuseLongerText() {
        RawWorkbook workbook = cells("<c t='inlineStr'><is><r><t>12345</t></r><r><t>67890</t></r></is></c>");

        assertThat(refusalOf(workbook, limits(9_999, 10_000, 99, 1_000, 99, 1, 9)))
                .isEqualTo(Refusal.TEXT_TOO_LONG);
    }

    @Test
    void refuseMoreRowsWithAValueThanTheyAllowWithBothNumbers() {
        RawWorkbook workbook = rows("<row><c><v>1</v></c></row>".repeat(11));

        UnreadableWorkbookException refused =
                catchThrowableOfType(UnreadableWorkbookException.class, () -> read(workbook, plain()));

        assertThat(refused.refusal()).isEqualTo(Refusal.TOO_MANY_ROWS);
        assertThat(refused.found()).isEqualTo("more than 10 rows");
        assertThat(refused.sentence()).isEqualTo("a sheet has more rows with a value than are accepted (at most 10)");
    }

    @Test
    void countOnlyRowsWithAValue() throws Exception {
        read(rows("<row/><row><c s='0'/></row>".repeat(500) + "<row><c><v>1</v></c></row>".repeat(10)), plain());
    }

    @Test
    void refuseAValueTooFarToTheRightButNoEmptyCell() throws Exception {
        read(cells("<c r='J1'><v>1</v></c><c r='XFD1' s='0'/>"), plain());

        UnreadableWorkbookException refused = catchThrowableOfType(
                UnreadableWorkbookException.class, () -> read(cells("<c r='K1' t='b'><v>1</v></c>"), plain()));

        assertThat(refused.refusal()).isEqualTo(Refusal.TOO_MANY_COLUMNS);
        assertThat(refused.found()).isEqualTo("a value in column 11");
    }

    @Test
    void refuseMoreMergedCells() {
        RawWorkbook workbook = rawWorkbook()
                .sheet(
                        "A",
                        "",
                        "worksheet",
                        "<worksheet xmlns='MAIN'><sheetData/><mergeCells>" + "<mergeCell ref='A1:B1'/>".repeat(11)
                                + "</mergeCells></worksheet>");

        assertThat(refusalOf(workbook, plain())).isEqualTo(Refusal.TOO_MANY_MERGED);
    }

    @Test
    void sayHowLargeTheFileIs() {
        UnreadableWorkbookException refused =
                UnreadableWorkbookException.overBytes(Refusal.TOO_LARGE, (50L << 20) + 1, Limits.DEFAULT.packedBytes());

        assertThat(refused.found()).isEqualTo("51 MB");
        assertThat(refused.sentence()).isEqualTo("the file is larger than is accepted (at most 50 MB)");
    }

    @Test
    void ofTheDefaultLetAMillionFormattedEmptyRowsPass() throws Exception {
        StringBuilder rows = new StringBuilder();
        rows.append("<row r='1'><c r='A1' t='inlineStr'><is><t>Team</t></is></c></row>");
        for (int row = 2; row <= Limits.LAST_ROW; row++) {
            rows.append("<row r='").append(row).append("' s='1' customFormat='1'><c r='A");
            rows.append(row).append("' s='0'/></row>");
        }
        Path file = rows(rows.toString()).in(folder);

        try (SourceWorkbook source = SourceWorkbook.open(file, Limits.DEFAULT, SourceWorkbook.Origin.FILE_ITSELF)) {
            assertThat(RecordedCells.cellsOf(source, source.sheets().get(0))).containsExactly("A1 text \"Team\"");
        }
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

    private static Limits plain() {
        return limits(9_999, 99_999, 99, 99_999, 99, 9, 99);
    }

    private static Limits limits(
            long packed, long unpacked, int parts, long ratioFrom, long strings, int styles, int text) {
        return new Limits(packed, unpacked, unpacked, parts, 50, ratioFrom, 10, 10, strings, styles, 10, text);
    }

    private Refusal refusalOf(RawWorkbook workbook, Limits limits) {
        return Refusals.refusalOf(() -> read(workbook, limits));
    }

    private Refusal refusalOf(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("altered.xlsx"), zip);
        return Refusals.refusalOf(() -> RecordedCells.cellsOf(file));
    }

    private void read(RawWorkbook workbook, Limits limits) throws UnreadableWorkbookException, IOException {
        try (SourceWorkbook source =
                SourceWorkbook.open(workbook.in(folder), limits, SourceWorkbook.Origin.FILE_ITSELF)) {
            source.read(source.sheets().get(0), new IgnoredCells());
        }
    }
}
