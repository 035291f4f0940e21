package org.scrutineer.rendering;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a published paper when it was to be made into PDF.
 *
 * @param audience id of who the paper is for, and nobody else
 * @param document the paper, relative to the folder of the run's publications, with forward slashes
 * @param documentSha256 of the paper's bytes
 * @param outcome the PDF, or why there is none
 */
public record Rendition(String audience, String document, String documentSha256, Outcome outcome) {

    public sealed interface Outcome {}

    /**
     * @param fileName relative to the run's folder of renditions, with forward slashes
     * @param sha256 of its bytes
     */
    public record Made(String fileName, String sha256) implements Outcome {}

    /** @param why as sentences that say what to do */
    public record NotMade(String why) implements Outcome {}

    static Outcome outcome(@Nullable String fileName, @Nullable String sha256, @Nullable String why) {
        return fileName != null && sha256 != null ? new Made(fileName, sha256) : new NotMade(why == null ? "" : why);
    }

    /** The PDF, where there is one. */
    public Optional<Made> made() {
        return outcome instanceof Made made ? Optional.of(made) : Optional.empty();
    }
}
