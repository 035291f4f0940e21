package org.scrutineer.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** A copy of a file, with the hash of the bytes that went by. */
record CopiedFile(long bytes, String sha256) {

    /** Copies a file to where none is, for its owner only. */
    static CopiedFile ofPrivate(Path from, Path to) throws IOException {
        if (to.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(to, ownerOnly());
        } else {
            Files.createFile(to);
        }
        return into(from, to);
    }

    /** Copies a file to where none is, for whoever may read the folder. */
    static CopiedFile of(Path from, Path to) throws IOException {
        Files.createFile(to);
        return into(from, to);
    }

    /** Forced to the disk; a link is not followed. */
    private static CopiedFile into(Path from, Path to) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        long bytes;
        try (InputStream in = new DigestInputStream(Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS), digest);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
            bytes = in.transferTo(out);
        }
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return new CopiedFile(bytes, Hex.encodeHexString(digest.digest()));
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return DigestUtils.sha256Hex(in);
        }
    }
}
