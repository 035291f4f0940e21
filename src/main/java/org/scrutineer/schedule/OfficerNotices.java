package org.scrutineer.schedule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Letters;
import org.scrutineer.distribution.Message.Line;
import org.scrutineer.distribution.Outbox;
import org.scrutineer.pipeline.FindingsFilter;
import org.scrutineer.pipeline.OpenFindings;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.RunFinished;
import org.scrutineer.pipeline.RunReport;
import org.scrutineer.pipeline.RunsEnded;
import org.scrutineer.pipeline.Troubles;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who look after the returns what waits for them: runs that failed, returns to correct, questions across
 * returns, mail that did not go out. Each is told once for its cause. That a release waits for approval is told by
 * {@link org.scrutineer.distribution.Releasing} to those who may approve it.
 */
@Component
class OfficerNotices {

    static final String MAIL_KIND = "mail-not-sent";

    private final OpenFindings findings;
    private final Outbox outbox;
    private final Letters letters;
    private final ToldCauses told;

    OfficerNotices(OpenFindings findings, Outbox outbox, Letters letters, ToldCauses told) {
        this.findings = findings;
        this.outbox = outbox;
        this.letters = letters;
        this.told = told;
    }

    /** Whoever started the runs: the timetable, or a person. */
    @EventListener
    @Transactional
    public void ended(RunsEnded ended) {
        RunReport report = ended.report();
        for (RunReport.Failure failure : report.failed()) {
            letters.runFailed(
                    failure.run().number(),
                    failure.run().period(),
                    failure.published(),
                    Troubles.withoutQuotes(failure.cause()));
        }
        for (RunReport.Closed closed : report.closed()) {
            letters.toOfficers(
                    "period-closed",
                    closed.period().toString(),
                    closed.period().title() + " has something new and is not run any more",
                    List.of(Line.paragraph(closed.sentence())));
        }
    }

    /** Noted with the end of the run, so that it is told whatever becomes of the process afterwards. */
    @EventListener
    @Transactional
    public void finished(RunFinished finished) {
        PeriodStatus status = finished.status();
        status.newestRun().ifPresent(run -> tell(run.number(), status));
    }

    private void tell(int run, PeriodStatus status) {
        List<String> teams = status.toCorrect().stream()
                .map(PeriodStatus.ReturnStatus::team)
                .distinct()
                .toList();
        if (!teams.isEmpty()) {
            letters.returnsToCorrect(run, status.period(), teams);
        }
        int questions = findings.acrossReturns(across(status.period())).size();
        if (questions > 0) {
            letters.toOfficers(
                    "discrepancies",
                    "run " + run,
                    "run " + run + " of " + status.period().title() + ": questions across returns",
                    List.of(Line.paragraph(
                            "Run " + run + " of " + status.period().title() + " has "
                                    + (questions == 1 ? "1 question" : questions + " questions")
                                    + " that only show across returns. The command findings --period " + status.period()
                                    + " lists what they are.")));
        }
    }

    private static FindingsFilter across(ReportingPeriod period) {
        return new FindingsFilter(Optional.of(period), Optional.empty(), Severity.QUERY, Optional.empty());
    }

    /** Tells of mail that a person has to decide about; notices of that kind are left out, or they would never end. */
    @Transactional
    public void tellOfMail() {
        List<Delivery> fresh = outbox.all().stream()
                .filter(delivery -> delivery.state().waitsForAPerson()
                        && !delivery.message().kind().equals(MAIL_KIND))
                .filter(delivery -> told.isNew(
                        "mail " + delivery.id() + " " + delivery.state().id()))
                .toList();
        if (!fresh.isEmpty()) {
            letters.toOfficers(
                    MAIL_KIND,
                    "from mail " + fresh.get(0).id() + ", "
                            + fresh.get(0).state().id(),
                    fresh.size() == 1 ? "a mail was not sent" : fresh.size() + " mails were not sent",
                    Stream.concat(
                                    fresh.stream().map(delivery -> Line.paragraph(sentence(delivery))),
                                    Stream.of(Line.paragraph(
                                            "The command send --again NUMBER --reason \"…\" sends one again.")))
                            .toList());
        }
    }

    private static String sentence(Delivery delivery) {
        String who = "Mail " + delivery.id() + " (" + delivery.message().kind() + ") to "
                + delivery.message().recipient().name();
        return switch (delivery.state()) {
            case FAILED -> who + " was refused by the mail server, or tried too often.";
            case UNKNOWN ->
                who + " was cut off while it was handed over: it may have been sent. Ask before you send it again.";
            default ->
                who
                        + " is held, as the ledger was restored: it may have been sent since. Ask before you send it again.";
        };
    }
}
