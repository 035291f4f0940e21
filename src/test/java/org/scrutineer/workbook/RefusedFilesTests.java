package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.workbook.RawWorkbook.cells;
import static org.scrutineer.workbook.RawWorkbook.rawWorkbook;
import static org.scrutineer.workbook.RawWorkbook.relationships;
import static org.scrutineer.workbook.RecordedCells.cellsOf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFilesTests {

    private static final String MAIN_PART =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    @TempDir
    Path folder;

    @Test
    void refusesAnEmptyFile() throws Exception {
        assertThat(refusalOf(new byte[0])).isEqualTo(Refusal.EMPTY);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"x", "Team,Period\nNorth,2018-12\n", "<html><table/></html>", "%PDF-1.7 and more", "PK"})
    void refusesAFileThatIsSomethingElse(String content) throws Exception {
        assertThat(refusalOf(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(Refusal.NOT_A_WORKBOOK);
    }

    @Test
    void refusesAWorkbookOfTheOldFormat() throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.createSheet();
            workbook.write(bytes);

            assertThat(refusalOf(bytes.toByteArray())).isEqualTo(Refusal.OLD_FORMAT);
        }
    }

    @Test
    void refusesALargeWorkbookOfTheOldFormat() throws Exception {
        // Above 7 MB the allocation table no longer fits the header.
        assertThat(refusalOf(compoundFile("Workbook", 9_000_000))).isEqualTo(Refusal.OLD_FORMAT);
    }

    @Test
    void refusesAWorkbookUnderAPassword() throws Exception {
        assertThat(refusalOf(encrypted())).isEqualTo(Refusal.ENCRYPTED);
    }

    @Test
    void refusesAWordDocumentOfTheOldFormat() throws Exception {
        assertThat(refusalOf(compoundFile("WordDocument", 5_000))).isEqualTo(Refusal.NOT_A_WORKBOOK);
    }

    @Test
    void refusesAnEncryptedWorkbookCutOffAnywhere() throws Exception {
        byte[] whole = encrypted();
        for (int length = 8; length < whole.length; length += 97) {
            assertThat(refusalOf(Arrays.copyOf(whole, length)))
                    .isIn(Refusal.DAMAGED, Refusal.ENCRYPTED, Refusal.NOT_A_WORKBOOK);
        }
    }

    @Test
    void refusesAnOpenDocumentSpreadsheet() {
        assertThat(refusalOf(rawWorkbook()
                        .without("_rels/.rels")
                        .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                        .part("content.xml", "<office/>")))
                .isEqualTo(Refusal.OPEN_DOCUMENT);
    }

    @Test
    void refusesAnOpenDocumentText() {
        assertThat(refusalOf(rawWorkbook()
                        .without("_rels/.rels")
                        .part("mimetype", "application/vnd.oasis.opendocument.text")))
                .isEqualTo(Refusal.NOT_A_WORKBOOK);
    }

    @Test
    void refusesABinaryWorkbook() {
        assertThat(refusalOf(rawWorkbook().part("xl/workbook.bin", new byte[] {1})))
                .isEqualTo(Refusal.BINARY_FORMAT);
    }

    @Test
    void refusesAZipOfSomethingElse() {
        assertThat(refusalOf(rawWorkbook().without("_rels/.rels").part("return.csv", "1")))
                .isEqualTo(Refusal.NOT_A_WORKBOOK);
    }

    @Test
    void refusesAWordDocument() {
        assertThat(refusalOf(rawWorkbook()
                        .part(
                                "_rels/.rels",
                                relationships(
                                        "<Relationship Id='r' Type='" + MAIN_PART + "' Target='word/document.xml'/>"))
                        .part("word/document.xml", "<w:document xmlns:w='urn:w'/>")))
                .isEqualTo(Refusal.NOT_A_WORKBOOK);
    }

    @Test
    void refusesAZipUnderAPassword() throws Exception {
        byte[] zip = cells("").bytes();
        zip[6] |= 1;

        assertThat(refusalOf(zip)).isEqualTo(Refusal.ENCRYPTED);
    }

    @Test
    void refusesAWorkbookWhoseWorkbookPartIsMissing() {
        assertThat(refusalOf(rawWorkbook())).isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void refusesAWorkbookOneOfWhoseSheetsIsMissing() {
        assertThat(refusalOf(cells("").without("xl/worksheets/sheet1.xml"))).isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void refusesASheetThatIsAnotherKindOfPart() {
        assertThat(refusalOf(rawWorkbook().sheet("A", "", "worksheet", "<chartsheet xmlns='MAIN'/>")))
                .isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void refusesASheetOutsideTheWorkbook() {
        assertThat(refusalOf(cells("")
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                relationships("<Relationship Id='rId1' TargetMode='External' "
                                        + "Type='DOCUMENTworksheet' Target='file:///etc/passwd'/>"))))
                .isEqualTo(Refusal.SUSPICIOUS);
    }

    @Test
    void refusesASheetAboveTheRootOfThePackage() {
        assertThat(refusalOf(rawWorkbook()
                        .relate("rId1", "worksheet", "../../sheet.xml")
                        .sheet("A", "")))
                .isEqualTo(Refusal.SUSPICIOUS);
    }

    @Test
    void refusesTwoSheetsOfOneName() {
        assertThat(refusalOf(rawWorkbook().sheet("Return", "").sheet("RETURN", "")))
                .isEqualTo(Refusal.SUSPICIOUS);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"/xl/other.xml", "../other.xml", "xl/../../other.xml", "xl\\other.xml", "..", "XL/Workbook.XML"})
    void refusesAPartWithANameNoWorkbookHas(String name) {
        assertThat(refusalOf(cells("").part("xl/workbook.xml", "<workbook/>").part(name, "<x/>")))
                .isEqualTo(Refusal.SUSPICIOUS);
    }

    @Test
    void refusesTwoPartsOfOneName() throws Exception {
        byte[] zip = cells("").part("xl/aaaaaaaa.xml", "<x/>").bytes();
        byte[] twins = new String(zip, StandardCharsets.ISO_8859_1)
                .replace("xl/aaaaaaaa.xml", "xl/workbook.xml")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusalOf(twins)).isEqualTo(Refusal.SUSPICIOUS);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"})
    void refusesAPartWithADocumentType(String part) {
        RawWorkbook workbook = cells("<c t='s'><v>0</v></c><c s='0'><v>1</v></c>")
                .sharedStrings("<si><t>x</t></si>")
                .formats("0")
                .part(part, "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>");

        assertThat(refusalOf(workbook)).isEqualTo(Refusal.SUSPICIOUS);
    }

    @ParameterizedTest(name = "cut off after {0} of 100")
    @ValueSource(ints = {1, 50, 99})
    void refusesAWorkbookCutOffOnItsWay(int percent) throws Exception {
        byte[] whole = cells("<c><v>1</v></c>").bytes();

        assertThat(refusalOf(Arrays.copyOf(whole, whole.length * percent / 100)))
                .isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void leavesAMissingFileToItsCaller() {
        assertThatThrownBy(() -> SourceWorkbook.open(folder.resolve("none.xlsx")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static byte[] encrypted() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream content = encryptor.getDataStream(file)) {
                content.write(cells("").bytes());
            }
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] compoundFile(String stream, int length) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            file.createDocument(new ByteArrayInputStream(new byte[length]), stream);
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private Refusal refusalOf(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("received.xlsx"), content);
        return Refusals.refusalOf(() -> cellsOf(file));
    }

    private Refusal refusalOf(RawWorkbook workbook) {
        return Refusals.refusalOf(() -> cellsOf(workbook.in(folder)));
    }
}
