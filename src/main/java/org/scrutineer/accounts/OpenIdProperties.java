package org.scrutineer.accounts;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID provider as the settings name it.
 *
 * @param issuer its address
 * @param name what people call it; null for the host of its address
 * @param clientSecret null where it is in a file
 * @param clientSecretFile holds the secret in its first line
 * @param scopes what it is asked for beside {@code openid}
 */
record OpenIdProperties(
        @Nullable String issuer,
        @Nullable String name,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @DefaultValue("profile") List<String> scopes,
        @DefaultValue("preferred_username") String accountClaim,
        @DefaultValue("") String secondFactorClaim,
        @DefaultValue({}) List<String> secondFactorValues) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** @throws IllegalArgumentException where they cannot be used, with everything that is wrong with them */
    OpenIdProperties {
        List<String> mistakes = new ArrayList<>();
        checkIssuer(issuer, mistakes);
        if (isBlank(clientId)) {
            mistakes.add(
                    "The setting accounts.openid.client-id is missing; expected what the provider calls this service.");
        }
        checkSecret(clientSecret, clientSecretFile, mistakes);
        if (secondFactorClaim.isBlank() != secondFactorValues.isEmpty()) {
            mistakes.add(
                    "The settings accounts.openid.second-factor-claim and second-factor-values stand one without the"
                            + " other; expected the claim, e.g. amr, and the values of it that mean a second factor, or neither.");
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join(System.lineSeparator(), mistakes) + " Put it right in config/application.yaml.");
        }
    }

    private static void checkIssuer(@Nullable String issuer, List<String> mistakes) {
        if (issuer == null || issuer.isBlank()) {
            mistakes.add(
                    "The setting accounts.openid.issuer is missing; expected the provider's address, as the provider"
                            + " writes it, e.g. https://login.trust.example/staff.");
            return;
        }
        URI address;
        try {
            address = URI.create(issuer);
        } catch (IllegalArgumentException noAddress) {
            address = URI.create("");
        }
        boolean isKeptFromReading = "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
        if (!isKeptFromReading || address.getHost() == null) {
            mistakes.add("The setting accounts.openid.issuer: found \"" + issuer
                    + "\"; expected an address that begins with https://.");
        }
    }

    private static void checkSecret(@Nullable String secret, @Nullable Path file, List<String> mistakes) {
        if (isBlank(secret) == (file == null)) {
            mistakes.add((file == null ? "No secret is set" : "Two secrets are set")
                    + " for accounts.openid; expected one: in the first line of the file"
                    + " accounts.openid.client-secret-file, or in the environment as ACCOUNTS_OPENID_CLIENTSECRET.");
        } else if (file != null) {
            checkFile(file, mistakes);
        }
    }

    private static void checkFile(Path file, List<String> mistakes) {
        String begin = "The file " + file + " (setting accounts.openid.client-secret-file) ";
        try {
            PosixFileAttributeView owners = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (firstLine(file).isEmpty()) {
                mistakes.add(begin + "is empty; expected the provider's secret in its first line.");
            } else if (owners != null
                    && owners.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
                mistakes.add(begin + "may be read or changed by others than its owner. Take that away from them.");
            }
        } catch (IOException e) {
            mistakes.add(begin + "cannot be read. Make it readable for this account, or correct the setting.");
        }
    }

    private static String firstLine(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** What is to be used of them. */
    OpenIdSettings settings() throws IOException {
        String provider = String.valueOf(issuer);
        Set<String> asked = new LinkedHashSet<>();
        asked.add("openid");
        asked.addAll(scopes);
        return new OpenIdSettings(
                provider,
                isBlank(name)
                        ? URI.create(provider).getHost()
                        : String.valueOf(name).strip(),
                String.valueOf(clientId),
                clientSecretFile == null ? String.valueOf(clientSecret) : firstLine(clientSecretFile),
                List.copyOf(asked),
                accountClaim,
                secondFactorClaim,
                secondFactorValues);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return clientId + " at " + issuer;
    }
}
