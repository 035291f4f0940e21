package org.scrutineer.web.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Identity;
import org.scrutineer.accounts.OpenIdSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.ResourceAccessException;

/**
 * Sends a browser to the provider, and finds out who comes back: OpenID Connect's authorization code flow with PKCE, by Spring
 * Security's library. Of what the provider answers nothing is kept.
 */
final class OpenIdExchange {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdExchange.class);

    /** Where to go after signing in: kept with what was asked. */
    private static final String TO = "scrutineer.to";

    private final OpenIdSettings settings;
    private final OpenIdProvider provider;
    private final HttpSessionOAuth2AuthorizationRequestRepository asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    OpenIdExchange(OpenIdSettings settings, OpenIdProvider provider) {
        this.settings = settings;
        this.provider = provider;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** @param to where to go after signing in */
        record Told(Identity identity, String to) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** Why nobody is signed in. */
    enum Refusal {
        /** Nothing was asked with this browser, or it was answered already. */
        NOT_ASKED,
        /** The provider did not sign anybody in. */
        DENIED,
        /** The provider was out of reach. */
        TROUBLE,
        /** The answer is not the provider's, not for this service, not to what was asked, or too old. */
        NOT_BELIEVED,
        /** The answer does not have the claim that accounts are known by. */
        NAMELESS,
        /** The provider does not say that it has made sure that the mail address is the person's. */
        UNVERIFIED,
        /** The answer does not say that there was a second factor. */
        ONE_FACTOR
    }

    /**
     * Asks, with a state, a nonce and a proof key that are good for this session alone.
     *
     * @param to where to go after signing in, a path of ours
     * @return where to send the browser
     */
    String ask(String to, HttpServletRequest request, HttpServletResponse response) throws ProviderTroubleException {
        ClientRegistration registration = provider.discovered().registration();
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(id -> registration);
        if (settings.secondFactorClaim().equals("acr")) {
            resolver.setAuthorizationRequestCustomizer(asks -> asks.additionalParameters(
                    more -> more.put("acr_values", String.join(" ", settings.secondFactorValues()))));
        }
        OAuth2AuthorizationRequest resolved =
                Objects.requireNonNull(resolver.resolve(request, registration.getRegistrationId()));
        OAuth2AuthorizationRequest asks = OAuth2AuthorizationRequest.from(resolved)
                .attributes(more -> more.put(TO, to))
                .build();
        asked.saveAuthorizationRequest(asks, request, response);
        return asks.getAuthorizationRequestUri();
    }

    /** Takes the answer that a browser brings, once. */
    Outcome take(HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asks = asked.removeAuthorizationRequest(request, response);
        String code = request.getParameter(OAuth2ParameterNames.CODE);
        if (asks == null) {
            return new Outcome.Refused(Refusal.NOT_ASKED);
        }
        if (code == null || code.isEmpty()) {
            LOG.warn(
                    "{} signed nobody in: {}", settings.name(), tidy(request.getParameter(OAuth2ParameterNames.ERROR)));
            return new Outcome.Refused(Refusal.DENIED);
        }
        try {
            OpenIdProvider.Discovered discovered = provider.discovered();
            OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                    .redirectUri(asks.getRedirectUri())
                    .state(request.getParameter(OAuth2ParameterNames.STATE))
                    .build();
            Authentication believed = discovered
                    .answers()
                    .authenticate(new OAuth2LoginAuthenticationToken(
                            discovered.registration(), new OAuth2AuthorizationExchange(asks, answer)));
            return outcome(
                    (OidcUser) Objects.requireNonNull(
                            Objects.requireNonNull(believed).getPrincipal()),
                    String.valueOf((Object) asks.getAttribute(TO)));
        } catch (ProviderTroubleException trouble) {
            return new Outcome.Refused(Refusal.TROUBLE);
        } catch (OAuth2AuthenticationException refused) {
            LOG.warn("what {} answered is not believed: {}", settings.name(), tidy(refused.getMessage()));
            return new Outcome.Refused(isOutOfReach(refused) ? Refusal.TROUBLE : Refusal.NOT_BELIEVED);
        }
    }

    private static boolean isOutOfReach(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceAccessException) {
                return true;
            }
        }
        return false;
    }

    private Outcome outcome(OidcUser user, String to) {
        if (!settings.secondFactorClaim().isEmpty()
                && values(user.getIdToken().getClaims().get(settings.secondFactorClaim())).stream()
                        .noneMatch(settings.secondFactorValues()::contains)) {
            return new Outcome.Refused(Refusal.ONE_FACTOR);
        }
        String claim = settings.accountClaim();
        Optional<String> name = Optional.ofNullable(user.getAttributes().get(claim))
                .map(Object::toString)
                .filter(each -> !each.isBlank());
        if (name.isEmpty()) {
            return new Outcome.Refused(Refusal.NAMELESS);
        }
        // A provider that says nothing of it may let people write down any address as theirs.
        if (claim.equals(StandardClaimNames.EMAIL) && !Boolean.TRUE.equals(user.getEmailVerified())) {
            return new Outcome.Refused(Refusal.UNVERIFIED);
        }
        return new Outcome.Told(new Identity(settings.issuer(), user.getSubject(), name.get()), to);
    }

    private static List<String> values(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return claim == null ? List.of() : List.of(claim.toString());
    }

    /** In one line of the log, whoever wrote it. */
    private static String tidy(@Nullable String text) {
        return String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
    }
}
