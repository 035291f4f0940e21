package org.scrutineer.trace;

import java.util.List;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.indicators.ContributingRows;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.SelectedSegment;

/**
 * The rows of a run while they are open.
 *
 * @param segments what they were loaded from
 * @param ownStore whether the store was opened for this run, because its catalogue is not the one in force
 */
record OpenedRows(
        Catalogue catalogue,
        List<SelectedSegment> segments,
        RecordStore store,
        boolean ownStore,
        RecordSet records,
        ContributingRows rows)
        implements AutoCloseable {

    @Override
    public void close() {
        rows.close();
        records.close();
        if (ownStore) {
            store.close();
        }
    }
}
