package org.scrutineer.distribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Message.Line;
import org.scrutineer.indicators.FigureWords;
import org.springframework.stereotype.Component;

/**
 * Words and queues what teams and those who look after the returns are told, in the caller's transaction. Each is queued
 * once, however often it is asked for, and nobody is written to whom the catalogue gives no mail address. A mail can be
 * read on its way: findings are never quoted in one, as they may name a child.
 */
@Component
public class Letters {

    static final String RELEASE_WAITS = "release-waits";
    static final String RETURNS_TO_CORRECT = "returns-to-correct";

    private final Catalogue catalogue;
    private final Recipients recipients;
    private final Outbox outbox;

    Letters(Catalogue catalogue, Recipients recipients, Outbox outbox) {
        this.catalogue = catalogue;
        this.recipients = recipients;
        this.outbox = outbox;
    }

    /** What became of a file that a team sent. */
    public enum Answer {
        ACCEPTED("accepted", "It was received and can be counted. There is nothing to correct."),
        /** It counts, all but what is wrong in it. */
        TO_CORRECT(
                "to correct",
                "It was received and can be counted, but there is something to correct or confirm in it."),
        REFUSED("cannot be counted", "It was received and cannot be counted as it is.");

        private final String words;
        private final String sentence;

        Answer(String words, String sentence) {
            this.words = words;
            this.sentence = sentence;
        }
    }

    /**
     * Tells a team what became of a file.
     *
     * @param fileHash of its bytes: the same file is answered once the same way
     * @param fileName as the team called it, without folders
     * @param toCorrect how many things there are to correct or confirm
     * @param where the team finds the receipt or the marked workbook
     */
    public void answer(
            String team,
            ReportingPeriod period,
            String fileHash,
            String fileName,
            Answer answer,
            int toCorrect,
            String where) {
        List<Line> lines = List.of(
                Line.paragraph(
                        "Your file " + HeaderText.of(fileName) + " for " + period.title() + ": " + answer.sentence),
                Line.paragraph(
                        answer == Answer.ACCEPTED
                                ? "The receipt is " + where + "."
                                : "There " + (toCorrect == 1 ? "is " : "are ")
                                        + FigureWords.count(toCorrect, "thing", "things") + " to correct or confirm; "
                                        + "which, by sheet and cell, is in " + where
                                        + ". Correct your own workbook, raise Prepared on, and send it again. Each run"
                                        + " writes a newer answer beside it, which knows of earlier returns too."));
        toTeam(
                team,
                "answer",
                fileHash + " " + answer.words,
                "Return for " + period.title() + ": " + answer.words,
                lines);
    }

    /**
     * Reminds a team of a return that has not come.
     *
     * @param returnType as people call it
     * @param due the last day on which it is in time
     * @param workingDaysLeft to that day; below 0 once it has passed
     */
    public void remind(String team, ReportingPeriod period, String returnType, LocalDate due, int workingDaysLeft) {
        String day = FigureWords.date(due);
        String when = workingDaysLeft > 0
                ? "is due on " + day + ", in " + FigureWords.count(workingDaysLeft, "working day", "working days")
                : workingDaysLeft == 0
                        ? "is due today, " + day
                        : "was due on " + day + ", "
                                + FigureWords.count(-workingDaysLeft, "working day", "working days") + " ago";
        toTeam(
                team,
                "reminder",
                period + " " + returnType + " " + due + " " + workingDaysLeft,
                returnType + " for " + period.title() + " " + when,
                List.of(
                        Line.paragraph("The return \"" + returnType + "\" for " + period.title() + " " + when
                                + ", and has not been received."),
                        Line.paragraph(
                                "If there is nothing to report, send it all the same and say so on its first sheet,"
                                        + " under Nothing to report for.")));
    }

    /**
     * Tells those who look after the returns that a run failed.
     *
     * @param published whether its publication had appeared by then
     * @param reason in whole sentences, without personal data
     */
    public void runFailed(int run, ReportingPeriod period, boolean published, String reason) {
        toOfficers(
                "run-failed",
                "run " + run + " " + reason,
                "Run " + run + " of " + period.title() + " failed",
                List.of(
                        Line.paragraph("Run " + run + " of " + period.title()
                                + (published ? " failed after it had published. " : " failed and published nothing. ")
                                + reason),
                        Line.paragraph("What was published before stands. The next start goes on where it stopped.")));
    }

    /** Tells those who look after the returns that a run ended, and that some returns have to be corrected. */
    public void returnsToCorrect(int run, ReportingPeriod period, List<String> teams) {
        toOfficers(
                RETURNS_TO_CORRECT,
                "run " + run,
                "Run " + run + " of " + period.title() + ": returns to correct",
                List.of(
                        Line.paragraph("Run " + run + " of " + period.title() + " has ended. "
                                + FigureWords.count(teams.size(), "team has", "teams have") + " something to correct: "
                                + FigureWords.list(teams) + "."),
                        Line.paragraph("The command findings lists what it is; the teams have it in their folders.")));
    }

    /** Tells those who may approve them that publications wait for that; each is told of all that wait for him or her. */
    void releaseWaits(int run, ReportingPeriod period, List<Audience> audiences) {
        Map<Recipient, List<String>> waiting = new LinkedHashMap<>();
        for (Audience audience : audiences) {
            recipients
                    .approvers(audience)
                    .forEach(approver -> waiting.computeIfAbsent(approver, first -> new ArrayList<>())
                            .add(audience.name()));
        }
        waiting.forEach((approver, names) -> outbox.queue(message(
                approver,
                RELEASE_WAITS,
                "run " + run,
                period.title() + " waits for approval (run " + run + ")",
                List.of(
                        Line.paragraph("Run " + run + " of " + period.title() + " has published for "
                                + FigureWords.list(names) + ". Nobody is told before it is approved."),
                        Line.paragraph("Look at it, and give the command: approve --period " + period
                                + ". Whoever started the run cannot approve it.")))));
    }

    /** Queues a message to all who look after the returns; {@code what} tells it from others of its kind. */
    public void toOfficers(String kind, String what, String subject, List<Line> lines) {
        recipients.officers().forEach(officer -> outbox.queue(message(officer, kind, what, subject, lines)));
    }

    /** Queues a message to a team; {@code what} tells it from others of its kind. */
    public void toTeam(String team, String kind, String what, String subject, List<Line> lines) {
        recipients.team(team).ifPresent(known -> outbox.queue(message(known, kind, what, subject, lines)));
    }

    private Message message(Recipient recipient, String kind, String what, String subject, List<Line> lines) {
        return new Message(
                kind + ", " + what + ", to " + recipient.id(),
                kind,
                recipient,
                catalogue.organisation().name() + ": " + subject,
                lines);
    }
}
