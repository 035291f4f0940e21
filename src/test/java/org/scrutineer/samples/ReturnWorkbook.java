package org.scrutineer.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Turns a return into the bytes of its workbook; the same return gives the same parts. */
final class ReturnWorkbook {

    private static final List<String> GUIDANCE = List.of(
            "How to fill in this return",
            "One line for each record. Do not merge cells or add totals.",
            "Dates are day, month, year.",
            "Where there is nothing to report, say so on the Return sheet.",
            "Send it by the tenth working day after the end of the month.");

    private final SampleReturn sent;

    ReturnWorkbook(SampleReturn sent) {
        this.sent = sent;
    }

    byte[] bytes() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var inks = new Inks(workbook, sent.style());
            writeCover(workbook, inks);
            if (sent.cover().has(Habit.GUIDANCE)) {
                writeGuidance(workbook, inks);
            }
            var writer = new SheetWriter(sent, inks);
            for (DataSheet data : sent.sheets()) {
                Sheet sheet =
                        workbook.createSheet(sent.style().choose(data.layout().sheets()));
                writer.write(sheet, data);
            }
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            describe(workbook.getProperties());
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return FixedZip.rewrite(bytes.toByteArray());
        }
    }

    private void writeCover(XSSFWorkbook workbook, Inks inks) {
        Sheet sheet = workbook.createSheet("Return");
        sheet.setColumnWidth(0, 26 * 256);
        sheet.setColumnWidth(1, 40 * 256);
        Cover cover = sent.cover();
        line(sheet, inks, "Return type").setCellValue(sent.type());
        Cell version = line(sheet, inks, "Template version");
        version.setCellValue(Integer.parseInt(cover.templateVersion()));
        line(sheet, inks, "Team").setCellValue(cover.teamAsWritten());
        writePeriod(line(sheet, inks, "Period"), inks);
        line(sheet, inks, "Prepared by").setCellValue(cover.preparedBy());
        Cell prepared = line(sheet, inks, "Prepared on");
        prepared.setCellValue(cover.preparedOn());
        prepared.setCellStyle(leftAligned(workbook, inks.body(sent.style().dateFormat())));
        version.setCellStyle(leftAligned(workbook, inks.body("General")));
        Cell nothing = line(sheet, inks, "Nothing to report for");
        if (!cover.nothingToReportFor().isEmpty()) {
            nothing.setCellValue(cover.nothingToReportFor());
        }
    }

    private static Cell line(Sheet sheet, Inks inks, String label) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        Cell name = row.createCell(0);
        name.setCellValue(label);
        name.setCellStyle(inks.header());
        Cell value = row.createCell(1);
        value.setCellStyle(inks.body("General"));
        return value;
    }

    private void writePeriod(Cell cell, Inks inks) {
        if (sent.cover().periodAsWritten().equals("(date)")) {
            cell.setCellValue(sent.period().firstDay());
            cell.setCellStyle(leftAligned((XSSFWorkbook) cell.getSheet().getWorkbook(), inks.body("mmm-yy")));
        } else {
            cell.setCellValue(sent.cover().periodAsWritten());
        }
    }

    private static CellStyle leftAligned(XSSFWorkbook workbook, CellStyle like) {
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(like);
        style.setAlignment(HorizontalAlignment.LEFT);
        return style;
    }

    private static void writeGuidance(XSSFWorkbook workbook, Inks inks) {
        Sheet sheet = workbook.createSheet("Guidance");
        sheet.setColumnWidth(0, 80 * 256);
        for (int i = 0; i < GUIDANCE.size(); i++) {
            Cell cell = sheet.createRow(i).createCell(0);
            cell.setCellValue(GUIDANCE.get(i));
            if (i == 0) {
                cell.setCellStyle(inks.title());
            }
        }
    }

    /** Without this, POI would enter the time of writing. */
    private void describe(POIXMLProperties properties) {
        Date prepared = Date.from(sent.cover().preparedOn().atTime(9, 0).toInstant(ZoneOffset.UTC));
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setCreator(sent.cover().preparedBy());
        core.setDescription("Sample return: every person and every record in it is invented.");
        core.setCreated(Optional.of(prepared));
        core.setModified(Optional.of(prepared));
        properties.getExtendedProperties().setApplication("Microsoft Excel");
    }
}
