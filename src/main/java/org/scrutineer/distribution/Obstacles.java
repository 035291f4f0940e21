package org.scrutineer.distribution;

import java.util.ArrayList;
import java.util.List;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.disclosure.DisclosureControl;
import org.scrutineer.disclosure.ReleaseRefusedException;
import org.springframework.stereotype.Component;

/**
 * What keeps a publication in, whoever wants it out: files that are not those that were published, and numbers that would give
 * away what is hidden. It is asked before a publication is approved, and once more before it is issued.
 */
@Component
class Obstacles {

    private final Catalogue catalogue;
    private final Releases releases;
    private final Approvals approvals;
    private final DisclosureControl disclosure;

    Obstacles(Catalogue catalogue, Releases releases, Approvals approvals, DisclosureControl disclosure) {
        this.catalogue = catalogue;
        this.releases = releases;
        this.approvals = approvals;
        this.disclosure = disclosure;
    }

    /** As sentences; none where nothing does. */
    List<String> of(Release release) {
        var problems = new ArrayList<String>();
        approvals.filesDiffer(release).ifPresent(problems::add);
        try {
            disclosure.requireSafe(release.run(), release.audience(), releases.issuedRuns(publicAudiences()));
        } catch (ReleaseRefusedException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return problems;
    }

    private List<String> publicAudiences() {
        return catalogue.audiences().stream()
                .filter(Audience::isPublic)
                .map(Audience::id)
                .toList();
    }
}
