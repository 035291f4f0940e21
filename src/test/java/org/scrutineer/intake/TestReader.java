package org.scrutineer.intake;

import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.workbook.TestWorkbooks;

/** Makes the reader of returns, which Spring makes otherwise. */
public final class TestReader {

    private TestReader() {}

    public static ReturnReader of(Catalogue catalogue) {
        return new ReturnReader(catalogue, TestWorkbooks.sourceWorkbooks());
    }
}
