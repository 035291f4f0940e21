package org.scrutineer.web.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.accounts.TestAccounts.PASSWORD;
import static org.scrutineer.accounts.TestAccounts.openIdAccount;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.accounts.Accounts;
import org.scrutineer.accounts.Joining;
import org.scrutineer.accounts.OpenIdSettings;
import org.scrutineer.accounts.OpenIdSignIns;
import org.scrutineer.accounts.Role;
import org.scrutineer.accounts.SignIns;
import org.scrutineer.accounts.TestAccounts;
import org.scrutineer.accounts.WaysIn;
import org.scrutineer.audit.Actor;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.locks.TestClock;
import org.scrutineer.web.Invitations;
import org.scrutineer.web.TestPages;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Signing in at a provider that is asked over HTTP, as in earnest. */
class OpenIdRoomTests {

    private static final DataSource LEDGER = TestLedger.aLedger().source();

    private static final String NOT_BELIEVED =
            "What Trust login answered could not be believed. Nothing was done. Begin again"
                    + " here; if it happens again, tell whoever runs this service at what time it did.";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T09:30:00");
    private final TestProvider provider = new TestProvider(clock);
    private TestAccounts test;
    private TestPages pages;

    @BeforeEach
    void open() {
        openWith("preferred_username", "", List.of());
    }

