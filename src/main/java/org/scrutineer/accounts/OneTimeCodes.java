package org.scrutineer.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The codes of authenticator apps (RFC 6238): six digits, a new one every thirty seconds. */
final class OneTimeCodes {

    /** As long as the hash they are made with, which is what RFC 4226 advises. */
    static final int SECRET_BYTES = 20;

    /** How far a telephone's clock may be from ours, in codes. */
    private static final int SKEW = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    /** The time step of a moment: how many codes have gone by. */
    long step(Instant moment) {
        return moment.getEpochSecond() / generator.getTimeStep().toSeconds();
    }

    String code(byte[] secret, long step) {
        SecretKey key = new SecretKeySpec(secret, generator.getAlgorithm());
        try {
            return generator.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the secret of a second factor is no key", e);
        }
    }

    /**
     * The time step a code is of, if it is one of this moment, or of the one before or after.
     *
     * @param usedUpTo the step of the newest code that was used: it and older ones are wrong
     */
    OptionalLong stepOf(String code, byte[] secret, Instant now, OptionalLong usedUpTo) {
        byte[] typed = code.getBytes(StandardCharsets.UTF_8);
        long present = step(now);
        for (long step = present - SKEW; step <= present + SKEW; step++) {
            byte[] right = code(secret, step).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(typed, right) && (usedUpTo.isEmpty() || step > usedUpTo.getAsLong())) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** A code without what people put between its parts. */
    static String tidy(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** The secret as people type it into an app, in groups of four. */
    static String typed(byte[] secret) {
        return new Base32().encodeToString(secret).replace("=", "").replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the QR code says: the form that authenticator apps have agreed on. */
    static String uri(byte[] secret, String account, String issuer) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret="
                + new Base32().encodeToString(secret).replace("=", "") + "&issuer=" + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
