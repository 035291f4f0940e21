package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scrutineer.answers.CheckAnswers;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.CellCount;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Verdict;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Reads and checks workbooks as a run would, and keeps nothing of them.",
        footer = {"", "Example:", "  scrutineer check \"FRT1 Dec 18.xlsx\""})
final class CheckCommand extends ConsoleCommand {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "the workbooks to check")
    List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "prints JSON")
    boolean json;

    @Option(names = "--fail-on-findings", description = "ends with 1 where a workbook has to be corrected")
    boolean failOnFindings;

    @Option(
            names = "--marked",
            paramLabel = "DIR",
            description = "writes into this folder what would go back to the team: its workbook, marked")
    @Nullable
    Path marked;

    /**
     * What became of a file.
     *
     * @param rows empty where it was not read
     * @param cells by dataset; empty where it was not read
     * @param answer what would go back, if it was asked for
     */
    record Checked(
            Path file,
            Verdict verdict,
            List<Finding> findings,
            List<RowCount> rows,
            Map<String, CellCount> cells,
            @Nullable Path answer) {

        /** The rule that refused or held it, if it was. */
        @Nullable
        String reason() {
            return verdict.isAccepted()
                    ? null
                    : findings.stream()
                            .filter(finding -> finding.severity() == Severity.BLOCK)
                            .map(Finding::rule)
                            .findFirst()
                            .orElse(null);
        }
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new WrongCommandException("There is no file " + file + ".");
            }
        }
        PrintWriter out = out();
        var checked = new ArrayList<Checked>();
        Path scratch = Files.createTempDirectory("scrutineer-check-");
        try (ConfigurableApplicationContext context = workplace().tryOut(scratch)) {
            CheckAnswers answers = context.getBean(CheckAnswers.class);
            for (Path file : files) {
                checked.add(check(file, answers));
            }
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        if (json) {
            out.println(FindingJson.checked(checked));
        } else {
            checked.forEach(entry -> print(entry, out));
        }
        boolean findings = checked.stream().anyMatch(entry -> entry.verdict() != Verdict.ACCEPTED);
        return failOnFindings && findings ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private Checked check(Path file, CheckAnswers answers) throws IOException {
        CheckAnswers.Outcome outcome = answers.check(file);
        Path answer = null;
        if (marked != null) {
            Files.createDirectories(marked);
            answer = answers.write(outcome, marked);
        }
        return new Checked(file, outcome.verdict(), outcome.findings(), outcome.counts(), outcome.cells(), answer);
    }

    private static void print(Checked checked, PrintWriter out) {
        out.println(checked.file() + ": " + checked.verdict().id().replace('-', ' '));
        for (RowCount count : checked.rows()) {
            out.println("  " + count.dataset() + ": " + Words.number(count.read()) + " rows read = "
                    + Words.number(count.accepted()) + " accepted + " + Words.number(count.refused()) + " refused + "
                    + Words.number(count.blank()) + " blank");
            CellCount cells = checked.cells().get(count.dataset());
            if (cells != null) {
                out.println("  " + count.dataset() + ": " + Words.closure(cells));
            }
        }
        for (Finding finding : checked.findings()) {
            out.println("  " + finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.sentence());
        }
        if (checked.answer() != null) {
            out.println("  what would go back: " + checked.answer());
        }
    }
}
