package org.scrutineer.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.scrutineer.audit.AuditAnchor;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Where the audit trail stood when runs were opened, as their manifests say, which lie outside the ledger. */
@Component
public class PublishedHeads {

    private final PublicationProperties settings;

    PublishedHeads(PublicationProperties settings) {
        this.settings = settings;
    }

    /** By manifest, in order of path; those that name none are left out. */
    public List<AuditAnchor> all() throws IOException {
        Path root = settings.folder().toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Path> manifests;
        try (Stream<Path> files = Files.walk(root, 3)) {
            manifests = files.filter(file -> file.endsWith(Manifest.NAME)
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && !root.relativize(file).startsWith(".staging"))
                    .sorted()
                    .toList();
        }
        var heads = new ArrayList<AuditAnchor>();
        for (Path manifest : manifests) {
            try {
                Manifest.auditHead(Files.readAllBytes(manifest))
                        .ifPresent(head -> heads.add(new AuditAnchor(manifest.toString(), head)));
            } catch (JacksonException e) {
                throw new IOException(manifest + " is not what was published: it is no JSON", e);
            }
        }
        return heads;
    }
}
