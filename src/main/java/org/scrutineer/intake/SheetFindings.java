package org.scrutineer.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Severity;

/** The findings about one sheet of a file, in the order they are met. */
final class SheetFindings {

    private final String file;
    private final String sheet;
    private final List<Finding> findings = new ArrayList<>();

    SheetFindings(String file, String sheet) {
        this.file = file;
        this.sheet = sheet;
    }

    /** @param found shown with the code points of what cannot be seen in it */
    void add(
            Severity severity,
            ReadingRule rule,
            @Nullable String cell,
            @Nullable String found,
            String expected,
            String remedy) {
        findings.add(new Finding(
                rule.id(),
                severity,
                file,
                sheet,
                cell,
                found == null ? null : UnseenCharacters.shown(found),
                expected,
                remedy));
    }

    void info(ReadingRule rule, @Nullable String cell, @Nullable String found, String expected, String remedy) {
        add(Severity.INFO, rule, cell, found, expected, remedy);
    }

    List<Finding> all() {
        return findings;
    }
}
