package org.scrutineer.benchmark;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The browser of one person, with what keeps the person signed in also where the program is started again. */
final class PageBrowser {

    private static final String PASSWORD = "otter lamp gravel sunday";
    private static final long STEP = 30;
    private static final Pattern KEY = Pattern.compile("scrutineer-code\">([^<]+)<");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String address;
    private String key = "";

    PageBrowser(String address) {
        this.address = address;
    }

    /** Asks the program at another address from now on: it was started again. */
    void moveTo(String other) {
        address = other;
    }

    /**
     * What was answered.
     *
     * @param bytes how many came over the network, packed
     */
    record Answer(int status, String path, String text, int bytes, double millis) {

        /** Whether the text is the path of another page, and nothing else. */
        boolean isRedirect() {
            return status / 100 == 3;
        }

        boolean isPage() {
            return status == 200;
        }

        /** What a hidden field of a form holds. */
        String hidden(String name) {
            return found(Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]+)\""), text);
        }
    }

    /** Asks for a page, as browsers do, without going where it redirects to. */
    Answer get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder().GET());
    }

    /** Sends a form with fields and answers with what it redirects to. */
    Answer post(String path, Answer form, Map<String, List<String>> fields) throws IOException, InterruptedException {
        String body = "_csrf=" + encoded(found(TOKEN, form.text()))
                + fields.entrySet().stream()
                        .flatMap(field ->
                                field.getValue().stream().map(value -> "&" + field.getKey() + "=" + encoded(value)))
                        .collect(Collectors.joining());
        return followed(send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))));
    }

    /** Uploads a file and answers with the page that tells what became of it. */
    Answer upload(Path file) throws IOException, InterruptedException {
        Answer form = get("/upload");
        String boundary = UUID.randomUUID().toString();
        String head = part(boundary, "_csrf", found(TOKEN, form.text())) + part(boundary, "token", form.hidden("token"))
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return followed(send(
                "/upload",
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArrays(List.of(
                                head.getBytes(StandardCharsets.UTF_8),
                                Files.readAllBytes(file),
                                ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))))));
    }

    private static String part(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** Sets an account up on the page of its link, with the code of a moment ago, so that the present one is left. */
    void setUp(String link, String account, String person) throws IOException, InterruptedException {
        Answer form = get(link);
        key = found(KEY, form.text());
        Answer joined = post(
                link,
                form,
                Map.of(
                        "account", List.of(account),
                        "person", List.of(person),
                        "password", List.of(PASSWORD),
                        "code", List.of(code(now() - 1))));
        if (!joined.text().contains("Your account is ready")) {
            throw new IllegalStateException("cannot set up " + account + ":\n" + joined.text());
        }
    }

    /** The first step of signing in. */
    Answer enterPassword(String account) throws IOException, InterruptedException {
        return post(
                "/sign-in",
                get("/sign-in"),
                Map.of("account", List.of(account), "password", List.of(PASSWORD), "to", List.of("/account")));
    }

    void signIn(String account) throws IOException, InterruptedException {
        Answer page = post("/sign-in/code", enterPassword(account), Map.of("code", List.of(code(now()))));
        if (!page.path().equals("/account") || !page.isPage()) {
            throw new IllegalStateException("cannot sign in as " + account + ":\n" + page.text());
        }
    }

    private static long now() {
        return Instant.now().getEpochSecond() / STEP;
    }

    private String code(long step) {
        var generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(key.replace(" ", "")), generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer followed(Answer answer) throws IOException, InterruptedException {
        return answer.isRedirect() ? get(answer.text()) : answer;
    }

    private Answer send(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest asked = request.uri(URI.create(address + path))
                .header("Accept-Encoding", "gzip")
                .build();
        long start = System.nanoTime();
        HttpResponse<byte[]> response = client.send(asked, BodyHandlers.ofByteArray());
        double millis = (System.nanoTime() - start) / 1e6;
        byte[] body = response.body();
        String text = response.headers()
                .firstValue("Location")
                .map(location -> location.replaceFirst("^https?://[^/]+", ""))
                .orElseGet(() -> text(response, body));
        return new Answer(response.statusCode(), path, text, body.length, millis);
    }

    private static String text(HttpResponse<byte[]> response, byte[] body) {
        if (response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isEmpty()) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("what was answered cannot be unpacked", e);
        }
    }

    static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("there is no " + pattern + " in:\n" + text);
        }
        return matcher.group(1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
