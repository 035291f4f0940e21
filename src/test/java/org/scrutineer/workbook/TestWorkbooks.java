package org.scrutineer.workbook;

/** Makes the door to received files, which Spring makes otherwise. */
public final class TestWorkbooks {

    private TestWorkbooks() {}

    public static SourceWorkbooks sourceWorkbooks() {
        return new SourceWorkbooks(Limits.DEFAULT);
    }
}
