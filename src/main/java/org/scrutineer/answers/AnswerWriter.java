package org.scrutineer.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.intake.AnswerSheets;
import org.scrutineer.workbook.AnswerSheet;
import org.scrutineer.workbook.CellNote;
import org.scrutineer.workbook.MarkedWorkbook;
import org.scrutineer.workbook.Recalculation;
import org.scrutineer.workbook.SheetFacts;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.UnmarkableWorkbookException;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.stereotype.Component;

/**
 * Writes what goes back: the sender's own workbook, marked, where there is something to correct in it; a receipt where
 * there is not; and a workbook of ours for a file that cannot be marked.
 */
@Component
class AnswerWriter {

    static final String TO_CORRECT = " - what to correct";
    static final String RECEIPT = " - receipt";

    private final Catalogue catalogue;
    private final SourceWorkbooks workbooks;

    AnswerWriter(Catalogue catalogue, SourceWorkbooks workbooks) {
        this.catalogue = catalogue;
        this.workbooks = workbooks;
    }

    /** Gives the place of an answer, in a folder that exists. */
    interface Place {
        /** @param ending of its name, e.g. {@code " - receipt.xlsx"} */
        Path of(String ending);
    }

    /** Writes the answer, which appears whole or not at all, and returns where. The same input gives the same bytes. */
    Path write(AnsweredFile file, Place place) throws IOException {
        List<SheetSurvey.Surveyed> surveyed = survey(file);
        boolean formulas = surveyed.stream().anyMatch(SheetSurvey.Surveyed::hasFormulas);
        Recalculation recalculation = formulas ? workbooks.recalculate(file.file()) : Recalculation.Done.NO_FORMULAS;
        if (file.asked() == 0) {
            return alone(file, surveyed, recalculation, place.of(RECEIPT + ".xlsx"));
        }
        String extension = file.name().toLowerCase(Locale.ROOT).endsWith(".xlsm") ? ".xlsm" : ".xlsx";
        Path target = place.of(TO_CORRECT + extension);
        List<CellNote> notes = WhatToCorrect.notes(file.findings());
        try {
            MarkedWorkbook.mark(file.file(), sheets(file, surveyed, recalculation, true), notes, target);
            return target;
        } catch (UnmarkableWorkbookException | UnreadableWorkbookException cannotBeMarked) {
            return alone(file, surveyed, recalculation, place.of(TO_CORRECT + ".xlsx"));
        }
    }

    /** How a file was read, as the sheet of that name tells it; its formulas are left alone, as that takes long. */
    AnswerSheet howWeRead(AnsweredFile file) throws IOException {
        return new HowWeRead(
                        catalogue,
                        file,
                        survey(file),
                        new Recalculation.NotDone("that takes long; what goes back to the team has it"))
                .sheet();
    }

    private Path alone(AnsweredFile file, List<SheetSurvey.Surveyed> surveyed, Recalculation recalculation, Path target)
            throws IOException {
        String title = AnswerSheets.WHAT_TO_CORRECT + ": " + file.shortName();
        MarkedWorkbook.alone(
                sheets(file, surveyed, recalculation, false),
                title,
                catalogue.organisation().name(),
                target);
        return target;
    }

    private List<AnswerSheet> sheets(
            AnsweredFile file, List<SheetSurvey.Surveyed> surveyed, Recalculation recalculation, boolean marked) {
        Set<String> names = surveyed.stream().map(entry -> entry.sheet().name()).collect(Collectors.toSet());
        return List.of(
                new WhatToCorrect(catalogue, file, marked, names).sheet(),
                new HowWeRead(catalogue, file, surveyed, recalculation).sheet());
    }

    /** Looks at every sheet of a file; at none where it cannot be read to its end, which a finding tells. */
    private List<SheetSurvey.Surveyed> survey(AnsweredFile file) throws IOException {
        try (SourceWorkbook workbook = workbooks.open(file.file(), file.name())) {
            var surveyed = new ArrayList<SheetSurvey.Surveyed>();
            for (SourceSheet sheet : workbook.sheets()) {
                var survey = new SheetSurvey(sheet, file.columns());
                SheetFacts facts = workbook.read(sheet, survey);
                surveyed.add(survey.finish(facts));
            }
            return surveyed;
        } catch (UnreadableWorkbookException toldAsAFinding) {
            return List.of();
        }
    }

    /** The name of a file without folders, extension, and what an earlier answer to it was called by. */
    static String stem(String fileName) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1).replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,8}$", "");
        String stem = name.replaceFirst("(" + TO_CORRECT + "|" + RECEIPT + ")( \\(\\d{1,4}\\))?$", "");
        return beginning(stem.isEmpty() ? name : stem);
    }

    /** Short enough that the whole name fits on every file system. */
    private static String beginning(String stem) {
        int end = 0;
        int bytes = 0;
        while (end < stem.length()) {
            int character = stem.codePointAt(end);
            bytes += Character.toString(character).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            if (bytes > 180) {
                return stem.substring(0, end);
            }
            end += Character.charCount(character);
        }
        return stem;
    }

    /** The same ending with a number, for the second and later answers of a name; the first has none. */
    static String numbered(String ending, int number) {
        int dot = ending.lastIndexOf('.');
        return number == 1 ? ending : ending.substring(0, dot) + " (" + number + ")" + ending.substring(dot);
    }
}
