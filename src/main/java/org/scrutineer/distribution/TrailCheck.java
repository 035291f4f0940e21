package org.scrutineer.distribution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.scrutineer.audit.AuditAnchor;
import org.scrutineer.audit.AuditVerdict;
import org.scrutineer.audit.AuditVerifier;
import org.scrutineer.publication.PublishedHeads;
import org.springframework.stereotype.Component;

/** Verifies the audit trail against every head that was written down elsewhere: in manifests, and in releases. */
@Component
public class TrailCheck {

    private final AuditVerifier verifier;
    private final PublishedHeads published;
    private final Releases releases;

    TrailCheck(AuditVerifier verifier, PublishedHeads published, Releases releases) {
        this.verifier = verifier;
        this.published = published;
        this.releases = releases;
    }

    /**
     * @param named heads that a person has, in a mail for instance
     * @throws IOException where a manifest cannot be read
     */
    public AuditVerdict verify(List<AuditAnchor> named) throws IOException {
        var anchors = new ArrayList<>(named);
        anchors.addAll(published.all());
        anchors.addAll(releases.heads());
        return verifier.verify(anchors);
    }
}
