package org.scrutineer.web.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.distribution.Release;
import org.scrutineer.web.Tag;

/**
 * A publication as pages tell it.
 *
 * @param name of the audience
 * @param approvedAs who approved it, for which office; null where nobody has
 * @param embargo null for none
 * @param ended why it is superseded or withdrawn; empty where it is not
 */
public record ReleaseLine(
        int run,
        String audience,
        String name,
        String period,
        String periodTitle,
        String stateId,
        Tag state,
        @Nullable String approvedAs,
        @Nullable Instant approvedAt,
        @Nullable Instant embargo,
        @Nullable Instant issuedAt,
        String ended) {

    public static ReleaseLine of(Release release, Catalogue catalogue, Instant now) {
        Release.Approval approval = release.approval();
        Instant embargo = approval == null ? null : approval.embargo();
        return new ReleaseLine(
                release.run(),
                release.audience(),
                catalogue.audiences().stream()
                        .filter(audience -> audience.id().equals(release.audience()))
                        .map(audience -> audience.name())
                        .findFirst()
                        .orElse(release.audience()),
                release.period().toString(),
                release.period().title(),
                release.state().id(),
                state(release, embargo != null && embargo.isAfter(now)),
                approval == null ? null : approval.as(),
                approval == null ? null : approval.at(),
                embargo,
                release.issuedAt(),
                release.ended());
    }

    private static Tag state(Release release, boolean embargoed) {
        return switch (release.state()) {
            case DRAFT -> new Tag("Draft", "grey");
            case APPROVED -> embargoed ? new Tag("Under embargo", "purple") : new Tag("Approved", "blue");
            case ISSUED -> new Tag("Issued", "green");
            case SUPERSEDED -> new Tag("Superseded", "yellow");
            case WITHDRAWN -> new Tag("Withdrawn", "red");
        };
    }

    public String path() {
        return "/release/" + run + "/" + audience;
    }

    public String title() {
        return name + ", " + periodTitle;
    }
}
