package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.workbook.RawWorkbook.rawWorkbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the bytes and what only as XML, and that both ways tell the same or refuse the same. */
class SheetShapesTests {

    /** More of them by {@code -Dagreement.mutations=10000}. */
    private static final int MUTATIONS = Integer.getInteger("agreement.mutations", 800);

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String STRINGS = "<si><t>North</t></si><si><t xml:space=\"preserve\"> a &amp; b </t></si>"
            + "<si><r><rPr><b/><sz val=\"11\"/></rPr><t>bo</t></r><r><t>ld</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>"
            + "<phoneticPr fontId=\"1\"/></si><si><t>Zoë _x000D_ 😀</t></si><si><t/></si><si/>";

    /** As Excel, LibreOffice and libraries write it, with most of what they use. */
    private static final String USUAL = HEAD
            + "<worksheet xmlns='MAIN' xmlns:r='RELATIONSHIPS' xmlns:x14ac=\"urn:ac\"><sheetPr><tabColor rgb=\"FF\"/>"
            + "</sheetPr><dimension ref=\"A1\"/><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData>\n"
            + "<row r=\"1\" spans=\"1:6\" x14ac:dyDescent=\"0.25\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>"
            + "<c r=\"B1\"><v>1.25</v></c><c r=\"D1\" s=\"1\"><v>43437.4311342593</v></c>"
            + "<c r=\"E1\" t=\"s\"><v>3</v></c></row>\r\n"
            + "<row r=\"3\" hidden=\"1\" ht=\"12.5\" customHeight=\"1\"><c r=\"A3\" t=\"inlineStr\"><is><t>in</t></is></c>"
            + "<c r=\"B3\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a&#10;&lt; </t></is></c>"
            + "<c r=\"C3\" t=\"str\"><f>A1&amp;\"x\"</f><v>Northx</v></c><c r=\"D3\" t=\"b\"><v>1</v></c>"
            + "<c r=\"E3\" t=\"e\"><f t=\"shared\" ref=\"E3:E4\" si=\"0\">[1]Costs!A1</f><v>#N/A</v></c><c r=\"F3\" s=\"1\"/>"
            + "</row><row r=\"4\"><c><v>-1E-3</v></c><c r=\"E4\"><f t=\"shared\" si=\"0\"/><v>0.30000000000000004</v></c>"
            + "<c r=\"F4\"><f>NOW()</f></c><c r=\"G4\" t=\"s\"><v>2</v></c><c r=\"H4\" t=\"d\"><v>2018-12-03</v></c>"
            + "</row><row r=\"9\" s=\"1\" customFormat=\"1\"/></sheetData><autoFilter ref=\"A1:B4\"/>"
            + "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>";

    private static final List<String> TOLD = List.of(
            "row 1",
            "A1 text \"North\"",
            "B1 number 1.25",
            "D1 date 2018-12-03 10:20:50",
            "E1 text \"Zoë \r 😀\"",
            "row 3 hidden",
            "A3 text \"in\"",
            "B3 text \" a\n< \"",
            "C3 calculated",
            "C3 text \"Northx\"",
            "D3 bool true",
            "E3 calculated",
            "E3 from another workbook",
            "E3 error #N/A",
            "row 4",
            "A4 number -0.001",
            "E4 calculated",
            "E4 from another workbook",
            "E4 number 0.30000000000000004",
            "F4 calculated",
            "F4 no result",
            "G4 text \"bold\"",
            "H4 date 2018-12-03",
            "row 9");

    @TempDir
    Path folder;

