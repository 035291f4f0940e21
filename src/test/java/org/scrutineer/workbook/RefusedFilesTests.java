package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.workbook.RawWorkbook.cells;
import static org.scrutineer.workbook.RawWorkbook.rawWorkbook;
import static org.scrutineer.workbook.RawWorkbook.relationships;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource(delimiter = '|', textBlock = """
            x                                                                   | PLAIN_TEXT
            PK                                                                  | PLAIN_TEXT
            Team,Period                                                         | PLAIN_TEXT
            <html><table/></html>                                               | WEB_PAGE
            <!DOCTYPE HTML PUBLIC>                                              | WEB_PAGE
            <table><tr><td>1                                                    | WEB_PAGE
            MIME-Version: 1.0                                                   | WEB_PAGE
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:x"/> | XML_TEXT
            %PDF-1.7 and more                                                   | PDF
            {\\rtf1\\ansi and more                                              | OTHER_DOCUMENT
            """)
    void refusesAFileThatIsSomethingElseByWhatItIs(String content, Refusal refusal) throws Exception {
        assertThat(refusalOf(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(refusal);
        assertThat(refusalOf(("\uFEFF" + content).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(refusal);
        assertThat(refusalOf(("\uFEFF" + content).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(refusal);
    }

    @Test
    void refusesBytesThatAreNothingKnown() throws Exception {
        assertThat(refusalOf(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9})).isEqualTo(Refusal.NOT_A_WORKBOOK);
    }

    @ParameterizedTest(name = "Excel {0}")
    @CsvSource({"2, 0x0009, 4", "3, 0x0209, 6", "4, 0x0409, 6"})
    void refusesAWorkbookOfTheFirstFormats(int excel, int beginning, int length) throws Exception {
        byte[] bytes = new byte[40];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) beginning)
                .putShort((short) length);

        assertThat(refusalOf(bytes)).isEqualTo(Refusal.EARLY_FORMAT);
    }

    @Test
    void refusesAWorkbookOfExcel95() throws Exception {
        assertThat(refusalOf(compoundFile("Book", 5_000))).isEqualTo(Refusal.EARLY_FORMAT);
    }

    @Test
    void refusesALargeFileOfTheOldFormatWithoutAWorkbookInIt() throws Exception {
        // Above 7 MB the allocation table no longer fits the header.
        assertThat(refusalOf(compoundFile("Workbook", 9_000_000))).isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void tellsRightsManagementFromAPassword() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            file.createDocument(new ByteArrayInputStream(new byte[5_000]), "EncryptedPackage");
            DirectoryEntry spaces = file.createDirectory("\u0006DataSpaces");
            spaces.createDirectory("DataSpaceInfo")
                    .createDocument("DRMEncryptedDataSpace", new ByteArrayInputStream(new byte[32]));
            file.writeFilesystem(bytes);

            assertThat(refusalOf(bytes.toByteArray())).isEqualTo(Refusal.RIGHTS_MANAGED);
        }
    }

    @Test
    void refusesAnOldWorkbookUnderRightsManagement() throws Exception {
        assertThat(refusalOf(compoundFile("\u0009DRMContent", 5_000))).isEqualTo(Refusal.RIGHTS_MANAGED);
    }

    @Test
    void refusesAZipWithAnythingBeforeIt() throws Exception {
        byte[] zip = cells("").bytes();
        byte[] other = rawWorkbook().bytes();
        byte[] both = Arrays.copyOf(other, other.length + zip.length);
        System.arraycopy(zip, 0, both, other.length, zip.length);

        assertThat(refusalOf(both)).isEqualTo(Refusal.SUSPICIOUS);
    }

    @Test
    void refusesAZipWithALinkInIt() throws Exception {
        byte[] zip = cells("").part("xl/link", "../../etc/passwd").bytes();
        int entry = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("xl/link") - 46;
        ByteBuffer.wrap(zip)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(entry + 5, (byte) 3)
                .putInt(entry + 38, 0xa1ff << 16);

        assertThat(refusalOf(zip)).isEqualTo(Refusal.SUSPICIOUS);
    }

    @Test
    void refusesAWorkbookUnderAPassword() throws Exception {
        assertThat(refusalOf(encrypted())).isEqualTo(Refusal.ENCRYPTED);
    }

    @Test
    void refusesAWordDocumentOfTheOldFormat() throws Exception {
        assertThat(refusalOf(compoundFile("WordDocument", 5_000))).isEqualTo(Refusal.OTHER_DOCUMENT);
    }

    @Test
    void refusesAnEncryptedWorkbookCutOffAnywhere() throws Exception {
        byte[] whole = encrypted();
        for (int length = 8; length < whole.length; length += 97) {
            assertThat(refusalOf(Arrays.copyOf(whole, length))).isIn(Refusal.DAMAGED, Refusal.ENCRYPTED);
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
                .isEqualTo(Refusal.OTHER_DOCUMENT);
    }

    @Test
    void refusesABinaryWorkbook() {
        assertThat(refusalOf(rawWorkbook().part("xl/workbook.bin", new byte[] {1})))
                .isEqualTo(Refusal.BINARY_FORMAT);
    }

    @Test
    void refusesAZipOfSomethingElse() {
        assertThat(refusalOf(rawWorkbook().without("_rels/.rels").part("return.csv", "1")))
                .isEqualTo(Refusal.ZIP_FOLDER);
    }

    @Test
    void refusesAWordDocument() {
        assertThat(refusalOf(rawWorkbook()
                        .part(
                                "_rels/.rels",
                                relationships(
                                        "<Relationship Id='r' Type='" + MAIN_PART + "' Target='word/document.xml'/>"))
                        .part("word/document.xml", "<w:document xmlns:w='urn:w'/>")))
                .isEqualTo(Refusal.OTHER_DOCUMENT);
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
        return Refusals.refusalOf(() -> read(file));
    }

    private Refusal refusalOf(RawWorkbook workbook) {
        return Refusals.refusalOf(() -> read(workbook.in(folder)));
    }

    private static void read(Path file) throws UnreadableWorkbookException, IOException {
        try (SourceWorkbook workbook = TestWorkbooks.sourceWorkbooks().open(file, "received.xlsx")) {
            RecordedCells.cellsOf(workbook, workbook.sheets().get(0));
        }
    }
}
