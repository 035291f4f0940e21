package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scrutineer.lint.Linter;
import org.scrutineer.lint.Problem;
import org.scrutineer.workbook.UnreadableWorkbookException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lint",
        description = {
            "Holds workbooks against the rules for accessible and trustworthy ones, whoever made them.",
            "Essential is what the accessibility regulations ask for, recommended what the guidance for public "
                    + "bodies does, trust what makes figures fit to be trusted."
        },
        footer = {"", "Example:", "  scrutineer lint \"Board report.xlsx\""})
final class LintCommand extends ConsoleCommand {

    /** Told one by one; of more the number. */
    private static final int TOLD = 10;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "the workbooks (.xlsx or .xlsm) to check")
    List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "prints JSON, with all problems")
    boolean json;

    @Option(names = "--fail-on-findings", description = "ends with 1 where a workbook breaks a rule or cannot be read")
    boolean failOnFindings;

    /** @param unreadable why it could not be read; null where it was */
    record Linted(
            Path file, List<Problem> problems, @Nullable String unreadable) {}

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new WrongCommandException("There is no file " + file + ".");
            }
        }
        List<Linted> linted = new ArrayList<>();
        for (Path file : files) {
            linted.add(lint(file));
        }
        if (json) {
            out().println(FileJson.linted(linted));
        } else {
            linted.forEach(entry -> print(entry, out()));
        }
        boolean broken = linted.stream()
                .anyMatch(
                        entry -> entry.unreadable() != null || !entry.problems().isEmpty());
        return failOnFindings && broken ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static Linted lint(Path file) throws IOException {
        try {
            return new Linted(file, Linter.check(file, List.of()), null);
        } catch (UnreadableWorkbookException e) {
            return new Linted(file, List.of(), e.sentence() + ". " + e.refusal().remedy());
        }
    }

    private static void print(Linted linted, PrintWriter out) {
        if (linted.unreadable() != null) {
            out.println(linted.file() + ": cannot be read: " + linted.unreadable());
            return;
        }
        int count = linted.problems().size();
        out.println(linted.file() + ": " + (count == 0 ? "breaks no rule" : Words.count(count, "problem")));
        for (int i = 0; i < count; ) {
            int next = i;
            Problem first = linted.problems().get(i);
            while (next < count && isSame(first, linted.problems().get(next))) {
                next++;
            }
            List<Problem> same = linted.problems().subList(i, next);
            same.stream()
                    .limit(TOLD)
                    .forEach(problem -> out.println(
                            "  " + level(problem) + ", " + problem.rule().id() + ": " + problem.sentence()));
            if (same.size() > TOLD) {
                out.println("    and " + Words.number(same.size() - TOLD) + " more of "
                        + first.rule().id() + " on sheet " + first.sheet() + " (--json lists them)");
            }
            i = next;
        }
    }

    private static boolean isSame(Problem one, Problem other) {
        return one.rule() == other.rule() && Objects.equals(one.sheet(), other.sheet());
    }

    private static String level(Problem problem) {
        return problem.rule().level().name().toLowerCase(Locale.ROOT);
    }
}
