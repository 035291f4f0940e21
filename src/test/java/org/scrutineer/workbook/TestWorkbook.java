package org.scrutineer.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Builds a workbook as a team would send it, cell by cell. */
public final class TestWorkbook {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private @Nullable XSSFSheet sheet;

    private TestWorkbook() {}

    public static TestWorkbook aWorkbook() {
        return new TestWorkbook();
    }

    /** Adds a sheet; cells go there from now on. */
    public TestWorkbook sheet(String name) {
        sheet = workbook.createSheet(name);
        return this;
    }

    /**
     * @param address e.g. {@code B7}
     * @param value a text, number, boolean, date, date with time, or a formula as a text that starts with =
     */
    public TestWorkbook cell(String address, Object value) {
        CellReference place = new CellReference(address);
        Cell cell = row(place.getRow()).createCell(place.getCol());
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean truth) {
            cell.setCellValue(truth);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(format("dd/mm/yyyy"));
        } else if (value instanceof LocalDateTime moment) {
            cell.setCellValue(moment);
            cell.setCellStyle(format("dd/mm/yyyy hh:mm"));
        } else if (value.toString().startsWith("=")) {
            cell.setCellFormula(value.toString().substring(1));
        } else {
            cell.setCellValue(value.toString());
        }
        return this;
    }

    /** Values side by side from column A. */
    public TestWorkbook row(int row, Object... values) {
        for (int column = 0; column < values.length; column++) {
            cell(new CellReference(row - 1, column).formatAsString(), values[column]);
        }
        return this;
    }

    /** @param row from 1 */
    public TestWorkbook hiddenRow(int row) {
        row(row - 1).setZeroHeight(true);
        return this;
    }

    public TestWorkbook hiddenSheet() {
        workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
        return this;
    }

    /** Notes in the workbook itself when it was last saved. */
    public TestWorkbook lastSaved(LocalDate day) {
        workbook.getProperties()
                .getCoreProperties()
                .setModified(Optional.of(Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC))));
        return this;
    }

    public Path saveAs(Path file) throws IOException {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private XSSFRow row(int index) {
        XSSFRow row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    private CellStyle format(String code) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(code));
        return style;
    }
}
