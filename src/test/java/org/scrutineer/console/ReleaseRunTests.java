package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.Scrutineer;
import org.scrutineer.audit.AuditVerdict;
import org.scrutineer.audit.AuditVerifier;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Issuing;
import org.scrutineer.distribution.NotReleasedException;
import org.scrutineer.distribution.Outbox;
import org.scrutineer.distribution.Postman;
import org.scrutineer.distribution.Release;
import org.scrutineer.distribution.Releases;
import org.scrutineer.distribution.Releasing;
import org.scrutineer.publication.PublishedHeads;
import org.scrutineer.publication.RunPublished;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What the sample returns' run published on its way to those who get it, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseRunTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    /** Told what waits and what went wrong, beside what is issued. */
    private static final String OFFICER = "performance-manager";

    private static final Optional<String> COMMITTEE = Optional.of("committee");

    @TempDir
    static Path folder;

    private static Installation installation;
    private static ConfigurableApplicationContext context;
    private static Releasing releasing;
    private static Issuing issuing;
    private static Releases releases;
    private static JdbcClient ledger;
    private static String account = "aexample";

    @BeforeAll
    static void openAfterTheRun() throws Exception {
        installation = Installation.afterSampleReturns(folder).installation();
        context = new Workplace(
                        Scrutineer.class,
                        () -> account,
                        Map.of(
                                "folders.input", installation.input().toString(),
                                "folders.output", installation.output().toString(),
                                "folders.catalogue", installation.catalogue().toString()),
                        new PrintWriter(System.err))
                .open();
        releasing = context.getBean(Releasing.class);
        issuing = context.getBean(Issuing.class);
        releases = context.getBean(Releases.class);
        ledger = context.getBean(JdbcClient.class);
    }

    @AfterAll
    static void close() {
        context.close();
    }

    private static List<String> states() {
        return releases.of(DECEMBER).stream()
                .map(release -> release.run() + " " + release.audience() + " "
                        + release.state().id())
                .toList();
    }

    private static Path published(String file) {
        return installation.output().resolve("publications/2018-12/run-0001").resolve(file);
    }

    private static MimeMessage mail(Delivery delivery) throws Exception {
        String name = delivery.said().replaceAll("Written to (.*)\\.", "$1");
        try (InputStream in =
                Files.newInputStream(installation.output().resolve("outbox").resolve(name))) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private static MimeMultipart texts(MimeMessage mail) throws Exception {
        var content = (MimeMultipart) mail.getContent();
        return content.getBodyPart(0).getContent() instanceof MimeMultipart texts ? texts : content;
    }

    @Test
    @Order(1)
    void whatARunPublishedIsADraftButForWhatGoesOutByItself() {
        assertThat(states()).containsExactly("1 commissioner draft", "1 committee draft", "1 trust issued");
        assertThat(context.getBean(Outbox.class).all())
                .filteredOn(
                        delivery -> "release-waits".equals(delivery.message().kind()))
                .extracting(delivery -> delivery.message().recipient().id() + " " + delivery.state())
                .contains("director-of-social-work SENT", "performance-manager SENT");
    }

    @Test
    @Order(2)
    void onlyWhoTheCatalogueNamesMayApproveAndNobodyWhatHeHasRun() {
        account = "officer";
        assertThatThrownBy(() -> releasing.approve(DECEMBER, COMMITTEE, Optional.empty()))
                .isInstanceOf(NotReleasedException.class)
                .hasMessage("""
                        Committee of 2018-12, run 1: the account officer may not approve it. It may be approved by Ada Example \
                        (account aexample) or Ben Example (account bexample) for Director of Social Work.
                        Committee of 2018-12, run 1: run 1 was started by officer, and nobody approves what he or she has run. \
                        It may be approved by another of Ada Example (account aexample) or Ben Example (account bexample) for \
                        Director of Social Work.""");

        account = "AExample";
        ledger.sql("update run set started_by = 'aexample' where number = 1").update();
        assertThatThrownBy(() -> releasing.approve(DECEMBER, COMMITTEE, Optional.empty()))
                .hasMessageContaining("run 1 was started by aexample");
        account = "aexample";
        assertThatThrownBy(() -> releasing.approve(DECEMBER, COMMITTEE, Optional.empty()))
                .hasMessageStartingWith("Committee of 2018-12, run 1: run 1 was started by aexample");
        ledger.sql("update run set started_by = 'officer' where number = 1").update();

        assertThatThrownBy(() -> releasing.approve(DECEMBER, Optional.of("comittee"), Optional.empty()))
                .hasMessage(
                        "There is no publication \"comittee\"; there are: commissioner, committee, north, trust, west."
                                + " Did you mean committee?");
        assertThat(states()).containsExactly("1 commissioner draft", "1 committee draft", "1 trust issued");
    }

    @Test
    @Order(3)
    void whatIsOpenStandsInTheWayOfApproval() {
        long id = ledger.sql("select max(id) from submission where period = '2018-12' and superseded_by is null"
                        + " and verdict = 'accepted'")
                .query(Long.class)
                .single();
        String file = ledger.sql(
                        "select f.name from submission s join received_file f on f.hash = s.file_hash where s.id = ?")
                .param(id)
                .query(String.class)
                .single();
        try {
            ledger.sql("update submission set verdict = 'held' where id = ?")
                    .param(id)
                    .update();
            assertThatThrownBy(() -> releasing.approve(DECEMBER, COMMITTEE, Optional.empty()))
                    .hasMessageStartingWith("Committee of 2018-12, run 1: The return " + file + " from ")
                    .hasMessageEndingWith(
                            " is held. Say which of the two returns counts: the command findings names them.");
            ledger.sql("update submission set verdict = null where id = ?")
                    .param(id)
                    .update();
            assertThatThrownBy(() -> releasing.approve(DECEMBER, COMMITTEE, Optional.empty()))
                    .hasMessageStartingWith("Committee of 2018-12, run 1: The return " + file + " from ")
                    .hasMessageEndingWith(" is not in run 1. Run the period again.");
        } finally {
            ledger.sql("update submission set verdict = 'accepted' where id = ?")
                    .param(id)
                    .update();
        }
    }

    @Test
    @Order(3)
    void whatARunPublishedThatHasNotEndedIsNotApprovedAndAStepThatIsRepeatedTakesNothingBack() {
        ledger.sql("update run set finished_at = null where number = 1").update();
        assertThatThrownBy(() -> releasing.approve(DECEMBER, COMMITTEE, Optional.empty()))
                .hasMessage(
                        "Committee of 2018-12, run 1: run 1 has not ended. Call run, so that it is finished first.");
        ledger.sql("update run set finished_at = started_at where number = 1").update();

        context.publishEvent(new RunPublished(1, DECEMBER, List.of("commissioner", "committee", "trust")));
        assertThat(states()).containsExactly("1 commissioner draft", "1 committee draft", "1 trust issued");
    }

    @Test
    @Order(3)
    void soDoFiguresThatWereWorkedOutOnceAndErrorsAcrossReturns() {
        record Opinion(String indicator, int figures) {}
        Opinion opinion = ledger.sql(
                        "select indicator, figures from second_opinion where run = 1 and indicator = 'AS01'")
                .query(Opinion.class)
                .single();
        int place = ledger.sql("select coalesce(max(place_in_order), 0) + 1 from discrepancy where run = 1")
                .query(Integer.class)
                .single();
        try {
            ledger.sql("delete from second_opinion where run = 1 and indicator = 'AS01'")
                    .update();
            ledger.sql(
                            "insert into discrepancy (run, place_in_order, rule, severity, teams, found, expected, remedy) values"
                                    + " (1, ?, 'a-rule', 'ERROR', '', 'a child', 'another', 'Ask.')")
                    .param(place)
                    .update();

            assertThatThrownBy(() -> releasing.approve(DECEMBER, COMMITTEE, Optional.empty()))
                    .hasMessage("""
                            Committee of 2018-12, run 1: 1 thing that only shows across returns is an error. Have the returns \
                            corrected: the command findings lists what they are.
                            Committee of 2018-12, run 1: AS01 was not worked out a second time by run 1. Run the period again.""");
        } finally {
            ledger.sql("insert into second_opinion (run, indicator, figures) values (1, ?, ?)")
                    .params(opinion.indicator(), opinion.figures())
                    .update();
            ledger.sql("delete from discrepancy where run = 1 and place_in_order = ?")
                    .param(place)
                    .update();
        }
    }

    @Test
    @Order(4)
    void whatIsApprovedWaitsForTheEndOfItsEmbargo() throws NotReleasedException {
        Instant far = Instant.parse("2099-01-30T09:30:00Z");
        Releasing.Approved approved = releasing.approve(DECEMBER, COMMITTEE, Optional.of(far));

        assertThat(approved.releases())
                .singleElement()
                .extracting(ReleaseText::of)
                .isEqualTo(
                        "committee of 2018-12, run 1: approved by Ada Example for Director of Social Work, embargo until"
                                + " 30 January 2099, 09:30");
        assertThat(approved.known()).anyMatch(known -> known.contains("no explanation"));
        assertThat(releasing.approve(DECEMBER, COMMITTEE, Optional.of(far))).isEqualTo(approved);
        assertThat(ledger.sql("select count(*) from audit_entry where action = 'release-approved'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(issuing.issueDue()).isEmpty();
        assertThatThrownBy(() ->
                        releasing.approve(DECEMBER, COMMITTEE, Optional.of(Instant.parse("2019-01-30T09:30:00Z"))))
                .hasMessage("The embargo 30 January 2019, 09:30 has passed. Name a later time, or none.");
    }

    @Test
    @Order(5)
    void aFileThatIsNotWhatWasPublishedIsNotIssued() throws Exception {
        account = "bexample";
        releasing.approve(DECEMBER, COMMITTEE, Optional.empty());
        Path paper = published("committee/paper.docx");
        byte[] bytes = Files.readAllBytes(paper);
        Files.writeString(paper, "changed");

        assertThat(issuing.issueDue())
                .singleElement()
                .extracting(Issuing.Issue::notIssued)
                .isEqualTo("The file " + paper
                        + " is not what was published. Put back what was published: the command verify"
                        + " says what was changed.");

        Files.write(paper, bytes);
        assertThat(states()).contains("1 committee approved");
    }

    @Test
    @Order(6)
    void whereTheRecipientsHaveChangedItHasToBeApprovedAgain() throws NotReleasedException {
        ledger.sql("update publication_release set approved_recipients = 'those before' where audience = 'committee'")
                .update();

        assertThat(issuing.issueDue())
                .singleElement()
                .extracting(Issuing.Issue::notIssued)
                .isEqualTo("Its recipients have changed since it was approved. It has to be approved again.");
        assertThat(states()).contains("1 committee draft");
        assertThat(issuing.issueDue()).isEmpty();
    }

    @Test
    @Order(7)
    void isIssuedOnceWithAMailOfTheSummaryAndThePublicFiles() throws Exception {
        releasing.approve(DECEMBER, Optional.empty(), Optional.empty());
        assertThat(issuing.issueDue()).extracting(Issuing.Issue::isIssued).containsExactly(true, true);
        assertThat(issuing.issueDue()).isEmpty();
        assertThat(states()).containsExactly("1 commissioner issued", "1 committee issued", "1 trust issued");

        List<Delivery> sent = context.getBean(Postman.class).send().deliveries().stream()
                .filter(delivery -> !delivery.message().recipient().id().equals(OFFICER))
                .toList();
        assertThat(sent)
                .extracting(delivery -> delivery.message().recipient().id())
                .containsExactly("commissioning-lead-west", "commissioning-lead-north", "clerk-to-the-committee");
        assertThat(context.getBean(Postman.class).send().deliveries()).isEmpty();

        MimeMessage clerk = mail(sent.get(2));
        var parts = (MimeMultipart) clerk.getContent();
        assertThat(clerk.getSubject())
                .isEqualTo("Children's services performance: report to the scrutiny committee, December 2018");
        assertThat(parts.getCount()).isGreaterThanOrEqualTo(3);
        BodyPart workbook = parts.getBodyPart(1);
        assertThat(parts.getBodyPart(2).getFileName()).isIn("paper.docx", "performance-2018-12-committee.xlsx");
        assertThat(workbook.getInputStream().readAllBytes())
                .isEqualTo(Files.readAllBytes(published("committee/" + workbook.getFileName())));
        assertThat((String) texts(clerk).getBodyPart(0).getContent())
                .contains("At a glance", "What needs attention first", "Status: Provisional. Run 1.")
                .doesNotContain("[note");

        MimeMessage commissioner = mail(sent.get(0));
        assertThat(((MimeMultipart) commissioner.getContent()).getCount()).isEqualTo(2);
        assertThat((String) texts(commissioner).getBodyPart(0).getContent())
                .contains("It is ready in the folder " + published("commissioner"))
                .doesNotContain("At a glance");
    }

    /** The later run is made of the first one's files and figures: what counts here is that there is one. */
    @Test
    @Order(8)
    void aNewIssueTakesThePlaceOfTheOldOneAndEveryoneWhoGotThatIsTold() throws Exception {
        laterRun();
        assertThat(states()).contains("1 committee issued", "9 committee draft");
        releasing.approve(DECEMBER, COMMITTEE, Optional.empty());
        assertThat(issuing.issueDue())
                .singleElement()
                .extracting(Issuing.Issue::notIssued)
                .isEqualTo("");

        assertThat(states()).contains("1 committee superseded", "9 committee issued");
        List<Delivery> sent = context.getBean(Postman.class).send().deliveries().stream()
                .filter(delivery -> delivery.message().kind().equals("issue"))
                .toList();
        assertThat(sent)
                .singleElement()
                .satisfies(delivery -> assertThat(
                                (String) texts(mail(delivery)).getBodyPart(0).getContent())
                        .contains(
                                "It takes the place of what was issued on ",
                                "(run 1). Please do not use that any more."));
    }

    private static void laterRun() throws Exception {
        FileSystemUtils.copyRecursively(published(""), installation.output().resolve("publications/2018-12/run-0009"));
        ledger.sql("insert into run (number, period, kind, started_by, started_at, finished_at, catalogue_hash,"
                        + " software_version, state, reason) select 9, period, kind, started_by, started_at, finished_at,"
                        + " catalogue_hash, software_version, state, 'a test' from run where number = 1")
                .update();
        for (String table :
                List.of("publication", "indicator_value", "run_input", "second_opinion", "summary_sentence")) {
            String columns = String.join(
                    ", ",
                    ledger.sql("select lower(column_name) from information_schema.columns where lower(table_name) = ?"
                                    + " and lower(column_name) <> 'run' order by ordinal_position")
                            .param(table)
                            .query(String.class)
                            .list());
            ledger.sql("insert into " + table + " (run, " + columns + ") select 9, " + columns + " from " + table
                            + " where run = 1")
                    .update();
        }
        int place = ledger.sql("select max(place) + 1 from public_release")
                .query(Integer.class)
                .single();
        ledger.sql("insert into public_release (place, run) values (?, 9)")
                .param(place)
                .update();
        ledger.sql("insert into printed_figure select " + place
                        + ", p.audience, p.place_in_order, p.period, p.indicator,"
                        + " p.organisation, p.authority, p.timing, p.numerator, p.denominator, p.figure, p.printed_numerator,"
                        + " p.printed_denominator, p.printed_figure, p.hidden, p.hide_up_to, p.zero, p.round_to, p.narrowest"
                        + " from printed_figure p join public_release r on r.place = p.public_release where r.run = 1")
                .update();
        context.publishEvent(new RunPublished(9, DECEMBER, List.of("committee")));
    }

    @Test
    @Order(9)
    void whatIsWithdrawnIsToldToEveryoneWhoGotIt() throws Exception {
        account = "cexample";
        assertThatThrownBy(() -> releasing.withdraw(DECEMBER, COMMITTEE, "it was wrong"))
                .hasMessageStartingWith("Committee of 2018-12, run 9: the account cexample may not withdraw it.");
        account = "aexample";
        releasing.withdraw(DECEMBER, COMMITTEE, "the denominator of AS01 was wrong");

        assertThat(releases.of(DECEMBER))
                .filteredOn(release -> release.run() == 9)
                .extracting(Release::state)
                .containsExactly(Release.State.WITHDRAWN);
        assertThat(context.getBean(Postman.class).send().deliveries())
                .singleElement()
                .satisfies(delivery -> assertThat(
                                (String) texts(mail(delivery)).getBodyPart(0).getContent())
                        .contains(
                                "has been withdrawn. Please do not use it, and pass this on to those you have given it to.",
                                "The reason: the denominator of AS01 was wrong"));
        assertThatThrownBy(() -> releasing.withdraw(DECEMBER, COMMITTEE, "once more"))
                .hasMessage("Nothing of December 2018 for committee can be withdrawn. Committee of 2018-12, run 1 is"
                        + " superseded.\nCommittee of 2018-12, run 9 is withdrawn.");
    }

    @Test
    @Order(10)
    void allOfItIsInTheAuditTrailWhichAgreesWithTheManifestsAndIssues() throws Exception {
        var anchors = new ArrayList<>(context.getBean(PublishedHeads.class).all());
        assertThat(anchors).hasSizeGreaterThanOrEqualTo(2);
        anchors.addAll(releases.heads());

        assertThat(context.getBean(AuditVerifier.class).verify(anchors)).isInstanceOf(AuditVerdict.Sound.class);
        assertThat(ledger.sql("select who || ' ' || action || ' ' || subject from audit_entry where action like"
                                + " 'release-%' or action like 'approval-%' order by number")
                        .query(String.class)
                        .list())
                .contains(
                        "aexample release-approved committee of 2018-12, run 1",
                        "bexample approval-lapsed committee of 2018-12, run 1",
                        "bexample release-issued committee of 2018-12, run 1",
                        "aexample release-withdrawn committee of 2018-12, run 9");
    }

    @Test
    @Order(11)
    void theCommandsTellTheSame() {
        Installation.Answer sound = installation.command("audit", "verify");
        assertThat(sound.exitCode()).isZero();
        assertThat(sound.out())
                .startsWith("All ")
                .contains(" entries of the audit trail are what was written; 0 of them");

        Installation.Answer refused = installation.as("nobody").command("approve", "--period", "2021-12");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_CONFIGURATION);
        assertThat(refused.err()).startsWith("Nothing was approved.\nThe account nobody may approve none of these. ");

        Installation.Answer sent = installation.command("send");
        assertThat(sent.out()).isEqualTo("There was nothing to issue or to send." + System.lineSeparator());
    }
}
