package org.scrutineer.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** One look into the drop folder: what in it may be a return. Links within it are not followed. */
final class DropFolder {

    private static final Set<String> NOT_RETURNS = Set.of("thumbs.db", "desktop.ini");
    private static final String LOCK = "~$";

    /** What is put there is checked for its sender and answered; it is no return. */
    private static final String CHECK = "check";

    private final Path root;
    private final SortedSet<Path> files = new TreeSet<>();
    private final Set<Path> open = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();

    private DropFolder(Path root) {
        this.root = root;
    }

    /** @throws IOException where the folder itself cannot be read */
    static DropFolder look(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("the input folder " + folder + " does not exist");
        }
        // The folder itself may be a link, e.g. to a network share.
        var look = new DropFolder(folder.toRealPath());
        Files.walkFileTree(look.root, look.new Visitor());
        return look;
    }

    /** Those that may be returns, in the order of names. */
    List<Path> files() {
        return List.copyOf(files);
    }

    /** What else a person should know of, in no order. */
    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** Whether Excel's lock file stands beside a file. */
    boolean isOpenInExcel(Path file) {
        return open.contains(file);
    }

    /** Relative to the folder, the same on every system. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Whether a file found here is still reached without any link. */
    boolean holds(Path file) throws IOException {
        return file.toRealPath().startsWith(root);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped = !folder.equals(root) && (isHidden(folder) || folder.equals(root.resolve(CHECK)));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.startsWith(LOCK)) {
                open.add(file.resolveSibling(name.substring(LOCK.length())));
            } else if (!isHidden(file) && !NOT_RETURNS.contains(name.toLowerCase(Locale.ROOT))) {
                take(file, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        private void take(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files.add(file);
            } else {
                notices.add(new Notice(
                        name(file), attributes.isSymbolicLink() ? Notice.What.LINK : Notice.What.NOT_A_FILE));
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) {
            notices.add(new Notice(name(path), Notice.What.CANNOT_BE_OPENED));
            return FileVisitResult.CONTINUE;
        }

        /** File servers keep old versions in hidden folders. */
        private boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
