package org.scrutineer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** Every file ever received, under the hash of its bytes. A file in it is never changed; only these copies are read. */
@Component
public class Archive {

    private final Path folder;

    Archive(IntakeProperties settings) {
        this.folder = settings.archive().toAbsolutePath().normalize();
    }

    /** @param hash SHA-256, in hexadecimal */
    record Kept(String hash, long size, Path file) {}

    /** Copies a file into the archive while hashing it, so that what is read later is what was hashed. */
    Kept keep(Path received) throws IOException {
        PrivateFolders.create(folder);
        Path staging = Files.createTempFile(folder, ".arriving-", ".tmp");
        try {
            MessageDigest digest = DigestUtils.getSha256Digest();
            long size;
            try (InputStream in = new DigestInputStream(Files.newInputStream(received), digest);
                    OutputStream out = Files.newOutputStream(staging)) {
                size = in.transferTo(out);
            }
            String hash = Hex.encodeHexString(digest.digest());
            Path kept = folder.resolve(hash + extension(received));
            if (Files.exists(kept)) {
                return new Kept(hash, size, kept);
            }
            try (FileChannel channel = FileChannel.open(staging, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(staging, kept, StandardCopyOption.ATOMIC_MOVE);
            return new Kept(hash, size, kept);
        } finally {
            Files.deleteIfExists(staging);
        }
    }

    /** The archived copy of a return. */
    public Path file(Submission submission) {
        return file(submission.fileHash(), submission.fileName());
    }

    /** The archived copy of a file, by its hash and the name it was received under. */
    public Path file(String hash, String fileName) {
        return folder.resolve(hash + extension(Path.of(fileName)));
    }

    /** From the last dot of the name, in lower case; what is no plain extension is left out. */
    private static String extension(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot);
        return extension.matches("\\.[a-z0-9]{1,8}") ? extension : "";
    }
}
