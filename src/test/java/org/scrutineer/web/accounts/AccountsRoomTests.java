package org.scrutineer.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.web.TestPages.administrator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.accounts.Account;
import org.scrutineer.accounts.Accounts;
import org.scrutineer.accounts.Joining;
import org.scrutineer.accounts.OpenIdSettings;
import org.scrutineer.accounts.Role;
import org.scrutineer.accounts.TestAccounts;
import org.scrutineer.accounts.WaysIn;
import org.scrutineer.audit.Actor;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.locks.TestClock;
import org.scrutineer.web.Invitations;
import org.scrutineer.web.TestPages;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AccountsRoomTests {

    private static final DataSource LEDGER = TestLedger.aLedger().source();

    @TempDir
    Path folder;

    private TestAccounts test;
    private TestPages pages;

    @BeforeEach
    void open() {
        test = new TestAccounts(LEDGER, folder, new TestClock("2026-11-22T09:30:00"));
        pages = TestPages.of(SmallCatalogue.aCatalogue().catalogue(), AccountsRoom.class, Invitations.class)
                .with(Accounts.class, test.accounts())
                .with(Joining.class, test.joining())
                .with(WaysIn.class, test.ways())
                .with(Actor.class, () -> "root");
    }

    @Test
    void anAccountIsMadeWithALinkThatIsShownOnce() {
        MvcTestResult made = pages.as(administrator())
                .post("/accounts/new")
                .param("account", "DExample")
                .param("person", "Dan Example")
                .param("roles", "submitter")
                .param("teams", "north", "elsewhere")
                .exchange();

        assertThat(made).hasRedirectedUrl("/accounts/dexample");
        assertThat((String) made.getMvcResult().getFlashMap().get("link")).startsWith("http://localhost:8080/join/");
        assertThat(test.accounts().find("dexample"))
                .hasValue(new Account(
                        "dexample",
                        "Dan Example",
                        Set.of(Role.SUBMITTER),
                        Set.of("north"),
                        Set.of(),
                        Optional.empty(),
                        false,
                        false));
        assertThat(pages.as(administrator())
                        .get("/accounts/dexample")
                        .flashAttr("link", "http://localhost:8080/join/token")
                        .flashAttr("linkLasts", test.joining().linkLasts()))
                .bodyText()
                .contains("It works once, for\n        <span>1 day</span>, and cannot be shown again:");
        assertThat(pages.as(administrator()).get("/accounts/dexample"))
                .bodyText()
                .contains("Account dexample", "Its person has not set it up yet.")
                .doesNotContain("/join/");
        assertThat(pages.as(administrator()).get("/accounts"))
                .bodyText()
                .contains("dexample", "Submitter", "Not set up yet");
        assertThat(test.told()).containsExactly("cexample account-made account dexample");
    }

    @Test
    void whatIsMistakenIsToldAtOnceAndWhatWasTypedStays() {
        assertThat(pages.as(administrator())
                        .post("/accounts/new")
                        .param("account", "d example")
                        .param("roles", "submitter", "administrator", "owner"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<title>Error: Make an account")
                .contains("<a href=\"#person\">Enter the person&#39;s name, as others know it.</a>")
                .contains(
                        "<a href=\"#roles\">Choose administrator alone: whoever looks after accounts sees no returns or"
                                + " figures. A person who does both has two accounts.</a>")
                .contains("<a href=\"#teams\">Choose the teams the submitter sends returns for.</a>")
                .contains("<a href=\"#offices\">Choose the offices the owner writes commentary for.</a>")
                .contains("value=\"d example\"")
                .contains("value=\"submitter\" checked=\"checked\"");
        assertThat(test.accounts().all()).isEmpty();
    }

    @Test
    void anAccountIsChangedDisabledAndReset() {
        test.ready("dexample", Role.VIEWER);
        TestPages.Browser browser = pages.as(administrator());

        assertThat(browser.post("/accounts/dexample")
                        .param("person", "Dan Example")
                        .param("roles", "officer", "approver"))
                .hasRedirectedUrl("/accounts/dexample");
        assertThat(browser.post("/accounts/dexample/disable")).hasRedirectedUrl("/accounts/dexample");
        assertThat(test.accounts().find("dexample"))
                .hasValue(new Account(
                        "dexample",
                        "Dan Example",
                        Set.of(Role.OFFICER, Role.APPROVER),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        true,
                        true));
        assertThat(browser.post("/accounts/dexample/enable")).hasRedirectedUrl("/accounts/dexample");
        assertThat((String) browser.post("/accounts/dexample/reset")
                        .exchange()
                        .getMvcResult()
                        .getFlashMap()
                        .get("link"))
                .startsWith("http://localhost:8080/join/");
        assertThat(test.told())
                .endsWith(
                        "cexample account-changed account dexample",
                        "cexample account-disabled account dexample",
                        "cexample account-enabled account dexample",
                        "cexample account-reset account dexample");
    }

    @Test
    void administratorsDoNotShutThemselvesOut() {
        test.ready("cexample", Role.ADMINISTRATOR);
        TestPages.Browser browser = pages.as(administrator());

        assertThat(browser.post("/accounts/cexample/disable"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("This is your own account. Another administrator has to do that.");
        assertThat(browser.post("/accounts/cexample").param("person", "Cara").param("roles", "viewer"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(test.accounts().haveAnAdministrator()).isTrue();
    }

    @Test
    void anAccountThatThereIsNotIsNotThere() {
        assertThat(pages.as(administrator()).get("/accounts/nobody")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anAccountOfTheProviderHasItsNameThereAndNoLink() {
        var provider = new OpenIdSettings(
                "https://login.trust.example", "Trust login", "id", "secret", List.of(), "sub", "", List.of());
        test = new TestAccounts(
                LEDGER, folder, new TestClock("2026-11-22T09:30:00"), new WaysIn(false, Optional.of(provider)));
        pages = TestPages.of(SmallCatalogue.aCatalogue().catalogue(), AccountsRoom.class, Invitations.class)
                .with(Accounts.class, test.accounts())
                .with(Joining.class, test.joining())
                .with(WaysIn.class, test.ways())
                .with(Actor.class, () -> "root");
        TestPages.Browser browser = pages.as(administrator());

        assertThat(browser.post("/accounts/new")
                        .param("account", "fay")
                        .param("person", "Fay Example")
                        .param("roles", "viewer"))
                .bodyText()
                .contains("<a href=\"#openid\">Enter what Trust login calls the person: nobody signs in with a password"
                        + " here.</a>");
        MvcTestResult made = browser.post("/accounts/new")
                .param("account", "fay")
                .param("person", "Fay Example")
                .param("openid", " Fay@Trust.example")
                .param("roles", "viewer")
                .exchange();
        assertThat(made).hasRedirectedUrl("/accounts/fay");
        assertThat(made.getMvcResult().getFlashMap().get("link")).isNull();
        assertThat(test.accounts().find("fay"))
                .hasValue(new Account(
                        "fay",
                        "Fay Example",
                        Set.of(Role.VIEWER),
                        Set.of(),
                        Set.of(),
                        Optional.of("fay@trust.example"),
                        false,
                        false));
        assertThat(browser.get("/accounts/fay"))
                .bodyText()
                .contains("Its person has not signed in yet.", "value=\"fay@trust.example\"")
                .doesNotContain("Make a new link");
        assertThat(browser.post("/accounts/new")
                        .param("account", "gus")
                        .param("person", "Gus Example")
                        .param("openid", "fay@trust.example")
                        .param("roles", "viewer"))
                .bodyText()
                .contains("<a href=\"#openid\">The account fay has this name already. Enter another one.</a>");
    }
}
