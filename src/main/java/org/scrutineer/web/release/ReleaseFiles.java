package org.scrutineer.web.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scrutineer.distribution.NotReleasedException;
import org.scrutineer.distribution.PublicationFiles;
import org.scrutineer.distribution.PublicationFiles.PublicationFile;
import org.scrutineer.distribution.Release;
import org.scrutineer.rendering.Rendition;
import org.scrutineer.rendering.Renditions;
import org.scrutineer.web.RoomPart;

/** The files of a publication, and the PDF of its paper where one was made. */
@RoomPart
class ReleaseFiles {

    private final PublicationFiles published;
    private final Renditions renditions;

    ReleaseFiles(PublicationFiles published, Renditions renditions) {
        this.published = published;
        this.renditions = renditions;
    }

    /** What is read first, first. */
    List<FileLine> of(Release release) throws IOException {
        var pdfs = Stream.<PublicationFile>builder();
        for (Rendition.Made pdf : pdfs(release)) {
            Path file = file(release, pdf);
            pdfs.add(new PublicationFile(
                    name(pdf), Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty()));
        }
        return Stream.concat(published.of(release).stream(), pdfs.build())
                .map(FileLine::of)
                .sorted(Comparator.comparing(FileLine::place).thenComparing(FileLine::name))
                .toList();
    }

    /**
     * Hands a file over, and notes who got it.
     *
     * @return empty where the publication has no such file
     * @throws NotReleasedException where the file is not what was published, or made of it, any more
     * @throws IOException where it cannot be read
     */
    Optional<byte[]> handOver(Release release, String name) throws NotReleasedException, IOException {
        for (Rendition.Made pdf : pdfs(release)) {
            if (name(pdf).equals(name)) {
                return Optional.of(published.handOver(release, file(release, pdf), pdf.sha256()));
            }
        }
        return published.handOver(release, name);
    }

    private List<Rendition.Made> pdfs(Release release) {
        return renditions.of(release.run()).stream()
                .filter(rendition -> rendition.audience().equals(release.audience()))
                .flatMap(rendition -> rendition.made().stream())
                .toList();
    }

    private Path file(Release release, Rendition.Made pdf) {
        return renditions.file(release.period(), release.run(), pdf);
    }

    private static String name(Rendition.Made pdf) {
        return pdf.fileName().substring(pdf.fileName().lastIndexOf('/') + 1);
    }
}
