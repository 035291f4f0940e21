package org.scrutineer.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockServletContext;

class SessionCookieTests {

    private static SessionCookieConfig cookieAt(String address) throws ServletException {
        var context = new MockServletContext();
        new SecurityConfig()
                .sessionCookie(new WebProperties(URI.create(address), ZoneId.of("Europe/London"), Locale.UK))
                .onStartup(context);
        return context.getSessionCookieConfig();
    }

    @Test
    void isForThisHostAndTlsAloneWhereThePagesAre() throws ServletException {
        SessionCookieConfig cookie = cookieAt("https://returns.trust.example");

        assertThat(cookie.getName()).isEqualTo("__Host-session");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void isPlainOnThisMachine() throws ServletException {
        SessionCookieConfig cookie = cookieAt("http://localhost:8080");

        assertThat(cookie.getName()).isEqualTo("session");
        assertThat(cookie.isSecure()).isFalse();
    }
}
