package org.scrutineer.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.workbook.TestWorkbooks;

/** Makes the reader of returns, which Spring makes otherwise; it reads on 9 January 2019. */
public final class TestReader {

    private TestReader() {}

    public static ReturnReader of(Catalogue catalogue) {
        return new ReturnReader(
                catalogue,
                TestWorkbooks.sourceWorkbooks(),
                Clock.fixed(Instant.parse("2019-01-09T09:00:00Z"), ZoneOffset.UTC));
    }
}
