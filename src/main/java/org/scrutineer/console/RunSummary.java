package org.scrutineer.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Verdict;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.RunReport;
import org.scrutineer.pipeline.Statuses;
import org.scrutineer.pipeline.Troubles;
import org.scrutineer.rendering.Rendition;

/** What a run did, for the person who started it. */
final class RunSummary {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** After so many working days nobody counts them any more. */
    private static final int LONG_AGO = 60;

    /** What to do about another process that is at work. */
    static final String UNTIL_THEN =
            "Wait for it to end, then start again; should it have been killed, that is noticed" + " within a minute.";

    private final PrintWriter out;
    private final Statuses statuses;

    RunSummary(PrintWriter out, Statuses statuses) {
        this.out = out;
        this.statuses = statuses;
    }

    static boolean hasFindings(RunReport report) {
        return !report.unrecognised().isEmpty()
                || report.periods().stream()
                        .anyMatch(period -> !period.toCorrect().isEmpty());
    }

    void print(RunReport report) {
        out.println();
        out.println(Words.count(report.found(), "file") + " in the input folder, "
                + (report.received() == 0 ? "none" : Words.number(report.received())) + " of them new.");
        report.notices().forEach(notice -> out.println("  " + notice.sentence()));
        if (report.stopped()) {
            out.println("Stopped before all was done, as asked. Nothing is lost; the next start goes on from here.");
            report.finished()
                    .forEach(run -> out.println("Run " + run.number() + " of "
                            + run.period().title() + " was finished before, and its figures are published."));
            return;
        }
        report.inTheWay().forEach(holder -> out.println(holder.sentence() + "; it was left to that. " + UNTIL_THEN));
        report.closed().forEach(period -> out.println(period.sentence()));
        if (report.periods().isEmpty()
                && report.inTheWay().isEmpty()
                && report.closed().isEmpty()) {
            out.println("There was nothing new to do; nothing was read or published twice.");
            statuses.periods().forEach(period -> line(statuses.of(period)));
        }
        for (PeriodStatus period : report.periods()) {
            out.println();
            print(period, out);
            report.changes().stream()
                    .filter(changes -> changes.run().period().equals(period.period()))
                    .filter(changes -> !changes.changed().isEmpty())
                    .forEach(changes -> PreviewText.print(changes, out));
        }
        printUnrecognised(report);
        printChecked(report);
        for (ReportingPeriod period : report.catalogueChanged()) {
            out.println();
            out.println("The catalogue has changed since " + period.title()
                    + " was published; its figures were left as they are.");
        }
        for (RunReport.Failure failure : report.failed()) {
            out.println();
            out.println(failure.run().period().title() + ", run "
                    + failure.run().number()
                    + (failure.published() ? ", FAILED after it had published: " : ", FAILED and published nothing: ")
                    + Troubles.sentence(failure.cause()));
            out.println("The next start goes on where it stopped.");
        }
    }

    private void printUnrecognised(RunReport report) {
        if (!report.unrecognised().isEmpty()) {
            out.println();
            out.println("Files that cannot be told for a return");
            for (Submissions.Unrecognised file : report.unrecognised()) {
                file.findings().forEach(finding -> out.println("  " + finding.sentence()));
            }
        }
    }

    private void printChecked(RunReport report) {
        if (!report.checked().isEmpty()) {
            out.println();
            out.println("Only checked, and answered beside the file");
            report.checked().forEach(answer -> out.println("  " + relative(answer)));
        }
    }

    private void line(PeriodStatus status) {
        out.println("  " + status.period().title() + ": " + returns(status)
                + status.newestRun()
                        .map(run -> "; published by run " + run.number())
                        .orElse("; not published"));
    }

