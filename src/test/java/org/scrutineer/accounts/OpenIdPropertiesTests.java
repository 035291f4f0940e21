package org.scrutineer.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OpenIdPropertiesTests {

    @TempDir
    Path folder;

    private static WaysIn bound(Map<String, String> settings) throws IOException {
        var all = new HashMap<>(settings);
        all.put("accounts.key-file", "keys/accounts");
        return new AccountsConfig()
                .waysIn(new Binder(new MapConfigurationPropertySource(all))
                        .bind("accounts", AccountsProperties.class)
                        .get());
    }

    private static void assertRefused(Map<String, String> settings, String... sentences) {
        assertThatThrownBy(() -> bound(settings))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(String.join(System.lineSeparator(), sentences));
    }

    private Path secretFile(String text, String permissions) throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    @Test
    void withoutThemPeopleSignInWithAPassword() throws IOException {
        assertThat(bound(Map.of())).isEqualTo(new WaysIn(true, Optional.empty()));
    }

    @Test
    void fewOfThemAreEnough() throws IOException {
        WaysIn ways = bound(Map.of(
                "accounts.openid.issuer", "https://login.trust.example/staff",
                "accounts.openid.client-id", "scrutineer",
                "accounts.openid.client-secret-file",
                        secretFile("the secret\n", "rw-------").toString()));

        assertThat(ways.openId())
                .hasValue(new OpenIdSettings(
                        "https://login.trust.example/staff",
                        "login.trust.example",
                        "scrutineer",
                        "the secret",
                        List.of("openid", "profile"),
                        "preferred_username",
                        "",
                        List.of()));
        assertThat(ways.toString()).doesNotContain("the secret");
    }

    @Test
    void allOfThemAreTaken() throws IOException {
        assertThat(bound(Map.of(
                        "accounts.passwords", "false",
                        "accounts.openid.issuer", "https://login.trust.example/staff",
                        "accounts.openid.name", "Trust login",
                        "accounts.openid.client-id", "scrutineer",
                        "accounts.openid.client-secret", "the secret",
                        "accounts.openid.scopes", "profile, email",
                        "accounts.openid.account-claim", "email",
                        "accounts.openid.second-factor-claim", "amr",
                        "accounts.openid.second-factor-values", "mfa, otp")))
                .isEqualTo(new WaysIn(
                        false,
                        Optional.of(new OpenIdSettings(
                                "https://login.trust.example/staff",
                                "Trust login",
                                "scrutineer",
                                "the secret",
                                List.of("openid", "profile", "email"),
                                "email",
                                "amr",
                                List.of("mfa", "otp")))));
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        assertRefused(
                Map.of("accounts.openid.name", "Trust login", "accounts.openid.second-factor-claim", "amr"),
                "The setting accounts.openid.issuer is missing; expected the provider's address, as the provider writes it,"
                        + " e.g. https://login.trust.example/staff.",
                "The setting accounts.openid.client-id is missing; expected what the provider calls this service.",
                "No secret is set for accounts.openid; expected one: in the first line of the file"
                        + " accounts.openid.client-secret-file, or in the environment as ACCOUNTS_OPENID_CLIENTSECRET.",
                "The settings accounts.openid.second-factor-claim and second-factor-values stand one without the other;"
                        + " expected the claim, e.g. amr, and the values of it that mean a second factor, or neither. Put it"
                        + " right in config/application.yaml.");
    }

    @Test
    void theProviderIsAskedOverTlsAlone() {
        assertRefused(
                Map.of(
                        "accounts.openid.issuer", "http://login.trust.example",
                        "accounts.openid.client-id", "scrutineer",
                        "accounts.openid.client-secret", "the secret"),
                "The setting accounts.openid.issuer: found \"http://login.trust.example\"; expected an address that begins"
                        + " with https://. Put it right in config/application.yaml.");
    }

    @Test
    void theFileOfTheSecretIsItsOwnersAlone() throws IOException {
        Path file = secretFile("the secret", "rw-r-----");
        var settings = Map.of(
                "accounts.openid.issuer", "https://login.trust.example",
                "accounts.openid.client-id", "scrutineer",
                "accounts.openid.client-secret-file", file.toString());
        String begin = "The file " + file + " (setting accounts.openid.client-secret-file) ";
        String end = " Put it right in config/application.yaml.";

        assertRefused(
                settings, begin + "may be read or changed by others than its owner. Take that away from them." + end);
        secretFile("", "rw-------");
        assertRefused(settings, begin + "is empty; expected the provider's secret in its first line." + end);
        Files.delete(file);
        assertRefused(
                settings, begin + "cannot be read. Make it readable for this account, or correct the setting." + end);
    }

    @Test
    void somebodyCanSignIn() {
        assertRefused(
                Map.of("accounts.passwords", "false"),
                "The setting accounts.passwords is false and accounts.openid is not set, so that nobody could sign in. Set"
                        + " accounts.openid, or leave accounts.passwords true, in config/application.yaml.");
    }
}
