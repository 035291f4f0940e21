package org.scrutineer.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/**
 * Which passwords are taken, and how they are kept. Long ones are asked for, of any characters and without a date on which
 * they end; those that are used by many, or made of words of this service, are refused.
 */
final class Passwords {

    /** What OWASP's standard advises: long enough to need no rules about characters. */
    static final int SHORTEST = 15;

    /** Longer ones would only keep the machine busy. */
    static final int LONGEST = 200;

    /** Of 0 to 4: 10^8 guesses or more, by the common passwords, names, words and patterns that attackers try first. */
    private static final int SCORE = 3;

    /** Guesses at more than that much of it take long to count, and it is strong by then. */
    private static final int MEASURED = 100;

    private final PasswordEncoder encoder;
    // Both take a third of the time in which a command starts, and most commands ask for no password.
    private final SingletonSupplier<Zxcvbn> meter = SingletonSupplier.of(Zxcvbn::new);
    private final SingletonSupplier<String> nobodys;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = SingletonSupplier.of(() -> encoded("of an account that there is not"));
    }

    /**
     * Why a password is not taken, in a sentence; empty where it is.
     *
     * @param words of the service and the person, which it may not be made of
     */
    Optional<String> refused(String password, List<String> words) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("The password has " + length + " characters. Choose one of " + SHORTEST
                    + " or more, such as four words that do not belong together.");
        }
        if (length > LONGEST) {
            return Optional.of("The password has " + length + " characters. Choose one of at most " + LONGEST + ".");
        }
        String measured = password.substring(0, Math.min(password.length(), MEASURED));
        return meter.obtain().measure(measured, words).getScore() < SCORE
                ? Optional.of(
                        "The password is easy to guess: it is used by many, or made of a pattern or of names and words"
                                + " known here. Choose another, such as four words that do not belong together.")
                : Optional.empty();
    }

    String encoded(String password) {
        return String.valueOf(encoder.encode(password));
    }

    /**
     * Whether a password is the one that was kept. It takes as long where there is none.
     *
     * @param kept as {@link #encoded} made it
     */
    boolean match(String password, Optional<String> kept) {
        // Made whether needed or not, so that it does not tell by its time either.
        String none = nobodys.obtain();
        boolean same = password.length() <= LONGEST * 2 && encoder.matches(password, kept.orElse(none));
        return same && kept.isPresent();
    }
}
