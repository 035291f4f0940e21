package org.scrutineer.trace;

import java.util.List;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.indicators.ContributingRows;
import org.scrutineer.intake.Submission;
import org.scrutineer.pipeline.Run;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;

/**
 * A run with the rows that its figures were made from, by the catalogue they were made with. Nobody else has it until it is
 * closed, which leaves its rows open for whoever comes next.
 *
 * @param counted the returns whose rows they are; a row's origin names them by their place
 * @param otherCatalogue whether its catalogue is not the one in force
 * @param handBack what closing it does
 */
record TracedRun(
        Run run,
        Catalogue catalogue,
        List<Submission> counted,
        RecordStore store,
        boolean otherCatalogue,
        RecordSet records,
        ContributingRows rows,
        Runnable handBack)
        implements AutoCloseable {

    @Override
    public void close() {
        handBack.run();
    }
}
