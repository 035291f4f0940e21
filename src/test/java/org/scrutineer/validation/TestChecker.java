package org.scrutineer.validation;

import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.intake.TestReader;
import org.scrutineer.records.RecordStore;

/** Makes the checker of returns, which Spring makes otherwise. */
public final class TestChecker {

    private TestChecker() {}

    public static ReturnChecker of(Catalogue catalogue, RecordStore records) {
        return new ReturnChecker(catalogue, records, TestReader.of(catalogue));
    }
}
