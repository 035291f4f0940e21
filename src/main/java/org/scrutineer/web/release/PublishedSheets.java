package org.scrutineer.web.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.scrutineer.distribution.NotReleasedException;
import org.scrutineer.distribution.PublicationFiles;
import org.scrutineer.distribution.Release;
import org.scrutineer.distribution.Releases;
import org.scrutineer.pipeline.Run;
import org.scrutineer.publication.PublishedSheet;
import org.scrutineer.web.Kept;
import org.scrutineer.web.Preparation;
import org.scrutineer.web.RoomPart;

/** The sheets of published workbooks as they are shown. The file is found to be what was published for each look at it. */
@RoomPart
class PublishedSheets implements Preparation {

    /** What an approver looks at first. */
    static final String SCORECARD = "Scorecard";

    /** Of cells of all sheets that are kept; one takes about 100 bytes. */
    private static final long CELLS_KEPT = 200_000;

    /** What is kept of a sheet without a cell, or of one that was asked for and is not there, in cells. */
    private static final int LEAST = 500;

    private final Releases releases;
    private final PublicationFiles published;
    private final Kept<Place, Optional<PublishedSheet>> kept = new Kept<>(
            CELLS_KEPT, sheet -> LEAST + sheet.map(PublishedSheet::cells).orElse(0));

    PublishedSheets(Releases releases, PublicationFiles published) {
        this.releases = releases;
        this.published = published;
    }

    private record Place(Path workbook, String sheet) {}

    /**
     * A sheet of a publication's workbook.
     *
     * @return empty where the publication has none of the name
     * @throws NotReleasedException where the workbook is not what was published any more
     * @throws IOException where it cannot be read
     */
    Optional<PublishedSheet> of(Release release, String sheet) throws NotReleasedException, IOException {
        Optional<Path> workbook = published.workbook(release);
        return workbook.isEmpty()
                ? Optional.empty()
                : kept.get(new Place(workbook.get(), sheet), () -> PublishedSheet.of(workbook.get(), sheet));
    }

    @Override
    public void prepare(Run run) throws IOException {
        for (Release release : releases.of(run.number())) {
            try {
                of(release, SCORECARD);
            } catch (NotReleasedException e) {
                throw new IOException(e);
            }
        }
    }
}
