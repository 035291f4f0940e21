package org.scrutineer.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
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

    CheckFolder(AnswersProperties settings, CheckAnswers answers, WrittenAnswers written) {
        this.folder = settings.checkFolder();
        this.answers = answers;
        this.written = written;
    }

    /**
     * Checks and answers what has not been answered yet, in the order of names. A file that cannot be opened, as
     * somebody still has it open, waits for the next look.
     *
     * @return the answers that were written
     */
    public List<Path> answer() throws IOException {
        var answered = new ArrayList<Path>();
        for (Path file : files()) {
            answer(file).ifPresent(answered::add);
        }
        return answered;
    }

    private Optional<Path> answer(Path file) throws IOException {
        String hash;
        try {
            hash = hash(file);
        } catch (FileSystemException heldByAnotherProgram) {
            return Optional.empty();
        }
        if (written.isAnswer(hash) || isAnswered(hash)) {
            return Optional.empty();
        }
        Path beside = Objects.requireNonNull(file.getParent());
        Path scratch = Files.createTempDirectory(beside, ".checking-");
        try {
            Path draft = answers.write(answers.check(file), scratch);
            String name = draft.getFileName().toString();
            Path answer = CheckAnswers.freeIn(
                    beside, AnswerWriter.stem(file.getFileName().toString()), ending(name));
            // Known before it appears: an answer the ledger does not know would be taken for a file to check.
            written.addChecked(hash, folder.relativize(answer), hash(draft));
            Files.move(draft, answer, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(answer);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
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

    private TreeSet<Path> files() throws IOException {
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
