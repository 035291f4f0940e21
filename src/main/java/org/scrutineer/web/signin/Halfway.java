package org.scrutineer.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Between the two steps of signing in: whose password was right, and where to go after.
 *
 * @param until the moment from which the password is asked for again
 */
record Halfway(String account, String to, Instant until) implements Serializable {

    private static final String NAME = "scrutineer.halfway";

    private static final Duration LASTS = Duration.ofMinutes(10);

    static void begin(HttpServletRequest request, String account, String to, Instant now) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true).setAttribute(NAME, new Halfway(account, to, now.plus(LASTS)));
    }

    static Optional<Halfway> of(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(NAME) instanceof Halfway halfway
                ? Optional.of(halfway).filter(each -> now.isBefore(each.until()))
                : Optional.empty();
    }
}
