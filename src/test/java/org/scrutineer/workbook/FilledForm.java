package org.scrutineer.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A form as a person fills it in with Excel: a cell takes the format that its column has. */
public final class FilledForm implements AutoCloseable {

    private final XSSFWorkbook workbook;

    private FilledForm(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    public static FilledForm of(Path form) throws IOException {
        try (InputStream in = Files.newInputStream(form)) {
            return new FilledForm(new XSSFWorkbook(in));
        }
    }

    /** Types a text, number, date or date with time into a cell. */
    public FilledForm type(String sheetName, String address, Object value) {
        XSSFSheet sheet = workbook.getSheet(sheetName);
        var place = new CellReference(address);
        XSSFRow row =
                sheet.getRow(place.getRow()) == null ? sheet.createRow(place.getRow()) : sheet.getRow(place.getRow());
        XSSFCell cell = row.getCell(place.getCol());
        if (cell == null) {
            cell = row.createCell(place.getCol());
            cell.setCellStyle(sheet.getColumnStyle(place.getCol()));
        }
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value instanceof LocalDateTime moment) {
            cell.setCellValue(moment);
        } else {
            cell.setCellValue(value.toString());
        }
        return this;
    }

    /** Types values side by side into a row of the sheet's table. */
    public FilledForm row(String sheetName, int rowOfTable, List<?> values) {
        int row = workbook.getSheet(sheetName).getTables().get(0).getStartRowIndex() + rowOfTable;
        for (int column = 0; column < values.size(); column++) {
            type(sheetName, new CellReference(row, column).formatAsString(), values.get(column));
        }
        return this;
    }

    /** The checks of a sheet's cells, each with its place, e.g. {@code B4:B1048576 LIST choices_list_source STOP}. */
    public List<String> checks(String sheetName) {
        var checks = new ArrayList<String>();
        for (XSSFDataValidation validation : workbook.getSheet(sheetName).getDataValidations()) {
            var constraint = validation.getValidationConstraint();
            String kind = switch (constraint.getValidationType()) {
                case 0 -> "any";
                case 1 -> "whole number";
                case 2 -> "number";
                case 3 -> "list";
                case 4 -> "day";
                default -> "other";
            };
            checks.add(validation.getRegions().getCellRangeAddress(0).formatAsString()
                    + " " + kind
                    + (constraint.getFormula1() == null ? "" : " " + constraint.getFormula1())
                    + (constraint.getFormula2() == null ? "" : " to " + constraint.getFormula2())
                    + (validation.getErrorStyle() == DataValidation.ErrorStyle.STOP ? "" : ", only asked")
                    + ": " + validation.getPromptBoxText());
        }
        return checks;
    }

    /** The values that a named list stands for. */
    public List<String> choices(String name) {
        var values = new ArrayList<String>();
        var area = new org.apache.poi.ss.util.AreaReference(
                workbook.getName(name).getRefersToFormula(), workbook.getSpreadsheetVersion());
        for (CellReference cell : area.getAllReferencedCells()) {
            values.add(workbook.getSheet(cell.getSheetName())
                    .getRow(cell.getRow())
                    .getCell(cell.getCol())
                    .getStringCellValue());
        }
        return values;
    }

    /** All texts of a sheet, row by row. */
    public List<String> texts(String sheetName) {
        var texts = new ArrayList<String>();
        workbook.getSheet(sheetName)
                .forEach(row -> row.forEach(cell -> {
                    if (cell.getCellType() == CellType.STRING
                            && !cell.getStringCellValue().isEmpty()) {
                        texts.add(cell.getStringCellValue());
                    }
                }));
        return texts;
    }

    public Path saveAs(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
