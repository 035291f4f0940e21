package org.scrutineer.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.indicators.ContributingRows;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.pipeline.CatalogueArchive;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;
import org.scrutineer.records.SelectedSegment;
import org.springframework.stereotype.Component;

/**
 * Opens the rows of a finished run again: the returns it froze, read by the catalogue it used. The runs that were asked for
 * last stay open. What the ledger names as a run's rows is asked each time, so that none are shown that were deleted or read
 * anew meanwhile.
 */
@Component
class TracedRuns implements AutoCloseable {

    /** How many runs stay open, and how many rows they have between them; but for the newest, which always does. */
    private static final int MOST_RUNS = 8;

    private static final long MOST_ROWS = 3_000_000;

    private final Catalogue inForce;
    private final RecordStore store;
    private final RecordsProperties settings;
    private final Runs runs;
    private final CatalogueArchive catalogues;
    private final FrozenReturns frozen;
    private final Submissions submissions;

    /** By run, the one that was asked for last at the end. */
    private final Map<Integer, Kept> kept = new LinkedHashMap<>();

    TracedRuns(
            Catalogue inForce,
            RecordStore store,
            RecordsProperties settings,
            Runs runs,
            CatalogueArchive catalogues,
            FrozenReturns frozen,
            Submissions submissions) {
        this.inForce = inForce;
        this.store = store;
        this.settings = settings;
        this.runs = runs;
        this.catalogues = catalogues;
        this.frozen = frozen;
        this.submissions = submissions;
    }

    /** The place of a run among those that stay open; who has its lock has its rows. */
    private static final class Kept {

        private final ReentrantLock lock = new ReentrantLock();
        private final long size;
        private @Nullable OpenedRows opened;
        private boolean gone;

        Kept(long size) {
            this.size = size;
        }

        void closeRows() {
            if (opened != null) {
                opened.close();
                opened = null;
            }
        }
    }

    /** Waits for whoever has the same run. To be closed soon. */
    TracedRun open(Run run) throws IOException {
        List<Submission> counted = frozen.counted(run.number());
        List<SelectedSegment> segments = segments(counted);
        Kept place = locked(run, segments);
        try {
            OpenedRows rows = place.opened;
            if (rows == null || !rows.segments().equals(segments)) {
                place.closeRows();
                rows = load(run, segments);
                place.opened = rows;
            }
            return new TracedRun(
                    run,
                    rows.catalogue(),
                    counted,
                    rows.store(),
                    rows.ownStore(),
                    rows.records(),
                    rows.rows(),
                    place.lock::unlock);
        } catch (IOException | RuntimeException e) {
            place.lock.unlock();
            throw e;
        }
    }

    private List<SelectedSegment> segments(List<Submission> counted) {
        return new CountedRows(store, submissions).selected(counted);
    }

    /** Closes rows that were deleted or read anew since they were opened, also of runs that nobody asks for any more. */
    void closeChanged() {
        Map<Integer, Kept> all;
        synchronized (kept) {
            all = Map.copyOf(kept);
        }
        all.forEach((run, place) -> {
            place.lock.lock();
            try {
                if (place.opened != null && !place.opened.segments().equals(segments(frozen.counted(run)))) {
                    place.closeRows();
                }
            } finally {
                place.lock.unlock();
            }
        });
    }

    private Kept locked(Run run, List<SelectedSegment> segments) {
        while (true) {
            Kept place = place(run, segments);
            place.lock.lock();
            if (!place.gone) {
                return place;
            }
            place.lock.unlock();
        }
    }

    private Kept place(Run run, List<SelectedSegment> segments) {
        List<Kept> left;
        Kept place;
        synchronized (kept) {
            Kept found = kept.remove(run.number());
            place = found == null
                    ? new Kept(segments.stream()
                            .mapToLong(one -> one.segment().rows())
                            .sum())
                    : found;
            kept.put(run.number(), place);
            left = tooMany();
        }
        left.forEach(TracedRuns::leave);
        return place;
    }

    private List<Kept> tooMany() {
        var left = new ArrayList<Kept>();
        var oldestFirst = kept.values().iterator();
        while (kept.size() > 1
                && (kept.size() > MOST_RUNS
                        || kept.values().stream().mapToLong(one -> one.size).sum() > MOST_ROWS)) {
            left.add(oldestFirst.next());
            oldestFirst.remove();
        }
        return left;
    }

    /** Waits until nobody has it. */
    private static void leave(Kept place) {
        place.lock.lock();
        try {
            place.gone = true;
            place.closeRows();
        } finally {
            place.lock.unlock();
        }
    }

    private OpenedRows load(Run run, List<SelectedSegment> segments) throws IOException {
        String hash = runs.catalogueHash(run);
        boolean other = !hash.equals(inForce.hash());
        Catalogue catalogue = other ? catalogues.read(hash) : inForce;
        RecordStore own = other ? new RecordStore(catalogue, settings) : store;
        try {
            RecordSet records = new CountedRows(own, submissions).openSegments(segments, run.period());
            return new OpenedRows(
                    catalogue, segments, own, other, records, new ContributingRows(catalogue, records, run.period()));
        } catch (RuntimeException e) {
            if (other) {
                own.close();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        List<Kept> all;
        synchronized (kept) {
            all = List.copyOf(kept.values());
            kept.clear();
        }
        all.forEach(TracedRuns::leave);
    }
}
