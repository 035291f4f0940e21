package org.scrutineer.browser;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * A person with an account, and the app that shows the person's codes.
 *
 * @param key as it was typed into the app
 */
public record Someone(String account, String key) {

    static final String PASSWORD = "otter lamp gravel sunday";

    private static final long STEP = 30;

    /** The newest step whose code was typed, by key: each code is taken once. */
    private static final Map<String, Long> USED = new ConcurrentHashMap<>();

    /** The first code from a step on that was not typed before; clocks may differ by one step. */
    private static String code(Page page, String key, long from) {
        long step = Math.max(from, USED.getOrDefault(key, 0L) + 1);
        while (step > now() + 1) {
            page.waitForTimeout(1_000);
        }
        USED.put(key, step);
        return code(key, Instant.ofEpochSecond(step * STEP));
    }

    private static long now() {
        return Instant.now().getEpochSecond() / STEP;
    }

    private static String code(String key, Instant moment) {
        var generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(key.replace(" ", "")), generator.getAlgorithm()), moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets an account up on the page of its link: with the code of a moment ago, so that the present one is left. */
    static String setUp(Page page) {
        String key = page.locator("code.scrutineer-code").textContent();
        page.getByLabel("Choose a password").fill(PASSWORD);
        page.getByLabel("The code your app shows now").fill(code(page, key, now() - 1));
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        page.getByRole(AriaRole.HEADING, named("Your account is ready")).waitFor();
        return key;
    }

    /** Signs in, and is on the page that comes then. */
    public void signIn(Page page) {
        page.navigate("/sign-in");
        signInHere(page);
    }

    /** The same on the page that asks for it, which knows the way back. */
    void signInHere(Page page) {
        page.getByLabel("Account name").fill(account);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Continue")).click();
        enterCode(page);
        page.getByRole(AriaRole.BUTTON, named("Sign out")).waitFor();
    }

    /** The second step alone. */
    void enterCode(Page page) {
        page.getByLabel("One-time code").fill(code(page, key, now()));
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
