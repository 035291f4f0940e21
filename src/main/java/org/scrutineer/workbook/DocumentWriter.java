package org.scrutineer.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.XmlException;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTValAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.STAxPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STCrosses;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDispBlanksAs;
import org.openxmlformats.schemas.drawingml.x2006.chart.STGrouping;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLegendPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STOrientation;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.scrutineer.workbook.OutputDocument.Block;
import org.scrutineer.workbook.OutputDocument.Course;

/**
 * Writes documents for word processors: headings, lists and table headers are real ones, and the same content gives the
 * same bytes, whatever the machine, its clock and its locale.
 */
public final class DocumentWriter {

    private static final String STYLES = "document-styles.xml";
    private static final String LANGUAGE = "en-GB";
    private static final String APPLICATION = "Scrutineer";

    /** Lengths of pages and tables are twentieths of a point. */
    private static final int PAGE_WIDTH = 11_906;

    private static final int PAGE_HEIGHT = 16_838;
    private static final int MARGIN = 1_020;
    private static final int TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

    private static final int EMU_PER_MILLIMETRE = 36_000;
    private static final int CHART_WIDTH = 170 * EMU_PER_MILLIMETRE;
    private static final int CHART_HEIGHT = 62 * EMU_PER_MILLIMETRE;
    private static final int LABELS = 12;
    private static final long BELOW = 1;
    private static final long BESIDE = 2;

    /**
     * Writes {@code document} to a file that does not exist yet, in a folder that does. The file appears whole or not
     * at all.
     *
     * @throws IOException where the disk fails; no file is left behind then
     */
    public WrittenFile write(OutputDocument document, Path file) throws IOException {
        SortedMap<String, byte[]> parts = CanonicalZip.unpack(draw(document));
        byte[] content = CanonicalZip.pack(parts);
        NewFile.write(file, content);
        return new WrittenFile(content.length, DigestUtils.sha256Hex(content), ContentHash.of(parts));
    }

    private static byte[] draw(OutputDocument content) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            describe(document, content);
            style(document);
            page(document);
            paragraph(document, "Title", content.title());
            for (Block block : content.blocks()) {
                write(document, block);
            }
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void describe(XWPFDocument document, OutputDocument content) throws IOException {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(content.title());
        core.setCreator(content.author());
        core.setLastModifiedByUser(content.author());
        core.setSubjectProperty(content.subject());
        core.setKeywords(content.keywords());
        Optional<Date> asAt = Optional.of(
                Date.from(content.asAt().atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreated(asAt);
        core.setModified(asAt);
        core.getUnderlyingProperties().setLanguageProperty(LANGUAGE);
        document.getProperties().getExtendedProperties().setApplication(APPLICATION);
        document.getProperties().getExtendedProperties().setCompany(content.author());
    }

    private static void style(XWPFDocument document) throws IOException {
        try (InputStream in = Objects.requireNonNull(DocumentWriter.class.getResourceAsStream(STYLES), STYLES)) {
            document.createStyles().setStyles(StylesDocument.Factory.parse(in).getStyles());
        } catch (XmlException e) {
            throw new IllegalStateException(STYLES + " cannot be read", e);
        }
        CTAbstractNum bullets = CTAbstractNum.Factory.newInstance();
        bullets.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = bullets.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("\u2022");
        XWPFNumbering numbering = document.createNumbering();
        numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(bullets)));
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        BigInteger margin = BigInteger.valueOf(MARGIN);
        margins.setTop(margin);
        margins.setBottom(margin);
        margins.setLeft(margin);
        margins.setRight(margin);
        margins.setHeader(margin);
        margins.setFooter(margin);
        margins.setGutter(BigInteger.ZERO);
    }

    private static void write(XWPFDocument document, Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            paragraph(document, "Heading1", heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(document, "Normal", paragraph.text());
        } else if (block instanceof Block.Item item) {
            paragraph(document, "ListBullet", item.text());
        } else if (block instanceof Block.Table table) {
            paragraph(document, "Caption", table.caption());
            table(document, table);
        } else if (block instanceof Block.Chart chart) {
            chart(document, chart);
        }
    }

    private static void paragraph(XWPFDocument document, String style, String text) {
        write(document.createParagraph(), style, text);
    }

    private static void write(XWPFParagraph paragraph, String style, String text) {
        paragraph.setStyle(style);
        paragraph.createRun().setText(readable(text));
    }