    private void openWith(String accountClaim, String secondFactorClaim, List<String> secondFactorValues) {
        var settings = new OpenIdSettings(
                provider.address(),
                "Trust login",
                TestProvider.CLIENT,
                TestProvider.SECRET,
                List.of("openid", "profile"),
                accountClaim,
                secondFactorClaim,
                secondFactorValues);
        test = new TestAccounts(LEDGER, folder, clock, new WaysIn(true, Optional.of(settings)));
        test.accounts().make(openIdAccount("fay", "fexample", Role.ADMINISTRATOR), "admin");
        pages = TestPages.of(
                        SmallCatalogue.aCatalogue().catalogue(),
                        OpenIdRoom.class,
                        OpenIdConfig.class,
                        Invitations.class)
                .setting("accounts.openid.issuer", provider.address())
                .with(Accounts.class, test.accounts())
                .with(Joining.class, test.joining())
                .with(OpenIdSignIns.class, test.openId())
                .with(WaysIn.class, test.ways())
                .with(Actor.class, () -> "root")
                .signingInBy(test.signIns(), clock);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private static MockHttpSession session(MvcTestResult answer) {
        HttpSession session = answer.getRequest().getSession(false);
        return (MockHttpSession) Objects.requireNonNull(session);
    }

    private MvcTestResult asked(String to) {
        return pages.asNobody().get("/sign-in/openid").param("to", to).exchange();
    }

    private MvcTestResult answered(MockHttpSession session, Map<String, String> answer) {
        var request = pages.asNobody().get("/sign-in/openid/return").session(session);
        answer.forEach(request::param);
        return request.exchange();
    }

    /** Sends a browser to the provider, and takes the answer it comes back with. */
    private MvcTestResult signIn() {
        MvcTestResult asked = asked("/account?a=b");
        return answered(session(asked), provider.signsIn(asked.getResponse().getRedirectedUrl()));
    }

    private static String refusal(MvcTestResult answer) {
        assertThat(answer).hasRedirectedUrl("/sign-in");
        return String.valueOf(answer.getMvcResult().getFlashMap().get("refused"));
    }

    @Test
    void whoeverTheProviderKnowsIsSignedInToTheAccountOfThatName() {
        MvcTestResult asked = asked("/account?a=b");
        String there = asked.getResponse().getRedirectedUrl();
        assertThat(there)
                .startsWith(provider.address()
                        + "/authorize?response_type=code&client_id=scrutineer&scope=openid%20profile")
                .contains("&redirect_uri=http://localhost:8080/sign-in/openid/return")
                .containsPattern("&nonce=[\\w-]{43}")
                .containsPattern("&code_challenge=[\\w-]{43}&code_challenge_method=S256");
        String before = session(asked).getId();

        MvcTestResult answer = answered(session(asked), provider.signsIn(there));

        assertThat(answer).hasRedirectedUrl("/account?a=b");
        assertThat(session(answer).getId()).isNotEqualTo(before);
        assertThat(pages.asNobody().get("/").session(session(answer))).hasRedirectedUrl("/accounts");
        assertThat(test.told())
                .endsWith("fay openid-met account fay", "fay signed-in account fay")
                .hasSize(3);
        assertThat(test.accounts().find("fay").orElseThrow().ready()).isTrue();
        assertThat(test.accounts().haveAnAdministrator()).isTrue();
    }

    @Test
    void anAccountIsOfWhomeverTheProviderMeantTheFirstTime() {
        signIn();
        provider.tells(claims -> claims.claim("preferred_username", "fay.married"));
        assertThat(signIn()).as("of another name").hasRedirectedUrl("/account?a=b");

        provider.tells(claims -> claims.subject("4712"));
        assertThat(refusal(signIn()))
                .isEqualTo(
                        "The account for \"FExample\" belongs to somebody else who had this name at Trust login. Ask your"
                                + " administrator.");
        test.accounts().reset("fay", "admin");
        assertThat(signIn()).as("after it was forgotten").hasRedirectedUrl("/account?a=b");
    }

    @Test
    void whoeverHasNoAccountIsToldSo() {
        provider.tells(claims -> claims.claim("preferred_username", "nobody@trust.example"));

        assertThat(refusal(signIn()))
                .isEqualTo(
                        "You are signed in at Trust login as \"nobody@trust.example\", but there is no account for you"
                                + " here. Ask your administrator to make one for this name.");
        assertThat(test.told()).endsWith("nobody sign-in-failed an account that there is not");
        for (int attempt = 1; attempt < 5; attempt++) {
            signIn();
        }
        assertThat(refusal(signIn()))
                .isEqualTo("There were too many tries that failed. Wait 15 minutes, then try again.");
        clock.passes(Duration.ofMinutes(15));
        assertThat(refusal(signIn())).startsWith("You are signed in at Trust login");
    }

    @Test
    void aDisabledAccountIsNotSignedIn() {
        test.accounts().disable("fay", "admin");

        assertThat(refusal(signIn())).isEqualTo("Your account here is disabled. Ask your administrator.");
        assertThat(test.told()).endsWith("nobody sign-in-failed account fay");
    }

    @Test
    void anAccountOfTheProviderHasNoPassword() {
        assertThat(test.signIns().password("fay", PASSWORD, "10.0.0.1")).isEqualTo(SignIns.Answer.WRONG);
        test.ready("gus", Role.VIEWER);
        test.accounts().change(openIdAccount("gus", "gexample", Role.VIEWER), "admin");
        assertThat(test.signIns().password("gus", PASSWORD, "10.0.0.1")).isEqualTo(SignIns.Answer.WRONG);
        assertThat(test.accounts().refusedOpenIdName("gexample", "hal"))
                .hasValue("The account gus has this name already. Enter another one.");
    }

    @Test
    void anAnswerIsNotBelievedThatIsNotForThisServiceOrNotForThisMoment() {
        Map<String, Consumer<JWTClaimsSet.Builder>> wrong = Map.of(
                "another nonce", claims -> claims.claim("nonce", "another"),
                "no nonce", claims -> claims.claim("nonce", null),
                "another issuer", claims -> claims.issuer("https://elsewhere.example"),
                "for another service", claims -> claims.audience("another"),
                "by order of another service", claims -> claims.claim("azp", "another"),
                "too old",
                        claims ->
                                claims.expirationTime(Date.from(clock.instant().minusSeconds(61))),
                "of the future",
                        claims -> claims.issueTime(Date.from(clock.instant().plusSeconds(61))),
                "of nobody", claims -> claims.subject(null));

        wrong.forEach((what, changes) -> {
            provider.tells(changes);
            assertThat(refusal(signIn())).as(what).isEqualTo(NOT_BELIEVED);
        });
        assertThat(test.told())
                .filteredOn("nobody sign-in-failed whoever it was"::equals)
                .hasSize(wrong.size());
    }

    @Test
    void anAnswerIsNotBelievedThatAnotherSigned() {
        provider.signsWithAnothersKey();

        assertThat(refusal(signIn())).isEqualTo(NOT_BELIEVED);
    }

    @Test
    void anAnswerIsTakenOnceAndFromTheBrowserThatAsked() {
        MvcTestResult asked = asked("/");
        Map<String, String> answer = provider.signsIn(asked.getResponse().getRedirectedUrl());
        String notAsked =
                "This way of signing in was begun in another window, or too long ago. Nothing was done. Begin again here.";

        assertThat(refusal(answered(new MockHttpSession(), answer))).isEqualTo(notAsked);
        assertThat(refusal(answered(session(asked), Map.of("code", answer.get("code"), "state", "another"))))
                .isEqualTo(notAsked);
        MvcTestResult taken = answered(session(asked), answer);
        assertThat(taken).hasRedirectedUrl("/");
        assertThat(refusal(answered(session(taken), answer))).isEqualTo(notAsked);
    }

    @Test
    void aCodeThatWasMadeUpIsNotBelieved() {
        MvcTestResult asked = asked("/");
        Map<String, String> answer = provider.signsIn(asked.getResponse().getRedirectedUrl());

        assertThat(refusal(answered(session(asked), Map.of("code", "made-up", "state", answer.get("state")))))
                .isEqualTo(NOT_BELIEVED);
    }

    @Test
    void whomTheProviderDoesNotSignInIsToldSo() {
        MvcTestResult asked = asked("/");
        String state = provider.signsIn(asked.getResponse().getRedirectedUrl()).get("state");

        assertThat(refusal(answered(session(asked), Map.of("error", "access_denied", "state", state))))
                .isEqualTo(
                        "Trust login did not sign you in. Nothing was done. Begin again here, or ask those who run Trust"
                                + " login why.");
    }

    @Test
    void whereTheProviderIsOutOfReachThePagesSaySo() {
        MvcTestResult asked = asked("/");
        Map<String, String> answer = provider.signsIn(asked.getResponse().getRedirectedUrl());
        provider.close();
        String trouble =
                "Trust login cannot be reached at the moment. Nothing was done. Try again in a few minutes; if it still"
                        + " cannot, tell whoever runs this service.";

        assertThat(refusal(answered(session(asked), answer))).isEqualTo(trouble);
        openWith("preferred_username", "", List.of());
        assertThat(refusal(asked("/"))).isEqualTo(trouble);
        assertThat(test.told()).noneMatch(entry -> entry.contains("sign-in-failed"));
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        MvcTestResult asked = asked("https://elsewhere.example/");

        assertThat(answered(session(asked), provider.signsIn(asked.getResponse().getRedirectedUrl())))
                .hasRedirectedUrl("/");
    }

    @Test
    void aSecondFactorIsAskedForWhereTheSettingsSaySo() {
        openWith("preferred_username", "amr", List.of("otp", "hwk"));

        provider.tells(claims -> claims.claim("amr", List.of("pwd")));
        assertThat(refusal(signIn()))
                .isEqualTo(
                        "Trust login did not ask you for a second factor, such as a code or a key, which this service"
                                + " needs. Sign out of Trust login, set up a second factor there, then sign in again.");
        provider.tells(claims -> {});
        assertThat(refusal(signIn())).startsWith("Trust login did not ask you for a second factor");
        provider.tells(claims -> claims.claim("amr", List.of("pwd", "otp")));
        assertThat(signIn()).hasRedirectedUrl("/account?a=b");

        openWith("preferred_username", "acr", List.of("gold", "silver"));
        assertThat(asked("/").getResponse().getRedirectedUrl()).contains("&acr_values=gold%20silver");
        provider.tells(claims -> claims.claim("acr", "silver"));
        assertThat(signIn()).hasRedirectedUrl("/account?a=b");
    }

    @Test
    void theNameIsAskedForWhereItIsNotSigned() {
        openWith("email", "", List.of());
        test.accounts().make(openIdAccount("gus", "gus@trust.example", Role.VIEWER), "admin");

        provider.tellsWhoAsks("{\"sub\": \"4711\", \"email\": \"Gus@trust.example\", \"email_verified\": true}");
        assertThat(signIn()).hasRedirectedUrl("/account?a=b");
        assertThat(test.told()).endsWith("gus openid-met account gus", "gus signed-in account gus");
        for (String unverified : List.of(", \"email_verified\": false", "")) {
            provider.tellsWhoAsks("{\"sub\": \"4711\", \"email\": \"Gus@trust.example\"" + unverified + "}");
            assertThat(refusal(signIn()))
                    .isEqualTo(
                            "Trust login does not say that it has made sure that your mail address is yours. Ask those who"
                                    + " run Trust login to see to that, then sign in again.");
        }
        provider.tellsWhoAsks("{\"sub\": \"4712\", \"email\": \"gus@trust.example\"}");
        assertThat(refusal(signIn())).as("of somebody else").isEqualTo(NOT_BELIEVED);
        provider.tellsWhoAsks("{\"sub\": \"4711\"}");
        assertThat(refusal(signIn()))
                .isEqualTo(
                        "Trust login did not tell your \"email\", by which accounts are known here. Tell whoever runs this"
                                + " service.");
    }

    @Test
    void whoSignsOutHereIsLedOutOfTheProviderToo() {
        String there = provider.address()
                + "/logout?client_id=scrutineer&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fsign-in";

        assertThat(pages.asNobody().get("/sign-in/openid/out"))
                .hasStatusOk()
                .hasHeader("Refresh", "0; url=" + there)
                .bodyText()
                .contains("You are signed out here", "href=\"" + there.replace("&", "&amp;") + "\"");
        provider.close();
        openWith("preferred_username", "", List.of());
        assertThat(pages.asNobody().get("/sign-in/openid/out")).hasRedirectedUrl("/sign-in?out=here");
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNoneAndWhoeverStartsThePagesIsTold() {
        provider.callsItself("https://elsewhere.example");
        var mistaken = new OpenIdProvider(test.ways().openId().orElseThrow(), "http://localhost:8080", clock);
        String document = provider.address() + "/.well-known/openid-configuration";

        assertThat(mistaken.trouble())
                .hasValue("What " + document + " answers is not what the OpenID provider " + provider.address()
                        + " would answer: nobody can sign in at Trust login. Check the setting accounts.openid.issuer, which"
                        + " has to be written letter by letter as the provider writes it.");
        provider.callsItself(provider.address());
        assertThat(mistaken.trouble()).as("asked again").isEmpty();
        provider.close();
        assertThat(mistaken.trouble()).as("known").isEmpty();
        assertThat(new OpenIdProvider(test.ways().openId().orElseThrow(), "http://localhost:8080", clock).trouble())
                .hasValue("Trust login does not answer at " + document
                        + ": nobody can sign in there until it does. Check that"
                        + " this machine reaches that address, and the setting accounts.openid.issuer.");
    }
}
