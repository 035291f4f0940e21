package org.scrutineer.web.release;

import org.scrutineer.distribution.Release;
import org.scrutineer.distribution.Releases;
import org.scrutineer.distribution.Releasing;
import org.scrutineer.pipeline.Run;
import org.scrutineer.web.Preparation;
import org.scrutineer.web.RoomPart;

/** Asks once what is open about a run's publications; it is asked anew for each page. */
@RoomPart
final class ChecksOfPublications implements Preparation {

    private final Releases releases;
    private final Releasing releasing;

    ChecksOfPublications(Releases releases, Releasing releasing) {
        this.releases = releases;
        this.releasing = releasing;
    }

    @Override
    public void prepare(Run run) {
        releases.of(run.number()).stream().filter(Release::isOpen).findFirst().ifPresent(releasing::examine);
    }
}
