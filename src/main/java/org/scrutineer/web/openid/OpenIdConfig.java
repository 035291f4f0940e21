package org.scrutineer.web.openid;

import java.time.Clock;
import org.scrutineer.accounts.WaysIn;
import org.scrutineer.web.Invitations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty("accounts.openid.issuer")
class OpenIdConfig {

    @Bean
    OpenIdProvider openIdProvider(WaysIn ways, Invitations pages, Clock clock) {
        return new OpenIdProvider(ways.openId().orElseThrow(), pages.address(), clock);
    }

    @Bean
    OpenIdExchange openIdExchange(WaysIn ways, OpenIdProvider provider) {
        return new OpenIdExchange(ways.openId().orElseThrow(), provider);
    }
}
