package org.scrutineer.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.scrutineer.accounts.TestAccounts.PASSWORD;
import static org.scrutineer.accounts.TestAccounts.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.accounts.Joining.Joined;
import org.scrutineer.accounts.Joining.SetUp;
import org.scrutineer.accounts.SignIns.Answer;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.locks.TestClock;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsTests {

    private static final String HERE = "10.0.0.1";

    private static final DataSource LEDGER = TestLedger.aLedger().source();

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T09:30:00");
    private TestAccounts test;
    private Accounts accounts;
    private Joining joining;
    private SignIns signIns;

    @BeforeEach
    void open() {
        test = new TestAccounts(LEDGER, folder, clock);
        accounts = test.accounts();
        joining = test.joining();
        signIns = test.signIns();
    }

    /** The code an account's app shows; the next one each time, as none is taken twice. */
    private String nextCode(String key) {
        clock.passes(Duration.ofSeconds(30));
        return test.codeOfKey(key);
    }

    private String keyOf(Account account) {
        String token = accounts.make(account, "admin").orElseThrow();
        String key = joining.link(token, "Scrutineer").orElseThrow().secret();
        joining.join(token, new SetUp(PASSWORD, test.codeOfKey(key)), List.of());
        return key;
    }

    @Test
    void theFirstAdministratorIsMadeByALinkThatWorksOnce() {
        assertThat(accounts.haveAnAdministrator()).isFalse();
        String token = joining.inviteFirstAdministrator("root");

        Joined joined = joining.joinFirst(
                token, "fexample", "Fay Example", new SetUp(PASSWORD, test.codeOfLink(token)), List.of());

        assertThat(joined).isInstanceOfSatisfying(Joined.Ready.class, ready -> {
            assertThat(ready.account()).isEqualTo("fexample");
            assertThat(ready.recoveryCodes())
                    .hasSize(8)
                    .doesNotHaveDuplicates()
                    .allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));
        });
        assertThat(accounts.haveAnAdministrator()).isTrue();
        assertThat(accounts.find("fexample"))
                .hasValue(new Account(
                        "fexample",
                        "Fay Example",
                        Set.of(Role.ADMINISTRATOR),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        true,
                        false));
        assertThat(joining.link(token, "Scrutineer")).isEmpty();
        assertThat(joining.joinFirst(token, "another", "Another", new SetUp(PASSWORD, "000000"), List.of()))
                .isEqualTo(new Joined.NoSuchLink());
        assertThat(test.told())
                .containsExactly(
                        "root account-link-made the first administrator", "fexample account-made account fexample");
    }

    @Test
    void aNewLinkEndsTheOneBeforeAndEachEndsAfterADay() {
        String first = joining.inviteFirstAdministrator("root");
        String second = joining.inviteFirstAdministrator("root");

        assertThat(joining.link(first, "Scrutineer")).isEmpty();
        assertThat(joining.link(second, "Scrutineer")).isPresent();
        clock.passes(Duration.ofHours(24));
        assertThat(joining.link(second, "Scrutineer")).isEmpty();
    }

    @Test
    void whatIsMistakenInSettingUpIsToldAtOnceAndTheLinkStaysGood() {
        String token = joining.inviteFirstAdministrator("root");

        assertThat(joining.joinFirst(token, "F Example", " ", new SetUp("short", "123"), List.of()))
                .isInstanceOfSatisfying(
                        Joined.Mistaken.class,
                        mistaken -> assertThat(mistaken.sentences())
                                .containsExactly(
                                        entry("person", "Enter your name, as others know you."),
                                        entry(
                                                "account",
                                                "Enter an account name of 2 to 100 small letters, digits, full stops,"
                                                        + " hyphens or underscores, such as jsmith."),
                                        entry(
                                                "password",
                                                "The password has 5 characters. Choose one of 15 or more, such as four"
                                                        + " words that do not belong together."),
                                        entry(
                                                "code",
                                                "The code is not the one your app shows now. Enter the newest; if it is"
                                                        + " wrong again, check that the clock of your telephone is set"
                                                        + " automatically.")));
        assertThat(joining.link(token, "Scrutineer")).isPresent();
    }

    @Test
    void aLinkForAnAccountMakesNoAdministrator() {
        String token = accounts.make(account("officer", Role.OFFICER), "admin").orElseThrow();

        assertThat(joining.joinFirst(token, "fexample", "Fay", new SetUp(PASSWORD, test.codeOfLink(token)), List.of()))
                .isEqualTo(new Joined.NoSuchLink());
        assertThat(accounts.find("fexample")).isEmpty();
    }

    @Test
    void signingInTakesBothSteps() {
        String key = keyOf(account("officer", Role.OFFICER));

        assertThat(signIns.password("officer", PASSWORD, HERE)).isEqualTo(Answer.RIGHT);
        assertThat(signIns.code("officer", nextCode(key), HERE)).isEqualTo(Answer.RIGHT);
        String id = signIns.begin("officer", HERE);

        assertThat(signIns.person(id))
                .hasValue(new Person("officer", "Fay Example", Set.of(Role.OFFICER), Set.of(), Set.of()));
        signIns.end(id);
        assertThat(signIns.person(id)).isEmpty();
        assertThat(test.told())
                .containsExactly(
                        "admin account-made account officer",
                        "officer account-set-up account officer",
                        "officer signed-in account officer",
                        "officer signed-out account officer");
    }

    @Test
    void aCodeIsTakenOnce() {
        String key = keyOf(account("officer", Role.OFFICER));
        String code = nextCode(key);

        assertThat(signIns.code("officer", code, HERE)).isEqualTo(Answer.RIGHT);
        assertThat(signIns.code("officer", code, HERE)).isEqualTo(Answer.WRONG);
    }

    @Test
    void aRecoveryCodeIsTakenOnceHoweverItIsTyped() {
        List<String> codes = test.ready("officer", Role.OFFICER).recoveryCodes();
        String typed = codes.get(3).replace("-", " ").toLowerCase(Locale.ROOT);

        assertThat(signIns.code("officer", typed, HERE)).isEqualTo(Answer.RIGHT);
        assertThat(signIns.code("officer", typed, HERE)).isEqualTo(Answer.WRONG);
        assertThat(signIns.code("officer", codes.get(4), HERE)).isEqualTo(Answer.RIGHT);
        assertThat(test.told()).contains("officer recovery-code-used account officer");
    }

    @Test
    void afterFiveFailedTriesNothingIsLookedAtForAQuarterOfAnHour() {
        test.ready("officer", Role.OFFICER);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(signIns.password("officer", "wrong", HERE)).isEqualTo(Answer.WRONG);
        }

        assertThat(signIns.password("officer", PASSWORD, "10.0.0.2")).isEqualTo(Answer.TOO_MANY);
        clock.passes(Duration.ofMinutes(15));
        assertThat(signIns.password("officer", PASSWORD, HERE)).isEqualTo(Answer.RIGHT);
        assertThat(test.told())
                .contains("nobody sign-in-failed account officer", "nobody sign-in-locked account officer")
                .filteredOn(entry -> entry.contains("sign-in-failed"))
                .hasSize(5);
    }

    @Test
    void afterThirtyFailedTriesFromAnAddressNothingFromThereIsLookedAt() {
        test.ready("officer", Role.OFFICER);
        for (int attempt = 0; attempt < 30; attempt++) {
            signIns.password("nobody-" + attempt, "wrong", HERE);
        }

        assertThat(signIns.password("officer", PASSWORD, HERE)).isEqualTo(Answer.TOO_MANY);
        assertThat(signIns.password("officer", PASSWORD, "10.0.0.2")).isEqualTo(Answer.RIGHT);
    }

    @Test
    void whatWasTypedForAnAccountThatThereIsNotIsNotWrittenDown() {
        signIns.password("my password in the wrong field", PASSWORD, HERE);

        assertThat(test.told()).containsExactly("nobody sign-in-failed an account that there is not");
    }

    @Test
    void aDisabledAccountIsSignedOutAtOnceAndCannotSignInAgain() {
        test.ready("officer", Role.OFFICER);
        String id = signIns.begin("officer", HERE);

        accounts.disable("officer", "admin");

        assertThat(signIns.person(id)).isEmpty();
        assertThat(signIns.password("officer", PASSWORD, HERE)).isEqualTo(Answer.WRONG);
        accounts.enable("officer", "admin");
        assertThat(signIns.person(id)).isEmpty();
        assertThat(signIns.password("officer", PASSWORD, HERE)).isEqualTo(Answer.RIGHT);
    }

    @Test
    void rolesThatChangeHoldAtOnce() {
        test.ready("dan", Role.VIEWER);
        String id = signIns.begin("dan", HERE);

        accounts.change(
                new Account(
                        "dan",
                        "Dan",
                        Set.of(Role.SUBMITTER),
                        Set.of("north"),
                        Set.of(),
                        Optional.empty(),
                        false,
                        false),
                "admin");

        assertThat(signIns.person(id))
                .hasValue(new Person("dan", "Dan", Set.of(Role.SUBMITTER), Set.of("north"), Set.of()));
    }

    @Test
    void aResetEndsPasswordCodesAndSessionsAndGivesALink() {
        List<String> codes = test.ready("officer", Role.OFFICER).recoveryCodes();
        String id = signIns.begin("officer", HERE);

        String token = accounts.reset("officer", "admin").orElseThrow();

        assertThat(signIns.person(id)).isEmpty();
        assertThat(signIns.password("officer", PASSWORD, HERE)).isEqualTo(Answer.WRONG);
        assertThat(signIns.code("officer", codes.get(0), HERE)).isEqualTo(Answer.WRONG);
        assertThat(joining.join(token, new SetUp(PASSWORD, test.codeOfLink(token)), List.of()))
                .isInstanceOf(Joined.Ready.class);
        assertThat(signIns.password("officer", PASSWORD, HERE)).isEqualTo(Answer.RIGHT);
    }

    @Test
    void nobodyStaysSignedInForMoreThanTwelveHours() {
        test.ready("officer", Role.OFFICER);
        String id = signIns.begin("officer", HERE);

        clock.passes(Duration.ofHours(12).minusSeconds(1));
        assertThat(signIns.person(id)).isPresent();
        clock.passes(Duration.ofSeconds(1));
        assertThat(signIns.person(id)).isEmpty();
    }

    @Test
    void aFourthTimeSignedInEndsTheOldest() {
        test.ready("officer", Role.OFFICER);
        List<String> ids = new ArrayList<>();
        for (int session = 0; session < 4; session++) {
            ids.add(signIns.begin("officer", HERE));
            clock.passes(Duration.ofSeconds(1));
        }

        assertThat(ids.stream().map(id -> signIns.person(id).isPresent())).containsExactly(false, true, true, true);
    }

    @Test
    void theLedgerAloneGivesNoSecretAway() throws IOException {
        String token = joining.inviteFirstAdministrator("root");
        String key = joining.link(token, "Scrutineer").orElseThrow().secret().replace(" ", "");
        var ready = (Joined.Ready)
                joining.joinFirst(token, "fexample", "Fay", new SetUp(PASSWORD, test.codeOfLink(token)), List.of());
        String id = signIns.begin("fexample", HERE);

        var dump = new StringBuilder();
        JdbcClient jdbc = JdbcClient.create(LEDGER);
        for (String table :
                List.of("account", "account_link", "recovery_code", "signed_in", "failed_sign_in", "audit_entry")) {
            dump.append(jdbc.sql("select * from " + table).query().listOfRows());
        }

        assertThat(dump.toString())
                .contains("fexample")
                .doesNotContain(token, key, PASSWORD, id)
                .doesNotContain(ready.recoveryCodes())
                .doesNotContain(ready.recoveryCodes().get(0).replace("-", ""));
        Path keyFile = folder.resolve("keys/accounts");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
    }

    @Test
    void anAccountsNameStandsInPathsAndIsGivenOnce() {
        test.ready("officer", Role.OFFICER);

        assertThat(accounts.refusedName("officer"))
                .hasValue("There is an account officer already. Enter another name.");
        assertThat(accounts.refusedName("o.f-f_1")).isEmpty();
        assertThat(accounts.refusedName("new/x")).isPresent();
    }
}
