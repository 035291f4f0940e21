package org.scrutineer.jar;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The app that shows a person's one-time codes. Each code is taken once by the service, and shown once here. */
public final class CodeApp {

    private static final long STEP_SECONDS = 30;

    private final String key;
    private long shown;

    /** @param key as it was typed into the app */
    public CodeApp(String key) {
        this.key = key;
    }

    /** The code before the present one, which is left so; the present one where that would soon not be taken any more. */
    public String earlier() throws InterruptedException {
        boolean isTakenForLong = Instant.now().getEpochSecond() % STEP_SECONDS < STEP_SECONDS / 2;
        return code(isTakenForLong ? now() - 1 : now());
    }

    /** The present code, or else the next one: clocks may differ by one step. Waits where both have been shown. */
    public String present() throws InterruptedException {
        return code(now());
    }

    private String code(long from) throws InterruptedException {
        long step = Math.max(from, shown + 1);
        while (step > now() + 1) {
            Thread.sleep(500);
        }
        shown = step;
        var generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(key.replace(" ", "")), generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long now() {
        return Instant.now().getEpochSecond() / STEP_SECONDS;
    }
}
