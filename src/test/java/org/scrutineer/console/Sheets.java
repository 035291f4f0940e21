package org.scrutineer.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Sheets of written workbooks as Excel shows them. */
final class Sheets {

    private Sheets() {}

    /** The rows of a sheet from the first on, each with what its cells show from column A on. */
    static List<List<String>> of(Path file, String sheet) throws IOException {
        var formatter = new DataFormatter(Locale.UK);
        formatter.setUseCachedValuesForFormulaCells(true);
        try (InputStream in = Files.newInputStream(file);
                var workbook = new XSSFWorkbook(in)) {
            var rows = new ArrayList<List<String>>();
            for (int row = 0; row <= workbook.getSheet(sheet).getLastRowNum(); row++) {
                Row cells = workbook.getSheet(sheet).getRow(row);
                var shown = new ArrayList<String>();
                for (int column = 0; cells != null && column < cells.getLastCellNum(); column++) {
                    Cell cell = cells.getCell(column);
                    shown.add(cell == null ? "" : formatter.formatCellValue(cell));
                }
                rows.add(shown);
            }
            return rows;
        }
    }
}
