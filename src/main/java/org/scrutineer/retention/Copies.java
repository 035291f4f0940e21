package org.scrutineer.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scrutineer.answers.TeamAnswers;
import org.scrutineer.backup.Backups;
import org.scrutineer.files.MatchingFiles;
import org.scrutineer.intake.Archive;
import org.scrutineer.intake.InUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The files in which something is held. Deleting what is gone already is no mistake, so that it can be repeated. */
@Component
class Copies {

    private final RetentionProperties folders;
    private final TeamAnswers answers;
    private final Backups backups;
    private final HeldThings held;
    private final JdbcClient jdbc;

    Copies(RetentionProperties folders, TeamAnswers answers, Backups backups, HeldThings held, JdbcClient jdbc) {
        this.folders = folders;
        this.answers = answers;
        this.backups = backups;
        this.held = held;
        this.jdbc = jdbc;
    }

    /** Deletes the files of something that was noted. */
    void delete(Deletions.Noted deletion) throws IOException {
        String subject = deletion.subject();
        if (UploadedFile.of(subject).isPresent()) {
            // It was in the ledger alone.
            return;
        }
        switch (deletion.what()) {
            case RETURNS, SUPERSEDED_RETURNS, REFUSED_RETURNS -> {
                MatchingFiles.delete(folders.archive(), subject + "*");
                for (Path dataset : folders(folders.records())) {
                    MatchingFiles.delete(dataset, subject + "-*");
                }
                deleteAnswers(subject);
            }
            case TEAM_FILES -> deleteAnswers(subject);
            case INTERNAL_DATA -> FileSystemUtils.deleteRecursively(inside(folders.internal(), subject));
            case OUTBOX -> Files.deleteIfExists(inside(folders.outbox(), subject));
            case BACKUPS -> deleteBackup(Path.of(subject));
            case INPUT -> deleteInput(inside(folders.input(), subject));
            case QUOTED_TEXT, EXPLANATIONS -> {
                // They are in the ledger alone.
            }
        }
    }

    /**
     * Deletes what processes that were killed have left half done, in which anything may stand. Nobody may work on the
     * output folder meanwhile.
     */
    void deleteLeftovers() throws IOException {
        for (Path folder : List.of(
                folders.records().resolve(".staging"),
                folders.records().resolve(".spill"),
                folders.publications().resolve(".staging"),
                folders.internal().resolve(".staging"),
                folders.output().resolve(".scratch"))) {
            FileSystemUtils.deleteRecursively(folder);
        }
        for (Path trial : folders(folders.trials())) {
            if (!InUse.is(trial.resolve(".in-use"))) {
                FileSystemUtils.deleteRecursively(trial);
            }
        }
        MatchingFiles.delete(folders.archive(), ".*.tmp");
        MatchingFiles.delete(folders.output().resolve("ledger"), "*.trace.db");
    }

    private void deleteAnswers(String hash) throws IOException {
        List<Long> submission = jdbc.sql("select id from submission where file_hash = ?")
                .param(hash)
                .query((row, number) -> row.getLong(1))
                .list();
        for (long id : submission) {
            for (Path answer : answers.answersTo(id)) {
                Files.deleteIfExists(answer);
            }
        }
    }

    private void deleteBackup(Path folder) throws IOException {
        Optional<Backups.Known> known = backups.all().stream()
                .filter(backup -> backup.folder().equals(folder))
                .findFirst();
        if (known.isPresent()) {
            backups.delete(known.get());
        } else if (backups.ledgersBeforeUpgrades().contains(folder)) {
            Files.deleteIfExists(folder);
        }
    }

    /** A file that has taken the place of the one that was due stays. */
    private void deleteInput(Path file) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && held.isKnown(Archive.hash(file))) {
            Files.delete(file);
        }
    }

    private static Path inside(Path folder, String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IllegalStateException(name + " is not within " + folder);
        }
        return file;
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).toList();
        }
    }
}
