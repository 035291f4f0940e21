package org.scrutineer.messes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.scrutineer.messes.MessyWorkbook.Failed;
import org.scrutineer.messes.MessyWorkbook.Formatted;
import org.scrutineer.messes.MessyWorkbook.Formula;

/**
 * Makes the kept workbooks anew, each as the program its senders use would have written it. Run it with the folder to
 * write to; what Excel never writes is put into the parts by hand.
 */
final class MessyWorkbooks {

    private static final Object[] HEADER = {"Child ID", "Date of visit", "Hours", "Remarks"};
    private static final Object[] MEETINGS = {"Child ID", "Date of meeting", "Start time", "Allocated worker"};
    private static final Object[] CASES = {"Child ID", "Team", "Council", "Reference", "Month"};
    private static final Object[] SESSIONS = {
        "Child ID", "Date of session", "Hours", "Attendance", "Cost", "Child seen alone?", "Outcome"
    };
    private static final LocalDate DAY = LocalDate.of(2018, 12, 3);
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String FIRST_DATA_SHEET = "xl/worksheets/sheet2.xml";

    private MessyWorkbooks() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        messes().forEach((name, make) -> {
            var workbook = new MessyWorkbook();
            make.accept(workbook);
            workbook.saveAs(folder.resolve(name));
        });
    }

    private static Map<String, Consumer<MessyWorkbook>> messes() {
        var messes = new TreeMap<String, Consumer<MessyWorkbook>>();
        headers(messes);
        rows(messes);
        dates(messes);
        values(messes);
        texts(messes);
        formulas(messes);
        hidden(messes);
        packages(messes);
        return messes;
    }

    private static void headers(Map<String, Consumer<MessyWorkbook>> messes) {
        messes.put(
                "title-above-two-row-merged-header.xlsx",
                book -> book.sheet("Sessions")
                        .row("Sessions of Team North, December 2018")
                        .merged("A1:H1")
                        .gap(1)
                        .row("Child ID", "The session", null, null, "What it was like", null, "Cost", "Office use")
                        .row(null, "Date of session", "Hours", "Attendance", "Child seen alone?", "Outcome")
                        .merged("A3:A4")
                        .merged("B3:D3")
                        .merged("E3:F3")
                        .merged("G3:G4")
                        .merged("H3:H4")
                        .row("c1", DAY, 1.5, 1, "Yes", "Satisfactory", 12.5, "x1")
                        .row("c2", DAY, 1, 0.5, "No", "Concern", 0, "x2"));
        messes.put(
                "hints-and-line-breaks-in-headers.xlsx",
                book -> book.sheet("Sessions")
                        .row(
                                "Child\nUnique ID*",
                                "Date of\u00a0session (dd/mm/yyyy)",
                                "Hours:",
                                "\u200bAttendance ",
                                "Cost (£)",
                                "Child seen alone (Y/N)",
                                "OUTCOME (drop-down)")
                        .row("c1", DAY, 1.5, 1, 12.5, "Y", "Satisfactory"));
        messes.put(
                "columns-twice-missing-and-misspelt.xlsx",
                book -> book.sheet("Visits")
                        .row("Child ID", "Date of visit", "Hurs", "Date of visit", "Remarks", "Our reference")
                        .row("c1", DAY, 1, DAY.plusDays(1), "fine", 7)
                        .row(null, null, null, null, null, 8));
        messes.put(
                "no-header-at-all.xlsx",
                book -> book.sheet("Visits").row("c1", DAY, 1.5, "fine").row("c2", DAY, 1, "fine"));
        messes.put(
                "header-repeated-on-each-page.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1.5, "fine")
                        .row("c2", DAY, 1)
                        .gap(1)
                        .row(HEADER)
                        .row("c3", DAY, 2)
                        .row(HEADER)
                        .row("c4", DAY, 2));
    }

    private static void rows(Map<String, Consumer<MessyWorkbook>> messes) {
        messes.put(
                "totals-row-at-the-bottom.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1.5)
                        .row("c2", DAY, 1)
                        .row("Sub-total", null, new Formula("SUM(C2:C3)", 2.5))
                        .row("c3", DAY, 3)
                        .row("Total: 3 visits", null, new Formula("C4+C5", 5.5)));
        messes.put(
                "notes-below-the-table.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1.5)
                        .gap(1)
                        .row("Notes: hours are rounded to the next half")
                        .row("* c1 moved to another team on 20 December")
                        .row("Completed by Anna and checked by Ben on 8 January"));
        messes.put(
                "blank-rows-inside-the-table.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1.5)
                        .gap(3)
                        .row("c2", DAY, 30)
                        .row(" ", "\u00a0", null, "")
                        .row("c3", DAY, 1));
        messes.put(
                "notes-beside-the-table.xlsx",
                book -> book.sheet("Visits")
                        .row("Child ID", "Date of visit", "Hours", "Remarks", "Duty rota")
                        .row("c1", DAY, 1.5, null, "Mon: Anna")
                        .row(null, null, null, null, "Tue: Ben")
                        .row("c2", DAY, 1, null, "Wed: Anna", "on call"));
        messes.put("whole-column-formatted.xlsx", book -> {
            book.sheet("Visits").row(HEADER).row("c1", DAY, 1.5).row("c2", DAY, 1);
            book.sheet().setDefaultColumnStyle(1, book.style("dd/mm/yyyy"));
            for (int row = 3; row < 3_000; row++) {
                book.sheet().createRow(row).createCell(1).setCellStyle(book.style("dd/mm/yyyy"));
            }
        });
        messes.put(
                "merged-cells-in-the-table.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1.5, "two visits")
                        .row(null, DAY.plusDays(1), 1)
                        .merged("A2:A3")
                        .row("c2", DAY, "all day", null)
                        .merged("C4:D4"));
    }

    private static void dates(Map<String, Consumer<MessyWorkbook>> messes) {
        messes.put(
                "dates-as-text.xlsx",
                book -> book.sheet("Meetings")
                        .row(MEETINGS)
                        .row("c1", "03/12/2018", "03/12/2018 09:15")
                        .row("c2", "4th Dec 2018", "2018-12-04T10:00:00")
                        .row("c3", "05.12.18", null)
                        .row("c4", "2018-12-06 00:00:00", null)
                        .row("c5", "'07/12/2018", null));
        messes.put(
                "dates-as-american-text.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", "12/03/2018", 1)
                        .row("c2", "12/13/2018", 1)
                        .row("c3", "12/04/2018", 1)
                        .row("c4", "12/25/18", 1));
        messes.put(
                "dates-that-lost-their-format.xlsx",
                book -> book.sheet("Meetings")
                        .row(MEETINGS)
                        .row("c1", 43437, 43437.375)
                        .row("c2", 43438, 43438.5)
                        .row("c3", 2018, null));
        messes.put("dates-counted-from-1904.xlsx", book -> {
            book.workbook().getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            book.sheet("Meetings")
                    .row(MEETINGS)
                    .row("c1", new Formatted(41975, "dd/mm/yyyy"), 41975.375)
                    .row("c2", 41976, null)
                    .edit("xl/worksheets/sheet1.xml", xml -> xml.replace("<v>43473.0</v>", "<v>42011</v>"));
        });
        messes.put(
                "dates-that-never-were.xlsx",
                book -> book.sheet("Meetings")
                        .row(MEETINGS)
                        .row("c1", new Formatted(60, "dd/mm/yyyy"), null)
                        .row("c2", new Formatted(1, "dd/mm/yyyy"), null)
                        .row("c3", "29/02/2018", null)
                        .row("c4", DAY, new Formatted(0.5, "hh:mm"))
                        .row("c5", "31/12/0018", null));
    }

    private static void values(Map<String, Consumer<MessyWorkbook>> messes) {
        messes.put(
                "numbers-as-text.xlsx",
                book -> book.sheet("Sessions")
                        .row(SESSIONS)
                        .row("c1", DAY, "1.5", "85%", "£1,234.50")
                        .row("c2", DAY, "'2", "85 %", "(12)")
                        .row("c3", DAY, "2\u00a0", new Formatted(0.85, "0%"), "1 234")
                        .row("c4", DAY, "3 hours", "85", "GBP 12")
                        .row("c5", DAY, "85%", "most", "12.50 euros"));
        messes.put(
                "answers-and-codes-as-people-write-them.xlsx",
                book -> book.sheet("Sessions")
                        .row(SESSIONS)
                        .row("c1", DAY, null, null, null, true, "satisfactory ")
                        .row("c2", DAY, null, null, null, "y", "OK")
                        .row("c3", DAY, null, null, null, 1, "Con\u00adcern")
                        .row("c4", DAY, null, null, null, "n/a", "Good")
                        .row(null, DAY, null, null, null, "maybe", null)
                        .sheet("Meetings")
                        .row(MEETINGS)
                        .row("c1", DAY, null, "TBC")
                        .row("c2", DAY, null, "Unallocated")
                        .row("c3", DAY, null, "A. Worker"));
        messes.put(
                "errors-instead-of-values.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, new Failed("#REF!"))
                        .row(new Failed("#N/A"), DAY, 1)
                        .row("c3", DAY, new Formula("1/0", new Failed("#DIV/0!"))));
        messes.put(
                "a-team-nobody-knows.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1)
                        .sheet("Cases")
                        .row(CASES)
                        .row("c1", "Team North", "West", "AB1234")
                        .row("c2", "Team Nroth", "West", "AB1235")
                        .row("c3", "Team North", "West", "1236", "soon"));
        messes.put(
                "of-the-whole-trust-with-odd-teams.xlsx",
                book -> book.sheet("Cases")
                        .row(CASES)
                        .row("c1", "Team North", "West", "AB1234")
                        .row("c2", "Team Nroth", "West", "AB1235")
                        .row("c3", null, "West", "AB1236")
                        .row("c4", "Team Nroth", "West", "AB1237"));
    }

    private static void texts(Map<String, Consumer<MessyWorkbook>> messes) {
        messes.put(
                "nbsp-and-zero-width-names.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1\u00a0", DAY, 1)
                        .row("\u200bc2\ufeff", DAY, 1)
                        .row("c\u00ad3", DAY, 1)
                        .row("c1", DAY, 2));
        messes.put(
                "curly-quotes-long-dashes-and-accents.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("A\u20131", DAY, 1, "\u201cfine\u201d")
                        .row("A-2", DAY, 1, "Zoe\u0308")
                        .sheet("Meetings")
                        .row(MEETINGS)
                        .row("A-2", DAY, null, "O\u2019Brien")
                        .row("\uff23\uff13", DAY, null, "O'Brien")
                        .row("'004", DAY, null, "Zoe\u0308")
                        .row("A\u2013\u200b2", DAY, null, "Zo\u00eb"));
        messes.put(
                "direction-marks-and-control-characters.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c\u202e21", DAY, 1)
                        .row("c2", DAY, 1, "told \u200fby mail")
                        .row("c3", DAY, 1, "pasted_x0007_")
                        .row("c4_x0000_", DAY, 1));
        messes.put(
                "text-as-long-as-a-cell.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1, "It went well. ".repeat(2_341).substring(0, 32_767))
                        .row("c2", DAY, "no ".repeat(10_922)));
    }

    private static void formulas(Map<String, Consumer<MessyWorkbook>> messes) {
        messes.put(
                "formulas-without-results.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1)
                        .row("c2", DAY, new Formula("C2*2", null))
                        .edit(
                                FIRST_DATA_SHEET,
                                xml -> xml.replaceAll("(</f>)<v>[^<]*</v>", "$1")
                                        .replace("<v/>", "")));
        messes.put(
                "saved-by-a-library.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1)
                        .row("c2", DAY, new Formula("C2*2", 2))
                        .row("c3", DAY, new Formula("C3*2", 4))
                        .savedBy("Apache POI", null));
        messes.put(
                "exported-by-a-library-without-formulas.xlsx",
                book -> book.sheet("Visits").row(HEADER).row("c1", DAY, 1).savedBy("Microsoft Excel", "3.1"));
        messes.put(
                "formula-from-another-workbook.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, new Formula("9001+0", 1.5))
                        .row("c2", DAY, new Formula("9002+0", 2))
                        .row("c3", DAY, 1)
                        .part(
                                "externalLinks/externalLink1.xml",
                                RELATIONSHIPS + "externalLink",
                                "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>")
                        .edit(FIRST_DATA_SHEET, xml -> xml.replaceAll("900(\\d)\\+0", "[1]Rota!\\$B\\$$1")));
    }

    private static void hidden(Map<String, Consumer<MessyWorkbook>> messes) {
        messes.put("filtered-and-hidden-rows.xlsx", book -> {
            book.sheet("Visits").row(HEADER).row("c1", DAY, 1).row("c2", DAY, 2).row("c3", DAY, 1);
            book.sheet().setAutoFilter(CellRangeAddress.valueOf("A1:D4"));
            book.sheet().getRow(2).setZeroHeight(true);
            book.sheet().getRow(3).setZeroHeight(true);
        });
        messes.put("hidden-columns.xlsx", book -> {
            book.sheet("Visits")
                    .row("Child ID", "Date of visit", "Hours", "Remarks", "Our reference")
                    .row("c1", DAY, 1, null, 7);
            book.sheet().setColumnHidden(2, true);
            book.sheet().setColumnHidden(3, true);
            book.sheet().setColumnHidden(4, true);
        });
        messes.put("hidden-sheets.xlsx", book -> {
            book.sheet("Visits").row(HEADER).row("c1", DAY, 1);
            book.workbook().setSheetHidden(1, true);
            book.sheet("Lookups").row("Yes").row("No");
            book.workbook().setSheetHidden(2, true);
        });
    }

    private static void packages(Map<String, Consumer<MessyWorkbook>> messes) {
        messes.put(
                "macros-and-data-connections.xlsm",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1)
                        .part("vbaProject.bin", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "")
                        .part("connections.xml", RELATIONSHIPS + "connections", "<connections/>"));
        messes.put(
                "false-dimension.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1)
                        .edit(
                                FIRST_DATA_SHEET,
                                xml -> xml.replaceAll(
                                        "<dimension ref=\"[^\"]*\"", "<dimension ref=\"A1:XFD1048576\"")));
        messes.put(
                "cells-without-references.xlsx",
                book -> book.sheet("Visits")
                        .row(HEADER)
                        .row("c1", DAY, 1)
                        .row("c2", DAY, 2)
                        .edit(FIRST_DATA_SHEET, xml -> xml.replaceAll("<(c|row) r=\"[^\"]*\"", "<$1")));
        messes.put(
                "a-time-with-every-date.xlsx",
                book -> book.sheet("Meetings")
                        .row(MEETINGS)
                        .row("c1", LocalDateTime.of(2018, 12, 3, 9, 15), LocalDateTime.of(2018, 12, 3, 9, 15))
                        .row("c2", LocalDateTime.of(2018, 12, 3, 23, 59), DAY));
    }
}
