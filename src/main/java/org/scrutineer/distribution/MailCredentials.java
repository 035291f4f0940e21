package org.scrutineer.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.MailAddress;
import org.scrutineer.distribution.MailProperties.Security;

/** What the mail server is told of us, and whether the settings about it can be used. */
final class MailCredentials {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private final MailProperties settings;

    MailCredentials(MailProperties settings) {
        this.settings = settings;
    }

    /** The password or token; a token is another one every hour. Null where the server asks for none. */
    @Nullable
    String secret() {
        Path file = settings.tokenFile() == null ? settings.passwordFile() : settings.tokenFile();
        return file == null ? settings.password() : firstLine(file);
    }

    private static @Nullable String firstLine(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException e) {
            return null;
        }
    }

    /** What is wrong with the settings for the server; empty where nothing is, or none is named. */
    static List<String> mistakes(MailProperties settings) {
        var mistakes = new ArrayList<String>();
        String host = settings.host();
        if (host == null) {
            return mistakes;
        }
        if (settings.allowedDomains().isEmpty()) {
            mistakes.add("The setting mail.allowed-domains is empty; expected the domains that mail may go to, e.g."
                    + " trust.example, as mail.host names a server.");
        }
        if (settings.security() == Security.NONE && !THIS_MACHINE.contains(host)) {
            mistakes.add("The setting mail.security: found \"none\"; expected starttls or implicit, as the server "
                    + host + " is another machine.");
        }
        String from = settings.from();
        if (from != null && !MailAddress.isOne(from)) {
            mistakes.add("The setting mail.from: found \"" + HeaderText.of(from)
                    + "\"; expected a mail address, e.g. performance@trust.example.");
        }
        boolean secret = settings.password() != null || settings.passwordFile() != null || settings.tokenFile() != null;
        if (settings.username() != null && !secret) {
            mistakes.add("The setting mail.username stands alone; expected mail.password-file, mail.token-file, or the"
                    + " password in the environment as MAIL_PASSWORD.");
        }
        for (Path file : new @Nullable Path[] {settings.passwordFile(), settings.tokenFile()}) {
            if (file != null && !Files.isReadable(file)) {
                mistakes.add(
                        "The file " + file + ", which the settings of mail name, cannot be read; expected the password"
                                + " or token in its first line. Make it readable for this account, or correct the setting.");
            }
        }
        return mistakes;
    }
}
