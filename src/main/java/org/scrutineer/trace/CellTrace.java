package org.scrutineer.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.ContributingRow.Role;
import org.scrutineer.intake.CellAsRead;
import org.scrutineer.pipeline.Run;

/**
 * A cell of a received file with the figures it feeds.
 *
 * @param file the name it was received under
 * @param fileHash SHA-256 of its bytes, in hexadecimal
 * @param read what stands there and what was made of it; null where it was not read
 * @param feeds by run, indicator, timing and place
 * @param why why it feeds no figure, as sentences; empty where it feeds one
 */
public record CellTrace(
        String file,
        String fileHash,
        String sheet,
        String cell,
        @Nullable CellAsRead read,
        List<Feed> feeds,
        List<String> why) {

    public CellTrace {
        feeds = List.copyOf(feeds);
        why = List.copyOf(why);
    }

    /**
     * A figure that a cell feeds.
     *
     * @param title whom it is about, in words
     */
    public record Feed(
            Run run,
            Indicator indicator,
            Indicator.Timing timing,
            String organisation,
            String authority,
            String title,
            Role role) {}
}
