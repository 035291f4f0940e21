package org.scrutineer.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.collections4.sequence.CommandVisitor;
import org.apache.commons.collections4.sequence.SequencesComparator;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.files.MatchingFiles;
import org.scrutineer.files.Renames;
import org.scrutineer.intake.PrivateFolders;
import org.scrutineer.publication.PastCatalogues;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Each catalogue that a run used, so that the run can be explained and repeated after the catalogue has changed. */
@Component
public class CatalogueArchive implements PastCatalogues {

    private static final String STAGING = ".catalogue-";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Path archive;

    CatalogueArchive(PipelineProperties settings) {
        this.archive = settings.catalogueArchive().toAbsolutePath().normalize();
    }

    /**
     * Keeps the catalogue as {@code catalogue-<hash>.zip}, unless it is kept already. One process at a time may do so.
     *
     * @throws IllegalStateException where the folder holds another catalogue by now
     */
    void keep(Path catalogueFolder, String hash) throws IOException {
        Path kept = archive.resolve("catalogue-" + hash + ".zip");
        if (Files.exists(kept)) {
            return;
        }
        PrivateFolders.create(archive);
        MatchingFiles.delete(archive, STAGING + "*");
        Path staging = Files.createTempFile(archive, STAGING, ".tmp");
        try {
            try (var zip = new ZipOutputStream(Files.newOutputStream(staging))) {
                for (Path file : files(catalogueFolder)) {
                    var entry = new ZipEntry(
                            catalogueFolder.relativize(file).toString().replace('\\', '/'));
                    entry.setTimeLocal(NO_TIME);
                    zip.putNextEntry(entry);
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
            // Asked last, so that what was copied is what has the hash.
            if (!(CatalogueReader.read(catalogueFolder) instanceof CatalogueReading.Read read)
                    || !read.catalogue().hash().equals(hash)) {
                throw new IllegalStateException("the catalogue in " + catalogueFolder
                        + " was changed since the program read it; start again, so that it is read anew");
            }
            Renames.appear(staging, kept);
        } finally {
            Files.deleteIfExists(staging);
        }
    }

    /** A catalogue that was kept, with the files it was read from, until closed. */
    record Unpacked(Catalogue catalogue, Path folder) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Whether a catalogue is kept here. */
    public boolean holds(String hash) {
        return Files.exists(archive.resolve("catalogue-" + hash + ".zip"));
    }

    /**
     * Reads a catalogue that was kept.
     *
     * @throws IllegalStateException where it is not there, or this version of the program cannot read it any more
     */
    public Catalogue read(String hash) throws IOException {
        try (Unpacked unpacked = unpack(hash)) {
            return unpacked.catalogue();
        }
    }

    @Override
    public Optional<Catalogue> find(String hash) {
        Path kept = archive.resolve("catalogue-" + hash + ".zip");
        if (!Files.exists(kept)) {
            return Optional.empty();
        }
        try {
            Path folder = Files.createTempDirectory("scrutineer-catalogue-");
            try {
                unpack(kept, folder);
                return CatalogueReader.read(folder) instanceof CatalogueReading.Read read
                        ? Optional.of(read.catalogue())
                        : Optional.empty();
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(kept + " cannot be read", e);
        }
    }

    /**
     * What differs in the files of two catalogues that were kept, by name; files that are the same are left out.
     *
     * @throws IllegalStateException where one of them is not there
     */
    public List<FileChange> changes(String before, String after) throws IOException {
        Map<String, List<String>> was = lines(before);
        Map<String, List<String>> is = lines(after);
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        var changes = new ArrayList<FileChange>();
        for (String name : names) {
            List<String> old = was.getOrDefault(name, List.of());
            List<String> now = is.getOrDefault(name, List.of());
            if (!was.containsKey(name) || !is.containsKey(name) || !old.equals(now)) {
                FileChange.What what = !was.containsKey(name)
                        ? FileChange.What.ADDED
                        : is.containsKey(name) ? FileChange.What.CHANGED : FileChange.What.REMOVED;
                changes.add(new FileChange(name, what, different(old, now)));
            }
        }
        return changes;
    }

    private static List<FileChange.Line> different(List<String> before, List<String> after) {
        var lines = new ArrayList<FileChange.Line>();
        new SequencesComparator<>(before, after).getScript().visit(new CommandVisitor<String>() {

            private int old;
            private int now;

            @Override
            public void visitInsertCommand(String line) {
                lines.add(new FileChange.Line(true, ++now, line));
            }

            @Override
            public void visitDeleteCommand(String line) {
                lines.add(new FileChange.Line(false, ++old, line));
            }

            @Override
            public void visitKeepCommand(String line) {
                old++;
                now++;
            }
        });
        return lines;
    }

    private Map<String, List<String>> lines(String hash) throws IOException {
        Path kept = archive.resolve("catalogue-" + hash + ".zip");
        if (!Files.exists(kept)) {
            throw new IllegalStateException("the catalogue " + hash + " is not in " + archive);
        }
        Map<String, List<String>> files = new HashMap<>();
        try (var zip = new ZipInputStream(Files.newInputStream(kept))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(
                        entry.getName(),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .toList());
            }
        }
        return files;
    }

    /**
     * The same with its files.
     *
     * @throws IllegalStateException as {@link #read}
     */
    Unpacked unpack(String hash) throws IOException {
        Path kept = archive.resolve("catalogue-" + hash + ".zip");
        if (!Files.exists(kept)) {
            throw new IllegalStateException("the catalogue " + hash + " is not in " + archive);
        }
        Path folder = Files.createTempDirectory("scrutineer-catalogue-");
        try {
            unpack(kept, folder);
            return new Unpacked(sound(hash, CatalogueReader.read(folder)), folder);
        } catch (IOException | RuntimeException e) {
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }

    private static Catalogue sound(String hash, CatalogueReading reading) {
        if (reading instanceof CatalogueReading.Read read) {
            return read.catalogue();
        }
        throw new IllegalStateException("the catalogue " + hash
                + " was sound when it was used, and this version of the program finds mistakes in it: "
                + ((CatalogueReading.Mistaken) reading).problems().get(0).sentence());
    }

    private static void unpack(Path kept, Path folder) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(kept))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException(kept + " names a file outside itself: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
