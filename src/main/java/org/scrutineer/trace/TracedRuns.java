package org.scrutineer.trace;

import java.io.IOException;
import java.util.List;
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
import org.springframework.stereotype.Component;

/** Opens the rows of a finished run again: the returns it froze, read by the catalogue it used. */
@Component
class TracedRuns {

    private final Catalogue inForce;
    private final RecordStore store;
    private final RecordsProperties settings;
    private final Runs runs;
    private final CatalogueArchive catalogues;
    private final FrozenReturns frozen;
    private final Submissions submissions;

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

    TracedRun open(Run run) throws IOException {
        String hash = runs.catalogueHash(run);
        boolean other = !hash.equals(inForce.hash());
        Catalogue catalogue = other ? catalogues.read(hash) : inForce;
        RecordStore own = other ? RecordStore.open(catalogue, settings) : store;
        List<Submission> counted = frozen.counted(run.number());
        RecordSet records = new CountedRows(own, submissions).open(counted, run.period());
        return new TracedRun(
                run, catalogue, counted, own, other, records, new ContributingRows(catalogue, records, run.period()));
    }
}
