package org.scrutineer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.jar.ServedProgram;

class AccountsBrowserIT extends Journey {

    @TempDir
    static Path folder;

    @Test
    void theFirstAdministratorMakesAnOfficerWhoSignsInAndIsShutOutAgain() throws Exception {
        Path input = Files.createDirectories(folder.resolve("input"));
        try (ServedProgram served = Served.start(input, folder.resolve("output"), Path.of("config/catalogue"))) {
            Page admin = window(served);
            admin.navigate(served.firstLink());
            look(admin, "join-first");
            admin.getByRole(AriaRole.BUTTON, Someone.named("Save")).click();
            assertThat(admin).hasTitle(Pattern.compile("^Error: Make the first administrator"));
            assertThat(admin.locator(".govuk-error-summary")).isFocused();
            look(admin, "join-first-mistaken");
            admin.getByLabel("Your name").fill("Ada Example");
            admin.getByLabel("Account name").fill("aexample");
            Someone ada = Someone.setUp("aexample", admin);
            assertThat(admin.locator("h1")).hasText("Your account is ready");
            look(admin, "joined");

            admin.navigate("/accounts");
            assertThat(admin).hasURL(Pattern.compile("/sign-in\\?to=%2Faccounts$"));
            look(admin, "sign-in");
            admin.getByLabel("Account name").fill(ada.account());
            admin.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill("not the right password");
            admin.keyboard().press("Enter");
            assertThat(admin.locator(".govuk-error-summary"))
                    .containsText("The account name or the password is wrong. Enter both again.");
            look(admin, "sign-in-mistaken");
            admin.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(Someone.PASSWORD);
            admin.keyboard().press("Enter");
            assertThat(admin.locator("h1")).hasText("Enter your one-time code");
            look(admin, "sign-in-code");
            ada.enterCode(admin);
            assertThat(admin.locator("h1")).hasText("Accounts");
            Cookie cookie = admin.context().cookies().get(0);
            assertThat(cookie.name).isEqualTo("session");
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);

            admin.navigate("/accounts/new");
            look(admin, "accounts-new");
            admin.getByRole(AriaRole.BUTTON, Someone.named("Make the account")).click();
            assertThat(admin.locator(".govuk-error-summary")).isFocused();
            look(admin, "accounts-new-mistaken");
            admin.getByRole(AriaRole.LINK, Someone.named("Enter the person's name, as others know it."))
                    .click();
            assertThat(admin.getByLabel("Name of the person")).isFocused();
            admin.navigate("/accounts/new");
            admin.getByLabel("Account name").fill("cexample");
            admin.getByLabel("Name of the person").fill("Cara Example");
            admin.getByLabel("Data officer: Looks after returns, and starts runs")
                    .check();
            admin.getByRole(AriaRole.BUTTON, Someone.named("Make the account")).click();
            String link = admin.locator("#link").textContent();
            Page own = window(served);
            own.navigate(link.substring(link.indexOf("/join/")));
            Someone cara = Someone.setUp("cexample", own);
            look(admin, "accounts-account");
            admin.navigate("/accounts");
            look(admin, "accounts");

            Page officer = windowWithoutScript(served);
            cara.signIn(officer);
            assertThat(officer).hasURL(Pattern.compile("/months/\\d{4}-\\d{2}$"));
            officer.navigate("/accounts");
            assertThat(officer.locator("h1")).hasText("You cannot see this page");
            officer.navigate("/nowhere");
            assertThat(officer.locator("h1")).hasText("Page not found");

            admin.navigate("/account");
            look(admin, "account");
            admin.navigate("/nowhere");
            look(admin, "not-found");
            admin.navigate("/accounts/cexample");
            admin.getByRole(AriaRole.BUTTON, Someone.named("Disable the account"))
                    .click();
            assertThat(admin.locator(".govuk-notification-banner"))
                    .containsText("The account is disabled, and signed out everywhere.");
            officer.navigate("/account");
            assertThat(officer.locator("h1")).hasText("Sign in");

            admin.getByRole(AriaRole.BUTTON, Someone.named("Sign out")).click();
            assertThat(admin.locator(".govuk-inset-text")).hasText("You are signed out.");
            admin.goBack();
            admin.reload();
            assertThat(admin.locator("h1")).hasText("Sign in");
        }
    }
}
