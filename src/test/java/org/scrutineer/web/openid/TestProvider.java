package org.scrutineer.web.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID provider in this process, which signs in whom it is told to, and errs as it is told to. A browser that comes to it
 * is sent back at once.
 */
public final class TestProvider implements AutoCloseable {

    public static final String CLIENT = "scrutineer";
    public static final String SECRET = "the secret";

    private static final RSAKey KEY = newKey();
    private static final RSAKey ANOTHERS_KEY = newKey();

    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Map<String, String>> asked = new HashMap<>();
    private Consumer<JWTClaimsSet.Builder> changes = claims -> {};
    private boolean signsWithAnothersKey;
    private String issuer;
    private String userInfo = "{}";
    private int codes;

    public TestProvider(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        issuer = address();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, configuration()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/logout", TestProvider::logout);
        server.createContext("/token", this::token);
        server.createContext("/userinfo", exchange -> answer(exchange, 200, userInfo));
        server.start();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Makes what is signed say something else. */
    public void tells(Consumer<JWTClaimsSet.Builder> changed) {
        changes = changed;
    }

    /** Signs with a key that is not among those it tells. */
    void signsWithAnothersKey() {
        signsWithAnothersKey = true;
    }

    /** Calls itself something else. */
    void callsItself(String name) {
        issuer = name;
    }

    /** What it tells who asks for more than is signed. */
    void tellsWhoAsks(String json) {
        userInfo = json;
    }

    private String configuration() {
        String here = address();
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "issuer", issuer,
                        "authorization_endpoint", here + "/authorize",
                        "token_endpoint", here + "/token",
                        "jwks_uri", here + "/keys",
                        "userinfo_endpoint", here + "/userinfo",
                        "end_session_endpoint", here + "/logout",
                        "response_types_supported", List.of("code"),
                        "subject_types_supported", List.of("public"),
                        "id_token_signing_alg_values_supported", List.of("RS256")));
    }

    /**
     * Signs somebody in who was sent here.
     *
     * @param sentTo the address that the browser was sent to
     * @return the code and state to come back with
     */
    Map<String, String> signsIn(String sentTo) {
        Map<String, String> each = asks(URI.create(sentTo));
        String code = "code-" + ++codes;
        asked.put(code, each);
        return Map.of("code", code, "state", each.get("state"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        URI sentTo = exchange.getRequestURI();
        Map<String, String> answer = signsIn(sentTo.toString());
        sendTo(
                exchange,
                UriComponentsBuilder.fromUriString(asks(sentTo).get("redirect_uri"))
                        .queryParam("code", answer.get("code"))
                        .queryParam("state", encoded(answer.get("state")))
                        .build(true)
                        .toUriString());
    }

    private static void logout(HttpExchange exchange) throws IOException {
        sendTo(exchange, asks(exchange.getRequestURI()).get("post_logout_redirect_uri"));
    }

    private static void sendTo(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static Map<String, String> asks(URI sentTo) {
        var each = new HashMap<String, String>();
        UriComponentsBuilder.fromUri(sentTo)
                .build()
                .getQueryParams()
                .forEach((name, values) -> each.put(name, decoded(values.get(0))));
        return each;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Gives a token for a code, once, to whoever knows the secret and the proof that goes with what was asked. */
    private void token(HttpExchange exchange) throws IOException {
        var form = UriComponentsBuilder.newInstance()
                .query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .build()
                .getQueryParams();
        Map<String, String> asks = asked.remove(decoded(form.getFirst("code")));
        String secret = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT + ":the+secret").getBytes(StandardCharsets.UTF_8));
        boolean isRight = asks != null
                && secret.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && asks.get("code_challenge").equals(challenge(form.getFirst("code_verifier")))
                && asks.get("redirect_uri").equals(decoded(form.getFirst("redirect_uri")));
        if (isRight) {
            answer(
                    exchange,
                    200,
                    JsonMapper.shared()
                            .writeValueAsString(Map.of(
                                    "access_token", "access", "token_type", "Bearer", "id_token", idToken(asks))));
        } else {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String idToken(Map<String, String> asks) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject("4711")
                .audience(asks.get("client_id"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asks.get("nonce"))
                .claim("preferred_username", "FExample");
        changes.accept(claims);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
        try {
            token.sign(new RSASSASigner(signsWithAnothersKey ? ANOTHERS_KEY : KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
