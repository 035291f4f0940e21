package org.scrutineer.publication;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.files.Renames;
import org.scrutineer.intake.FolderOnDisk;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of a run's publications. It is made ready out of sight and appears by one rename, with all its files on
 * the disk; what is there is never written to again.
 */
final class RunFolder {

    private final Path staging;
    private final Path published;

    RunFolder(PublicationProperties settings, ReportingPeriod period, int run) {
        this(settings.folder(), settings.runFolder(period, run));
    }

    /** The folder of the answer to a question, which appears in the same way. */
    static RunFolder ofAnswer(PublicationProperties settings, ReportingPeriod period, int number, String audience) {
        return new RunFolder(settings.folder(), settings.answerFolder(period, number, audience));
    }

    /** The folder of the organisation's own data, which appears in the same way. */
    static RunFolder ofInternalData(PublicationProperties settings, ReportingPeriod period, int run) {
        return new RunFolder(settings.internal(), settings.internalFolder(period, run));
    }

    private RunFolder(Path within, Path published) {
        this.published = published;
        this.staging = within.toAbsolutePath().normalize().resolve(".staging").resolve(published.getFileName());
    }

    Path published() {
        return published;
    }

    boolean isPublished() {
        return Files.exists(published, LinkOption.NOFOLLOW_LINKS);
    }

    /** An empty folder to prepare the publication in; what an earlier attempt left there is removed. */
    Path stage() throws IOException {
        FileSystemUtils.deleteRecursively(staging);
        return Files.createDirectories(staging);
    }

    /** Lets what was staged appear. */
    void publish() throws IOException {
        forceAll(staging);
        Path parent = Objects.requireNonNull(published.getParent());
        Files.createDirectories(parent);
        if (isPublished()) {
            // A rename would silently take the place of an empty folder.
            throw new IllegalStateException(published + " is there already");
        }
        Renames.appear(staging, published);
        FolderOnDisk.force(parent);
        FolderOnDisk.force(parent.getParent());
    }

    /** The files of a folder, relative to it with forward slashes, in order. */
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static void forceAll(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.toList()) {
                if (Files.isDirectory(entry)) {
                    FolderOnDisk.force(entry);
                } else {
                    try (FileChannel channel = FileChannel.open(entry, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                }
            }
        }
    }
}
