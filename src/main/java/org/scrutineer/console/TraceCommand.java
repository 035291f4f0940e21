package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.Actor;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.Archive;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.trace.CellTrace;
import org.scrutineer.trace.CellTracer;
import org.scrutineer.trace.FigureTrace;
import org.scrutineer.trace.FigureTracer;
import org.scrutineer.trace.NotTraceableException;
import org.scrutineer.trace.TraceLog;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "trace",
        description = "Follows a figure to the cells it came from, or a cell to the figures it feeds.",
        footer = {
            "",
            "Examples:",
            "  scrutineer trace --period 2018-12 --indicator AS01",
            "  scrutineer trace --period 2018-12",
            "  scrutineer trace --period 2018-12 --indicator AS01 --organisation \"First Response Team 1\" --json",
            "  scrutineer trace --file \"FRT1 Dec 18.xlsx\" --cell Assessments!C14",
            "",
            "Without an indicator every figure of the run is compared with the rows behind it.",
            "It looks at the period's newest finished run, with the returns and the catalogue of that run, and ends",
            "with 3 where the rows do not sum to the figure. Values that say something of a person are masked unless",
            "they are asked for with a reason; who asked, when and why is kept."
        })
final class TraceCommand extends ConsoleCommand {

    @Option(names = "--period", paramLabel = "PERIOD", description = "the figure's period, e.g. 2018-12")
    @Nullable
    String period;

    @Option(names = "--indicator", paramLabel = "CODE", description = "the figure's indicator, e.g. AS01")
    @Nullable
    String indicator;

    @Option(
            names = "--organisation",
            paramLabel = "NAME",
            description = "the service or team it is about, by name or id (the organisation as a whole)")
    @Nullable
    String organisation;

    @Option(
            names = "--authority",
            paramLabel = "CODE",
            description = "the authority whose part it is; NEITHER for rows of none (all together)")
    String authority = "";

    @Option(
            names = "--timing",
            paramLabel = "TIMING",
            description = "e.g. month or rolling-12-months (the indicator's main one)")
    @Nullable
    String timing;

    @Option(names = "--run", paramLabel = "NUMBER", description = "this run (the newest finished one of the period)")
    @Nullable
    Integer number;

    @Option(names = "--file", paramLabel = "FILE", description = "a received file, by name, hash or path")
    @Nullable
    String file;

    @Option(names = "--cell", paramLabel = "CELL", description = "a cell of it with its sheet, e.g. Assessments!C14")
    @Nullable
    String cell;

    @Option(names = "--json", description = "prints JSON")
    boolean json;

    @Option(names = "--personal", description = "shows values of personal columns; needs --reason")
    boolean personal;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why they are needed; it is kept")
    @Nullable
    String reason;

    @Override
    public Integer call() throws IOException {
        boolean ofFigure = period != null && file == null && cell == null;
        boolean ofCell = file != null && cell != null && indicator == null && period == null && number == null;
        if (!ofFigure && !ofCell) {
            throw new WrongCommandException("What is to be traced? Give --period and --indicator for a figure, --period"
                    + " alone for all figures of a run, or --file and --cell for a cell.");
        }
        if (personal != (reason != null && !reason.isBlank())) {
            throw new WrongCommandException(
                    personal
                            ? "Values of personal columns are shown with a reason only: give --reason \"…\"."
                            : "A --reason is given with --personal only.");
        }
        try (ConfigurableApplicationContext context = workplace().open()) {
            return ofFigure ? traceFigure(context) : traceCell(context);
        } catch (NotTraceableException e) {
            throw new WrongCommandException(String.valueOf(e.getMessage()));
        }
    }

    private int traceFigure(ConfigurableApplicationContext context) throws NotTraceableException, IOException {
        Run run = run(context.getBean(Runs.class), known(String.valueOf(period), context));
        if (indicator == null) {
            return checkAll(run, context.getBean(FigureTracer.class));
        }
        var question = new FigureTrace.Question(run, indicator, organisation, authority, timing(), personal);
        log(context, question.subject());
        FigureTrace trace = context.getBean(FigureTracer.class).trace(question);
        if (json) {
            out().println(TraceJson.figure(trace));
        } else {
            TraceText.print(trace, out());
        }
        return trace.agreement() == FigureTrace.Agreement.DIFFERS ? ExitCode.FAILED : ExitCode.DONE;
    }

    private int checkAll(Run run, FigureTracer tracer) throws IOException {
        if (organisation != null || !authority.isEmpty() || timing != null || personal) {
            throw new WrongCommandException("Which indicator? Give --indicator CODE with --organisation, --authority,"
                    + " --timing and --personal.");
        }
        List<FigureTracer.Checked> checked = tracer.check(run);
        if (json) {
            out().println(TraceJson.checked(run, checked));
        } else {
            TraceText.print(run, checked, out());
        }
        return checked.stream().anyMatch(one -> one.agreement() == FigureTrace.Agreement.DIFFERS)
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }

    private int traceCell(ConfigurableApplicationContext context) throws NotTraceableException, IOException {
        log(context, "cell " + cell + " of " + file);
        CellTracer tracer = context.getBean(CellTracer.class);
        CellTrace trace = tracer.trace(received(String.valueOf(file), tracer), String.valueOf(cell), personal);
        PrintWriter out = out();
        if (json) {
            out.println(TraceJson.cell(trace));
        } else {
            TraceText.print(trace, out);
        }
        return ExitCode.DONE;
    }

    /** A file of the disk is looked for by its bytes, unless one was received under that name. */
    private static String received(String file, CellTracer tracer) throws IOException {
        try {
            Path path = Path.of(file);
            return !tracer.isReceived(file) && Files.isRegularFile(path) ? Archive.hash(path) : file;
        } catch (InvalidPathException isNoPath) {
            return file;
        }
    }

    private void log(ConfigurableApplicationContext context, String subject) {
        if (personal) {
            context.getBean(TraceLog.class)
                    .record(context.getBean(Actor.class).account(), subject, String.valueOf(reason));
        }
    }

    private Run run(Runs runs, ReportingPeriod month) {
        if (number == null) {
            return runs.newest(month)
                    .orElseThrow(() -> new WrongCommandException("No run of " + month.title() + " has finished yet."));
        }
        Optional<Run> run = runs.finished(number);
        if (run.isEmpty()) {
            throw new WrongCommandException("There is no finished run " + number + ".");
        }
        if (!run.get().period().equals(month)) {
            throw new WrongCommandException(
                    "Run " + number + " is of " + run.get().period().title() + ", not of " + month.title() + ".");
        }
        return run.get();
    }

    private @Nullable Timing timing() {
        if (timing == null) {
            return null;
        }
        var known = new ArrayList<String>();
        for (Timing one : Timing.values()) {
            if (one.id().equals(timing)) {
                return one;
            }
            known.add(one.id());
        }
        throw new WrongCommandException("\"" + timing + "\" is no timing; there are: " + String.join(", ", known) + "."
                + nearest(timing, known));
    }

    private static String nearest(String said, List<String> known) {
        return Names.nearest(said, known)
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
    }
}
