package org.scrutineer.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Names;
import org.scrutineer.intake.AnswerSheets;
import org.scrutineer.workbook.CellHandler;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.stereotype.Component;

/** Reads what a team wrote under "Your answer" in a workbook that went back to it and has come in again. */
@Component
class AnswerReader {

    private final SourceWorkbooks workbooks;

    AnswerReader(SourceWorkbooks workbooks) {
        this.workbooks = workbooks;
    }

    /** The answers in a file; none where it is not such a workbook, or cannot be read. */
    List<GivenAnswer> read(Path file, String sentAs) throws IOException {
        try (SourceWorkbook workbook = workbooks.open(file, sentAs)) {
            Optional<SourceSheet> sheet = workbook.sheets().stream()
                    .filter(candidate -> Names.same(candidate.name(), AnswerSheets.WHAT_TO_CORRECT))
                    .findFirst();
            if (sheet.isEmpty()) {
                return List.of();
            }
            var list = new ListOfFindings();
            workbook.read(sheet.get(), list);
            return list.finish();
        } catch (UnreadableWorkbookException toldAsAFinding) {
            return List.of();
        }
    }

    /** The list on the sheet, whose columns are found by their headers wherever the team has moved them. */
    private static final class ListOfFindings implements CellHandler {

        private final Map<Integer, String> cells = new HashMap<>();
        private final List<GivenAnswer> answers = new ArrayList<>();
        private @Nullable Map<String, Integer> columns;

        @Override
        public void row(int number, boolean hidden) {
            finishRow();
        }

        private void finishRow() {
            if (columns == null) {
                var headers = new HashMap<String, Integer>();
                cells.forEach((column, text) -> headers.put(Names.normal(text), column));
                boolean all = headers.containsKey(Names.normal(WhatToCorrect.ANSWER))
                        && headers.containsKey(Names.normal(WhatToCorrect.RULE))
                        && headers.containsKey(Names.normal(WhatToCorrect.CELL));
                columns = all ? headers : null;
            } else if (!cell(WhatToCorrect.ANSWER).isEmpty()
                    && !cell(WhatToCorrect.RULE).isEmpty()) {
                String answer = cell(WhatToCorrect.ANSWER);
                if (!answer.equals(WhatToCorrect.NOT_NEEDED)) {
                    answers.add(new GivenAnswer(
                            cell(WhatToCorrect.RULE),
                            cell(WhatToCorrect.SHEET),
                            cell(WhatToCorrect.CELL),
                            cell(WhatToCorrect.FOUND),
                            answer));
                }
            }
            cells.clear();
        }

        private String cell(String header) {
            Integer column = columns == null ? null : columns.get(Names.normal(header));
            return column == null ? "" : cells.getOrDefault(column, "").strip();
        }

        @Override
        public void text(int column, String text) {
            cells.put(column, text);
        }

        @Override
        public void number(int column, double value) {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            cells.put(column, whole ? Long.toString((long) value) : Double.toString(value));
        }

        @Override
        public void date(int column, long epochDay, int secondOfDay) {
            cells.put(column, Phrase.day(LocalDate.ofEpochDay(epochDay)));
        }

        @Override
        public void bool(int column, boolean value) {
            cells.put(column, value ? "Yes" : "No");
        }

        @Override
        public void error(int column, String code) {
            cells.put(column, code);
        }

        @Override
        public void noResult(int column) {}

        List<GivenAnswer> finish() {
            finishRow();
            return answers;
        }
    }
}
