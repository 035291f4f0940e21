package org.scrutineer.web;

import java.time.Clock;
import org.scrutineer.accounts.SignIns;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.context.SecurityContextRepository;

@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SessionConfig {

    @Bean
    SecurityContextRepository whoIsSignedIn(SignIns signIns, Clock clock) {
        return new SignedInByLedger(signIns, clock);
    }
}
