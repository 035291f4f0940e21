package org.scrutineer.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.scrutineer.files.Renames;
import org.scrutineer.intake.FolderOnDisk;
import org.scrutineer.intake.PrivateFolders;
import org.springframework.util.FileSystemUtils;

/**
 * Puts a backup back into an empty output folder, and its ledger into a file there or into an empty database. Every file is
 * held against its hash before anything is written and again while it is; the folders appear last, the ledger's last of all.
 * Needs no ledger and starts no application.
 */
public final class Restore {

    private static final String UNFINISHED = ".restoring";

    private static final String LEDGER = "ledger";

    private static final String SHARED = "publications";

    private Restore() {}

    /**
     * What was restored.
     *
     * @param catalogueDiffers the files of the catalogue in use that are not as in the backup, which were left as they are
     */
    public record Restored(Path backup, Instant madeAt, int files, long bytes, List<String> catalogueDiffers) {

        public Restored {
            catalogueDiffers = List.copyOf(catalogueDiffers);
        }
    }

    /** Whether a restore into an output folder was cut off, so that what is there must not be worked on. */
    public static boolean isUnfinished(Path output) {
        return Files.exists(output.resolve(UNFINISHED), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * @param from the folder of a backup, or its manifest
     * @param output what is there must be nothing but what a restore that was cut off has left
     * @param catalogue filled where there is nothing in it, else left as it is
     * @param database that the ledger is to be in; null where it is to be a file of the output folder
     * @throws BackupException where there is no backup, or it is damaged, or something is in the way; nothing was written
     */
    public static Restored of(Path from, Path output, Path catalogue, @Nullable DataSource database)
            throws IOException, BackupException {
        Path backup = from.toAbsolutePath().normalize();
        if (Files.isRegularFile(backup)) {
            backup = Objects.requireNonNull(backup.getParent());
        }
        BackupManifest manifest = BackupManifest.read(backup);
        verify(backup, manifest);
        EmptyDatabase server = database == null ? null : new EmptyDatabase(database, output);
        makeRoom(output, server);
        Path staging = output.resolve(UNFINISHED);
        PrivateFolders.create(staging);
        for (BackupManifest.Item item : manifest.files()) {
            if (item.path().startsWith(BackupManifest.OUTPUT)) {
                copy(backup, item, staging);
            }
        }
        Path ledger = staging.resolve(LEDGER);
        PrivateFolders.create(ledger);
        Path copy = backup.resolve(BackupManifest.LEDGER);
        if (server == null) {
            LedgerCopy.unpack(copy, ledger);
        } else {
            server.fill(copy, staging);
        }
        Files.writeString(
                ledger.resolve(RestoredLedger.MARK), "backup " + backup + ", made at " + manifest.madeAt() + "\n");
        List<String> differing = restoreCatalogue(backup, manifest, catalogue);
        for (Path folder : children(staging).stream()
                .sorted(Comparator.comparing((Path child) -> child.equals(ledger)))
                .toList()) {
            Renames.appear(folder, output.resolve(folder.getFileName()));
        }
        FolderOnDisk.force(output);
        Files.delete(staging);
        FolderOnDisk.force(output);
        if (server != null) {
            server.done();
        }
        return new Restored(backup, manifest.madeAt(), manifest.files().size(), manifest.bytes(), differing);
    }

    private static void verify(Path backup, BackupManifest manifest) throws IOException, BackupException {
        var wrong = new ArrayList<String>();
        if (!manifest.byPath().containsKey(BackupManifest.LEDGER)) {
            wrong.add(BackupManifest.LEDGER + " is not named in " + BackupManifest.NAME);
        }
        for (BackupManifest.Item item : manifest.files()) {
            Path file = backup.resolve(item.path()).normalize();
            if (!file.startsWith(backup)) {
                wrong.add(item.path() + " lies outside the backup");
            } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                wrong.add(item.path() + " is missing");
            } else if (!CopiedFile.sha256(file).equals(item.sha256())) {
                wrong.add(item.path() + " was changed");
            }
        }
        if (!wrong.isEmpty()) {
            throw new BackupException("The backup in " + backup + " is damaged, and nothing was restored: "
                    + String.join("; ", wrong) + ". Use another backup.");
        }
    }

    /** What a restore that was cut off has left goes, that there was one last of all. */
    private static void makeRoom(Path output, @Nullable EmptyDatabase server) throws IOException, BackupException {
        Files.createDirectories(output);
        boolean unfinished = isUnfinished(output);
        if (!unfinished) {
            requireEmpty(output);
        }
        if (server != null) {
            server.require(unfinished);
        }
        Files.deleteIfExists(output.resolve(EmptyDatabase.BEGUN));
        if (unfinished) {
            for (Path left : children(output).stream()
                    .sorted(Comparator.comparing((Path child) -> child.equals(output.resolve(UNFINISHED))))
                    .toList()) {
                FileSystemUtils.deleteRecursively(left);
            }
        }
    }

    private static void requireEmpty(Path output) throws IOException, BackupException {
        List<String> there = children(output).stream()
                .map(child -> child.getFileName().toString())
                .filter(name -> !name.equals(".gitkeep") && !name.equals(EmptyDatabase.BEGUN))
                .toList();
        if (!there.isEmpty()) {
            throw new BackupException("A backup is restored into an empty folder only, and " + output + " holds "
                    + String.join(", ", there) + ". Nothing was changed. Move that away, or name another folder with"
                    + " --output.");
        }
    }

    /** What was published may be read by those it is shared with; all else by its owner only. */
    private static void copy(Path backup, BackupManifest.Item item, Path staging) throws IOException, BackupException {
        Path name = Path.of(item.path().substring(BackupManifest.OUTPUT.length()));
        boolean shared = name.startsWith(SHARED);
        Path folder = staging;
        for (int step = 0; step < name.getNameCount() - 1; step++) {
            folder = folder.resolve(name.getName(step));
            if (shared) {
                Files.createDirectories(folder);
            } else {
                PrivateFolders.create(folder);
            }
        }
        Path from = backup.resolve(item.path());
        Path to = staging.resolve(name);
        CopiedFile copied = shared ? CopiedFile.of(from, to) : CopiedFile.ofPrivate(from, to);
        requireSame(backup, item, copied);
    }

    /**
     * One that was empty is filled, also where that was cut off before. Its files appear whole, so that one that is there and
     * differs is somebody else's, and stays.
     */
    private static List<String> restoreCatalogue(Path backup, BackupManifest manifest, Path catalogue)
            throws IOException, BackupException {
        Path staging = catalogue.resolve(UNFINISHED);
        boolean fill = !Files.exists(catalogue) || children(catalogue).isEmpty() || Files.exists(staging);
        var differing = new ArrayList<String>();
        for (BackupManifest.Item item : manifest.files()) {
            if (item.path().startsWith(BackupManifest.CATALOGUE)) {
                String name = item.path().substring(BackupManifest.CATALOGUE.length());
                Path file = catalogue.resolve(name);
                if (fill && !Files.exists(file)) {
                    Files.createDirectories(staging);
                    Path whole = staging.resolve("file");
                    Files.deleteIfExists(whole);
                    requireSame(backup, item, CopiedFile.of(backup.resolve(item.path()), whole));
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Renames.appear(whole, file);
                } else if (!Files.isRegularFile(file)
                        || !CopiedFile.sha256(file).equals(item.sha256())) {
                    differing.add(name);
                }
            }
        }
        FileSystemUtils.deleteRecursively(staging);
        return differing;
    }

    private static void requireSame(Path backup, BackupManifest.Item item, CopiedFile copied) throws BackupException {
        if (!copied.sha256().equals(item.sha256())) {
            throw new BackupException("The backup in " + backup + " changed while it was restored: " + item.path()
                    + ". Start the restore again; what it left is removed then.");
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }
}
