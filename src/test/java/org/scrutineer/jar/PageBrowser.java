package org.scrutineer.jar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A browser of one person without a window: what it was sent it does not show. The person stays signed in where the program is
 * started again.
 */
public final class PageBrowser {

    /** Everybody's. */
    public static final String PASSWORD = "otter lamp gravel sunday";

    private static final Pattern KEY = Pattern.compile("scrutineer-code\">([^<]+)<");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern LINK = Pattern.compile("id=\"link\">https?://[^/]+(/[^<]+)<");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String address;
    private CodeApp codes = new CodeApp("");

    public PageBrowser(String address) {
        this.address = address;
    }

    /** Asks the program at another address from now on: it was started again. */
    public void moveTo(String other) {
        address = other;
    }

    /**
     * What was answered.
     *
     * @param bytes how many came over the network, packed
     */
    public record Answer(int status, String path, String text, int bytes, double millis) {

        /** Whether the text is the path of another page, and nothing else. */
        public boolean isRedirect() {
            return status / 100 == 3;
        }

        public boolean isPage() {
            return status == 200;
        }

        /** What a hidden field of a form holds. */
        public String hidden(String name) {
            return found(Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]+)\""), text);
        }
    }

    /** Asks for a page, as browsers do, without going where it redirects to. */
    public Answer get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder().GET());
    }

    /** Sends a form with fields and answers with what it redirects to. */
    public Answer post(String path, Answer form, Map<String, List<String>> fields)
            throws IOException, InterruptedException {
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
    public Answer upload(Path file) throws IOException, InterruptedException {
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

    /**
     * Makes an account, as an administrator, and answers with the path of the link by which it is set up.
     *
     * @param roles by their ids, as {@code teams} and {@code offices} are
     */
    public String make(String account, String person, List<String> roles, List<String> teams, List<String> offices)
            throws IOException, InterruptedException {
        String form = "/accounts/new";
        Answer made = post(
                form,
                get(form),
                Map.of(
                        "account", List.of(account),
                        "person", List.of(person),
                        "roles", roles,
                        "teams", teams,
                        "offices", offices));
        return found(LINK, made.text());
    }

    /** Sets an account up on the page of its link. */
    public void setUp(String link, String account, String person) throws IOException, InterruptedException {
        Answer form = get(link);
        codes = new CodeApp(found(KEY, form.text()));
        Answer joined = post(
                link,
                form,
                Map.of(
                        "account", List.of(account),
                        "person", List.of(person),
                        "password", List.of(PASSWORD),
                        "code", List.of(codes.earlier())));
        if (!joined.text().contains("Your account is ready")) {
            throw new IllegalStateException("cannot set up " + account + ":\n" + joined.text());
        }
    }

    /** The first step of signing in. */
    public Answer enterPassword(String account) throws IOException, InterruptedException {
        return post(
                "/sign-in",
                get("/sign-in"),
                Map.of("account", List.of(account), "password", List.of(PASSWORD), "to", List.of("/account")));
    }

    public void signIn(String account) throws IOException, InterruptedException {
        Answer page = post("/sign-in/code", enterPassword(account), Map.of("code", List.of(codes.present())));
        if (!page.path().equals("/account") || !page.isPage()) {
            throw new IllegalStateException("cannot sign in as " + account + ":\n" + page.text());
        }
    }

    /** The app of whoever's account was set up here. */
    public CodeApp codes() {
        return codes;
    }

    /** What keeps the person signed in. */
    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
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

    private static String found(Pattern pattern, String text) {
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
