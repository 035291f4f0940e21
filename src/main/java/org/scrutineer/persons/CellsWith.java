package org.scrutineer.persons;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scrutineer.persons.PersonNumber.Match;
import org.scrutineer.workbook.CellHandler;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.UnreadableWorkbookException;

/** Looks for a person's number in every cell of a workbook, whatever was asked for there, and in files of text. */
final class CellsWith {

    private static final List<String> TEXTS = List.of(".txt", ".csv", ".json", ".html", ".eml", ".md");

    private final PersonNumber number;
    private final SourceWorkbooks workbooks;

    CellsWith(PersonNumber number, SourceWorkbooks workbooks) {
        this.number = number;
        this.workbooks = workbooks;
    }

    /** @param row counted from 1, as {@code column} */
    record Found(String sheet, int row, int column, Match match) {}

    /**
     * @param name the file was received under
     * @throws UnreadableWorkbookException where nobody can read it
     */
    List<Found> in(Path file, String name) throws UnreadableWorkbookException, IOException {
        var found = new ArrayList<Found>();
        try (SourceWorkbook workbook = workbooks.open(file, name)) {
            for (SourceSheet sheet : workbook.sheets()) {
                workbook.read(sheet, new Looking(sheet.name(), found));
            }
        }
        return found;
    }

    /** Whether it is anywhere in a file of text or a workbook of ours; other files have no text. */
    boolean isIn(Path file) throws UnreadableWorkbookException, IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (TEXTS.stream().anyMatch(name::endsWith)) {
            return number.in(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)) != null;
        }
        return name.matches(".*\\.(xlsx|xlsm|xls)") && !in(file, name).isEmpty();
    }

    private final class Looking implements CellHandler {

        private final String sheet;
        private final List<Found> found;
        private int row;

        Looking(String sheet, List<Found> found) {
            this.sheet = sheet;
            this.found = found;
        }

        @Override
        public void row(int number, boolean hidden) {
            row = number;
        }

        @Override
        public void text(int column, String text) {
            Match match = number.in(text);
            if (match != null) {
                found.add(new Found(sheet, row, column, match));
            }
        }

        @Override
        public void number(int column, double value) {
            text(column, new BigDecimal(value).stripTrailingZeros().toPlainString());
        }

        @Override
        public void date(int column, long epochDay, int secondOfDay) {
            // Nobody is known by a date.
        }

        @Override
        public void bool(int column, boolean value) {
            // Nor by yes or no.
        }

        @Override
        public void error(int column, String code) {
            // Nothing stands there.
        }

        @Override
        public void noResult(int column) {
            // Nothing stands there.
        }
    }
}
