package org.scrutineer.messes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Builds the return of Team North for December 2018, with the sheets and the mess that a sender made. */
final class MessyWorkbook {

    /** A formula with the result that is stored with it; none where that is null. */
    record Formula(String formula, @Nullable Object result) {}

    /** What Excel shows where a formula fails, e.g. {@code #N/A}. */
    record Failed(String code) {}

    /** A number in a format. */
    record Formatted(double number, String format) {}

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<String, CellStyle> styles = new HashMap<>();
    private final Map<String, UnaryOperator<String>> edits = new TreeMap<>();
    private final Map<String, byte[]> parts = new TreeMap<>();
    private XSSFSheet sheet;
    private int row;

    MessyWorkbook() {
        sheet = workbook.createSheet("Return");
        row("Return type", "visits")
                .row("Template version", 2)
                .row("Team", "Team North")
                .row("Period", "2018-12");
        row("Prepared by", "A. Manager").row("Prepared on", LocalDate.of(2019, 1, 8));
        savedBy("Microsoft Excel", "16.0300");
    }

    /** Adds a sheet; rows go there from now on. */
    MessyWorkbook sheet(String name) {
        sheet = workbook.createSheet(name);
        row = 0;
        return this;
    }

    /** Says that there is nothing to report for the sheets that are not there. */
    private void tellMissingSheets() {
        String missing = Stream.of("Visits", "Meetings", "Sessions", "Cases")
                .filter(name -> workbook.getSheet(name) == null)
                .collect(Collectors.joining(", "));
        XSSFRow last = workbook.getSheet("Return").createRow(6);
        last.createCell(0).setCellValue("Nothing to report for");
        last.createCell(1).setCellValue(missing);
    }

    /** The sheet that rows go to, for what only POI can do to it. */
    XSSFSheet sheet() {
        return sheet;
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    /** The next row, from column A; null leaves a cell out. */
    MessyWorkbook row(@Nullable Object... values) {
        XSSFRow made = sheet.createRow(row++);
        for (int column = 0; column < values.length; column++) {
            if (values[column] != null) {
                set(made.createCell(column), values[column]);
            }
        }
        return this;
    }

    /** Leaves rows out. */
    MessyWorkbook gap(int rows) {
        row += rows;
        return this;
    }

    MessyWorkbook cell(String address, Object value) {
        CellReference place = new CellReference(address);
        XSSFRow at = Optional.ofNullable(sheet.getRow(place.getRow())).orElseGet(() -> sheet.createRow(place.getRow()));
        set(at.createCell(place.getCol()), value);
        return this;
    }

    MessyWorkbook merged(String range) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(range));
        return this;
    }

    MessyWorkbook savedBy(String application, @Nullable String version) {
        var properties = workbook.getProperties().getExtendedProperties().getUnderlyingProperties();
        properties.setApplication(application);
        if (version == null) {
            properties.unsetAppVersion();
        } else {
            properties.setAppVersion(version);
        }
        return this;
    }

    /** Changes the XML of a part once the workbook is packed. */
    MessyWorkbook edit(String part, UnaryOperator<String> change) {
        edits.merge(part, change, (first, second) -> xml -> second.apply(first.apply(xml)));
        return this;
    }

    /** Adds a part, and a relationship of the workbook to it. */
    MessyWorkbook part(String name, String type, String content) {
        parts.put("xl/" + name, content.getBytes(StandardCharsets.UTF_8));
        return edit(
                "xl/_rels/workbook.xml.rels",
                xml -> xml.replace(
                        "</Relationships>",
                        "<Relationship Id=\"added" + type + "\" Type=\"" + type + "\" Target=\"" + name
                                + "\"/></Relationships>"));
    }

    CellStyle style(String format) {
        return styles.computeIfAbsent(format, code -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(code));
            return style;
        });
    }

    private void set(Cell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean truth) {
            cell.setCellValue(truth);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(style("dd/mm/yyyy"));
        } else if (value instanceof LocalDateTime moment) {
            cell.setCellValue(moment);
            cell.setCellStyle(style("dd/mm/yyyy hh:mm"));
        } else if (value instanceof Formatted formatted) {
            cell.setCellValue(formatted.number());
            cell.setCellStyle(style(formatted.format()));
        } else if (value instanceof Failed failed) {
            cell.setCellErrorValue(FormulaError.forString(failed.code()).getCode());
        } else if (value instanceof Formula formula) {
            cell.setCellFormula(formula.formula());
            if (formula.result() != null) {
                set(cell, formula.result());
            }
        } else {
            cell.setCellValue(value.toString());
        }
    }

    void saveAs(Path file) {
        tellMissingSheets();
        workbook.getProperties().getCoreProperties().setCreated(Optional.of(new Date(0)));
        var packed = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(packed);
            Files.write(file, repacked(packed.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] repacked(byte[] zip) throws IOException {
        var all = new TreeMap<>(parts);
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.put(entry.getName(), in.readAllBytes());
            }
        }
        edits.forEach((part, change) -> all.computeIfPresent(
                part,
                (name, xml) ->
                        change.apply(new String(xml, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var part : all.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
                out.putNextEntry(entry);
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