    /** Control characters have no place in a document, nor in XML. */
    private static String readable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
    }

    private static void table(XWPFDocument document, Block.Table table) {
        XWPFTable drawn =
                document.createTable(table.rows().size() + 1, table.columns().size());
        CTTbl markup = drawn.getCTTbl();
        CTTblPr properties = markup.getTblPr();
        properties.addNewTblCaption().setVal(table.caption());
        CTTblWidth width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(TEXT_WIDTH));
        CTTblGrid grid = markup.getTblGrid() == null ? markup.addNewTblGrid() : markup.getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        table.widths().forEach(share -> grid.addNewGridCol().setW(BigInteger.valueOf(TEXT_WIDTH * share / 100)));
        drawn.getRow(0).setRepeatHeader(true);
        for (int column = 0; column < table.columns().size(); column++) {
            XWPFTableCell cell = drawn.getRow(0).getCell(column);
            fill(
                    cell,
                    table.widths().get(column),
                    "TableHeader",
                    table.columns().get(column));
            CTShd shade = cell.getCTTc().getTcPr().addNewShd();
            shade.setVal(STShd.CLEAR);
            shade.setColor("auto");
            shade.setFill(Look.Colours.DEEP);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            drawn.getRow(row + 1).setCantSplitRow(true);
            for (int column = 0; column < table.columns().size(); column++) {
                fill(
                        drawn.getRow(row + 1).getCell(column),
                        table.widths().get(column),
                        "TableText",
                        table.rows().get(row).get(column));
            }
        }
    }

    private static void fill(XWPFTableCell cell, int share, String style, String text) {
        CTTblWidth width = cell.getCTTc().addNewTcPr().addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(TEXT_WIDTH * share / 100));
        write(cell.getParagraphArray(0), style, text);
    }

    private static void chart(XWPFDocument document, Block.Chart chart) throws IOException {
        XWPFParagraph paragraph = document.createParagraph();
        XWPFRun run = paragraph.createRun();
        XWPFChart drawn;
        try {
            drawn = document.createChart(run, CHART_WIDTH, CHART_HEIGHT);
        } catch (InvalidFormatException e) {
            throw new UncheckedIOException(new IOException("a chart cannot be added", e));
        }
        CTNonVisualDrawingProps about =
                run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
        about.setName(chart.title());
        about.setDescr(chart.alternative());
        CTChart markup = drawn.getCTChart();
        ChartLines.title(markup, chart.title());
        plot(markup.getPlotArea(), chart);
        markup.addNewLegend().addNewLegendPos().setVal(STLegendPos.B);
        markup.addNewPlotVisOnly().setVal(true);
        markup.addNewDispBlanksAs().setVal(STDispBlanksAs.GAP);
        drawn.getCTChartSpace().addNewRoundedCorners().setVal(false);
        ChartLines.letters(drawn.getCTChartSpace());
    }

    private static void plot(CTPlotArea plot, Block.Chart chart) {
        CTLineChart lines = plot.addNewLineChart();
        lines.addNewGrouping().setVal(STGrouping.STANDARD);
        lines.addNewVaryColors().setVal(false);
        for (int i = 0; i < chart.courses().size(); i++) {
            Course course = chart.courses().get(i);
            CTLineSer series = lines.addNewSer();
            series.addNewIdx().setVal(i);
            series.addNewOrder().setVal(i);
            series.addNewTx().setV(course.name());
            ChartLines.style(series, course.stroke());
            labels(series.addNewCat().addNewStrLit(), chart.labels());
            values(series.addNewVal().addNewNumLit(), course.values());
            series.addNewSmooth().setVal(false);
        }
        lines.addNewMarker().setVal(true);
        lines.addNewAxId().setVal(BELOW);
        lines.addNewAxId().setVal(BESIDE);
        below(plot.addNewCatAx(), chart.labels().size());
        beside(plot.addNewValAx(), chart.courses());
    }

    private static void labels(CTStrData data, List<String> labels) {
        data.addNewPtCount().setVal(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            CTStrVal point = data.addNewPt();
            point.setIdx(i);
            point.setV(labels.get(i));
        }
    }

    private static void values(CTNumData data, List<? extends @Nullable BigDecimal> values) {
        data.setFormatCode("General");
        data.addNewPtCount().setVal(values.size());
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            if (value != null) {
                var point = data.addNewPt();
                point.setIdx(i);
                point.setV(value.toPlainString());
            }
        }
    }

    private static void below(CTCatAx axis, int labels) {
        axis.addNewAxId().setVal(BELOW);
        axis.addNewScaling().addNewOrientation().setVal(STOrientation.MIN_MAX);
        axis.addNewDelete().setVal(false);
        axis.addNewAxPos().setVal(STAxPos.B);
        axis.addNewCrossAx().setVal(BESIDE);
        axis.addNewCrosses().setVal(STCrosses.AUTO_ZERO);
        axis.addNewTickLblSkip().setVal(Math.max(1, (labels + LABELS - 1) / LABELS));
    }

    private static void beside(CTValAx axis, List<Course> courses) {
        axis.addNewAxId().setVal(BESIDE);
        var scaling = axis.addNewScaling();
        Optional<ChartScale> scale = ChartScale.of(courses.stream()
                .flatMap(course -> course.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue));
        scaling.addNewOrientation().setVal(STOrientation.MIN_MAX);
        scale.ifPresent(found -> {
            scaling.addNewMax().setVal(found.to());
            scaling.addNewMin().setVal(found.from());
        });
        axis.addNewDelete().setVal(false);
        axis.addNewAxPos().setVal(STAxPos.L);
        axis.addNewMajorGridlines();
        axis.addNewCrossAx().setVal(BELOW);
        axis.addNewCrosses().setVal(STCrosses.AUTO_ZERO);
        scale.ifPresent(found -> axis.addNewMajorUnit().setVal(found.unit()));
    }
}
