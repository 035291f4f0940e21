package org.scrutineer.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.AmendmentList;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.validation.Amending;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "amend",
        description = "Takes a list of cells that are to be read differently from what a return says. The file itself"
                + " stays as it is; the next run publishes its period anew.",
        footer = {
            "",
            "The list is a workbook whose first sheet has the columns submission, sheet, cell, old, new, reason, asked",
            "by and approved by. It is taken whole or not at all.",
            "",
            "Example:",
            "  scrutineer amend \"Amendments December 2018.xlsx\""
        })
class AmendCommand extends TellingCommand {

    @Parameters(paramLabel = "FILE", description = "the list, a workbook")
    @Nullable
    Path list;

    AmendmentList.Kind kind() {
        return AmendmentList.Kind.AMEND;
    }

    @Override
    public final Integer call() throws IOException {
        Path file = list;
        if (file == null || !Files.isRegularFile(file)) {
            throw new WrongCommandException("There is no file " + file + ".");
        }
        try (ConfigurableApplicationContext context = workplace().open()) {
            Amending.Outcome outcome = context.getBean(Pipeline.class).amend(file, kind());
            if (json) {
                out().println(OutcomeJson.amended(outcome));
                return outcome.problems().isEmpty() ? ExitCode.DONE : ExitCode.WRONG_CONFIGURATION;
            }
            if (!outcome.problems().isEmpty()) {
                spec().commandLine().getErr().println("Nothing was taken of the list:");
                outcome.problems()
                        .forEach(problem -> spec().commandLine().getErr().println("  " + problem.sentence()));
                return ExitCode.WRONG_CONFIGURATION;
            }
            out().println(Words.count(outcome.lines(), "line")
                    + " taken. The next run reads again and publishes anew:");
            outcome.amended()
                    .forEach(submission ->
                            out().println("  " + submission.period().title() + ": " + submission.fileName()));
        }
        return ExitCode.DONE;
    }
}
