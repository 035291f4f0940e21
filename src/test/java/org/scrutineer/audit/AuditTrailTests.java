package org.scrutineer.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.intake.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2019-01-09T09:00:00.123456Z"), ZoneOffset.UTC);

    private static final String REMEDY =
            " Keep the ledger as it is, and compare it with the last backup in which the entries are sound.";

    @TempDir
    Path folder;

    private final DataSource ledger = TestLedger.aLedger().source();
    private final JdbcClient jdbc = JdbcClient.create(ledger);
    private final AuditTrail trail = TestTrail.of(ledger, CLOCK);

    private AuditHead record(String subject) {
        return trail.record("asmith", "release-approved", subject, null, Map.of("as", "Director", "a", "1"));
    }

    private AuditVerdict verify(AuditAnchor... anchors) {
        return new AuditVerifier(trail, new Seal(new AuditProperties(null))).verify(List.of(anchors));
    }

    private static String sentence(AuditVerdict verdict) {
        return ((AuditVerdict.Broken) verdict).sentence();
    }

    @Test
    void anEntrysHashIsOverTheOneBeforeAndItsOwnCanonicalJson() {
        AuditHead head =
                trail.record("as\"mith", "run-opened", "run 1\nof 2018-12", "b\u0001é", Map.of("b", "2", "a", "1"));

        assertThat(head)
                .isEqualTo(
                        new AuditHead(
                                1,
                                DigestUtils.sha256Hex(
                                        "0".repeat(64)
                                                + "\n{\"action\":\"run-opened\",\"at\":\"2019-01-09T09:00:00.123Z\","
                                                + "\"details\":{\"a\":\"1\",\"b\":\"2\"},\"keyed\":false,\"number\":1,"
                                                + "\"reason\":\"b\\u0001é\",\"subject\":\"run 1\\nof 2018-12\",\"who\":\"as\\\"mith\"}")));
        assertThat(verify()).isEqualTo(new AuditVerdict.Sound(head, 0, 0));
    }

    @Test
    void namesTheFirstEntryThatWasChanged() {
        for (String subject : List.of("one", "two", "three", "four")) {
            record(subject);
        }
        jdbc.sql("update audit_entry set who = 'bjones' where number in (2, 3)").update();

        assertThat(verify())
                .isEqualTo(new AuditVerdict.Broken(
                        2,
                        "Entry 2 of the audit trail (release-approved, two, 2019-01-09T09:00:00.123Z) is not what was"
                                + " written, or not where: its hash does not follow from its text and the entries before it."
                                + REMEDY));
    }

    @Test
    void namesTheFirstEntryThatIsMissing() {
        for (String subject : List.of("one", "two", "three")) {
            record(subject);
        }
        jdbc.sql("delete from audit_entry where number = 2").update();

        assertThat(sentence(verify()))
                .isEqualTo("Entry 2 of the audit trail is missing: the next one is entry 3." + REMEDY);
    }

    @Test
    void aTailThatWasCutOffShowsAgainstTheHeadInTheLedgerAndAgainstHeadsKeptElsewhere() {
        record("one");
        AuditHead issued = record("two");
        jdbc.sql("delete from audit_entry where number = 2").update();

        assertThat(sentence(verify()))
                .isEqualTo(
                        "The audit trail ends with entry 1, but entry 2 had been written: entries from 2 on are missing."
                                + REMEDY);

        jdbc.sql("update audit_head set entry = 1, hash = (select hash from audit_entry where number = 1)")
                .update();
        assertThat(verify()).isInstanceOf(AuditVerdict.Sound.class);
        assertThat(sentence(verify(new AuditAnchor("run-0001/manifest.json", issued))))
                .isEqualTo(
                        "The audit trail ends with entry 1, but run-0001/manifest.json names entry 2: entries from 2 on"
                                + " are missing." + REMEDY);
    }

    @Test
    void aTrailThatWasWrittenAnewShowsAgainstHeadsKeptElsewhere() {
        record("one");
        AuditHead told = record("two");
        jdbc.sql("delete from audit_entry").update();
        jdbc.sql("update audit_head set entry = 0, hash = ?")
                .param("0".repeat(64))
                .update();
        record("one");
        record("something else");

        assertThat(verify()).isInstanceOf(AuditVerdict.Sound.class);
        assertThat(sentence(verify(new AuditAnchor("the mail", told))))
                .isEqualTo(
                        "Entry 2 of the audit trail (release-approved, something else, 2019-01-09T09:00:00.123Z) is not"
                                + " the one named in the mail: the entries up to it were written anew." + REMEDY);
    }

    /** A change, removal, insertion or exchange at any place is located, whatever column it is in. */
    @Test
    void everyTamperingIsLocated() {
        int entries = 12;
        for (int number = 1; number <= entries; number++) {
            record("subject " + number);
        }
        List<Map<String, Object>> sound =
                jdbc.sql("select * from audit_entry order by number").query().listOfRows();
        var random = new Random(20190109);
        for (int round = 0; round < 200; round++) {
            int first = tamper(random, entries);

            assertThat(verify())
                    .as("round " + round)
                    .isInstanceOfSatisfying(
                            AuditVerdict.Broken.class,
                            broken -> assertThat(broken.entry()).isEqualTo(first));

            jdbc.sql("delete from audit_entry").update();
            sound.forEach(row -> jdbc.sql("insert into audit_entry (number, recorded_at, who, action, subject, reason,"
                            + " details, keyed, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            row.get("number"),
                            row.get("recorded_at"),
                            row.get("who"),
                            row.get("action"),
                            row.get("subject"))
                    .param(row.get("reason"))
                    .params(row.get("details"), row.get("keyed"), row.get("hash"))
                    .update());
        }
        assertThat(verify()).isInstanceOf(AuditVerdict.Sound.class);
    }

    /** @return the first entry that is not what it was */
    private int tamper(Random random, int entries) {
        int at = 1 + random.nextInt(entries);
        List<String> changes = List.of(
                "who = who || ' '",
                "action = 'release-withdrawn'",
                "subject = upper(subject)",
                "reason = ''",
                "details = replace(details, ',', ', ')",
                "recorded_at = recorded_at + interval '1' second",
                "hash = translate(hash, '0123456789', '1234567890')");
        switch (random.nextInt(4)) {
            case 0 ->
                jdbc.sql("update audit_entry set " + changes.get(random.nextInt(changes.size())) + " where number = ?")
                        .param(at)
                        .update();
            case 1 ->
                jdbc.sql("delete from audit_entry where number = ?").param(at).update();
            case 2 -> {
                // One is put in, and those after it move up.
                jdbc.sql("update audit_entry set number = -number - 1 where number >= ?")
                        .param(at)
                        .update();
                jdbc.sql("update audit_entry set number = -number where number < 0")
                        .update();
                jdbc.sql(
                                "insert into audit_entry (number, recorded_at, who, action, subject, details, keyed, hash) select ?,"
                                        + " recorded_at, who, action, 'put in', details, keyed, hash from audit_entry where number = ?")
                        .params(at, at + 1)
                        .update();
            }
            default -> {
                int other = at == entries ? at - 1 : at + 1;
                jdbc.sql("update audit_entry set number = case number when ? then ? else ? end where number in (?, ?)")
                        .params(at, -other, -at, at, other)
                        .update();
                jdbc.sql("update audit_entry set number = -number where number < 0")
                        .update();
                return Math.min(at, other);
            }
        }
        return at;
    }

    @Test
    void writersAtTheSameTimeMakeOneChain() throws Exception {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(ledger));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            var writers = new ArrayList<Callable<Void>>();
            for (int writer = 0; writer < 4; writer++) {
                String name = "writer " + writer;
                writers.add(() -> {
                    for (int entry = 0; entry < 25; entry++) {
                        transactions.executeWithoutResult(status -> record(name));
                    }
                    return null;
                });
            }
            for (Future<Void> written : threads.invokeAll(writers)) {
                written.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(verify()).isEqualTo(new AuditVerdict.Sound(trail.head(), 0, 0));
        assertThat(trail.head().entry()).isEqualTo(100);
    }

    @Test
    void whatIsRolledBackLeavesNoEntry() {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(ledger));
        transactions.executeWithoutResult(status -> {
            record("one");
            status.setRollbackOnly();
        });
        AuditHead second = record("two");

        assertThat(second.entry()).isEqualTo(1);
        assertThat(verify()).isInstanceOf(AuditVerdict.Sound.class);
    }

    @Test
    void withAKeyNobodyWhoHasTheLedgerAloneCanWriteAnEntry() throws IOException {
        record("before there was a key");
        AuditTrail keyed = new AuditTrail(jdbc, sealedWith("k".repeat(32)), CLOCK);
        keyed.record("asmith", "run-opened", "run 1", null, Map.of());

        assertThat(new AuditVerifier(keyed, sealedWith("k".repeat(32))).verify(List.of()))
                .isEqualTo(new AuditVerdict.Sound(keyed.head(), 1, 0));
        assertThat(sentence(verify()))
                .isEqualTo(
                        "Entry 2 of the audit trail was sealed with a key, which is needed to verify it. Name the file that"
                                + " holds it in the setting audit.key-file.");
        assertThat(sentence(new AuditVerifier(keyed, sealedWith("x".repeat(32))).verify(List.of())))
                .startsWith(
                        "Entry 2 of the audit trail (run-opened, run 1, 2019-01-09T09:00:00.123Z) is not what was written");

        record("forged without the key");
        assertThat(sentence(new AuditVerifier(keyed, sealedWith("k".repeat(32))).verify(List.of())))
                .isEqualTo(
                        "Entry 3 of the audit trail (release-approved, forged without the key, 2019-01-09T09:00:00.123Z)"
                                + " was not sealed with the key, though entries before it were." + REMEDY);
    }

    private Seal sealedWith(String key) throws IOException {
        return new Seal(new AuditProperties(keyFile(key, "rw-------")));
    }

    private Path keyFile(String key, String permissions) throws IOException {
        Path file = Files.createTempFile(folder, "key", "");
        Files.writeString(file, key + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    @Test
    void aKeyIsLongAndItsOwnersAlone() throws IOException {
        Path shared = keyFile("k".repeat(32), "rw-r-----");
        Path tooShort = keyFile("secret", "rw-------");
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> new Seal(new AuditProperties(shared)))
                .hasMessage("The key for the audit trail, " + shared
                        + " (setting audit.key-file), may be read or changed by"
                        + " others than its owner. Take that away from them.");
        assertThatThrownBy(() -> new Seal(new AuditProperties(tooShort)))
                .hasMessage("The key for the audit trail, " + tooShort
                        + " (setting audit.key-file), has 6 characters in its"
                        + " first line; expected 32 or more. Write a random key into it, once and for all.");
        assertThatThrownBy(() -> new Seal(new AuditProperties(missing)))
                .hasMessage(
                        "The key for the audit trail, " + missing + " (setting audit.key-file), cannot be read. Make it"
                                + " readable for this account, or correct the setting.");
    }

    @Test
    void aHeadIsReadAsItWasWritten() {
        AuditHead head = record("one");

        assertThat(AuditHead.read(" " + head + "\n")).contains(head);
        assertThat(AuditHead.read("1:abc")).isEmpty();
    }

    @Test
    void entriesAreFoundNewestFirstByWhoWhatAndWhatAbout() {
        trail.record("asmith", "release-approved", "committee of 2018-12, run 1", null, Map.of());
        trail.record("bjones", "run-opened", "run 2 of 2019-01", "a correction", Map.of());
        trail.record("asmith", "run-opened", "run 3 of 2018-12", null, Map.of());
        trail.record("admin", "account-made", "account cgreen", null, Map.of());

        assertThat(numbers(AuditFilter.of(null), Long.MAX_VALUE, 3)).containsExactly(4L, 3L, 2L);
        assertThat(numbers(AuditFilter.of(null), 2, 3)).containsExactly(1L);
        assertThat(numbers(new AuditFilter("asmith", "", "", null), Long.MAX_VALUE, 9))
                .containsExactly(3L, 1L);
        assertThat(numbers(new AuditFilter("", "run-opened", "", null), Long.MAX_VALUE, 9))
                .containsExactly(3L, 2L);
        assertThat(numbers(new AuditFilter("asmith", "run-opened", "2018-12", null), Long.MAX_VALUE, 9))
                .containsExactly(3L);
        assertThat(numbers(new AuditFilter("", "", "%", null), Long.MAX_VALUE, 9))
                .isEmpty();
    }

    @Test
    void whoMaySeeSomeActionsOnlyHearsOfNoOther() {
        trail.record("asmith", "release-approved", "committee of 2018-12, run 1", null, Map.of());
        trail.record("admin", "account-made", "account cgreen", null, Map.of());
        Set<String> only = Set.of("account-made", "signed-in");

        assertThat(numbers(AuditFilter.of(only), Long.MAX_VALUE, 9)).containsExactly(2L);
        assertThat(numbers(new AuditFilter("", "release-approved", "", only), Long.MAX_VALUE, 9))
                .isEmpty();
        assertThat(trail.people(only)).containsExactly("admin");
        assertThat(trail.people(null)).containsExactly("admin", "asmith");
        assertThat(trail.actions(only)).containsExactly("account-made");
        assertThat(numbers(AuditFilter.of(Set.of()), Long.MAX_VALUE, 9)).isEmpty();
    }

    private List<Long> numbers(AuditFilter filter, long before, int most) {
        return trail.newest(filter, before, most).stream()
                .map(AuditEntry::number)
                .toList();
    }
}
