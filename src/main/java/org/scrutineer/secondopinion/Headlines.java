package org.scrutineer.secondopinion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.SelectedSegment;
import org.scrutineer.records.Window;

/** The headline indicators of a period, made ready to take the rows, each of which is read once for all of them. */
final class Headlines {

    private final Catalogue catalogue;
    private final RecordStore store;
    private final ReportingPeriod period;
    private final Interpreter interpreter;
    private final Map<String, RowStream> datasets = new LinkedHashMap<>();
    private final Map<Timing, Views> views = new EnumMap<>(Timing.class);
    private final List<Recomputation> recomputations = new ArrayList<>();

    Headlines(Catalogue catalogue, RecordStore store, ReportingPeriod period) {
        this.catalogue = catalogue;
        this.store = store;
        this.period = period;
        this.interpreter = new Interpreter(new Functions(catalogue.calendar()));
        catalogue
                .datasets()
                .forEach(dataset -> datasets.put(dataset.id(), new RowStream(RowsThatCount.shape(dataset))));
    }

    /** @throws NotRecomputableException where it uses something that only the engine knows */
    void add(Indicator indicator, Timing timing) throws NotRecomputableException {
        Views ofTiming = views.computeIfAbsent(
                timing,
                first -> new Views(
                        catalogue,
                        store,
                        interpreter,
                        datasets,
                        Window.of(catalogue.calendar().months(timing, period))));
        recomputations.add(Recomputation.of(indicator, timing, period, catalogue, store, ofTiming, interpreter));
    }

    /** All that were added, once they have the rows of the returns that count. */
    List<Recomputation> over(List<SelectedSegment> segments) {
        var rows = new RowsThatCount(store, segments, period);
        for (Dataset dataset : catalogue.datasets()) {
            RowStream stream = stream(dataset);
            if (stream.isWanted()) {
                rows.each(dataset, columns(dataset), stream::row);
            }
        }
        return finished();
    }

    /** The same over one row a dataset, for what only shows when values meet. */
    List<Recomputation> over(Map<Dataset, @Nullable Object[]> rows) {
        rows.forEach((dataset, row) -> stream(dataset).row(row));
        return finished();
    }

    private List<Recomputation> finished() {
        views.values().forEach(Views::giveReferences);
        datasets.values().forEach(RowStream::end);
        return List.copyOf(recomputations);
    }

    private RowStream stream(Dataset dataset) {
        return Objects.requireNonNull(datasets.get(dataset.id()));
    }

    private Set<String> columns(Dataset dataset) {
        var columns = new HashSet<>(interpreter.columns());
        columns.addAll(dataset.key());
        columns.add("authority");
        if (dataset.eventDate() != null) {
            columns.add(dataset.eventDate());
        }
        return columns;
    }
}
