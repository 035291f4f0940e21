package org.scrutineer.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the pages are reached and written.
 *
 * @param address where people find them, e.g. {@code https://returns.trust.example}: links that are handed out begin with
 *     it, and cookies are for TLS alone where it does
 * @param zone whose clock times are told by
 * @param locale how days and times are written
 */
@ConfigurationProperties("web")
record WebProperties(
        URI address,
        @DefaultValue("Europe/London") ZoneId zone,
        @DefaultValue("en-GB") Locale locale) {

    boolean isSecure() {
        return "https".equals(address.getScheme());
    }
}
