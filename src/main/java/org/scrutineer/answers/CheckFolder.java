package org.scrutineer.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.scrutineer.files.Renames;
import org.scrutineer.intake.Archive;
import org.scrutineer.intake.ArrivingFiles;
import org.scrutineer.intake.Notice;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The folder for files that are to be checked and not received: each is answered beside it, once. An answer that was
 * corrected and saved is a file to be checked like any other; one that nobody has touched is not.
 */
@Component
public class CheckFolder {

    private final Path folder;
    private final CheckAnswers answers;
    private final WrittenAnswers written;
    private final ArrivingFiles arriving;

    CheckFolder(AnswersProperties settings, CheckAnswers answers, WrittenAnswers written, ArrivingFiles arriving) {
        this.folder = settings.checkFolder();
        this.answers = answers;
        this.written = written;
        this.arriving = arriving;
    }

    /**
     * What a look into the folder came to.
     *
     * @param answers that were written
     * @param notices the files that wait for the next look, and why; named as those of the drop folder
     */
    public record Look(List<Path> answers, List<Notice> notices) {

        public Look {
            answers = List.copyOf(answers);
            notices = List.copyOf(notices);
        }
    }

    /**
     * Checks and answers what has not been answered yet, in the order of names. A file that is still being copied, that
     * somebody has open so that it cannot be read, or whose folder cannot be written to waits for the next look.
     *
     * @throws IOException where the disk fails
     */
    public Look answer() throws IOException {
        var notices = new ArrayList<Notice>();
        List<ArrivingFiles.Seen> fresh = fresh(notices);
        if (!fresh.isEmpty()) {
            arriving.pause();
        }
        var answered = new ArrayList<Path>();
        for (ArrivingFiles.Seen seen : fresh) {
            try {
                answered.add(answer(seen));
            } catch (LeftForNextTimeException e) {
                notices.add(notice(seen.file(), e.what));
            } catch (Archive.SourceException e) {
                notices.add(notice(seen.file(), Notice.What.CANNOT_BE_OPENED));
            }
        }
        notices.sort(Comparator.comparing(Notice::file));
        return new Look(answered, notices);
    }

    /** The files without an answer. */
    private List<ArrivingFiles.Seen> fresh(List<Notice> notices) throws IOException {
        var fresh = new ArrayList<ArrivingFiles.Seen>();
        for (Path file : files(notices)) {
            try {
                ArrivingFiles.Seen seen = arriving.see(file);
                if (!written.isAnswer(seen.hash()) && !isAnswered(seen.hash())) {
                    fresh.add(seen);
                }
            } catch (Archive.SourceException e) {
                notices.add(notice(file, Notice.What.CANNOT_BE_OPENED));
            }
        }
        return fresh;
    }

    private Notice notice(Path file, Notice.What what) {
        String name =
                folder.getFileName() + "/" + folder.relativize(file).toString().replace('\\', '/');
        return new Notice(name, what);
    }

    /** A file that is not answered this time. */
    private static final class LeftForNextTimeException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Notice.What what;

        LeftForNextTimeException(Notice.What what, @Nullable Throwable cause) {
            super(cause);
            this.what = what;
        }
    }

    private Path answer(ArrivingFiles.Seen seen) throws IOException, LeftForNextTimeException {
        requireWhole(seen);
        Path file = seen.file();
        Path beside = Objects.requireNonNull(file.getParent());
        Path scratch = writable(() -> Files.createTempDirectory(beside, ".checking-"));
        try {
            Path draft = answers.write(answers.check(file), scratch);
            // Otherwise the answer may be to half of one file and half of another.
            requireWhole(seen);
            String name = draft.getFileName().toString();
            Path answer = CheckAnswers.freeIn(
                    beside, AnswerWriter.stem(file.getFileName().toString()), ending(name));
            // Known before it appears: an answer the ledger does not know would be taken for a file to check.
            written.addChecked(seen.hash(), folder.relativize(answer), hash(draft));
            return writable(() -> Renames.appear(draft, answer));
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private void requireWhole(ArrivingFiles.Seen seen) throws Archive.SourceException, LeftForNextTimeException {
        if (!arriving.isWhole(seen)) {
            throw new LeftForNextTimeException(Notice.What.STILL_ARRIVING, null);
        }
    }

    /** Something written into the folder of the file. */
    private interface Writing {
        Path write() throws IOException;
    }

    private static Path writable(Writing writing) throws IOException, LeftForNextTimeException {
        try {
            return writing.write();
        } catch (FileSystemException e) {
            throw new LeftForNextTimeException(Notice.What.CANNOT_BE_ANSWERED, e);
        }
    }

    private static String ending(String draft) {
        int ending = Math.max(draft.lastIndexOf(AnswerWriter.TO_CORRECT), draft.lastIndexOf(AnswerWriter.RECEIPT));
        return draft.substring(ending);
    }

    /** Whether these bytes have been answered, and the answer is where it was put. */
    private boolean isAnswered(String hash) {
        return written.checked(hash)
                .filter(checked -> Files.exists(folder.resolve(checked.answerName()), LinkOption.NOFOLLOW_LINKS))
                .isPresent();
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }

    private TreeSet<Path> files(List<Notice> notices) throws IOException {
        var files = new TreeSet<Path>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return isHidden(visited) && !visited.equals(folder)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isHidden(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                notices.add(notice(file, Notice.What.CANNOT_BE_OPENED));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** Hidden files, Excel's lock files, and what operating systems leave behind. */
    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".")
                || name.startsWith("~$")
                || name.equalsIgnoreCase("thumbs.db")
                || name.equalsIgnoreCase("desktop.ini");
    }
}
