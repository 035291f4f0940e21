package org.scrutineer.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.publication.Publications.Published;
import org.springframework.stereotype.Component;

/** The files of a publication, for those who may have them: byte for byte what was published, or not at all. */
@Component
public class PublicationFiles {

    private final Approvals approvals;
    private final AuditTrail trail;
    private final Actor actor;

    PublicationFiles(Approvals approvals, AuditTrail trail, Actor actor) {
        this.approvals = approvals;
        this.trail = trail;
        this.actor = actor;
    }

    /**
     * A file of a publication.
     *
     * @param name without its folder, which no other file of the publication has
     * @param bytes how large it is; empty where it is gone
     */
    public record PublicationFile(String name, Optional<Long> bytes) {}

    /** By name; none where the run published nothing for the audience. */
    public List<PublicationFile> of(Release release) {
        return approvals.files(release).stream()
                .map(file -> new PublicationFile(name(file), size(approvals.path(release, file))))
                .toList();
    }

    private static Optional<Long> size(Path file) {
        try {
            return Optional.of(Files.size(file));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /**
     * Hands a file over, and notes who got it.
     *
     * @return empty where the publication has no such file
     * @throws NotReleasedException where the file is not what was published any more
     * @throws IOException where it cannot be read
     */
    public Optional<byte[]> handOver(Release release, String name) throws NotReleasedException, IOException {
        Optional<Published> file = find(release, name);
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(handOver(
                        release, approvals.path(release, file.get()), file.get().sha256()));
    }

    /**
     * Hands over what was made of a publication, such as the PDF of its paper, and notes who got it.
     *
     * @param sha256 of its bytes when it was made
     * @throws NotReleasedException where the file is not what was made any more
     * @throws IOException where it cannot be read
     */
    public byte[] handOver(Release release, Path file, String sha256) throws NotReleasedException, IOException {
        byte[] bytes = verified(file, sha256);
        trail.record(
                actor.account(),
                "publication-downloaded",
                release.subject(),
                null,
                Map.of("file", name(file), "state", release.state().id()));
        return bytes;
    }

    /**
     * Where a publication's workbook is, to be looked into; empty where it has none.
     *
     * @throws NotReleasedException where it is not what was published any more
     * @throws IOException where it cannot be read
     */
    public Optional<Path> workbook(Release release) throws NotReleasedException, IOException {
        Optional<Published> workbook = approvals.files(release).stream()
                .filter(file -> file.fileName().endsWith(".xlsx"))
                .findFirst();
        if (workbook.isEmpty()) {
            return Optional.empty();
        }
        Path path = approvals.path(release, workbook.get());
        verified(path, workbook.get().sha256());
        return Optional.of(path);
    }

    private Optional<Published> find(Release release, String name) {
        return approvals.files(release).stream()
                .filter(file -> name(file).equals(name))
                .findFirst();
    }

    private static byte[] verified(Path file, String sha256) throws NotReleasedException, IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!DigestUtils.sha256Hex(bytes).equals(sha256)) {
            throw new NotReleasedException("The file " + name(file) + " is not what was published. Tell whoever looks"
                    + " after the server: the command verify says what was changed.");
        }
        return bytes;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String name(Published file) {
        return file.fileName().substring(file.fileName().lastIndexOf('/') + 1);
    }
}
