package org.scrutineer.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.scrutineer.workbook.TestWorkbook;

/**
 * Builds the return that Team North sends for December 2018: nothing is wrong with it until a test says so. A place is
 * a sheet and a cell, e.g. {@code Visits!C4}.
 */
public final class TestReturn {

    private final Map<String, Map<String, Object>> sheets = new LinkedHashMap<>();

    private TestReturn() {
        with("Return!A1", "Return type").with("Return!B1", "visits");
        with("Return!A2", "Template version").with("Return!B2", 2);
        with("Return!A3", "Team").with("Return!B3", "Team North");
        with("Return!A4", "Period").with("Return!B4", "2018-12");
        with("Return!A5", "Prepared by").with("Return!B5", "A. Manager");
        with("Return!A6", "Prepared on").with("Return!B6", LocalDate.of(2019, 1, 8));
        with("Return!A7", "Nothing to report for");
        row("Visits", 1, "Child ID", "Date", "Hours");
        row("Visits", 2, "c1", LocalDate.of(2018, 12, 3), 1.5);
        row("Visits", 3, "c2", LocalDate.of(2018, 12, 4), 1);
        row("Cases", 1, "Child ID", "Team", "Council");
        row("Cases", 2, "c1", "Team North", "West");
    }

    public static TestReturn aReturn() {
        return new TestReturn();
    }

    /** Puts a value where another may stand. */
    public TestReturn with(String place, Object value) {
        String[] parts = place.split("!");
        sheets.computeIfAbsent(parts[0], name -> new TreeMap<>()).put(parts[1], value);
        return this;
    }

    /** Values side by side from column A; null leaves a cell out. */
    public TestReturn row(String sheet, int row, Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                with(sheet + "!" + (char) ('A' + i) + row, values[i]);
            }
        }
        return this;
    }

    /** Takes away a cell, or a sheet. */
    public TestReturn without(String place) {
        String[] parts = place.split("!");
        if (parts.length == 1) {
            sheets.remove(place);
        } else {
            sheets.get(parts[0]).remove(parts[1]);
        }
        return this;
    }

    /** Leaves a sheet without any cell. */
    public TestReturn cleared(String sheet) {
        sheets.put(sheet, new TreeMap<>());
        return this;
    }

    public Path saveAs(Path file) throws IOException {
        TestWorkbook workbook = TestWorkbook.aWorkbook();
        sheets.forEach((name, cells) -> {
            workbook.sheet(name);
            cells.forEach(workbook::cell);
        });
        return workbook.saveAs(file);
    }
}
