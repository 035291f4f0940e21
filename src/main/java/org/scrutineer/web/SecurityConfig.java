package org.scrutineer.web;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every request goes through before it comes to a room. */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfig {

    /** Nothing but what comes from here; no style or script within a page; in nobody's frame. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " object-src 'none'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    SecurityFilterChain pages(HttpSecurity http, SecurityContextRepository whoIsSignedIn, DeniedRequests denials) {
        var access = new RouteAccess(Routes.all());
        var wayIn = new WayIn(access, denials);
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .anyRequest()
                                .access(access))
                .securityContext(context -> context.securityContextRepository(whoIsSignedIn))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(wayIn).accessDeniedHandler(wayIn))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                        .frameOptions(frames -> frames.deny()))
                .addFilterBefore(new UnreadBodies(access, wayIn), CsrfFilter.class)
                // Signing in and out are pages of their own, which know the way back.
                .logout(LogoutConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .build();
    }

    /** Over TLS, browsers keep the cookie for this very host and send it over nothing else. */
    @Bean
    ServletContextInitializer sessionCookie(WebProperties settings) {
        return context -> {
            var cookie = context.getSessionCookieConfig();
            cookie.setName(settings.isSecure() ? "__Host-session" : "session");
            cookie.setSecure(settings.isSecure());
            cookie.setPath("/");
        };
    }
}
