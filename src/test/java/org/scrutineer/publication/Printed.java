package org.scrutineer.publication;

import java.util.List;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** Sheets as a reader sees them. */
final class Printed {

    private Printed() {}

    static List<String> lines(Sheet sheet) {
        return sheet.lines().stream().map(Printed::text).toList();
    }

    private static String text(Line line) {
        return line instanceof Line.Paragraph paragraph
                ? paragraph.text()
                : line instanceof Line.Heading heading ? "# " + heading.text() : ((Line.SheetLink) line).text();
    }

    static List<String> row(Table table, int row) {
        return table.rows().get(row).stream().map(Printed::text).toList();
    }

    static List<String> rows(Table table) {
        return table.rows().stream()
                .map(row -> String.join(" | ", row.stream().map(Printed::text).toList()))
                .toList();
    }

    static String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        }
        if (cell instanceof Cell.Number number) {
            return FigureWords.number(number.value(), number.decimals());
        }
        if (cell instanceof Cell.Quotient quotient) {
            return FigureWords.number(quotient.printed(), quotient.printed().scale());
        }
        if (cell instanceof Cell.Day day) {
            return day.date().toString();
        }
        if (cell instanceof Cell.Rating rating) {
            return rating.word();
        }
        if (cell instanceof Cell.SheetLink link) {
            return link.text();
        }
        return cell instanceof Cell.Shorthand shorthand ? shorthand.text() : "";
    }
}
