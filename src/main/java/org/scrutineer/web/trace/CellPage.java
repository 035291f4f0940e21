package org.scrutineer.web.trace;

import java.util.ArrayList;
import java.util.List;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.ContributingRow.Role;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.intake.CellAsRead;
import org.scrutineer.trace.CellTrace;
import org.scrutineer.trace.TraceWords;

/**
 * A cell with the figures it feeds.
 *
 * @param says what stands there and what was made of it; empty where it was not read
 * @param personal whether it says something of a person
 * @param why why it feeds no figure
 */
record CellPage(
        String file, String sheet, String cell, String says, boolean personal, List<Feed> feeds, List<String> why) {

    /**
     * A figure it feeds.
     *
     * @param as what the cell's row is to it
     */
    record Feed(
            ReportingPeriod period,
            int run,
            String code,
            String name,
            String timing,
            String timingId,
            String organisation,
            String authority,
            String of,
            String as) {}

    static CellPage of(CellTrace trace) {
        CellAsRead read = trace.read();
        var feeds = new ArrayList<Feed>();
        for (CellTrace.Feed feed : trace.feeds()) {
            feeds.add(new Feed(
                    feed.run().period(),
                    feed.run().number(),
                    feed.indicator().id(),
                    feed.indicator().name(),
                    FigureWords.timing(feed.timing()),
                    feed.timing().id(),
                    feed.organisation(),
                    feed.authority(),
                    feed.title(),
                    feed.role() == Role.NUMERATOR ? "Numerator" : "Denominator"));
        }
        return new CellPage(
                trace.file(),
                trace.sheet(),
                trace.cell(),
                read == null ? "" : TraceWords.written(read),
                read != null && read.column().personal(),
                feeds,
                trace.why());
    }
}
