package org.scrutineer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.stereotype.Component;

/** The drop folder. Whatever is found there is archived and recorded once, by its bytes; nothing in it is changed. */
@Component
public class Inbox {

    /** Below the drop folder: what is put there is checked and answered, not received. */
    private static final Path CHECK_FOLDER = Path.of("check");

    private static final Set<String> NOT_RETURNS = Set.of("thumbs.db", "desktop.ini");

    private final Path folder;
    private final Archive archive;
    private final Submissions submissions;
    private final Catalogue catalogue;
    private final SourceWorkbooks workbooks;

    Inbox(
            IntakeProperties settings,
            Archive archive,
            Submissions submissions,
            Catalogue catalogue,
            SourceWorkbooks workbooks) {
        this.folder = settings.input().toAbsolutePath().normalize();
        this.archive = archive;
        this.submissions = submissions;
        this.catalogue = catalogue;
        this.workbooks = workbooks;
    }

    /** Whether it can be told whose return a file is. */
    public sealed interface Recognition {

        /** @param submission with neither an id nor a hash, as it is not kept */
        record Recognised(Submission submission) implements Recognition {}

        record Unrecognised(List<Finding> findings) implements Recognition {}
    }

    /**
     * What a look into the folder found.
     *
     * @param found files that may be returns
     * @param received those among them whose bytes had not been seen before
     * @param unopened files and folders that could not be opened, by name; the next look tries again
     */
    public record Delivery(int found, int received, List<String> unopened) {

        public Delivery {
            unopened = List.copyOf(unopened);
        }
    }

    /**
     * Takes in every file that is new, in the order of names.
     *
     * @throws IOException where the folder cannot be read, or the archive not written
     */
    public Delivery receive() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("the input folder " + folder + " does not exist");
        }
        // Links inside the folder are not followed, but the folder itself may be one, e.g. to a network share.
        Path root = folder.toRealPath();
        var look = new Look(root);
        Files.walkFileTree(root, look);
        int received = 0;
        for (Path file : look.files) {
            if (isReadable(file)) {
                received += receive(file, root.relativize(file)) ? 1 : 0;
            } else {
                look.unopened.add(file);
            }
        }
        return new Delivery(
                look.files.size(),
                received,
                look.unopened.stream()
                        .map(path -> name(root.relativize(path)))
                        .sorted()
                        .toList());
    }

    /** Opening is the only sure way to know: another program may hold the file, or have taken it away. */
    private static boolean isReadable(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.available() >= 0;
        } catch (IOException cannotBeOpened) {
            return false;
        }
    }

    private static String name(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    /** Collects what may be a return, in the order of names, and what cannot be looked into. */
    private static final class Look extends SimpleFileVisitor<Path> {

        private final Path root;
        private final SortedSet<Path> files = new TreeSet<>();
        private final List<Path> unopened = new ArrayList<>();

        Look(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && mayBeReturn(root.relativize(file))) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) {
            unopened.add(path);
            return FileVisitResult.CONTINUE;
        }
    }

    /**
     * Excel's lock files, hidden files, all in hidden folders (file servers keep old versions there) and what Windows
     * leaves in folders are no returns.
     */
    private static boolean mayBeReturn(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = relative.getFileName().toString();
        return !relative.startsWith(CHECK_FOLDER)
                && !name.startsWith("~$")
                && !NOT_RETURNS.contains(name.toLowerCase(Locale.ROOT));
    }

    private boolean receive(Path file, Path relative) throws IOException {
        Archive.Kept kept = archive.keep(file);
        if (submissions.knows(kept.hash())) {
            return false;
        }
        String name = name(relative);
        submissions.record(kept, name, identify(kept.file(), name));
        return true;
    }

    /** Finds out whose return a file is without receiving it; it may lie anywhere. */
    public Recognition recognise(Path file) throws IOException {
        String name = file.getFileName().toString();
        ReturnIdentity identity = identify(file, name);
        if (identity instanceof ReturnIdentity.Known known) {
            return new Recognition.Recognised(new Submission(
                    0,
                    "",
                    name,
                    known.returnType(),
                    known.team(),
                    known.period(),
                    known.preparedOn(),
                    known.nothingToReport()));
        }
        return new Recognition.Unrecognised(((ReturnIdentity.Unknown) identity).findings());
    }

    private ReturnIdentity identify(Path file, String name) throws IOException {
        try (SourceWorkbook workbook = workbooks.open(file, name)) {
            return ReturnSheet.read(workbook, name, catalogue);
        } catch (UnreadableWorkbookException e) {
            return new ReturnIdentity.Unknown(List.of(unreadable(e, name)));
        }
    }

    /** The finding for a file that cannot be read, or not to its end. */
    public static Finding unreadable(UnreadableWorkbookException e, String fileName) {
        return new Finding(
                e.refusal().code(),
                Severity.BLOCK,
                fileName,
                null,
                null,
                e.found(),
                "an Excel workbook that can be read, but " + e.sentence(),
                e.refusal().remedy());
    }
}
