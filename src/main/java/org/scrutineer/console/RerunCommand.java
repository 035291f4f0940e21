package org.scrutineer.console;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.Actor;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.pipeline.RebuildRequest;
import org.scrutineer.pipeline.Rebuilt;
import org.scrutineer.pipeline.RerunRequest;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rerun",
        description = "Runs a period again with what is known today: its returns, the catalogue, the targets. What was"
                + " published before stays as it is; the new publication tells what has changed and why.",
        footer = {
            "",
            "Examples:",
            "  scrutineer rerun --period 2018-12 --reason \"the target was set anew\"",
            "  scrutineer rerun --period 2018-12 --as-issued --run 3",
            "  scrutineer rerun --from 2018-04 --to 2018-12 --reason \"new definition of AS01\""
        })
final class RerunCommand extends TellingCommand {

    @Option(names = "--period", paramLabel = "PERIOD", description = "the period, e.g. 2018-12")
    @Nullable
    String period;

    @Option(names = "--from", paramLabel = "PERIOD", description = "the first of several periods")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "PERIOD", description = "the last of them")
    @Nullable
    String to;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "why; demanded where a period has been published before")
    @Nullable
    String reason;

    @Option(
            names = "--as-issued",
            description = "builds a run again exactly as it was issued, in a folder of its own, and says what differs")
    boolean asIssued;

    @Option(names = "--run", paramLabel = "NUMBER", description = "with --as-issued: this run, not the newest")
    @Nullable
    Integer run;

    @Option(
            names = "--yes",
            description = "does not show beforehand what would be touched, and does not ask; for scripts")
    boolean yes;

    @Option(names = "--fail-on-findings", description = "ends with 1 where a return has to be corrected")
    boolean failOnFindings;

    @Override
    public Integer call() throws IOException {
        ReportingPeriod first = first();
        ReportingPeriod last = to == null ? first : RunCommand.read(to);
        if (run != null && !asIssued || asIssued && !last.equals(first)) {
            throw new WrongCommandException("--run goes with --as-issued, and --as-issued with a single --period.");
        }
        if (json && !yes && !asIssued) {
            throw new WrongCommandException(
                    "With --json nobody is asked whether to go on: give --yes, or look first at what"
                            + " preview --from " + first + " --to " + last + " --json says.");
        }
        try (ConfigurableApplicationContext context = workplace().open()) {
            if (asIssued) {
                return rebuild(context, first);
            }
            if (!yes && !isWanted(context.getBean(Pipeline.class), first, last)) {
                out().println("Nothing was done.");
                return ExitCode.DONE;
            }
            return runner(failOnFindings)
                    .run(
                            context,
                            (pipeline, who) ->
                                    pipeline.rerun(new RerunRequest(first, last, Optional.ofNullable(reason), who)));
        }
    }

    /** Shows beforehand what would be touched, and asks. */
    private boolean isWanted(Pipeline pipeline, ReportingPeriod first, ReportingPeriod last) throws IOException {
        Console terminal = Terminal.find()
                .orElseThrow(() -> new WrongCommandException(
                        "There is no terminal to ask on whether to go on: give --yes, or look first at"
                                + " what preview --from " + first + " --to " + last + " says."));
        PreviewText.print(pipeline.preview(first, last), out());
        out().print("Run it? [y/N] ");
        out().flush();
        String answer = terminal.readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private int rebuild(ConfigurableApplicationContext context, ReportingPeriod of) throws IOException {
        String who = context.getBean(Actor.class).account();
        Rebuilt rebuilt =
                context.getBean(Pipeline.class).rebuild(new RebuildRequest(of, Optional.ofNullable(run), who));
        tell(() -> OutcomeJson.rebuilt(rebuilt), () -> print(rebuilt, out()));
        return failOnFindings && !rebuilt.differing().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static void print(Rebuilt rebuilt, PrintWriter out) {
        String run = "Run " + rebuilt.run().number() + " of "
                + rebuilt.run().period().title();
        out.println(run + " was built again as it was issued, in " + RunSummary.relative(rebuilt.folder()) + ".");
        if (rebuilt.differing().isEmpty()) {
            out.println("All " + Words.count(rebuilt.files(), "file") + " are byte for byte what was published.");
            return;
        }
        out.println(Words.number(rebuilt.differing().size()) + " of " + Words.count(rebuilt.files(), "file")
                + " came out otherwise"
                + (rebuilt.isByOtherSoftware()
                        ? ". Cause: software. Version " + rebuilt.softwareThen() + " published it, this is "
                                + rebuilt.softwareNow()
                        : "")
                + ":");
        for (Rebuilt.DifferingFile file : rebuilt.differing()) {
            out.println("  " + file.name());
            file.places().forEach(place -> out.println("    " + place));
        }
    }

    private ReportingPeriod first() {
        String named =
                period != null && from == null && to == null ? period : period == null && to != null ? from : null;
        if (named == null) {
            throw new WrongCommandException(
                    "Say what is to be run again: --period PERIOD, or --from PERIOD --to PERIOD.");
        }
        return RunCommand.read(named);
    }
}
