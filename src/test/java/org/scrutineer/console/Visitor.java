package org.scrutineer.console;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.web.util.HtmlUtils;

/** Somebody who visits the pages of a program that serves them, over HTTP, with cookies and an app for one-time codes. */
final class Visitor {

    static final String PASSWORD = "otter lamp gravel sunday";

    private static final Pattern KEY = Pattern.compile("<code class=\"scrutineer-code\">([A-Z2-7 ]+)</code>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");
    private static final Duration STEP = Duration.ofSeconds(30);

    private final URI home;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Visitor(int port, Clock clock) {
        this.home = URI.create("http://localhost:" + port);
        this.clock = clock;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(home.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends the form of a page, with these names and values beside those that it has already. */
    HttpResponse<String> fillIn(String page, String... namesAndValues) throws IOException, InterruptedException {
        Map<String, String> values = hidden(page);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        String form = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(page, "application/x-www-form-urlencoded", HttpRequest.BodyPublishers.ofString(form));
    }

    /** Uploads a file by the form of a page. */
    HttpResponse<String> upload(String page, Path file) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> value : hidden(page).entrySet()) {
            body.writeBytes(
                    part("name=\"" + value.getKey() + "\"", value.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        body.writeBytes(part("name=\"files\"; filename=\"" + file.getFileName() + "\"", Files.readAllBytes(file)));
        body.writeBytes("--end--\r\n".getBytes(StandardCharsets.UTF_8));
        return post(
                page, "multipart/form-data; boundary=end", HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static byte[] part(String name, byte[] content) {
        var part = new ByteArrayOutputStream();
        part.writeBytes(
                ("--end\r\nContent-Disposition: form-data; " + name + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }

    private HttpResponse<String> post(String page, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve(page))
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Map<String, String> hidden(String page) throws IOException, InterruptedException {
        var values = new LinkedHashMap<String, String>();
        HIDDEN.matcher(get(page).body())
                .results()
                .forEach(field -> values.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
        return values;
    }

    /** Sets an account up by its link and signs in; the code of the step before leaves the present one for that. */
    HttpResponse<String> joinAndSignIn(String link, String account) throws IOException, InterruptedException {
        String key = found(KEY, get(link).body());
        HttpResponse<String> joined = fillIn(link, "password", PASSWORD, "code", code(key, STEP.negated()));
        if (!joined.body().contains("Your account is ready")) {
            throw new AssertionError(joined.body());
        }
        fillIn("/sign-in", "account", account, "password", PASSWORD);
        return fillIn("/sign-in/code", "code", code(key, Duration.ZERO));
    }

    private String code(String key, Duration later) {
        var generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(key.replace(" ", "")), generator.getAlgorithm()),
                    clock.instant().plus(later));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("there is no " + pattern + " in " + page);
        }
        return found.group(1);
    }
}
