package org.scrutineer.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.CatalogueFolder;
import org.scrutineer.files.Renames;
import org.scrutineer.intake.FolderOnDisk;
import org.scrutineer.intake.PrivateFolders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Makes backups, and knows of those that were made. The ledger is copied first and the files after it: what it names is
 * written before it is named and never changed, so the copy is what a power cut at that moment would have left, and a run
 * that was going on is finished by the first start after a restore. Files that never change are linked to those of the
 * backup before, so that a backup takes the room of what is new.
 */
@Component
public class Backups {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String PREFIX = "scrutineer-";
    private static final String UNFINISHED = ".making-";

    /** Folders of the output whose files never change once they are there. */
    private static final List<String> NEVER_CHANGED = List.of("archive/", "records/", "publications/");

    private final BackupProperties settings;
    private final DataSource ledger;
    private final JdbcClient jdbc;
    private final CatalogueFolder catalogue;
    private final Clock clock;

    Backups(BackupProperties settings, DataSource ledger, CatalogueFolder catalogue, Clock clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.jdbc = JdbcClient.create(ledger);
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * A backup that was made.
     *
     * @param linked how many of the files it shares with the backup before
     * @param notices what is not as it should be in what was copied, in whole sentences
     */
    public record Made(Path folder, int files, long bytes, int linked, List<String> notices) {

        public Made {
            notices = List.copyOf(notices);
        }
    }

    /** A backup that is there, as the ledger knows it. */
    public record Known(long id, Path folder, Instant begunAt) {}

    /** The folder that backups are made in unless another is named. */
    public Path usualFolder() {
        return settings.folder();
    }

    /**
     * Makes a backup in a folder of its own, which appears when every file of it was read back and is what was copied.
     * Runs may go on meanwhile.
     *
     * @param into null for the usual folder
     * @throws BackupException where none can be made there
     * @throws IOException where the disk fails; nothing is left but a hidden folder, which the next backup removes
     */
    public Made make(@Nullable Path into) throws IOException, BackupException {
        Path parent = into == null ? settings.folder() : into.toAbsolutePath().normalize();
        if (!parent.equals(settings.folder()) && parent.startsWith(settings.output())) {
            throw new BackupException("Backups cannot be made in " + parent
                    + ", as it lies in the folder that is backed up. Name another with --to.");
        }
        PrivateFolders.create(parent);
        Path lock = parent.resolve(".backup.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = tryLock(channel)) {
            if (held == null) {
                throw new BackupException("Another backup is being made in " + parent + ". Wait until it is done.");
            }
            removeUnfinished(parent);
            return makeIn(parent);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void removeUnfinished(Path parent) throws IOException {
        for (Path left : children(parent)) {
            if (left.getFileName().toString().startsWith(UNFINISHED)) {
                FileSystemUtils.deleteRecursively(left);
            }
        }
    }

    private Made makeIn(Path parent) throws IOException, BackupException {
        Instant now = clock.instant();
        String name = PREFIX + stamp(now);
        Path folder = parent.resolve(name);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new BackupException("There is a backup " + folder + " already. Wait a second and try again.");
        }
        Optional<Path> before = newest(parent);
        long id = begun(folder, now);
        long deletions = deletions();
        Path staging = parent.resolve(UNFINISHED + name);
        PrivateFolders.create(staging);
        var copying = new Copying(staging, before.isPresent() ? new Previous(before.get()) : null);
        LedgerCopy.write(ledger, staging.resolve(BackupManifest.LEDGER));
        copying.written(BackupManifest.LEDGER);
        copying.copyAll(settings.output(), BackupManifest.OUTPUT, settings.folder());
        copying.copyAll(catalogue.path(), BackupManifest.CATALOGUE, parent);
        copying.readBack();
        if (deletions() != deletions) {
            FileSystemUtils.deleteRecursively(staging);
            throw new BackupException(
                    "Something was deleted by a retention rule while the backup was made, so that it may"
                            + " be of neither before nor after. Nothing was kept of it. Start it again.");
        }
        var manifest = new BackupManifest(now, List.copyOf(copying.items.values()));
        manifest.write(staging);
        forceFolders(staging);
        Renames.appear(staging, folder);
        FolderOnDisk.force(parent);
        made(id, manifest);
        return new Made(folder, manifest.files().size(), manifest.bytes(), copying.linked, copying.notices);
    }

    /** Day and time as names hold it, by universal time, e.g. {@code 20261122-080623Z}. */
    static String stamp(Instant time) {
        return STAMP.format(time);
    }

    private long begun(Path folder, Instant now) {
        jdbc.sql("insert into backup (folder, begun_at) values (?, ?)")
                .params(folder.toString(), now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select max(id) from backup where folder = ?")
                .param(folder.toString())
                .query(Long.class)
                .single();
    }

    private void made(long id, BackupManifest manifest) {
        jdbc.sql("update backup set made_at = ?, files = ?, bytes = ? where id = ?")
                .params(OffsetDateTime.now(clock), manifest.files().size(), manifest.bytes(), id)
                .update();
    }

    private long deletions() {
        return jdbc.sql("select count(*) from deletion").query(Long.class).single();
    }

    /** The backups that have not been deleted yet, oldest first; one that is not reachable now is named all the same. */
    public List<Known> all() {
        return jdbc
                .sql("select id, folder, begun_at, made_at from backup where deleted_at is null order by id")
                .query((row, number) -> new Found(
                        new Known(
                                row.getLong(1),
                                Path.of(row.getString(2)),
                                row.getObject(3, OffsetDateTime.class).toInstant()),
                        row.getObject(4) != null))
                .list()
                .stream()
                // The ledger in a backup does not know yet that it was made.
                .filter(found ->
                        found.made() || Files.exists(found.backup().folder().resolve(BackupManifest.NAME)))
                .map(Found::backup)
                .toList();
    }

    private record Found(Known backup, boolean made) {}

    /**
     * Whether one of these received files is in a backup.
     *
     * @param hashes SHA-256 of the files
     * @throws BackupException where nobody can tell, as the backup is not there or is damaged
     */
    public static boolean holdsReceived(Known backup, Set<String> hashes) throws IOException, BackupException {
        String archive = BackupManifest.OUTPUT + "archive/";
        return BackupManifest.read(backup.folder()).files().stream()
                .map(BackupManifest.Item::path)
                .filter(path -> path.startsWith(archive))
                .anyMatch(
                        path -> hashes.contains(path.substring(archive.length()).replaceFirst("\\..*", "")));
    }

    /** The copies of the ledger that were made before upgrades, with the time in their name; oldest first. */
    public List<Path> ledgersBeforeUpgrades() throws IOException {
        return Files.isDirectory(settings.folder())
                ? children(settings.folder()).stream()
                        .filter(file -> file.getFileName().toString().matches("ledger-version-.*\\.zip"))
                        .toList()
                : List.of();
    }

    /** Deletes a backup, whole, and notes it; what is not there any more is noted too. */
    public void delete(Known backup) throws IOException {
        FileSystemUtils.deleteRecursively(backup.folder());
        jdbc.sql("update backup set deleted_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), backup.id())
                .update();
    }

    private static Optional<Path> newest(Path parent) throws IOException {
        return children(parent).stream()
                .filter(folder -> folder.getFileName().toString().startsWith(PREFIX)
                        && Files.isRegularFile(folder.resolve(BackupManifest.NAME)))
                .max(Comparator.naturalOrder());
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static void forceFolders(Path folder) throws IOException {
        try (Stream<Path> folders = Files.walk(folder)) {
            for (Path one : folders.filter(Files::isDirectory).toList()) {
                FolderOnDisk.force(one);
            }
        }
    }

    /** The backup before, whose files may be shared. */
    private static final class Previous {

        private final Path folder;
        private final Map<String, BackupManifest.Item> files;

        Previous(Path folder) throws IOException, BackupException {
            this.folder = folder;
            this.files = BackupManifest.read(folder).byPath();
        }
    }

    /** The files of a backup as they are gathered. */
    private static final class Copying {

        private final Path staging;
        private final @Nullable Previous previous;
        private final TreeMap<String, BackupManifest.Item> items = new TreeMap<>();
        private final List<String> notices = new ArrayList<>();
        private int linked;

        Copying(Path staging, @Nullable Previous previous) {
            this.staging = staging;
            this.previous = previous;
        }

        /** Takes note of a file that somebody else wrote. */
        void written(String path) throws IOException {
            Path file = staging.resolve(path);
            items.put(path, new BackupManifest.Item(path, Files.size(file), CopiedFile.sha256(file)));
        }

        /** Copies a folder; the live ledger, logs and hidden files, which nobody needs, and backups are left out. */
        void copyAll(Path from, String under, Path leftOut) throws IOException {
            Set<Path> notCopied = Set.of(from.resolve("ledger"), from.resolve("log"), leftOut);
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    if (notCopied.contains(folder) || !folder.equals(from) && isHidden(folder)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.createDirectories(staging.resolve(path(folder)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && !isHidden(file)) {
                        copy(file, path(file), attributes.size());
                    }
                    return FileVisitResult.CONTINUE;
                }

                private String path(Path of) {
                    return under + from.relativize(of).toString().replace('\\', '/');
                }
            });
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }

        private void copy(Path file, String path, long size) throws IOException {
            BackupManifest.Item known = previous == null ? null : previous.files.get(path);
            if (known != null && known.bytes() == size && neverChanged(path) && link(known)) {
                return;
            }
            try {
                CopiedFile copied = CopiedFile.ofPrivate(file, staging.resolve(path));
                items.put(path, new BackupManifest.Item(path, copied.bytes(), copied.sha256()));
                tellDamaged(file, path, copied.sha256());
            } catch (NoSuchFileException goneMeanwhile) {
                Files.deleteIfExists(staging.resolve(path));
            }
        }

        private static boolean neverChanged(String path) {
            return NEVER_CHANGED.stream().anyMatch(folder -> path.startsWith(BackupManifest.OUTPUT + folder));
        }

        private boolean link(BackupManifest.Item known) throws IOException {
            Path shared = Objects.requireNonNull(previous).folder.resolve(known.path());
            Path link = staging.resolve(known.path());
            try {
                Files.createLink(link, shared);
            } catch (IOException | UnsupportedOperationException noLinksThere) {
                return false;
            }
            if (!CopiedFile.sha256(link).equals(known.sha256())) {
                notices.add("The file " + shared + " of an earlier backup is damaged; it was copied anew.");
                Files.delete(link);
                return false;
            }
            items.put(known.path(), known);
            linked++;
            return true;
        }

        /** A received file is named by its hash. */
        private void tellDamaged(Path file, String path, String sha256) {
            String name = file.getFileName().toString();
            if (path.startsWith(BackupManifest.OUTPUT + "archive/")
                    && name.matches("[0-9a-f]{64}(\\..*)?")
                    && !name.startsWith(sha256)) {
                notices.add(
                        "The received file " + file + " is not what was received: its content has another hash than its"
                                + " name. Put back the copy of an earlier backup.");
            }
        }

        /** Reads what was copied back from the disk. */
        void readBack() throws IOException {
            for (BackupManifest.Item item : items.values()) {
                if (!CopiedFile.sha256(staging.resolve(item.path())).equals(item.sha256())) {
                    throw new IOException(staging.resolve(item.path()) + " reads back otherwise than it was written");
                }
            }
        }
    }
}
