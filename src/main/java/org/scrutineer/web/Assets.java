package org.scrutineer.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;

/**
 * Style sheets and scripts: these files and no others, under a name that changes when one of them does, so that browsers
 * may keep them. The GOV.UK style sheet is served without its typeface, whose licence is for services on GOV.UK.
 */
final class Assets {

    private static final int VERSION_LENGTH = 16;

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType STYLE = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final Map<String, Asset> all = new TreeMap<>();
    private final String version;

    /** A file as it is served. */
    record Asset(MediaType type, byte[] bytes) {}

    Assets() {
        all.put(
                "govuk-frontend.min.css",
                new Asset(STYLE, withSystemFonts(webjar("govuk-frontend", "dist/govuk/govuk-frontend.min.css"))));
        all.put(
                "govuk-frontend.min.js",
                new Asset(SCRIPT, webjar("govuk-frontend", "dist/govuk/govuk-frontend.min.js")));
        all.put("htmx.min.js", new Asset(SCRIPT, webjar("htmx.org", "dist/htmx.min.js")));
        all.put("scrutineer.css", new Asset(STYLE, read("assets/scrutineer.css")));
        all.put("scrutineer.js", new Asset(SCRIPT, read("assets/scrutineer.js")));
        all.put("icon.svg", new Asset(new MediaType("image", "svg+xml"), read("assets/icon.svg")));
        var digest = DigestUtils.getSha256Digest();
        all.forEach((name, asset) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(asset.bytes());
        });
        version = Hex.encodeHexString(digest.digest()).substring(0, VERSION_LENGTH);
    }

    /** Where the files are found, e.g. {@code /assets/3f1c…/}. */
    String folder() {
        return "/assets/" + version + "/";
    }

    /** The file of a name; none where the version is not the present one. */
    Optional<Asset> find(String asked, String name) {
        return asked.equals(version) ? Optional.ofNullable(all.get(name)) : Optional.empty();
    }

    private static byte[] withSystemFonts(byte[] css) {
        return new String(css, StandardCharsets.UTF_8)
                .replaceAll("@font-face\\{[^}]*\\}", "")
                .replace("GDS Transport,arial", "system-ui,-apple-system,\"Segoe UI\",Roboto,arial")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] webjar(String name, String file) {
        var properties = new Properties();
        try (InputStream in =
                new ClassPathResource("META-INF/maven/org.webjars.npm/" + name + "/pom.properties").getInputStream()) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read("META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/" + file);
    }

    private static byte[] read(String path) {
        try (InputStream in = new ClassPathResource(path).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