    /** A period as it stands, in a few lines. */
    static void print(PeriodStatus status, PrintWriter out) {
        out.println(status.period().title()
                + status.newestRun().map(run -> " (run " + run.number() + ")").orElse(" (not published)"));
        out.println("  Returns     " + returns(status));
        for (PeriodStatus.ExpectedReturn expected : status.expectedReturns()) {
            if (expected.isMissing()) {
                out.println("              missing: " + expected.title() + ", " + due(expected));
            } else if (expected.isLate()) {
                out.println("              late: " + expected.title() + ", prepared on "
                        + expected.preparedOn().map(DAY::format).orElseThrow() + ", was due on "
                        + DAY.format(expected.due()));
            }
        }
        PeriodStatus.Rows rows = status.rows();
        out.println("  Rows        " + Words.number(rows.read()) + " read = " + Words.number(rows.accepted())
                + " accepted + " + Words.number(rows.refused()) + " refused + " + Words.number(rows.blank())
                + " blank");
        out.println("  Cells       " + Words.closure(status.cells()));
        if (status.byFormerDefinitions() > 0) {
            out.println("  Definitions changed since " + Words.count(status.byFormerDefinitions(), "return")
                    + " had been checked; what was read and found then stays as it was");
        }
        out.println("  Figures     " + Words.number(status.figures()));
        keptOut(status).forEach((lacking, of) -> out.println("  Kept out    " + lacking + ": " + of));
        for (Path workbook : status.workbooks()) {
            out.println("  Workbook    " + relative(workbook));
        }
        for (Rendition rendition : status.renditions()) {
            out.println(
                    rendition.outcome() instanceof Rendition.NotMade notMade
                            ? "  No PDF      of " + rendition.document() + ". " + notMade.why()
                            : "  PDF         of " + rendition.document() + " was made");
        }
        status.returns().stream()
                .filter(entry -> entry.answer() != null && !entry.state().equals("superseded"))
                .forEach(entry -> out.println("  Corrected   " + entry.team() + ". " + entry.answer()));
        if (!status.toCorrect().isEmpty()) {
            out.println("  To correct");
        }
        for (PeriodStatus.ReturnStatus entry : status.toCorrect()) {
            Finding first = entry.toCorrect().get(0);
            out.println(
                    "    " + entry.team() + ", " + Words.count(entry.toCorrect().size(), "finding")
                            + (entry.toCorrect().size() == 1 ? ": " : ", the first: ") + first.sentence());
        }
    }

    private static String due(PeriodStatus.ExpectedReturn missing) {
        String day = DAY.format(missing.due());
        int left = missing.workingDaysLeft();
        if (left < -LONG_AGO) {
            return "was due on " + day;
        }
        if (left < 0) {
            return "was due on " + day + ", " + Words.count(-left, "working day") + " ago";
        }
        return left == 0 ? "due on " + day : "due on " + day + ", in " + Words.count(left, "working day");
    }

    private static String returns(PeriodStatus status) {
        String verdicts = Stream.of(
                        part(status.count(Verdict.ACCEPTED), "accepted"),
                        part(status.count(Verdict.ACCEPTED_WITH_FINDINGS), "accepted with findings"),
                        part(status.count(Verdict.HELD), "held"),
                        part(status.count(Verdict.REFUSED), "refused"),
                        part(
                                status.returns().stream()
                                        .filter(entry -> entry.state().equals("superseded"))
                                        .count(),
                                "superseded by a newer one"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return status.received() + " of " + status.expected() + " expected received"
                + (verdicts.isEmpty() ? "" : "; " + verdicts);
    }

    private static String part(long count, String what) {
        return count == 0 ? "" : count + " " + what;
    }

    /** The indicators that lack rows, by how many, as many of them lack the same ones. */
    private static Map<String, String> keptOut(PeriodStatus status) {
        return status.keptOut().stream()
                .collect(Collectors.groupingBy(
                        one -> Words.count(one.rows(), "row") + " of " + Words.count(one.returns(), "return"),
                        LinkedHashMap::new,
                        Collectors.mapping(one -> one.indicator().id(), Collectors.joining(", "))));
    }

    static Path relative(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }
}
