package org.scrutineer.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.accounts.TestAccounts.PASSWORD;
import static org.scrutineer.web.TestPages.administrator;

import jakarta.servlet.http.HttpSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.accounts.Accounts;
import org.scrutineer.accounts.Joining;
import org.scrutineer.accounts.OpenIdSettings;
import org.scrutineer.accounts.Role;
import org.scrutineer.accounts.TestAccounts;
import org.scrutineer.accounts.WaysIn;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.locks.TestClock;
import org.scrutineer.web.ServiceWords;
import org.scrutineer.web.TestPages;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class SignInRoomTests {

    private static final DataSource LEDGER = TestLedger.aLedger().source();

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T09:30:00");
    private TestAccounts test;
    private TestPages pages;

    @BeforeEach
    void open() {
        test = new TestAccounts(LEDGER, folder, clock);
        pages = TestPages.of(
                        SmallCatalogue.aCatalogue().catalogue(), SignInRoom.class, JoinRoom.class, ServiceWords.class)
                .with(Accounts.class, test.accounts())
                .with(Joining.class, test.joining())
                .with(WaysIn.class, test.ways())
                .signingInBy(test.signIns(), clock);
    }

    private static MockHttpSession session(MvcTestResult answer) {
        HttpSession session = answer.getRequest().getSession(false);
        return (MockHttpSession) Objects.requireNonNull(session);
    }

    private static String text(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString();
    }

    @Test
    void whoeverOpensTheFirstLinkBecomesTheAdministratorAndSignsIn() throws Exception {
        String token = test.joining().inviteFirstAdministrator("root");
        String page = text(pages.asNobody().get("/join/{token}", token).exchange());
        assertThat(page).contains("Make the first administrator", "<svg class=\"scrutineer-qr\"");
        Matcher key = Pattern.compile("<code class=\"scrutineer-code\">([A-Z2-7 ]+)</code>")
                .matcher(page);
        assertThat(key.find()).isTrue();

        MvcTestResult joined = pages.asNobody()
                .post("/join/{token}", token)
                .param("account", "FExample")
                .param("person", "Fay Example")
                .param("password", PASSWORD)
                .param("code", test.codeOfKey(key.group(1)))
                .exchange();
        assertThat(joined).hasStatusOk().bodyText().contains("Your account is ready");

        MvcTestResult password = pages.asNobody()
                .post("/sign-in")
                .param("account", " FExample ")
                .param("password", PASSWORD)
                .param("to", "/account?a=b")
                .exchange();
        assertThat(password).hasRedirectedUrl("/sign-in/code");
        assertThat(pages.asNobody().get("/account").session(session(password)))
                .as("a password alone opens nothing")
                .hasRedirectedUrl("/sign-in?to=%2Faccount");

        clock.passes(Duration.ofSeconds(30));
        String before = session(password).getId();
        MvcTestResult code = pages.asNobody()
                .post("/sign-in/code")
                .param("code", test.codeOfKey(key.group(1)))
                .session(session(password))
                .exchange();
        assertThat(code).hasRedirectedUrl("/account?a=b");
        assertThat(session(code).getId()).isNotEqualTo(before);
        assertThat(pages.asNobody().get("/").session(session(code))).hasRedirectedUrl("/accounts");

        MvcTestResult out =
                pages.asNobody().post("/sign-out").session(session(code)).exchange();
        assertThat(out).hasRedirectedUrl("/sign-in?out");
        assertThat(test.told()).endsWith("fexample signed-in account fexample", "fexample signed-out account fexample");
    }

    @Test
    void whatIsWrongIsNotSaidApartAndIsShownAtTheTop() throws Exception {
        test.ready("officer", Role.OFFICER);

        for (List<String> tried : List.of(List.of("officer", "wrong"), List.of("nobody", PASSWORD))) {
            MvcTestResult answer = pages.asNobody()
                    .post("/sign-in")
                    .param("account", tried.get(0))
                    .param("password", tried.get(1))
                    .exchange();
            assertThat(answer)
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("<title>Error: Sign in – Scrutineer – The trust</title>")
                    .contains("<a href=\"#account\">The account name or the password is wrong. Enter both again.</a>")
                    .contains("value=\"" + tried.get(0) + "\"")
                    .doesNotContain(tried.get(1) + "\"");
        }
    }

    @Test
    void aCodeIsAskedForOnlyAfterThePassword() {
        assertThat(pages.asNobody().get("/sign-in/code")).hasRedirectedUrl("/sign-in");
        assertThat(pages.asNobody().post("/sign-in/code").param("code", "123456"))
                .hasRedirectedUrl("/sign-in");
    }

    @Test
    void nobodyIsLedToAnotherSiteAfterSigningIn() {
        test.ready("officer", Role.OFFICER);

        for (String to : List.of("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example")) {
            MvcTestResult password = pages.asNobody()
                    .post("/sign-in")
                    .param("account", "officer")
                    .param("password", PASSWORD)
                    .param("to", to)
                    .exchange();
            clock.passes(Duration.ofSeconds(30));
            MvcTestResult code = pages.asNobody()
                    .post("/sign-in/code")
                    .param("code", codeFor("officer"))
                    .session(session(password))
                    .exchange();
            assertThat(code).hasRedirectedUrl("/");
        }
    }

    private String codeFor(String account) {
        String token = test.accounts().reset(account, "admin").orElseThrow();
        String key = test.joining().link(token, "Scrutineer").orElseThrow().secret();
        test.joining().join(token, new Joining.SetUp(PASSWORD, test.codeOfKey(key)), List.of());
        clock.passes(Duration.ofSeconds(30));
        return test.codeOfKey(key);
    }

    @Test
    void aFormThatIsSentAfterTheSessionEndedLeadsBackToItsPage() {
        RequestPostProcessor withItsCookie = request -> {
            request.setRequestedSessionId("gone");
            request.setRequestedSessionIdValid(false);
            return request;
        };

        assertThat(pages.asNobody().get("/account").with(withItsCookie))
                .hasRedirectedUrl("/sign-in?to=%2Faccount&ended");
        assertThat(pages.withoutToken()
                        .post("/accounts/new")
                        .header("Referer", "http://localhost:8080/accounts/new")
                        .with(withItsCookie))
                .hasRedirectedUrl("/sign-in?to=%2Faccounts%2Fnew&ended");
        // What answers a form cannot be asked for.
        assertThat(pages.withoutToken()
                        .post("/release/1/board/withdraw")
                        .header("Referer", "http://localhost:8080/release/1/board/withdraw")
                        .with(withItsCookie))
                .hasRedirectedUrl("/sign-in?to=%2Frelease%2F1%2Fboard&ended");
    }

    @Test
    void whoDoesNothingForHalfAnHourIsSignedOutWhateverMovesByItself() {
        test.ready("officer", Role.OFFICER);
        MockHttpSession session = TestPages.session(test.signIns().begin("officer", "10.0.0.1"), clock);

        clock.passes(Duration.ofMinutes(20));
        assertThat(pages.asNobody().get("/").header("HX-Request", "true").session(session))
                .hasRedirectedUrl("/months");
        clock.passes(Duration.ofMinutes(11));
        assertThat(pages.asNobody().get("/").header("HX-Request", "true").session(session))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("HX-Redirect", "/sign-in");
    }

    @Test
    void aLinkThatDoesNotWorkSaysSo() {
        assertThat(pages.asNobody().get("/join/no-such-token"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("This link does not work");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(pages.withoutTokenAs(administrator()).post("/sign-out")).hasStatus(HttpStatus.FORBIDDEN);
    }

    /** The same pages where people may sign in at a provider. */
    private void openWithProvider(boolean passwords) {
        var provider = new OpenIdSettings(
                "https://login.trust.example", "Trust login", "id", "secret", List.of(), "sub", "", List.of());
        test = new TestAccounts(LEDGER, folder, clock, new WaysIn(passwords, Optional.of(provider)));
        pages = TestPages.of(SmallCatalogue.aCatalogue().catalogue(), SignInRoom.class)
                .with(Accounts.class, test.accounts())
                .with(WaysIn.class, test.ways())
                .signingInBy(test.signIns(), clock);
    }

    @Test
    void whereThereIsAProviderItsWayInIsThere() {
        openWithProvider(true);

        assertThat(pages.asNobody()
                        .get("/sign-in")
                        .param("to", "/account?a=b")
                        .flashAttr("refused", "Your account here is disabled. Ask your administrator."))
                .bodyText()
                .contains("href=\"/sign-in/openid?to=/account?a%3Db\"", "Sign in with Trust login")
                .contains("If you have a password of this service", "id=\"account\"")
                .contains("<a href=\"#openid\">Your account here is disabled. Ask your administrator.</a>");
    }

    @Test
    void wherePasswordsAreSwitchedOffNoneIsAskedForOrTaken() {
        openWithProvider(false);

        assertThat(pages.asNobody().get("/sign-in"))
                .bodyText()
                .contains("Sign in with Trust login")
                .doesNotContain("password", "id=\"account\"");
        assertThat(pages.asNobody().post("/sign-in").param("account", "fay").param("password", PASSWORD))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoeverCameByTheProviderIsLedOutOfItToo() {
        openWithProvider(true);
        test.accounts().make(TestAccounts.openIdAccount("fay", "fexample", Role.OFFICER), "admin");
        test.ready("gus", Role.OFFICER);

        assertThat(pages.asNobody()
                        .post("/sign-out")
                        .session(TestPages.session(test.signIns().begin("fay", "10.0.0.1"), clock)))
                .hasRedirectedUrl("/sign-in/openid/out");
        assertThat(pages.asNobody()
                        .post("/sign-out")
                        .session(TestPages.session(test.signIns().begin("gus", "10.0.0.1"), clock)))
                .hasRedirectedUrl("/sign-in?out");
        assertThat(pages.asNobody().get("/sign-in?out=here"))
                .bodyText()
                .contains(
                        "You are signed out here. You may still be signed in at Trust login: if others use this computer,"
                                + " sign out there too.");
    }

    @Test
    void howLongToWaitIsSaid() {
        test.ready("officer", Role.OFFICER);
        for (int attempt = 0; attempt < 5; attempt++) {
            test.signIns().password("officer", "wrong", "10.0.0.1");
        }

        assertThat(pages.asNobody().post("/sign-in").param("account", "officer").param("password", PASSWORD))
                .bodyText()
                .contains(
                        "There were too many tries that failed. Wait 15 minutes, then try again; nothing you enter before"
                                + " is looked at.");
    }
}
