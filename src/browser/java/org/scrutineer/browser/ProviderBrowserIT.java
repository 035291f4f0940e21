package org.scrutineer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.jar.ServedProgram;
import org.scrutineer.web.openid.TestProvider;

/** Signing in at the organisation's own provider: what happens there is tested without a browser. */
@Tag("long")
class ProviderBrowserIT extends Journey {

    private static final String SIGN_IN = "Sign in with Trust login";

    @TempDir
    static Path folder;

    @Test
    void anOfficerSignsInThereAndIsToldWhereItDoesNotWork() throws Exception {
        try (var provider = new TestProvider(Clock.systemUTC())) {
            signInAt(provider);
        }
    }

    private void signInAt(TestProvider provider) throws Exception {
        Path input = Files.createDirectories(folder.resolve("input"));
        Map<String, String> settings = Map.of(
                "ACCOUNTS_OPENID_ISSUER", provider.address(),
                "ACCOUNTS_OPENID_NAME", "Trust login",
                "ACCOUNTS_OPENID_CLIENTID", TestProvider.CLIENT,
                "ACCOUNTS_OPENID_CLIENTSECRET", TestProvider.SECRET,
                "ACCOUNTS_OPENID_ACCOUNTCLAIM", "preferred_username");
        try (ServedProgram served =
                Served.start(input, folder.resolve("output"), Path.of("config/catalogue"), settings)) {
            var people = new People(served);
            Page admin = window(served, people.cookies("gexample"));
            admin.navigate("/accounts/new");
            admin.getByLabel("Account name").fill("fexample");
            admin.getByLabel("Name of the person").fill("Fay Example");
            admin.getByLabel("Name at Trust login").fill("fexample");
            admin.getByLabel("Data officer: Looks after returns, and starts runs")
                    .check();
            look(admin, "accounts-new-with-provider");
            button(admin, "Make the account").click();
            assertThat(banner(admin)).isVisible();
            look(admin, "accounts-account-with-provider");

            Page officer = window(served);
            officer.navigate("/runs");
            look(officer, "sign-in-with-provider");
            button(officer, SIGN_IN).click();
            assertThat(officer).hasURL(Pattern.compile("/runs$"));
            officer.navigate("/account");
            look(officer, "account-with-provider");
            button(officer, "Sign out").click();
            assertThat(officer).hasURL(Pattern.compile("/sign-in$"));

            provider.tells(claims -> claims.subject("4712").claim("preferred_username", "nobody"));
            Page stranger = window(served);
            stranger.navigate("/sign-in");
            button(stranger, SIGN_IN).click();
            assertThat(problems(stranger)).containsText("there is no account for you here");
            look(stranger, "sign-in-unknown");

            stranger.navigate("/sign-in/openid/return?code=code-1&state=begun-elsewhere");
            assertThat(problems(stranger)).containsText("begun in another window, or too long ago");
            look(stranger, "sign-in-not-asked");
        }
    }
}
