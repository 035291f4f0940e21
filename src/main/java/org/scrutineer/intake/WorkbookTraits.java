package org.scrutineer.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.workbook.ActiveContent;
import org.scrutineer.workbook.PackageContents;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.UnreadableWorkbookException;

/**
 * What holds for all sheets of a workbook.
 *
 * @param from1904 whether it counts days from 1904, not 1900
 * @param library the program that saved it last, where that does not calculate; null otherwise
 * @param active what it carries that acts, in words; empty where nothing
 */
record WorkbookTraits(boolean from1904, @Nullable String library, List<String> active) {

    static WorkbookTraits of(SourceWorkbook workbook) throws UnreadableWorkbookException, IOException {
        PackageContents contents = workbook.contents();
        return new WorkbookTraits(
                workbook.countsFrom1904(),
                contents.isSavedByLibrary() ? contents.application() : null,
                contents.active().stream().map(ActiveContent::words).toList());
    }

    /** Of the file as a whole. */
    Optional<Finding> finding(String file) {
        return active.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        ReadingRule.ACTIVE_CONTENT.id(),
                        Severity.INFO,
                        file,
                        null,
                        null,
                        active.stream().collect(Collectors.joining(", ")),
                        "a workbook of cells only; nothing of this was run or followed",
                        "Nothing, if your team needs it."));
    }
}
