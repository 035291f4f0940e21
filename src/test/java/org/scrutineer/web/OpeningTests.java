package org.scrutineer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.accounts.Identity;
import org.scrutineer.accounts.OpenIdSettings;
import org.scrutineer.accounts.Role;
import org.scrutineer.accounts.TestAccounts;
import org.scrutineer.accounts.WaysIn;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.locks.TestClock;

class OpeningTests {

    private static final DataSource LEDGER = TestLedger.aLedger().source();

    private static final OpenIdSettings PROVIDER = new OpenIdSettings(
            "https://login.trust.example", "Trust login", "id", "secret", List.of("openid"), "sub", "", List.of());

    @TempDir
    Path folder;

    private TestAccounts accounts(WaysIn ways) {
        return new TestAccounts(LEDGER, folder, new TestClock("2026-11-22T09:30:00"), ways);
    }

    private static List<String> sentences(TestAccounts test, Optional<ProviderState> provider) {
        var pages = new Invitations(
                test.accounts(),
                test.joining(),
                () -> "root",
                new WebProperties(URI.create("http://localhost:8080"), ZoneId.of("Europe/London"), Locale.UK));
        return new Opening(pages, test.ways(), provider).sentences();
    }

    @Test
    void printsALinkUntilThereIsAnAdministrator() {
        TestAccounts test = accounts(new WaysIn(true, Optional.empty()));

        assertThat(sentences(test, Optional.empty()))
                .hasSize(2)
                .startsWith("The pages are at http://localhost:8080.")
                .last()
                .asString()
                .startsWith(
                        "Nobody looks after accounts yet. Whoever opens this link first becomes the administrator; it"
                                + " works once: http://localhost:8080/join/");
        test.ready("ada", Role.ADMINISTRATOR);
        assertThat(sentences(test, Optional.empty())).containsExactly("The pages are at http://localhost:8080.");
    }

    @Test
    void saysWhatIsWrongWithTheProvider() {
        TestAccounts test = accounts(new WaysIn(true, Optional.of(PROVIDER)));
        test.ready("ada", Role.ADMINISTRATOR);

        assertThat(sentences(test, Optional.of(() -> Optional.of("Trust login does not answer."))))
                .containsExactly("The pages are at http://localhost:8080.", "Trust login does not answer.");
        assertThat(sentences(test, Optional.of(Optional::empty))).hasSize(1);
    }

    @Test
    void wherePasswordsAreSwitchedOffNoLinkWorksAndAnAdministratorHasToHaveSignedInAtTheProvider() {
        TestAccounts test = accounts(new WaysIn(false, Optional.of(PROVIDER)));
        test.accounts().make(TestAccounts.openIdAccount("ada", "aexample", Role.ADMINISTRATOR), "admin");

        assertThat(sentences(test, Optional.empty()))
                .containsExactly(
                        "The pages are at http://localhost:8080.",
                        "Nobody who looks after accounts can sign in, and accounts.passwords is false in"
                                + " config/application.yaml. Make it true and start serve again: it prints a link then.");
        assertThat(test.joining().link(test.joining().inviteFirstAdministrator("root"), "Scrutineer"))
                .isEmpty();
        test.openId().recognise(new Identity("https://login.trust.example", "4711", "AExample"), "10.0.0.1");
        assertThat(sentences(test, Optional.empty())).hasSize(1);
    }
}
