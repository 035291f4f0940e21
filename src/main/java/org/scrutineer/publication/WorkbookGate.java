package org.scrutineer.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.lint.Linter;
import org.scrutineer.lint.Problem;
import org.scrutineer.workbook.UnreadableWorkbookException;

/** Lets a written workbook pass only if it breaks no rule for accessible and trustworthy workbooks, as it is released. */
final class WorkbookGate {

    private static final int TOLD = 20;

    private WorkbookGate() {}

    /**
     * Reads the file afresh.
     *
     * @throws IllegalStateException where it breaks a rule that its audience does not waive; says which, where and what
     *     to do
     */
    static void require(Path workbook, Audience audience) throws IOException {
        List<Problem> problems = problems(workbook, audience);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(workbook.getFileName() + " breaks rules for accessible and trustworthy"
                    + " workbooks and was not published. Correct what is named, or waive the rule under waive in "
                    + audience.place().file() + ":\n"
                    + problems.stream()
                            .limit(TOLD)
                            .map(problem -> "  " + problem.rule().id() + ": " + problem.sentence())
                            .collect(Collectors.joining("\n"))
                    + (problems.size() > TOLD ? "\n  and " + (problems.size() - TOLD) + " more" : ""));
        }
    }

    private static List<Problem> problems(Path workbook, Audience audience) throws IOException {
        try {
            return Linter.check(workbook, audience.layout().waivers());
        } catch (UnreadableWorkbookException e) {
            throw new IllegalStateException(workbook.getFileName() + " cannot be read again: " + e.sentence(), e);
        }
    }
}
