package org.scrutineer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept for a browser between its requests: by which line of the ledger it is signed in, and when somebody last did
 * something. Parts of pages that move by themselves keep nobody signed in.
 */
public final class BrowserSession {

    private static final String SIGNED_IN = "scrutineer.signed-in";
    private static final String USED_AT = "scrutineer.used-at";

    private BrowserSession() {}

    /** Remembers a sign-in, under a new name of the session: one that somebody knew before is of no use. */
    public static void begin(HttpServletRequest request, String signIn, Instant now) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(SIGNED_IN, signIn);
        session.setAttribute(USED_AT, now.toEpochMilli());
    }

    /** By what somebody is signed in; empty where nobody is, or did nothing for too long. */
    public static Optional<String> signIn(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(SIGNED_IN) instanceof String signIn)
                || !(session.getAttribute(USED_AT) instanceof Long usedAt)) {
            return Optional.empty();
        }
        if (Instant.ofEpochMilli(usedAt)
                .plusSeconds(session.getMaxInactiveInterval())
                .isBefore(now)) {
            session.invalidate();
            return Optional.empty();
        }
        if (!movesByItself(request)) {
            session.setAttribute(USED_AT, now.toEpochMilli());
        }
        return Optional.of(signIn);
    }

    /** Whether somebody was signed in with this browser, where nobody is now. */
    static boolean hasEnded(HttpServletRequest request) {
        if (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
            return true;
        }
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SIGNED_IN) != null;
    }

    /** Forgets all. */
    public static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Whether a part of a page asks, and not a person. */
    static boolean movesByItself(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && request.getHeader("HX-Request") != null;
    }
}
