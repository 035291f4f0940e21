package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Verdict;
import org.scrutineer.validation.CheckedReturn;
import org.scrutineer.validation.ReturnChecker;
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

    /**
     * What became of a file.
     *
     * @param rows empty where it was not read
     */
    record Checked(Path file, Verdict verdict, List<Finding> findings, List<RowCount> rows) {

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
            Inbox inbox = context.getBean(Inbox.class);
            ReturnChecker checker = context.getBean(ReturnChecker.class);
            for (Path file : files) {
                checked.add(check(file, inbox, checker));
            }
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        if (json) {
            out.println(Json.checked(checked));
        } else {
            checked.forEach(entry -> print(entry, out));
        }
        boolean findings = checked.stream().anyMatch(entry -> entry.verdict() != Verdict.ACCEPTED);
        return failOnFindings && findings ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static Checked check(Path file, Inbox inbox, ReturnChecker checker) throws IOException {
        Inbox.Recognition recognition = inbox.recognise(file);
        if (recognition instanceof Inbox.Recognition.Recognised recognised) {
            CheckedReturn result = checker.tryOut(recognised.submission(), file);
            return new Checked(file, result.verdict(), result.findings(), result.counts());
        }
        return new Checked(file, Verdict.REFUSED, ((Inbox.Recognition.Unrecognised) recognition).findings(), List.of());
    }

    private static void print(Checked checked, PrintWriter out) {
        out.println(checked.file() + ": " + checked.verdict().id().replace('-', ' '));
        for (RowCount count : checked.rows()) {
            out.println("  " + count.dataset() + ": " + Words.number(count.read()) + " rows read = "
                    + Words.number(count.accepted()) + " accepted + " + Words.number(count.refused()) + " refused + "
                    + Words.number(count.blank()) + " blank");
        }
        for (Finding finding : checked.findings()) {
            out.println(
                    "  " + finding.severity().name().toLowerCase(java.util.Locale.ROOT) + ": " + finding.sentence());
        }
    }
}
