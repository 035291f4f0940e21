package org.scrutineer.accounts;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration
@EnableConfigurationProperties(AccountsProperties.class)
class AccountsConfig {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Argon2id as OWASP advises: 19 MiB, 2 rounds, 1 lane. */
    @Bean
    PasswordEncoder encoder() {
        return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, 19 * 1024, 2);
    }

    @Bean
    Passwords passwords(PasswordEncoder encoder) {
        return new Passwords(encoder);
    }

    @Bean
    WaysIn waysIn(AccountsProperties settings) throws IOException {
        OpenIdProperties provider = settings.openid();
        return new WaysIn(settings.passwords(), provider == null ? Optional.empty() : Optional.of(provider.settings()));
    }

    @Bean
    Secrets secrets(AccountsProperties settings) {
        return new Secrets(settings.keyFile(), new SecureRandom());
    }
}
