package org.scrutineer.web.openid;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.OpenIdSettings;
import org.scrutineer.web.ProviderState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The organisation's OpenID provider. It tells its addresses itself, when they are first needed: that it cannot be reached
 * keeps nothing from starting.
 */
final class OpenIdProvider implements ProviderState {

    /** The path of ours to which it sends people back. */
    static final String RETURN = "/sign-in/openid/return";

    /** What the protocol's library calls it: there is one. */
    static final String ID = "openid";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(10);

    private static final String DOCUMENT = "/.well-known/openid-configuration";

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final OpenIdSettings settings;
    private final String pages;
    private final Clock clock;
    private final ClientHttpRequestFactory requests;
    private final RestTemplate rest;
    private volatile @Nullable Discovered discovered;

    /** @param pages where people find ours */
    OpenIdProvider(OpenIdSettings settings, String pages, Clock clock) {
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
        var factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(CONNECTING);
        factory.setReadTimeout(ANSWERING);
        this.requests = factory;
        this.rest = new RestTemplate(requests);
    }

    /**
     * What it has told of itself.
     *
     * @param answers finds out who somebody is that it sends back
     * @param endSession where people sign out of it; empty where it does not say
     */
    record Discovered(ClientRegistration registration, AuthenticationProvider answers, Optional<URI> endSession) {}

    /** Asks once, and again until it has answered. */
    Discovered discovered() throws ProviderTroubleException {
        Discovered known = discovered;
        if (known == null) {
            known = discover();
            discovered = known;
        }
        return known;
    }

    /** Where people sign out of it, and come back to the way in; empty where it cannot be asked or does not say. */
    Optional<URI> signOut() {
        try {
            return discovered().endSession();
        } catch (ProviderTroubleException known) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> trouble() {
        try {
            discovered();
            return Optional.empty();
        } catch (ProviderTroubleException trouble) {
            return Optional.of(trouble.sentence());
        }
    }

    private Discovered discover() throws ProviderTroubleException {
        String issuer = settings.issuer();
        URI document =
                URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DOCUMENT);
        try {
            Map<String, Object> told = rest.exchange(
                            RequestEntity.get(document)
                                    .accept(MediaType.APPLICATION_JSON)
                                    .build(),
                            JSON)
                    .getBody();
            return understood(Objects.requireNonNull(told, "nothing was told"));
        } catch (ResourceAccessException | HttpServerErrorException e) {
            throw told(
                    settings.name() + " does not answer at " + document
                            + ": nobody can sign in there until it does. Check"
                            + " that this machine reaches that address, and the setting accounts.openid.issuer.",
                    e);
        } catch (RuntimeException e) {
            throw told(
                    "What " + document + " answers is not what the OpenID provider " + issuer
                            + " would answer: nobody can"
                            + " sign in at " + settings.name()
                            + ". Check the setting accounts.openid.issuer, which has to be"
                            + " written letter by letter as the provider writes it.",
                    e);
        }
    }

    private static ProviderTroubleException told(String sentence, RuntimeException cause) {
        LOG.warn(sentence, cause);
        return new ProviderTroubleException(sentence, cause);
    }

    private Discovered understood(Map<String, Object> told) {
        if (!settings.issuer().equals(told.get("issuer"))) {
            throw new IllegalStateException("it calls itself " + told.get("issuer"));
        }
        ClientRegistration registration = ClientRegistrations.fromOidcConfiguration(told)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopes())
                .redirectUri(pages + RETURN)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
        return new Discovered(
                registration,
                answers(registration, told),
                Optional.ofNullable(told.get("end_session_endpoint")).map(address -> URI.create(address.toString())));
    }

    private AuthenticationProvider answers(ClientRegistration registration, Map<String, Object> told) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var users = new OidcUserService();
        var claims = new DefaultOAuth2UserService();
        var asking = new RestTemplate(requests);
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        claims.setRestOperations(asking);
        users.setOauth2UserService(claims);
        users.setRetrieveUserInfo(request -> request.getIdToken().getClaim(settings.accountClaim()) == null
                && registration.getProviderDetails().getUserInfoEndpoint().getUri() != null);
        var answers = new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
        JwtDecoder signatures = signatures(registration, told);
        answers.setJwtDecoderFactory(client -> signatures);
        return answers;
    }

    /** Checks what it signs, with the keys it tells: one decoder for all, which keeps them. */
    private JwtDecoder signatures(ClientRegistration registration, Map<String, Object> told) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        registration.getProviderDetails().getJwkSetUri())
                .jwsAlgorithms(algorithms -> algorithms.addAll(algorithms(told)))
                .restOperations(rest)
                .build();
        var validator = new OidcIdTokenValidator(registration);
        validator.setClock(clock);
        decoder.setJwtValidator(validator);
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** Those with a key of its own that it names; RS256, which every provider has, where it names none. */
    private static List<SignatureAlgorithm> algorithms(Map<String, Object> told) {
        List<SignatureAlgorithm> named = told.get("id_token_signing_alg_values_supported") instanceof List<?> names
                ? names.stream()
                        .flatMap(name -> Stream.ofNullable(SignatureAlgorithm.from(String.valueOf(name))))
                        .toList()
                : List.of();
        return named.isEmpty() ? List.of(SignatureAlgorithm.RS256) : named;
    }
}
