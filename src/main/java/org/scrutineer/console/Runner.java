package org.scrutineer.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.scrutineer.audit.Actor;
import org.scrutineer.intake.FoldersAtRisk;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.pipeline.RunReport;
import org.scrutineer.pipeline.Statuses;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts runs for a person or a timetable at the command line: shows progress, stops when asked to, tells what came of it. */
final class Runner {

    private final TellingCommand command;
    private final boolean failOnFindings;

    Runner(TellingCommand command, boolean failOnFindings) {
        this.command = command;
        this.failOnFindings = failOnFindings;
    }

    /** What is to be run, for whom. */
    interface Start {
        RunReport by(Pipeline pipeline, String who) throws IOException;
    }

    /** @return how the command ends */
    int run(ConfigurableApplicationContext context, Start start) throws IOException {
        Pipeline pipeline = context.getBean(Pipeline.class);
        try (var progress = new Progress(command.meanwhile(), Terminal.find().isPresent());
                var signals = new StopSignals(pipeline::stop)) {
            context.addApplicationListener(progress);
            RunReport report = start.by(pipeline, context.getBean(Actor.class).account());
            progress.close();
            List<String> warnings = FoldersAtRisk.warnings(output(context));
            command.tell(() -> OutcomeJson.ran(report, warnings), () -> {
                new RunSummary(command.out(), context.getBean(Statuses.class)).print(report);
                warnings.forEach(command.out()::println);
            });
            if (report.stopped()) {
                return signals.exitCode().orElse(ExitCode.FAILED);
            }
            if (!report.failed().isEmpty() || isNothingButInTheWay(report)) {
                return ExitCode.FAILED;
            }
            return failOnFindings && RunSummary.hasFindings(report) ? ExitCode.FINDINGS : ExitCode.DONE;
        }
    }

    private static Path output(ConfigurableApplicationContext context) {
        return Path.of(context.getEnvironment().getRequiredProperty("folders.output"));
    }

    private static boolean isNothingButInTheWay(RunReport report) {
        return report.periods().isEmpty() && !report.inTheWay().isEmpty();
    }
}
