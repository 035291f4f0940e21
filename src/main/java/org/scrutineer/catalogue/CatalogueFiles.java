package org.scrutineer.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** The files of a catalogue's folder, as they stood when it was opened. */
final class CatalogueFiles {

    private static final List<String> FILES = List.of(
            "calendar.yaml",
            "codes.yaml",
            "disclosure.yaml",
            "organisation.yaml",
            "reconciliation.yaml",
            "restatements.yaml",
            "retention.yaml",
            "targets.csv",
            "trends.yaml",
            "views.yaml",
            "waivers.yaml");
    private static final List<String> FOLDERS = List.of("indicators", "publications", "returns");
    /** What the catalogue may hold besides; of these only {@code benchmarks} is read. */
    private static final Set<String> BESIDE = Set.of("schemas", "benchmarks", "README.md");

    private final SortedMap<String, byte[]> bytes = new TreeMap<>();
    private final Problems problems;
    private final boolean missing;

    private CatalogueFiles(boolean missing, Problems problems) {
        this.missing = missing;
        this.problems = problems;
    }

    /** Tells of what does not belong there; everything else is read at once, so that a hash is of what was read. */
    static CatalogueFiles in(Path folder, Problems problems) throws IOException {
        var files = new CatalogueFiles(!Files.isDirectory(folder), problems);
        if (files.missing()) {
            problems.add(
                    new Place(folder.toString().replace('\\', '/'), 0),
                    null,
                    "a folder with the catalogue: organisation.yaml, calendar.yaml, returns and so on");
            return files;
        }
        for (Path path : list(folder)) {
            files.take(path, path.getFileName().toString());
        }
        return files;
    }

    private void take(Path path, String name) throws IOException {
        boolean directory = Files.isDirectory(path);
        if (!directory && FILES.contains(name)) {
            bytes.put(name, Files.readAllBytes(path));
        } else if (directory && FOLDERS.contains(name)) {
            for (Path inside : list(path)) {
                takeFrom(name, inside);
            }
        } else if (directory && name.equals("benchmarks")) {
            takeAll(path);
        } else if (!BESIDE.contains(name)) {
            List<String> known = Stream.concat(FILES.stream(), FOLDERS.stream()).toList();
            problems.add(
                    new Place(name, 0),
                    name,
                    "only " + String.join(", ", known)
                            + ", benchmarks, schemas and README.md in the catalogue's folder",
                    Names.nearest(name, known).orElse(null));
        }
    }

    private void takeFrom(String folder, Path path) throws IOException {
        String name = path.getFileName().toString();
        if (Files.isRegularFile(path) && name.endsWith(".yaml")) {
            bytes.put(folder + "/" + name, Files.readAllBytes(path));
        } else if (!name.equals("README.md")) {
            problems.add(new Place(folder + "/" + name, 0), name, "only files whose names end in .yaml in " + folder);
        }
    }

    private void takeAll(Path benchmarks) throws IOException {
        try (Stream<Path> paths = Files.walk(benchmarks)) {
            for (Path path : paths.filter(Files::isRegularFile)
                    .filter(CatalogueFiles::counts)
                    .toList()) {
                String name = benchmarks.relativize(path).toString().replace('\\', '/');
                bytes.put("benchmarks/" + name, Files.readAllBytes(path));
            }
        }
    }

    /** The file's content where it is built as its schema says or nearly so; empty where there is none to be read. */
    Optional<Entry> yaml(String file, String kind) {
        Optional<Entry> root = text(file).flatMap(text -> YamlFile.read(file, text, problems));
        root.ifPresent(entry -> SchemaCheck.of(kind).check(entry, problems));
        return root;
    }

    /** The same, for a file that no catalogue can do without. */
    Optional<Entry> neededYaml(String file, String kind) {
        if (!bytes.containsKey(file)) {
            problems.add(new Place(file, 0), null, "this file in the catalogue's folder");
        }
        return yaml(file, kind);
    }

    /** The content of each file in a folder, by name of file. */
    List<Entry> yamls(String folder, String kind) {
        List<Entry> roots = new ArrayList<>();
        for (String file : names(folder)) {
            yaml(file, kind).ifPresent(roots::add);
        }
        return roots;
    }

    List<String> names(String folder) {
        return bytes.keySet().stream()
                .filter(file -> file.startsWith(folder + "/"))
                .toList();
    }

    boolean missing() {
        return missing;
    }

    boolean has(String file) {
        return bytes.containsKey(file);
    }

    Optional<String> text(String file) {
        return Optional.ofNullable(bytes.get(file)).flatMap(content -> FileText.of(file, content, problems));
    }

    /** SHA-256 over names and bytes, in the order of names. */
    String hash() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        bytes.forEach((file, content) -> {
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            // Zero cannot be in a name, and with the length no two catalogues give the same stream of bytes.
            digest.update((byte) 0);
            digest.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(content.length).array());
            digest.update(content);
        });
        return Hex.encodeHexString(digest.digest());
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(CatalogueFiles::counts).sorted().toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** Whether a file was put there by a person; Windows and Excel leave some of their own on a shared folder. */
    private static boolean counts(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".")
                && !name.startsWith("~$")
                && !name.equalsIgnoreCase("Thumbs.db")
                && !name.equalsIgnoreCase("desktop.ini");
    }
}
