package org.scrutineer.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.accounts.TestAccounts.PASSWORD;
import static org.scrutineer.web.TestPages.officer;
import static org.scrutineer.web.TestPages.submitterFor;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.accounts.Accounts;
import org.scrutineer.accounts.Role;
import org.scrutineer.accounts.SignIns;
import org.scrutineer.accounts.TestAccounts;
import org.scrutineer.accounts.WaysIn;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.locks.TestClock;
import org.scrutineer.web.ServiceWords;
import org.scrutineer.web.TestPages;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;

class AccountRoomTests {

    private static final DataSource LEDGER = TestLedger.aLedger().source();

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T09:30:00");
    private TestAccounts test;
    private TestPages pages;

    @BeforeEach
    void open() {
        test = new TestAccounts(LEDGER, folder, clock);
        pages = TestPages.of(SmallCatalogue.aCatalogue().catalogue(), AccountRoom.class, ServiceWords.class)
                .with(Accounts.class, test.accounts())
                .with(WaysIn.class, test.ways())
                .signingInBy(test.signIns(), clock);
    }

    private MockHttpSession signedIn(String account) {
        return TestPages.session(test.signIns().begin(account, "10.0.0.1"), clock);
    }

    @Test
    void tellsWhatAnAccountMayDo() {
        assertThat(pages.as(officer()).get("/account").session(TestPages.session("some", clock)))
                .hasStatusOk()
                .bodyText()
                .contains("<title>Your account – Scrutineer – The trust</title>")
                .contains("Cara Example")
                .contains("Data officer: looks after returns, and starts runs")
                .doesNotContain("Teams you send returns for");
    }

    @Test
    void namesTheTeamsOfASubmitter() {
        assertThat(pages.as(submitterFor("north")).get("/account").session(TestPages.session("some", clock)))
                .bodyText()
                .contains("Teams you send returns for", "Team North");
    }

    @Test
    void isNotForThoseWhoAreNotSignedIn() {
        assertThat(pages.asNobody().get("/account")).hasRedirectedUrl("/sign-in?to=%2Faccount");
    }

    @Test
    void thePasswordIsChangedByWhoeverKnowsThePresentOneWhichSignsOutElsewhere() {
        test.ready("officer", Role.OFFICER);
        String elsewhere = test.signIns().begin("officer", "10.0.0.2");
        MockHttpSession here = signedIn("officer");

        assertThat(pages.asNobody()
                        .post("/account/password")
                        .param("current", PASSWORD)
                        .param("chosen", "kettle moss ribbon tundra")
                        .session(here))
                .hasRedirectedUrl("/account");

        assertThat(test.signIns().password("officer", "kettle moss ribbon tundra", "10.0.0.1"))
                .isEqualTo(SignIns.Answer.RIGHT);
        assertThat(test.signIns().person(elsewhere)).isEmpty();
        assertThat(pages.asNobody().get("/account").session(here)).hasStatusOk();
        assertThat(test.told()).endsWith("officer password-changed account officer");
    }

    @Test
    void thePasswordStaysWhereThePresentOneIsWrongOrTheNewOneIsWeak() {
        test.ready("officer", Role.OFFICER);
        MockHttpSession here = signedIn("officer");

        assertThat(pages.asNobody()
                        .post("/account/password")
                        .param("current", "not it")
                        .param("chosen", "kettle moss ribbon tundra")
                        .session(here))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<a href=\"#current\">This is not your present password. Enter it again.</a>");
        assertThat(pages.asNobody()
                        .post("/account/password")
                        .param("current", PASSWORD)
                        .param("chosen", "officerofficer1")
                        .session(here))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<a href=\"#chosen\">The password is easy to guess");
        assertThat(test.signIns().password("officer", PASSWORD, "10.0.0.1")).isEqualTo(SignIns.Answer.RIGHT);
    }

    @Test
    void whoeverIsSignedInElsewhereTooSeesSinceWhenAndEndsItWithThePassword() {
        test.ready("officer", Role.OFFICER);
        String elsewhere = test.signIns().begin("officer", "10.0.0.2");
        clock.passes(Duration.ofMinutes(5));
        MockHttpSession here = signedIn("officer");
        assertThat(pages.asNobody().get("/account").session(here))
                .bodyText()
                .contains("<li>Here, since 9:35am on 22 November 2026</li>")
                .contains("<li>Elsewhere, since 9:30am on 22 November 2026</li>");

        assertThat(pages.asNobody()
                        .post("/account/sign-out-elsewhere")
                        .param("current", "not it")
                        .session(here))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<a href=\"#current\">This is not your present password. Enter it again.</a>");
        assertThat(test.signIns().person(elsewhere)).isPresent();
        assertThat(pages.asNobody()
                        .post("/account/sign-out-elsewhere")
                        .param("current", PASSWORD)
                        .session(here))
                .hasRedirectedUrl("/account");

        assertThat(test.signIns().person(elsewhere)).isEmpty();
        assertThat(pages.asNobody().get("/account").session(here)).bodyText().doesNotContain("Elsewhere");
    }

    @Test
    void anAccountOfTheProviderHasNoPasswordToChange() {
        test.accounts().make(TestAccounts.openIdAccount("fay", "fexample", Role.OFFICER), "admin");
        MockHttpSession here = signedIn("fay");

        assertThat(pages.asNobody().get("/account").session(here)).bodyText().doesNotContain("/account/password");
        assertThat(pages.asNobody().get("/account/password").session(here)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.asNobody()
                        .post("/account/password")
                        .param("chosen", PASSWORD)
                        .session(here))
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