    @Test
    void readsFromTheBytesWhatSpreadsheetProgramsWrite() throws Exception {
        Path file = sheet(USUAL);

        assertThat(Reading.OF_BYTES.of(file).events()).isEqualTo(TOLD);
        assertThat(Reading.OF_XML.of(file).events()).isEqualTo(TOLD);
        assertThat(Reading.OF_BYTES.of(file)).isEqualTo(Reading.OF_XML.of(file));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<row><c><v>1</v></c></row>",
                "<row r='2'><c r='A2' s='1' t='n'><v>1</v></c></row>",
                "<row r='1'>\n  <c r='A1'>\n    <v>1</v>\n  </c>\n</row>\n",
                "<row r='1'><c s='1' r='A1' cm='1' vm='2' ph='1'><v>1</v></c></row>",
                "<row r='1'><c r='A1'><f ca='1' xml:space='preserve'>[0]!Name</f><v>1</v></c></row>",
                "<row r='1'><c r='A1' t='inlineStr'><is><r><t>a</t></r><r><rPr/><t> b</t></r></is></c></row>",
                "<row r='1'><c r='A1' t='str'><v xml:space='preserve'> ]] &#x41; </v></c></row>",
                "<row r='1'><c r='A1'><v>123456789012345678901234567890</v></c></row>",
                "<row r='1'/>"
            })
    void readsFromTheBytes(String rows) throws Exception {
        for (String prefix : List.of("", "x:")) {
            Path file = sheet(withPrefix(rows, prefix));

            assertThat(Reading.OF_BYTES.of(file)).isEqualTo(Reading.OF_XML.of(file));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<row r='1'><c r='A1'><v><![CDATA[1]]></v></c></row>",
                "<row r='1'><c r='A1'><v>1</v></c><!-- a comment --></row>",
                "<row r='1'><c r='A1'><v>1</v></c><?target data?></row>",
                "<row r='1'><c  r = 'A1'><v>1</v></c></row>",
                "<row r='1'><c r='a1'><v>1</v></c></row>",
                "<row r='1'><c r='A1'><v>1</v><extLst/></c></row>",
                "<row r='1'><c xmlns:q='urn:q' r='A1'><v>1</v></c></row>",
                "<row r='1' note='a &amp; b'><c r='A1'><v>1</v></c></row>",
                "<row r='1'>text<c r='A1'><v>1</v></c></row>"
            })
    void leavesToTheParser(String rows) throws Exception {
        Path file = sheet(withPrefix("<row r='1'><c><v>1</v></c></row>" + rows.replace("1'", "2'"), ""));

        assertThatThrownBy(() -> Reading.OF_BYTES.of(file)).isInstanceOf(Reading.LeftToTheParser.class);
        assertThat(Reading.AS_OFFERED.of(file)).isEqualTo(Reading.OF_XML.of(file));
        assertThat(Reading.OF_XML.of(file).events()).hasSize(4);
    }

    @Test
    void readsAnEmptySheetFromTheBytes() throws Exception {
        assertThat(Reading.OF_BYTES
                        .of(sheet("<worksheet xmlns='MAIN'><sheetData/></worksheet>"))
                        .events())
                .isEmpty();
    }

    @Test
    void isNotMisledByTheNameOfTheListElsewhere() throws Exception {
        for (String before :
                List.of("<!-- <sheetData> -->", "<?pi <sheetData>?>", "<sheetPr codeName='sheetData>'/>")) {
            Path file = sheet("<worksheet xmlns='MAIN'>" + before
                    + "<sheetData><row><c t='str'><v>sheetData&gt;</v></c></row></sheetData></worksheet>");

            assertThat(Reading.AS_OFFERED.of(file)).isEqualTo(Reading.OF_XML.of(file));
            assertThat(Reading.OF_XML.of(file).events()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252"})
    void leavesOtherEncodingsToTheParser(String encoding) throws Exception {
        String xml = "<?xml version='1.0' encoding='" + encoding + "'?><worksheet xmlns='"
                + "http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row><c t='str'><v>Zoë</v></c>"
                + "</row></sheetData></worksheet>";
        Path file = rawWorkbook()
                .sheet("A", "")
                .part("xl/worksheets/sheet1.xml", xml.getBytes(encoding))
                .in(folder);

        assertThat(Reading.AS_OFFERED.of(file).events())
                .isEqualTo(Reading.OF_XML.of(file).events());
        assertThat(Reading.OF_XML.of(file).refusal() == null)
                .isEqualTo(Reading.AS_OFFERED.of(file).refusal() == null);
    }

    @Test
    void readsPastAByteOrderMark() throws Exception {
        Path file = sheet("\uFEFF" + USUAL);

        assertThat(Reading.OF_BYTES.of(file).events()).isEqualTo(TOLD);
    }

    @Test
    void readsRowsLongerThanItsBuffer() throws Exception {
        Random random = new Random(13);
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < 3; row++) {
            rows.append("<row>");
            for (int cell = 0; cell < 20; cell++) {
                rows.append("<c t='inlineStr'><is><t>");
                random.ints(32_767, 'a', 'z').forEach(letter -> rows.append((char) letter));
                rows.append("</t></is></c>");
            }
            rows.append("</row>");
        }
        Path file = sheet(withPrefix(rows.toString(), ""));

        assertThat(Reading.OF_BYTES.of(file)).isEqualTo(Reading.OF_XML.of(file));
        assertThat(Reading.OF_XML.of(file).events()).hasSize(63);
    }

    @Test
    @Tag("long")
    void readsAMillionFormattedEmptyRows() throws Exception {
        StringBuilder rows = new StringBuilder("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        for (int row = 2; row <= 1_000_000; row++) {
            rows.append("<row r=\"").append(row).append("\" s=\"1\" customFormat=\"1\"><c r=\"A");
            rows.append(row).append("\" s=\"1\"/></row>");
        }
        Path file = sheet(withPrefix(rows.toString(), ""));
        int[] told = new int[2];

        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            workbook.readBytes(
                    workbook.sheets().get(0),
                    new IgnoredCells() {
                        @Override
                        public void row(int row, boolean hidden) {
                            told[0] = row;
                        }

                        @Override
                        public void number(int column, double value) {
                            told[1]++;
                        }
                    },
                    new RowReader.Told());
        }
        assertThat(told).containsExactly(1_000_000, 1);
    }

    /** Changes are made inside the part, where no checksum tells of them. */
    @Test
    void tellsOrRefusesTheSameWhicheverByteOfASheetIsChanged() throws Exception {
        Random random = new Random(11);
        int whole = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String changed = mutated(USUAL, random);
            Path file = sheet(changed);
            Reading.Read read = Reading.AS_OFFERED.of(file);

            assertThat(read).as(changed).isEqualTo(Reading.OF_XML.of(file));
            whole += read.refusal() == null ? 1 : 0;
        }
        assertThat(whole).isBetween(MUTATIONS / 20, MUTATIONS / 2);
    }

    @Test
    void tellsOrRefusesTheSameWhicheverByteOfTheSharedStringsIsChanged() throws Exception {
        Random random = new Random(12);
        int whole = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String changed = mutated(STRINGS, random);
            Path file = workbook("<worksheet xmlns='MAIN'/>", changed);
            List<String> texts = texts(file, SharedStrings::of);

            assertThat(texts).as(changed).isEqualTo(texts(file, SharedStrings::ofXml));
            whole += texts.contains("refused") ? 0 : 1;
        }
        assertThat(whole).isBetween(MUTATIONS / 20, MUTATIONS / 2);
    }

    private interface StringsReader {
        SharedStrings read(String part, ZipParts parts, Limits limits) throws UnreadableWorkbookException, IOException;
    }

    private static List<String> texts(Path file, StringsReader reader) throws Exception {
        List<String> texts = new ArrayList<>();
        try (ZipParts parts = ZipParts.open(file, Limits.DEFAULT)) {
            SharedStrings strings = reader.read("xl/sharedStrings.xml", parts, Limits.DEFAULT);
            for (int i = 0; i < strings.count(); i++) {
                texts.add(strings.at(i));
            }
        } catch (UnreadableWorkbookException e) {
            texts.add("refused");
        }
        return texts;
    }

    private static String mutated(String xml, Random random) {
        String pieces = "<>/=\"'& \n\r]!?-:x0A9rcsvtf.E+é\u0001\uFFFD\uFFFF";
        StringBuilder mutated = new StringBuilder(xml);
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int at = random.nextInt(mutated.length());
            char piece = pieces.charAt(random.nextInt(pieces.length()));
            switch (random.nextInt(5)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, piece);
                case 2 -> mutated.setCharAt(at, piece);
                case 3 ->
                    mutated.insert(at, mutated.substring(at, Math.min(mutated.length(), at + random.nextInt(40))));
                default -> mutated.delete(at, Math.min(mutated.length(), at + random.nextInt(40)));
            }
        }
        return mutated.toString();
    }

    private static String withPrefix(String rows, String prefix) {
        String named =
                rows.replace("</", "<//").replaceAll("<(?=[a-z])", "<" + prefix).replace("<//", "</" + prefix);
        String data = prefix + "sheetData>";
        String root = prefix + "worksheet";
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.substring(0, prefix.length() - 1);
        return "<" + root + " " + declaration + "='MAIN'><" + data + named + "</" + data + "</" + root + ">";
    }

    private Path sheet(String xml) throws IOException {
        return workbook(xml, STRINGS);
    }

    private Path workbook(String sheet, String strings) throws IOException {
        return rawWorkbook()
                .sheet("Sheet1", "", "worksheet", sheet)
                .sharedStrings(strings)
                .formats("0", "dd/mm/yyyy", "0.00")
                .in(folder);
    }
}
