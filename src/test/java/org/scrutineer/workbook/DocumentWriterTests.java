package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.scrutineer.workbook.OutputDocument.Block;
import org.scrutineer.workbook.OutputDocument.Course;
import org.scrutineer.workbook.OutputWorkbook.Stroke;

class DocumentWriterTests {

    @TempDir
    Path folder;

    private static OutputDocument paper() {
        return new OutputDocument(
                "Performance, December 2018",
                "Northshire Children's Trust",
                "Performance figures",
                "performance",
                LocalDate.of(2019, 1, 29),
                List.of(
                        new Block.Paragraph("For the committee\u0007."),
                        new Block.Heading("What changed"),
                        new Block.Item("Visits in time fell."),
                        new Block.Table(
                                "The indicators",
                                List.of("Indicator", "Now"),
                                List.of(70, 30),
                                List.of(List.of("Visits in time", "[c]"), List.of("=1+1", "65.0"))),
                        new Block.Chart(
                                "Visits in time",
                                "Line chart of visits: they fall.",
                                List.of("October", "November", "December"),
                                List.of(
                                        course("Value", Stroke.VALUES, "71.5", null, "65"),
                                        course("Average", Stroke.AVERAGE, "70", "70", "70"),
                                        course("Special", Stroke.MARKS, null, null, "65")))));
    }

    private static Course course(String name, Stroke stroke, String... values) {
        return new Course(
                name,
                stroke,
                Arrays.stream(values)
                        .map(value -> value == null ? null : new BigDecimal(value))
                        .toList());
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        new DocumentWriter().write(paper(), file);
        return file;
    }

    @Test
    void headingsListsAndTablesAreRealOnes() throws Exception {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(write("paper.docx")))) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> !paragraph.getText().isEmpty())
                    .extracting(XWPFParagraph::getStyle, XWPFParagraph::getText)
                    .containsExactly(
                            tuple("Title", "Performance, December 2018"),
                            tuple("Normal", "For the committee\uFFFD."),
                            tuple("Heading1", "What changed"),
                            tuple("ListBullet", "Visits in time fell."),
                            tuple("Caption", "The indicators"));
            XWPFTable table = document.getTables().get(0);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(table.getText()).isEqualTo("Indicator\tNow\nVisits in time\t[c]\n=1+1\t65.0\n");
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("Performance, December 2018");
            assertThat(document.getProperties().getCoreProperties().getCreator())
                    .isEqualTo("Northshire Children's Trust");
        }
    }

    @Test
    void aChartHasWordsAndAGapWhereAValueIsMissing() throws Exception {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(write("paper.docx")))) {
            CTLineSer[] series = document.getCharts()
                    .get(0)
                    .getCTChart()
                    .getPlotArea()
                    .getLineChartArray(0)
                    .getSerArray();

            assertThat(document.getDocument().xmlText()).contains("descr=\"Line chart of visits: they fall.\"");
            assertThat(series[0].getVal().getNumLit().getPtArray())
                    .extracting(point -> point.getIdx() + ": " + point.getV())
                    .containsExactly("0: 71.5", "2: 65");
            assertThat(document.getCharts()
                            .get(0)
                            .getCTChart()
                            .getDispBlanksAs()
                            .getVal()
                            .toString())
                    .isEqualTo("gap");
        }
    }

    @Test
    void theSameContentGivesTheSameBytesInAnyZoneAndLocale() throws Exception {
        Path here = write("here.docx");
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(write("there.docx")).hasSameBinaryContentAs(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void aTableHasTheSameNumberOfCellsInEachRow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Block.Table(
                        "The indicators", List.of("Indicator"), List.of(100), List.of(List.of("a", "b"))))
                .withMessage("table The indicators: rows and widths have other columns than [Indicator]");
    }
}
