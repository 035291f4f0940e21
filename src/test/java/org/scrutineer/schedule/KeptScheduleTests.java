package org.scrutineer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.console.Installation;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Message;
import org.scrutineer.distribution.Outbox;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.RunFinished;
import org.scrutineer.pipeline.RunReport;
import org.scrutineer.pipeline.RunsEnded;
import org.scrutineer.pipeline.Statuses;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Whom the schedule writes to and what it shows, on a clock that the test sets. Returns for December 2018 are due on Tuesday 15
 * January 2019; First Response Team 2 has no mail address.
 */
class KeptScheduleTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    @TempDir
    static Path folder;

    private static Installation installation;
    private static ConfigurableApplicationContext context;
    private static JdbcClient ledger;

    @BeforeAll
    static void open() throws IOException {
        installation = Installation.withoutFigures(folder);
        Path organisation = installation.catalogue().resolve("organisation.yaml");
        Files.writeString(
                organisation,
                Files.readString(organisation).replace("    email: first-response-2@childrens-services.example\n", ""));
        context = installation.open(ClockedApplication.class);
        ledger = context.getBean(JdbcClient.class);
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void nothingHasHappened() {
        for (String table : List.of(
                "delivery_attachment",
                "delivery",
                "told_cause",
                "scheduled_day",
                "scheduled_job",
                "finding",
                "run",
                "submission",
                "received_file")) {
            ledger.sql("delete from " + table).update();
        }
        remindAt("2019-01-07T09:00:00");
    }

    private static void remindAt(String londonTime) {
        ClockedApplication.CLOCK.set(londonTime);
        context.getBean("reminding", DailyJob.class).look();
    }

    /** The mails of a kind that were queued since this was asked last, with whom they go to. */
    private static List<String> told(String kind) {
        List<Message> messages = context.getBean(Outbox.class).all().stream()
                .map(Delivery::message)
                .filter(message -> message.kind().equals(kind))
                .toList();
        ledger.sql("delete from delivery where kind = ?").param(kind).update();
        return messages.stream()
                .map(message -> message.recipient().name() + ": "
                        + message.lines().get(0).text())
                .toList();
    }

    private static long received(String team, String verdict) {
        String hash = "hash of " + team;
        ledger.sql("insert into received_file (hash, name, size, received_at) values (?, ?, 1, timestamp with time zone"
                        + " '2019-01-14 09:00:00Z')")
                .params(hash, team + ".xlsx")
                .update();
        ledger.sql(
                        "insert into submission (file_hash, return_type, team, period, prepared_on, nothing_to_report, verdict)"
                                + " values (?, 'team-performance', ?, '2018-12', date '2019-01-14', '', ?)")
                .params(hash, team)
                .param(verdict)
                .update();
        return ledger.sql("select max(id) from submission").query(Long.class).single();
    }

    private static void toCorrect(long submission) {
        ledger.sql(
                        "insert into finding (submission, place_in_order, rule, severity, sheet, cell, found, expected, remedy)"
                                + " values (?, 1, 'a-rule', 'ERROR', 'Contacts', 'A7', 'Lily Canary', 'a number', 'Correct it.')")
                .param(submission)
                .update();
    }

    private static void runFinished(int number) {
        ledger.sql("insert into run (number, period, kind, started_by, started_at, finished_at, catalogue_hash,"
                        + " software_version, state) values (?, '2018-12', 'scheduled', 'a person',"
                        + " timestamp with time zone '2019-01-15 02:30:00Z', timestamp with time zone"
                        + " '2019-01-15 02:31:00Z', '', '', 'finished')")
                .param(number)
                .update();
    }

    @Test
    void teamsAreRemindedOnceAtEachStepAroundTheDeadlineUntilTheirReturnIsThere() {
        remindAt("2019-01-10T08:00:00");
        assertThat(told("reminder")).isEmpty();

        remindAt("2019-01-11T08:00:00");
        assertThat(told("reminder"))
                .hasSize(15)
                .contains(
                        "First Response Team 1: The return \"Team performance return\" for December 2018 is due on 15 January"
                                + " 2019, in 2 working days, and has not been received.",
                        "Performance Manager: These teams have a return for December 2018 to send or to correct and no mail"
                                + " address in organisation.yaml: First Response Team 2 (Team performance return, missing).")
                .noneMatch(mail -> mail.startsWith("First Response Team 2:"));

        remindAt("2019-01-11T17:00:00");
        remindAt("2019-01-14T08:00:00");
        remindAt("2019-01-15T08:00:00");
        assertThat(told("reminder")).isEmpty();

        received("first-response-1", null);
        toCorrect(received("first-response-3", "accepted-with-findings"));
        remindAt("2019-01-16T08:00:00");
        assertThat(told("reminder"))
                .hasSize(14)
                .contains(
                        "First Response Team 3: The return \"Team performance return\" for December 2018, which was due on 15"
                                + " January 2019, has something to correct or confirm. What, by sheet and cell, is in your folder"
                                + " first-response-3/2018-12. Correct your own workbook, raise Prepared on, and send it again.",
                        "First Response Team 4: The return \"Team performance return\" for December 2018 was due on 15 January"
                                + " 2019, 1 working day ago, and has not been received.")
                .noneMatch(mail -> mail.startsWith("First Response Team 1:"));

        remindAt("2019-01-21T08:00:00");
        assertThat(told("reminder")).isEmpty();
        remindAt("2019-01-22T08:00:00");
        assertThat(told("reminder"))
                .hasSize(14)
                .anyMatch(mail -> mail.startsWith("First Response Team 4:") && mail.contains("5 working days ago"));
        remindAt("2019-01-29T08:00:00");
        assertThat(told("reminder")).isEmpty();
    }

    @Test
    void stepsThatPassedWhileNobodyKeptTheScheduleAreMadeUpForByTheNewestAlone() {
        remindAt("2019-01-18T08:00:00");

        assertThat(told("reminder"))
                .hasSize(15)
                .anyMatch(mail -> mail.startsWith("First Response Team 4:") && mail.contains("3 working days ago"));
    }

    @Test
    void officersAreRemindedOfPapersWhoseMonthsAreNotApproved() {
        remindAt("2019-01-18T08:00:00");
        assertThat(told("papers-due")).isEmpty();
        remindAt("2019-01-21T08:00:00");
        remindAt("2019-01-22T08:00:00");

        assertThat(told("papers-due"))
                .containsExactly(
                        "Performance Manager: The papers for the meeting of 5 February 2019 are due on 28 January"
                                + " 2019, in 5 working days. Of its months nothing is approved of: October 2018, November 2018,"
                                + " December 2018.");
    }

    @Test
    void officersAreToldWhyARunFailedWithoutWhatItQuotes() {
        var full = new RunReport.Failure(
                new Run(7, DECEMBER, Run.State.FAILED), new IOException("No space left on device"), false);
        var unforeseen = new RunReport.Failure(
                new Run(8, DECEMBER, Run.State.FAILED), new IllegalStateException("no number: Lily Canary"), true);

        ended(List.of(full, unforeseen), List.of());
        ended(List.of(full), List.of());

        assertThat(told("run-failed"))
                .containsExactly(
                        "Performance Manager: Run 7 of December 2018 failed and published nothing. The disk is full. Make room"
                                + " on the disk of the output folder, then start again.",
                        "Performance Manager: Run 8 of December 2018 failed after it had published. It is a fault that nobody"
                                + " foresaw (IllegalStateException in"
                                + " KeptScheduleTests.officersAreToldWhyARunFailedWithoutWhatItQuotes). The command run tries"
                                + " again and says more; the log of the time says all.");
    }

    @Test
    void officersAreToldOnceOfReturnsToCorrectAndOfPeriodsThatAreNotRunAnyMore() {
        toCorrect(received("first-response-3", "accepted-with-findings"));
        runFinished(3);
        PeriodStatus status = context.getBean(Statuses.class).of(DECEMBER);
        var closed = new RunReport.Closed(DECEMBER, "December 2018 has something new and is not run.");

        for (int times = 0; times < 2; times++) {
            context.publishEvent(new RunFinished(status));
            ended(List.of(), List.of(closed));
        }

        assertThat(told("returns-to-correct"))
                .containsExactly(
                        "Performance Manager: Run 3 of December 2018 has ended. 1 team has something to correct: First"
                                + " Response Team 3.");
        assertThat(told("period-closed"))
                .containsExactly("Performance Manager: December 2018 has something new and is not run.");
    }

    private static void ended(List<RunReport.Failure> failed, List<RunReport.Closed> closed) {
        context.publishEvent(new RunsEnded(new RunReport(
                0, 0, List.of(), List.of(), failed, List.of(), List.of(), List.of(), closed, false, List.of(),
                List.of(), List.of())));
    }

    @Test
    void aRoundSendsWhatWaitsAndTellsOfficersOnceOfMailThatNeedsAPerson() {
        remindAt("2019-01-11T08:00:00");
        ledger.sql("update delivery set state = 'unknown' where recipient = 'first-response-1'")
                .update();
        MailRound round = context.getBean(MailRound.class);

        round.look();
        round.look();

        assertThat(ledger.sql("select state || ' ' || count(*) from delivery where kind = 'reminder' group by state"
                                + " order by state")
                        .query(String.class)
                        .list())
                .containsExactly("sent 14", "unknown 1");
        assertThat(ledger.sql("select state from delivery where kind = 'mail-not-sent'")
                        .query(String.class)
                        .list())
                .containsExactly("sent");
        assertThat(told("mail-not-sent"))
                .singleElement()
                .asString()
                .matches(
                        "Performance Manager: Mail [0-9]+ \\(reminder\\) to First Response Team 1 was cut off while it was"
                                + " handed over: it may have been sent\\. Ask before you send it again\\.");
    }

    @Test
    void theStatusPageShowsWhoHasWhatToDoAndQuotesNoReturn() throws IOException {
        toCorrect(received("first-response-3", "accepted-with-findings"));
        runFinished(3);
        ClockedApplication.CLOCK.set("2019-01-16T08:00:00");

        ended(List.of(), List.of());

        String page = Files.readString(installation.output().resolve("internal/status.html"));
        assertThat(page)
                .contains("As at 16 January 2019, 08:00.")
                .contains("<li>December 2018: 14 returns missing.</li>")
                .contains("<li>December 2018: 1 return with something to correct or confirm.</li>")
                .contains("1 of 15 expected returns received. Published by run 3.")
                .contains(
                        "<th scope=\"row\">First Response Team 4</th>\n<td>Team performance return</td>\n<td>15 January"
                                + " 2019</td>\n<td>Missing, 1 working day overdue</td>\n<td>None</td>")
                .contains(
                        "<th scope=\"row\">First Response Team 3</th>\n<td>Team performance return</td>\n<td>15 January"
                                + " 2019</td>\n<td>In time</td>\n<td>1</td>")
                .contains("<caption>Runs of December 2018</caption>")
                .contains("<td>28 January 2019</td>\n<td>October 2018, November 2018, December 2018</td>")
                .contains("No backup has been made.")
                .doesNotContain("Canary");
        isAccessible(page);
    }

    /** As far as a page without pictures and forms can fail to be. */
    private static void isAccessible(String page) {
        assertThat(page)
                .startsWith(
                        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\""
                                + " content=\"width=device-width, initial-scale=1\">\n<title>Status: Northamptonshire")
                .contains("<a class=\"skip\" href=\"#main\">")
                .containsOnlyOnce("<main id=\"main\">")
                .containsOnlyOnce("<h1>")
                .doesNotContainPattern("<h[3-6]")
                .doesNotContainPattern("<th>|<table>\n(?!<caption>)")
                .doesNotContain("http");
        assertThat(unbalanced(page)).isEmpty();
    }

    /** Elements that are not closed, or not in the order they were opened. */
    private static List<String> unbalanced(String page) {
        Deque<String> open = new ArrayDeque<>();
        var wrong = new ArrayList<String>();
        Matcher tags = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*>").matcher(page);
        while (tags.find()) {
            if (tags.group(1).isEmpty()) {
                if (!tags.group(2).equals("meta")) {
                    open.push(tags.group(2));
                }
            } else if (open.isEmpty() || !open.pop().equals(tags.group(2))) {
                wrong.add(tags.group());
            }
        }
        return Stream.concat(wrong.stream(), open.stream()).toList();
    }

    @Test
    void thatTheStatusPageCannotBeWrittenFailsNoRun() throws IOException {
        Path internal = installation.output().resolve("internal");
        FileSystemUtils.deleteRecursively(internal);
        Files.writeString(internal, "in the way");
        try {
            ended(List.of(), List.of());

            assertThat(internal).hasContent("in the way");
        } finally {
            Files.delete(internal);
        }
    }
}
