package org.scrutineer.web.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.pipeline.Run;
import org.scrutineer.trace.FigureTrace;
import org.scrutineer.web.NotThereException;

/**
 * A figure as an address asks for it.
 *
 * @param organisation empty for the organisation as a whole
 * @param authority empty for all together
 * @param timing empty for the indicator's main one
 * @param run null for the period's newest
 * @param page from 1
 */
record AskedFigure(
        ReportingPeriod period,
        String indicator,
        @Nullable String organisation,
        @Nullable String authority,
        @Nullable String timing,
        @Nullable Integer run,
        @Nullable Integer page) {

    /** @throws NotThereException where there is no such timing */
    FigureTrace.Question question(Run of, boolean personal) {
        return new FigureTrace.Question(
                of,
                indicator,
                organisation == null || organisation.isEmpty() ? null : organisation,
                authority == null ? "" : authority,
                timing == null || timing.isEmpty() ? null : timing(timing),
                personal);
    }

    /** As an address has them. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("period", period.toString());
        fields.put("indicator", indicator);
        fields.put("organisation", organisation == null ? "" : organisation);
        fields.put("authority", authority == null ? "" : authority);
        fields.put("timing", timing == null ? "" : timing);
        if (run != null) {
            fields.put("run", run.toString());
        }
        fields.put("page", Integer.toString(pageNumber()));
        return fields;
    }

    int pageNumber() {
        return page == null ? 1 : page;
    }

    private static Indicator.Timing timing(String id) {
        return Stream.of(Indicator.Timing.values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotThereException::new);
    }
}
