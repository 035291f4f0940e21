package org.scrutineer.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.TestWorkbooks;

/** Makes the reader of returns, which Spring makes otherwise; it reads on 9 January 2019. */
public final class TestReader {

    private TestReader() {}

    public static ReturnReader of(Catalogue catalogue) {
        return of(catalogue, TestWorkbooks.sourceWorkbooks());
    }

    static ReturnReader of(Catalogue catalogue, SourceWorkbooks workbooks) {
        return new ReturnReader(
                catalogue, workbooks, Clock.fixed(Instant.parse("2019-01-09T09:00:00Z"), ZoneOffset.UTC));
    }

    /** An inbox with a ledger of its own. */
    public static Inbox inbox(Path folder, Catalogue catalogue) {
        var settings = new IntakeProperties(folder, folder.resolve("archive"), Duration.ZERO, Duration.ZERO);
        TestLedger ledger = TestLedger.aLedger();
        return new Inbox(
                settings,
                new Archive(settings),
                ledger.submissions(),
                ledger.sightings(),
                ledger.deleted(),
                ledger.notices(),
                catalogue,
                TestWorkbooks.sourceWorkbooks(),
                new ArrivingFiles(settings, () -> {}, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
    }
}
