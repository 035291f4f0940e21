package org.scrutineer.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads the key that entries are sealed with. */
final class AuditKey {

    /** Shorter ones can be tried out. */
    private static final int SHORTEST = 32;

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private AuditKey() {}

    /**
     * The first line of the file.
     *
     * @throws IllegalStateException where it cannot be read, is too short, or others may read or write it
     */
    static Optional<byte[]> read(AuditProperties settings) {
        return Optional.ofNullable(settings.keyFile()).map(AuditKey::read);
    }

    private static byte[] read(Path file) {
        String key;
        try {
            key = Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            PosixFileAttributeView owners = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (owners != null && owners.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
                throw mistaken(file, "may be read or changed by others than its owner", "Take that away from them.");
            }
        } catch (IOException e) {
            throw mistaken(file, "cannot be read", "Make it readable for this account, or correct the setting.");
        }
        if (key.length() < SHORTEST) {
            throw mistaken(
                    file,
                    "has " + key.length() + " characters in its first line; expected " + SHORTEST + " or more",
                    "Write a random key into it, once and for all.");
        }
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static IllegalStateException mistaken(Path file, String what, String remedy) {
        return new IllegalStateException(
                "The key for the audit trail, " + file + " (setting audit.key-file), " + what + ". " + remedy);
    }
}
