package org.scrutineer.distribution;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.AuditHead;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.distribution.Release.Approval;
import org.springframework.stereotype.Component;

/** What the audit trail says of releases: that one was approved, issued as it was approved, or withdrawn, by whom. */
@Component
class ReleaseTrail {

    private final AuditTrail trail;
    private final Actor actor;

    ReleaseTrail(AuditTrail trail, Actor actor) {
        this.trail = trail;
        this.actor = actor;
    }

    /**
     * Notes what was done with an approval.
     *
     * @return where the entry stands
     */
    AuditHead record(String action, Release release, @Nullable String reason, Approval approval) {
        var details = new TreeMap<String, String>();
        details.put("approved-as", approval.as());
        details.put("content", approval.content());
        details.put("recipients", approval.recipients());
        Instant embargo = approval.embargo();
        if (embargo != null) {
            details.put("embargo", embargo.toString());
        }
        return trail.record(actor.account(), action, release.subject(), reason, details);
    }

    /** @param notTold who got it and cannot be told */
    void withdrawn(Release release, String reason, List<String> notTold) {
        trail.record(
                actor.account(),
                "release-withdrawn",
                release.subject(),
                reason,
                Map.of("was", release.state().id(), "not-told", String.join("; ", notTold)));
    }
}
