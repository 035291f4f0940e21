package org.scrutineer.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;

/** Writes one sheet of a return: title, header, rows, and what the team's habits make of it. */
final class SheetWriter {

    private static final List<String> NOTES = List.of(
            "chased 12/12",
            "awaiting police checks",
            "see case note",
            "transferred in",
            "manager aware",
            "query with business support",
            "sibling group");

    private static final String LONG_TEXT = "line|kind|audited|works_in|belongs_to|team_concerned|notes";
    private static final String MONEY = "budget|spent|remaining|forecast|variance|weekly_cost";

    private final SampleReturn sent;
    private final Inks inks;
    private final CellPen pen;

    SheetWriter(SampleReturn sent, Inks inks) {
        this.sent = sent;
        this.inks = inks;
        this.pen = new CellPen(sent, inks);
    }

    void write(Sheet sheet, DataSheet data) {
        List<Layout.Heading> headings = new ArrayList<>(data.layout().headings());
        if (has(Habit.NOTES)) {
            headings.add(new Layout.Heading("notes", List.of("Notes"), Map.of(), 1));
        }
        int headerRow = writeTitle(sheet, data.layout());
        writeHeader(sheet, headerRow, headings);
        int next = headerRow + 1;
        for (int i = 0; i < data.rows().size(); i++) {
            if (has(Habit.BLANK_ROWS) && i % 70 == 69) {
                next++;
            }
            writeRow(sheet, next, headings, data.rows().get(i));
            if (has(Habit.HIDDEN_ROW) && i == 6) {
                sheet.getRow(next).setZeroHeight(true);
            }
            next++;
        }
        if (has(Habit.FORMATTED_TAIL)) {
            writeTail(sheet, next, headings.size());
        }
        if (sent.style().frozenHeader()) {
            sheet.createFreezePane(0, headerRow + 1);
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getPrintSetup().setLandscape(true);
    }

    private boolean has(Habit habit) {
        return sent.cover().has(habit);
    }

    private int writeTitle(Sheet sheet, Layout layout) {
        int lines = sent.style().titleLines();
        if (lines > 0) {
            Cell title = sheet.createRow(0).createCell(0);
            title.setCellValue(layout.name() + " - " + sent.cover().team().title() + " - "
                    + sent.period().title());
            title.setCellStyle(inks.title());
        }
        if (lines > 1) {
            sheet.createRow(1).createCell(0).setCellValue("Official - sensitive. One line for each record.");
        }
        return lines == 0 ? 0 : lines + 1;
    }

    private void writeHeader(Sheet sheet, int rowNumber, List<Layout.Heading> headings) {
        var header = sheet.createRow(rowNumber);
        header.setHeightInPoints(32);
        for (int i = 0; i < headings.size(); i++) {
            String text = sent.style().choose(headings.get(i).headers());
            Cell cell = header.createCell(i);
            cell.setCellValue(text);
            cell.setCellStyle(inks.header());
            sheet.setColumnWidth(i, width(headings.get(i), text) * 256);
        }
    }

    private static int width(Layout.Heading heading, String header) {
        int longestWords = heading.codes().values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int typical =
                heading.column().matches(LONG_TEXT) ? 42 : heading.column().matches(MONEY) ? 17 : 13;
        return Math.min(44, Math.max(typical, Math.max(longestWords + 2, header.length() / 2 + 7)));
    }

    private void writeRow(Sheet sheet, int rowNumber, List<Layout.Heading> headings, Row row) {
        var target = sheet.createRow(rowNumber);
        Dice dice = dice(sheet, headings.get(0), row);
        for (int i = 0; i < headings.size(); i++) {
            Layout.Heading heading = headings.get(i);
            Cell cell = target.createCell(i);
            cell.setCellStyle(inks.body("General"));
            Entry entry = row.entry(heading.column()).orElse(null);
            if (entry instanceof Entry.Calculation sum) {
                cell.setCellStyle(inks.body("£#,##0.00"));
                cell.setCellFormula(formula(sum.formula(), headings, rowNumber));
            } else if (entry != null) {
                pen.write(cell, heading, entry, dice);
            } else if (heading.column().equals("notes") && dice.chance(14)) {
                cell.setCellValue(dice.pick(NOTES));
            }
        }
    }

    /** Of its own for each record, so that it is written the same when it is sent again. */
    private Dice dice(Sheet sheet, Layout.Heading key, Row row) {
        return new Dice(sent.cover().team() + " " + sent.period() + " " + sheet.getSheetName() + " "
                + row.entry(key.column()).orElse(null));
    }

    private static String formula(String named, List<Layout.Heading> headings, int row) {
        String formula = named;
        for (int i = 0; i < headings.size(); i++) {
            String address = new CellReference(row, i).formatAsString();
            formula = formula.replace("{" + headings.get(i).column() + "}", address);
        }
        return formula;
    }

    private void writeTail(Sheet sheet, int first, int columns) {
        for (int row = first; row < first + 15; row++) {
            var empty = sheet.createRow(row);
            for (int i = 0; i < columns; i++) {
                empty.createCell(i).setCellStyle(inks.body("General"));
            }
        }
    }
}
