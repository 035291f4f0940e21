package org.scrutineer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.files.MatchingFiles;
import org.scrutineer.files.Renames;
import org.springframework.stereotype.Component;

/** Every file ever received, under the hash of its bytes. A file in it is never changed; only these copies are read. */
@Component
public class Archive {

    private static final int BUFFER_BYTES = 1 << 16;

    private static final String ARRIVING = ".arriving-";

    private final Path folder;

    Archive(IntakeProperties settings) {
        this.folder = settings.archive().toAbsolutePath().normalize();
    }

    /** @param hash SHA-256, in hexadecimal */
    record Kept(String hash, long size, Path file) {}

    /** What was to be archived cannot be read; the archive is not to blame. */
    public static final class SourceException extends IOException {

        private static final long serialVersionUID = 1L;

        SourceException(IOException cause) {
            super(cause);
        }
    }

    /**
     * SHA-256 of a file's bytes, in hexadecimal.
     *
     * @throws SourceException where it cannot be read, or is a link
     */
    public static String hash(Path received) throws SourceException {
        try (InputStream in = open(received)) {
            return DigestUtils.sha256Hex(in);
        } catch (IOException e) {
            throw new SourceException(e);
        }
    }

    /** Deletes copies that a killed process did not finish; nobody may be making one. */
    void deleteUnfinished() throws IOException {
        MatchingFiles.delete(folder, ARRIVING + "*");
    }

    /**
     * Copies a file into the archive while hashing it, so that what is read later is what was hashed.
     *
     * @param hash that it had when it was looked at
     * @return nothing where it has another by now
     * @throws SourceException where it cannot be read, or is a link
     */
    Optional<Kept> keep(Path received, String hash) throws IOException {
        PrivateFolders.create(folder);
        Path staging = Files.createTempFile(folder, ARRIVING, ".tmp");
        try {
            MessageDigest digest = DigestUtils.getSha256Digest();
            long size = copy(received, staging, digest);
            if (!Hex.encodeHexString(digest.digest()).equals(hash)) {
                return Optional.empty();
            }
            Optional<Path> known = find(hash);
            if (known.isPresent()) {
                return Optional.of(new Kept(hash, size, known.get()));
            }
            try (FileChannel channel = FileChannel.open(staging, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Path kept = folder.resolve(hash + extension(received));
            Renames.appear(staging, kept);
            FolderOnDisk.force(folder);
            return Optional.of(new Kept(hash, size, kept));
        } finally {
            Files.deleteIfExists(staging);
        }
    }

    private static InputStream open(Path received) throws IOException {
        return Files.newInputStream(received, LinkOption.NOFOLLOW_LINKS);
    }

    private static long copy(Path from, Path to, MessageDigest digest) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = Files.newOutputStream(to)) {
            InputStream in;
            try {
                in = open(from);
            } catch (IOException e) {
                throw new SourceException(e);
            }
            try (in) {
                for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
                    digest.update(buffer, 0, count);
                    out.write(buffer, 0, count);
                    size += count;
                }
            }
        }
        return size;
    }

    private static int read(InputStream in, byte[] buffer) throws SourceException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new SourceException(e);
        }
    }

    /** The same bytes may have arrived under another extension. */
    private Optional<Path> find(String hash) throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, hash + "*")) {
            for (Path copy : copies) {
                return Optional.of(copy);
            }
            return Optional.empty();
        }
    }

    /** The archived copy of a return. */
    public Path file(Submission submission) {
        return file(submission.fileHash(), submission.fileName());
    }

    /** The archived copy of a file, by its hash and the name it was received under. */
    public Path file(String hash, String fileName) {
        Path file = folder.resolve(hash + extension(Path.of(fileName)));
        try {
            return Files.exists(file) ? file : find(hash).orElse(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
    }

    /** From the last dot of the name, in lower case; what is no plain extension is left out. */
    private static String extension(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot);
        return extension.matches("\\.[a-z0-9]{1,8}") ? extension : "";
    }
}
