package org.scrutineer.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Makes what nobody can guess, and keeps what has to be read again: encrypted (AES-256 in Galois/Counter Mode), with a key
 * in a file that only its owner may read, so that the ledger alone gives nothing away.
 */
final class Secrets {

    private static final int KEY_BYTES = 32;
    private static final int TOKEN_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final Path keyFile;
    private final SecureRandom random;

    Secrets(Path keyFile, SecureRandom random) {
        this.keyFile = keyFile;
        this.random = random;
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** 256 bits, for a link or a cookie. */
    String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** What the ledger keeps of a token: it is found by it, and cannot be made from it. */
    static String hash(String token) {
        return DigestUtils.sha256Hex(token);
    }

    /** @param owner whose it is: another's does not decrypt */
    String encrypted(byte[] secret, String owner) {
        byte[] nonce = bytes(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, owner);
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    byte[] decrypted(String kept, String owner) {
        byte[] both = Base64.getDecoder().decode(kept);
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(both, NONCE_BYTES),
                Arrays.copyOfRange(both, NONCE_BYTES, both.length),
                owner);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String owner) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "what is encrypted for " + owner + " cannot be read with the key in " + keyFile, e);
        }
    }

    private synchronized byte[] key() {
        try {
            return HexFormat.of().parseHex(Files.readString(keyFile).strip());
        } catch (NoSuchFileException e) {
            return newKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] newKey() {
        byte[] key = bytes(KEY_BYTES);
        try {
            Files.createDirectories(keyFile.toAbsolutePath().getParent());
            Files.createFile(keyFile);
            if (Files.getFileAttributeView(keyFile, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(keyFile, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.WRITE);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
