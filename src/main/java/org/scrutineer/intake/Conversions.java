package org.scrutineer.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.Severity;

/** How the cells of a sheet's columns were understood that are not as they should be, and how many of each. */
final class Conversions {

    private final List<Map<Conversion, Converted>> byColumn = new ArrayList<>();
    private final boolean[] anyMonthFirst;

    /** Of one column and one way, the first cell and their number. */
    private static final class Converted {
        private final String cell;
        private final String found;
        private int count;

        Converted(String cell, String found) {
            this.cell = cell;
            this.found = found;
        }
    }

    Conversions(int columns) {
        anyMonthFirst = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            byColumn.add(new EnumMap<>(Conversion.class));
        }
    }

    void note(int column, Conversion how, HeaderRow header, int row, RawCells cells) {
        byColumn.get(column)
                .computeIfAbsent(how, first -> new Converted(header.cell(column, row), cells.shown(column)))
                .count++;
    }

    /** Notes that a date of this column can only have been typed month first. */
    void noteMonthFirst(int column) {
        anyMonthFirst[column] = true;
    }

    void tell(SheetFindings findings) {
        for (int column = 0; column < byColumn.size(); column++) {
            boolean doubtful = anyMonthFirst[column];
            byColumn.get(column).forEach((how, converted) -> {
                if (how == Conversion.TEXT_TO_DATE && doubtful) {
                    tellDoubtfulDates(converted, findings);
                } else {
                    findings.add(
                            how.severity(),
                            how.rule(),
                            converted.cell,
                            converted.found,
                            how.expected(converted.count),
                            how.remedy());
                }
            });
        }
    }

    /** Where one date of a column has its month first, those that could be either may have it first too. */
    private static void tellDoubtfulDates(Converted converted, SheetFindings findings) {
        findings.add(
                Severity.WARNING,
                ReadingRule.DATES_PERHAPS_MONTH_FIRST,
                converted.cell,
                converted.found,
                "the day before the month in the whole column; other dates in it have the month first, and "
                        + (converted.count == 1
                                ? "this one was read day first"
                                : "this one and " + (converted.count - 1) + " more were read day first"),
                "Check the dates of the column against the case system, and format it as dates.");
    }
}
