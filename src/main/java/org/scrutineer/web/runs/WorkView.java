package org.scrutineer.web.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.Notice;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.Preview;
import org.scrutineer.pipeline.Rebuilt;
import org.scrutineer.pipeline.RunDesk.Job;
import org.scrutineer.pipeline.RunDesk.Outcome;
import org.scrutineer.pipeline.RunDesk.Request;
import org.scrutineer.pipeline.RunReport;
import org.scrutineer.pipeline.Troubles;
import org.scrutineer.web.Tag;

/**
 * Work that somebody handed in, as its page tells it.
 *
 * @param sentences what came of it in short
 * @param notices of files that a person should know of
 * @param ran the periods that were worked on
 * @param previewed those that would be
 * @param differing files that came out otherwise when a run was built again
 * @param next what is offered now; null for nothing
 */
record WorkView(
        UUID id,
        String title,
        String who,
        Instant at,
        Tag state,
        boolean atWork,
        List<String> sentences,
        List<String> notices,
        List<RanPeriod> ran,
        List<PreviewedPeriod> previewed,
        List<DifferingFile> differing,
        @Nullable Next next) {

    WorkView {
        sentences = List.copyOf(sentences);
        notices = List.copyOf(notices);
        ran = List.copyOf(ran);
        previewed = List.copyOf(previewed);
        differing = List.copyOf(differing);
    }

    /**
     * A period that was worked on.
     *
     * @param run the number of its newest run; null where none has finished
     */
    record RanPeriod(String title, @Nullable Integer run, String returns, int toCorrect, String changed) {}

    /**
     * A period that would be worked on.
     *
     * @param trouble why its figures cannot be worked out; empty where they can
     * @param mails to whom, about what and when, in words
     */
    record PreviewedPeriod(
            String title,
            List<Return> returns,
            ChangesView changes,
            String trouble,
            String workbooks,
            List<String> mails) {

        PreviewedPeriod {
            returns = List.copyOf(returns);
            mails = List.copyOf(mails);
        }
    }

    /** A return that would be read. */
    record Return(String team, String file, String kind, String verdict, String late) {}

    /** @param places where it differs, as sentences */
    record DifferingFile(String name, List<String> places) {

        DifferingFile {
            places = List.copyOf(places);
        }
    }

    /**
     * What was previewed can be done.
     *
     * @param from null for what has arrived
     */
    record Next(@Nullable String from, @Nullable String to) {}

    static WorkView of(Job job) {
        var sentences = new ArrayList<String>();
        List<String> notices = List.of();
        List<RanPeriod> ran = List.of();
        List<PreviewedPeriod> previewed = List.of();
        List<DifferingFile> differing = List.of();
        Tag state;
        if (job.outcome() instanceof Outcome.Ran done) {
            state = state(done.report());
            tell(done.report(), sentences);
            notices = sentences(done.report().notices());
            ran = done.report().periods().stream()
                    .map(period -> ran(period, done.report()))
                    .toList();
        } else if (job.outcome() instanceof Outcome.Previewed done) {
            state = new Tag("Done", "green");
            sentences.add(
                    done.preview().periods().isEmpty()
                            ? "There is nothing new to do; a run would touch nothing."
                            : "Nothing was stored, published or sent.");
            notices = sentences(done.preview().notices());
            previewed =
                    done.preview().periods().stream().map(WorkView::previewed).toList();
        } else if (job.outcome() instanceof Outcome.Built done) {
            Rebuilt rebuilt = done.rebuilt();
            state = rebuilt.differing().isEmpty() ? new Tag("The same", "green") : new Tag("Not the same", "yellow");
            sentences.add(told(rebuilt));
            differing = rebuilt.differing().stream()
                    .map(file -> new DifferingFile(file.name(), file.places()))
                    .toList();
        } else if (job.outcome() instanceof Outcome.Refused refused) {
            state = new Tag("Not done", "yellow");
            sentences.add(refused.sentence());
        } else if (job.outcome() instanceof Outcome.Failed failed) {
            state = new Tag("Failed", "red");
            sentences.add(failed.sentence());
        } else {
            state = new Tag("At work", "blue");
        }
        return new WorkView(
                job.id(),
                RunWords.title(job.request()),
                job.who(),
                job.at(),
                state,
                job.isAtWork(),
                sentences,
                notices,
                ran,
                previewed,
                differing,
                previewed.isEmpty() ? null : next(job.request()));
    }

    private static @Nullable Next next(Request request) {
        return request instanceof Request.PreviewOfAgain again
                ? new Next(again.from().toString(), again.to().toString())
                : new Next(null, null);
    }

    private static Tag state(RunReport report) {
        if (!report.failed().isEmpty()) {
            return new Tag("Failed", "red");
        }
        if (report.stopped()) {
            return new Tag("Stopped", "yellow");
        }
        return report.periods().isEmpty() && !report.inTheWay().isEmpty()
                ? new Tag("Not done", "yellow")
                : new Tag("Done", "green");
    }

    private static void tell(RunReport report, List<String> sentences) {
        sentences.add(RunWords.count(report.found(), "file") + " in the input folder, "
                + (report.received() == 0 ? "none" : RunWords.number(report.received())) + " of them new.");
        if (report.stopped()) {
            sentences.add("Stopped before all was done, as asked. Nothing is lost: the next start goes on from there.");
            report.finished()
                    .forEach(run -> sentences.add("Run " + run.number() + " of "
                            + run.period().title() + " was finished before, and its figures are published."));
        }
        report.inTheWay()
                .forEach(holder -> sentences.add(
                        holder.sentence() + "; it was left to that. Wait for it to end, then start again."));
        report.closed().forEach(period -> sentences.add(period.sentence()));
        if (report.periods().isEmpty()
                && report.inTheWay().isEmpty()
                && report.closed().isEmpty()
                && !report.stopped()) {
            sentences.add("There was nothing new to do; nothing was read or published twice.");
        }
        for (RunReport.Failure failure : report.failed()) {
            sentences.add("Run " + failure.run().number() + " of "
                    + failure.run().period().title()
                    + (failure.published() ? " failed after it had published: " : " failed and published nothing: ")
                    + Troubles.sentence(failure.cause()) + " The next start goes on where it stopped.");
        }
    }

    private static List<String> sentences(List<Notice> notices) {
        return notices.stream().map(Notice::sentence).toList();
    }

    private static RanPeriod ran(PeriodStatus status, RunReport report) {
        Optional<ChangesView> changes = report.changes().stream()
                .filter(one -> one.run().period().equals(status.period()))
                .reduce((earlier, later) -> later)
                .filter(one -> !one.changed().isEmpty())
                .map(one -> ChangesView.of(one, true));
        return new RanPeriod(
                status.period().title(),
                status.newestRun().map(run -> run.number()).orElse(null),
                status.received() + " of " + status.expected(),
                status.toCorrect().size(),
                changes.map(ChangesView::summary).orElse("None that had been published"));
    }

    private static PreviewedPeriod previewed(Preview.Period period) {
        return new PreviewedPeriod(
                period.period().title(),
                period.returns().stream()
                        .map(one -> new Return(
                                one.team(),
                                one.fileName(),
                                one.kind().words(),
                                one.verdict(),
                                one.workingDaysLate() == 0
                                        ? "In time"
                                        : RunWords.count(one.workingDaysLate(), "working day") + " late"))
                        .toList(),
                ChangesView.of(period.changes(), period.published()),
                period.trouble(),
                String.join(", ", period.audiences()),
                period.mails().stream()
                        .map(mail -> mail.recipient() + " (" + mail.kind().replace('-', ' ') + "), "
                                + mail.onceReleased()
                                        .map(audience -> "once " + audience + " is released")
                                        .orElse("with the run"))
                        .toList());
    }

    private static String told(Rebuilt rebuilt) {
        String files = RunWords.count(rebuilt.files(), "file");
        if (rebuilt.differing().isEmpty()) {
            return "All " + files + " are byte for byte what was published.";
        }
        return RunWords.number(rebuilt.differing().size()) + " of " + files + " came out otherwise."
                + (rebuilt.isByOtherSoftware()
                        ? " Version " + rebuilt.softwareThen() + " of the software published it, this is "
                                + rebuilt.softwareNow() + "."
                        : "");
    }
}
