package org.scrutineer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.scrutineer.accounts.Person;
import org.scrutineer.audit.AuditTrail;

/** Keeps them in the audit trail: of each account so many an hour, that nobody can fill it. All are in the log. */
@RoomPart
class DeniedRequestsInTrail implements DeniedRequests {

    static final int AN_HOUR = 10;

    private static final Duration HOUR = Duration.ofHours(1);

    private static final int LONGEST_PATH = 500;

    private final AuditTrail trail;
    private final Clock clock;
    private final Map<String, Deque<Instant>> written = new HashMap<>();

    DeniedRequestsInTrail(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void add(Person person, HttpServletRequest request, String why) {
        int place = place(person.account());
        if (place > AN_HOUR) {
            return;
        }
        String path = request.getRequestURI();
        trail.record(
                person.account(),
                "access-denied",
                request.getMethod() + " " + path.substring(0, Math.min(path.length(), LONGEST_PATH)),
                null,
                place == AN_HOUR
                        ? Map.of("what", why, "further ones", "not written down for up to an hour")
                        : Map.of("what", why));
    }

    /** The how manieth of this hour it is. */
    private synchronized int place(String account) {
        Instant now = clock.instant();
        Deque<Instant> moments = written.computeIfAbsent(account, each -> new ArrayDeque<>());
        while (!moments.isEmpty() && !moments.getFirst().plus(HOUR).isAfter(now)) {
            moments.removeFirst();
        }
        if (moments.size() == AN_HOUR) {
            return AN_HOUR + 1;
        }
        moments.addLast(now);
        return moments.size();
    }
}
