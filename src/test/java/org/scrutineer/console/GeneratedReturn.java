package org.scrutineer.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A return of the catalogue in {@code src/test/resources/relations}, made up from a seed, and what can be done with it
 * before it is sent. Each change gives a new one.
 *
 * @param sheets the rows of each dataset's sheet below the header, in the order of the sheets
 */
record GeneratedReturn(
        String team,
        YearMonth month,
        LocalDate preparedOn,
        Map<String, List<List<@Nullable Object>>> sheets,
        Look look) {

    static final String VISITS = "Visits";
    static final String CASES = "Cases";

    private static final Map<String, List<String>> HEADERS = Map.of(
            VISITS, List.of("Child ID", "Date", "Hours", "Seen?", "Council"),
            CASES, List.of("Child ID", "Opened", "Closed", "Worker", "Council"));

    /** How it is written, which must not matter. */
    enum Look {
        PLAIN,
        COLUMNS_REVERSED,
        BLANK_ROWS,
        NOTES_BESIDE,
        DATES_FROM_1904,
        TITLE_ABOVE
    }

    /** @param children how many children it is about */
    static GeneratedReturn of(String team, YearMonth month, int children, long seed) {
        var random = new Random(seed);
        var visits = new ArrayList<List<@Nullable Object>>();
        var cases = new ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < children; i++) {
            String child = team.substring(5) + i;
            String council = List.of("West", "North", "Other").get(random.nextInt(3));
            IntStream.range(1, 29)
                    .filter(day -> random.nextInt(12) == 0)
                    .forEach(day -> visits.add(row(
                            child,
                            month.atDay(day),
                            random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(40), 1),
                            random.nextBoolean() ? "Yes" : "No",
                            council)));
            LocalDate opened = month.minusMonths(random.nextInt(6)).atDay(1 + random.nextInt(28));
            boolean isClosed = random.nextInt(3) == 0 && opened.isBefore(month.atDay(20));
            cases.add(row(
                    child,
                    opened,
                    isClosed ? month.atDay(20 + random.nextInt(9)) : null,
                    random.nextInt(4) == 0 ? "TBC" : "W" + random.nextInt(4),
                    council));
        }
        Map<String, List<List<@Nullable Object>>> sheets = new LinkedHashMap<>();
        sheets.put(VISITS, visits);
        sheets.put(CASES, cases);
        return new GeneratedReturn(team, month, month.atEndOfMonth().plusDays(5), sheets, Look.PLAIN);
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return new ArrayList<>(java.util.Arrays.asList(values));
    }

    GeneratedReturn looking(Look other) {
        return new GeneratedReturn(team, month, preparedOn, sheets, other);
    }

    GeneratedReturn preparedOn(LocalDate day) {
        return new GeneratedReturn(team, month, day, sheets, look);
    }

    GeneratedReturn from(String otherTeam) {
        return new GeneratedReturn(otherTeam, month, preparedOn, sheets, look);
    }

    /** With the rows of each sheet changed. */
    GeneratedReturn withRows(UnaryOperator<List<List<@Nullable Object>>> change) {
        Map<String, List<List<@Nullable Object>>> changed = new LinkedHashMap<>();
        sheets.forEach((sheet, rows) -> changed.put(sheet, change.apply(new ArrayList<>(rows))));
        return new GeneratedReturn(team, month, preparedOn, changed, look);
    }

    /** With the rows of another return below its own. */
    GeneratedReturn and(GeneratedReturn other) {
        Map<String, List<List<@Nullable Object>>> both = new LinkedHashMap<>();
        sheets.forEach((sheet, rows) -> {
            var together = new ArrayList<>(rows);
            together.addAll(other.sheets.get(sheet));
            both.put(sheet, together);
        });
        return new GeneratedReturn(team, month, preparedOn, both, look);
    }

    GeneratedReturn withSheetsReversed() {
        Map<String, List<List<@Nullable Object>>> reversed = new LinkedHashMap<>();
        var names = new ArrayList<>(sheets.keySet());
        Collections.reverse(names);
        names.forEach(name -> reversed.put(name, sheets.get(name)));
        return new GeneratedReturn(team, month, preparedOn, reversed, look);
    }

    /** With every date, the period's too, moved by months. */
    GeneratedReturn moved(int months) {
        GeneratedReturn moved = withRows(rows -> {
            rows.replaceAll(row -> {
                List<@Nullable Object> changed = new ArrayList<>(row);
                changed.replaceAll(value -> value instanceof LocalDate day ? day.plusMonths(months) : value);
                return changed;
            });
            return rows;
        });
        return new GeneratedReturn(team, month.plusMonths(months), preparedOn.plusMonths(months), moved.sheets, look);
    }

    /** With a row put into a sheet. */
    GeneratedReturn with(String sheet, @Nullable Object... values) {
        Map<String, List<List<@Nullable Object>>> changed = new LinkedHashMap<>(sheets);
        var rows = new ArrayList<>(sheets.get(sheet));
        rows.add(row(values));
        changed.put(sheet, rows);
        return new GeneratedReturn(team, month, preparedOn, changed, look);
    }

    /** Writes it; a name that ends with {@code .xls} has it in the format of Excel 97. */
    void saveAs(Path file) {
        try (Workbook workbook = file.toString().endsWith(".xls") ? new HSSFWorkbook() : xlsx();
                OutputStream out = Files.newOutputStream(
                        Files.createDirectories(file.getParent()).resolve(file.getFileName()))) {
            var identity = workbook.createSheet("Return");
            List<List<String>> said = List.of(
                    List.of("Return type", "activity"),
                    List.of("Template version", "1"),
                    List.of("Team", team),
                    List.of("Period", month.toString()),
                    List.of("Prepared by", "A. Manager"),
                    List.of("Prepared on", preparedOn.toString()));
            for (int i = 0; i < said.size(); i++) {
                Row row = identity.createRow(i);
                row.createCell(0).setCellValue(said.get(i).get(0));
                row.createCell(1).setCellValue(said.get(i).get(1));
            }
            sheets.forEach((sheet, rows) -> write(workbook, sheet, rows));
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Workbook xlsx() {
        var workbook = new XSSFWorkbook();
        if (look == Look.DATES_FROM_1904) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
        }
        return workbook;
    }

    private void write(Workbook workbook, String name, List<List<@Nullable Object>> rows) {
        var sheet = workbook.createSheet(name);
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
        int next = 0;
        if (look == Look.TITLE_ABOVE) {
            sheet.createRow(next).createCell(0).setCellValue(name + " of " + team);
            next += 2;
        }
        write(sheet.createRow(next++), new ArrayList<>(HEADERS.get(name)), date, true);
        for (List<@Nullable Object> row : rows) {
            next += look == Look.BLANK_ROWS && next % 3 == 0 ? 2 : 0;
            write(sheet.createRow(next++), new ArrayList<>(row), date, false);
        }
    }

    private void write(Row row, List<@Nullable Object> values, CellStyle date, boolean header) {
        if (look == Look.COLUMNS_REVERSED) {
            Collections.reverse(values);
        }
        if (look == Look.NOTES_BESIDE) {
            values.add(header ? "Our own notes" : "nothing special");
        }
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                write(row.createCell(i), value, date);
            }
        }
    }

    private static void write(Cell cell, Object value, CellStyle date) {
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue((String) value);
        }
    }
}
