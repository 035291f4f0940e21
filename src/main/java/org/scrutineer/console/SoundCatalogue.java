package org.scrutineer.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.scrutineer.catalogue.Catalogue;

/**
 * The catalogue whose expressions an installation tried last, in a file beside its ledger: trying them takes seconds, and
 * the same version of the program finds the same. A file that is lacking or says anything else has them tried again.
 */
final class SoundCatalogue {

    private final Path file;

    /** @param output the output folder of the installation */
    SoundCatalogue(Path output) {
        this.file = output.resolve("ledger").resolve("catalogue-found-sound");
    }

    boolean is(Catalogue catalogue) throws IOException {
        Optional<String> line = line(catalogue);
        return line.isPresent() && Files.exists(file) && Files.readString(file).equals(line.get());
    }

    /** The folder of the ledger has to be there. Cut off half way, the file says something else, and no more is needed. */
    void remember(Catalogue catalogue) throws IOException {
        Optional<String> line = line(catalogue);
        if (line.isEmpty() || is(catalogue)) {
            return;
        }
        Files.writeString(file, line.get());
    }

    private static Optional<String> line(Catalogue catalogue) throws IOException {
        return ProgramVersion.read().map(version -> catalogue.hash() + " by version " + version + "\n");
    }
}
