package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.RawWorkbook.cells;
import static org.scrutineer.workbook.RawWorkbook.rawWorkbook;
import static org.scrutineer.workbook.RawWorkbook.relationships;
import static org.scrutineer.workbook.RecordedCells.cellsOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSheetsTests {

    private static final String EMPTY = "<worksheet xmlns='MAIN'><sheetData/></worksheet>";
    private static final String MAIN_PART =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    @TempDir
    Path folder;

    @Test
    void listsWorksheetsInTheOrderOfTheirTabsAndLeavesOutChartSheets() throws Exception {
        Path file = rawWorkbook()
                .sheet("Return", " state='visible'", "worksheet", EMPTY)
                .sheet("Chart", "", "chartsheet", "<chartsheet xmlns='MAIN'/>")
                .sheet("Lists", " state='hidden'", "worksheet", EMPTY)
                .sheet("Codes &amp; names", " state='veryHidden'", "worksheet", EMPTY)
                .in(folder);

        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            assertThat(workbook.sheets())
                    .containsExactly(
                            new SourceSheet(0, "Return", false),
                            new SourceSheet(1, "Lists", true),
                            new SourceSheet(2, "Codes & names", true));
        }
    }

    @Test
    void readsEachSheetAsOftenAsAsked() throws Exception {
        Path file = rawWorkbook()
                .sheet("One", "<row><c t='s'><v>0</v></c></row>")
                .sheet("Two", "<row><c><v>2</v></c></row>")
                .sharedStrings("<si><t>first</t></si>")
                .in(folder);

        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            SourceSheet one = workbook.sheets().get(0);
            assertThat(cellsOf(workbook, workbook.sheets().get(1))).containsExactly("A1 number 2.0");
            assertThat(cellsOf(workbook, one)).containsExactly("A1 text \"first\"");
            assertThat(cellsOf(workbook, one)).containsExactly("A1 text \"first\"");
        }
    }

    @Test
    void readsStrictWorkbooks() throws Exception {
        Path file = cells("<c t='s'><v>0</v></c><c t='d'><v>2018-12-03</v></c>")
                .sharedStrings("<si><t>strict</t></si>")
                .strict()
                .part(
                        "_rels/.rels",
                        relationships("<Relationship Id='r' Type='http://purl.oclc.org/ooxml/officeDocument/"
                                + "relationships/officeDocument' Target='xl/workbook.xml'/>"))
                .in(folder);

        assertThat(cellsOf(file)).containsExactly("A1 text \"strict\"", "B1 date 2018-12-03");
    }

    @Test
    void followsRelationshipsWhereverThePartsAre() throws Exception {
        Path file = rawWorkbook()
                .part(
                        "_rels/.rels",
                        relationships("<Relationship Id='r' Type='" + MAIN_PART + "' Target='/Book/Main.xml'/>"))
                .part(
                        "book/main.xml",
                        "<x:workbook xmlns:x='MAIN' xmlns:q='RELATIONSHIPS'><x:sheets>"
                                + "<x:sheet name='A' sheetId='4' q:id='one'/><x:sheet name='B' sheetId='5' q:id='two'/>"
                                + "</x:sheets></x:workbook>")
                .part(
                        "book/_rels/main.xml.rels",
                        relationships("<Relationship Id='one' Type='DOCUMENTworksheet' Target='../data/./one.xml'/>"
                                + "<Relationship Id='two' Type='DOCUMENTworksheet' Target='/data/two.xml'/>"))
                .part(
                        "data/one.xml",
                        "<x:worksheet xmlns:x='MAIN'><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row>"
                                + "</x:sheetData></x:worksheet>")
                .part(
                        "data/two.xml",
                        "<worksheet xmlns='MAIN'><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>")
                .in(folder);

        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            assertThat(cellsOf(workbook, workbook.sheets().get(0))).containsExactly("A1 number 1.0");
            assertThat(cellsOf(workbook, workbook.sheets().get(1))).containsExactly("A1 number 2.0");
        }
    }

    @Test
    void takesNoNoticeOfExtensions() throws Exception {
        Path file = rawWorkbook()
                .sheet(
                        "Sheet1",
                        "",
                        "worksheet",
                        "<worksheet xmlns='MAIN' xmlns:e='urn:extension'><sheetData><row><c><v>1</v><e:v>2</e:v></c>"
                                + "<e:c><v>3</v></e:c></row></sheetData><extLst><ext><row><c><v>4</v></c></row></ext>"
                                + "</extLst></worksheet>")
                .in(folder);

        assertThat(cellsOf(file)).containsExactly("A1 number 1.0");
    }

    @Test
    void readsPartsInUtf16() throws Exception {
        byte[] sheet = ("<?xml version='1.0' encoding='UTF-16'?><worksheet "
                        + "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row>"
                        + "<c t='inlineStr'><is><t>Zoë</t></is></c></row></sheetData></worksheet>")
                .getBytes(StandardCharsets.UTF_16);
        Path file = cells("").part("xl/worksheets/sheet1.xml", sheet).in(folder);

        assertThat(cellsOf(file)).containsExactly("A1 text \"Zoë\"");
    }

    @Test
    void readsWorkbooksSideBySide() throws Exception {
        Path file = rawWorkbook()
                .sheet("Sheet1", "<row><c t='s'><v>0</v></c></row>".repeat(500))
                .sharedStrings("<si><t>side</t></si>")
                .in(folder);
        List<String> alone = cellsOf(file);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> readings = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> cellsOf(file)))
                    .toList();
            for (Future<List<String>> reading : readings) {
                assertThat(reading.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void opensAWorkbookOfChartSheetsOnly() throws Exception {
        Path file = rawWorkbook()
                .sheet("Chart", "", "chartsheet", "<chartsheet xmlns='MAIN'/>")
                .in(folder);

        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            assertThat(workbook.sheets()).isEmpty();
        }
    }
}
