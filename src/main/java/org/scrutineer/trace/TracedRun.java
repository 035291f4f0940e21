package org.scrutineer.trace;

import java.util.List;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.indicators.ContributingRows;
import org.scrutineer.intake.Submission;
import org.scrutineer.pipeline.Run;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;

/**
 * A run with the rows that its figures were made from, by the catalogue they were made with.
 *
 * @param counted the returns whose rows they are; a row's origin names them by their place
 * @param ownStore whether the store was opened for this run, because its catalogue is not the one in force
 */
record TracedRun(
        Run run,
        Catalogue catalogue,
        List<Submission> counted,
        RecordStore store,
        boolean ownStore,
        RecordSet records,
        ContributingRows rows)
        implements AutoCloseable {

    @Override
    public void close() {
        records.close();
        if (ownStore) {
            store.close();
        }
    }
}
