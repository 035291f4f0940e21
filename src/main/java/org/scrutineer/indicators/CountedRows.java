package org.scrutineer.indicators;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.Segment;
import org.scrutineer.records.SelectedSegment;
import org.springframework.stereotype.Component;

/** The rows of the returns that count, as figures are made from them. */
@Component
public class CountedRows {

    private final RecordStore store;
    private final Submissions submissions;

    public CountedRows(RecordStore store, Submissions submissions) {
        this.store = store;
        this.submissions = submissions;
    }

    /**
     * Opens the rows that count for a period, see {@link RecordStore#selectForFigures}. A row's {@code submission} is the place of its return in the list.
     *
     * @param counted the returns that count, oldest first
     * @throws IllegalStateException where rows are not those that were sealed
     */
    public RecordSet open(List<Submission> counted, ReportingPeriod period) {
        return openSegments(selected(counted), period);
    }

    /**
     * The same of segments that were {@link #selected}.
     *
     * @throws IllegalStateException as above
     */
    public RecordSet openSegments(List<SelectedSegment> selected, ReportingPeriod period) {
        return store.selectForFigures(checked(selected), period);
    }

    /**
     * The segments of the rows that count.
     *
     * @param counted the returns that count, oldest first
     * @throws IllegalStateException where rows are not those that were sealed
     */
    public List<SelectedSegment> segments(List<Submission> counted) {
        return checked(selected(counted));
    }

    /** The same as the ledger names them, without a look at their files. */
    public List<SelectedSegment> selected(List<Submission> counted) {
        var segments = new ArrayList<SelectedSegment>();
        for (int order = 0; order < counted.size(); order++) {
            Submission submission = counted.get(order);
            for (Segment segment : submissions.segments(submission)) {
                segments.add(new SelectedSegment(segment, submission.period(), submission.preparedOn(), order));
            }
        }
        return segments;
    }

    private List<SelectedSegment> checked(List<SelectedSegment> selected) {
        for (SelectedSegment one : selected) {
            Segment segment = one.segment();
            if (!store.holds(segment)) {
                throw new IllegalStateException("segment " + segment.fileName() + " of dataset " + segment.dataset()
                        + " is missing or was changed since it was sealed");
            }
        }
        return selected;
    }

    /** The datasets that an indicator is made from in the end. */
    public Set<String> sources(Indicator indicator) {
        var sources = new LinkedHashSet<>(store.sources(indicator.from()));
        if (indicator.per() != null) {
            sources.addAll(store.sources(indicator.per().from()));
        }
        return sources;
    }
}
