package org.scrutineer.validation;

import java.io.IOException;
import java.util.List;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.Archive;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes segments again that are missing, or not what was sealed: everything but the archive can be made from it.
 * Reading the same bytes by the same definitions gives the same segment; where it does not, whoever uses the segment
 * notices, as its bytes are still not those the ledger names.
 */
@Component
class SegmentRestorer {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentRestorer.class);

    private final Submissions submissions;
    private final RecordStore records;
    private final Archive archive;
    private final ReturnChecker checker;
    private final Amendments amendments;

    SegmentRestorer(
            Submissions submissions,
            RecordStore records,
            Archive archive,
            ReturnChecker checker,
            Amendments amendments) {
        this.submissions = submissions;
        this.records = records;
        this.archive = archive;
        this.checker = checker;
        this.amendments = amendments;
    }

    void restore(Submission submission) throws IOException {
        List<Segment> lost = submissions.segments(submission).stream()
                .filter(segment -> !records.holds(segment))
                .toList();
        if (!lost.isEmpty()) {
            lost.forEach(segment -> LOG.warn(
                    "segment {} of dataset {} is missing or was changed; it is made again from the archive",
                    segment.fileName(),
                    segment.dataset()));
            checker.check(submission, archive.file(submission), amendments.of(submission));
        }
    }
}
