package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The one door through which received files are opened, whatever their format. May be used by several threads.
 */
public final class SourceWorkbooks implements AutoCloseable {

    private final Limits limits;

    SourceWorkbooks(Limits limits) {
        this.limits = limits;
    }

    /**
     * Opens a file that was received.
     *
     * @param file may lie anywhere, under any name
     * @param sentAs the name it was sent under, with or without folders
     * @throws UnreadableWorkbookException where it is no workbook that can be read, with the reason
     * @throws IOException where the disk fails
     */
    public SourceWorkbook open(Path file, String sentAs) throws UnreadableWorkbookException, IOException {
        return SourceWorkbook.open(file, limits);
    }

    @Override
    public void close() {}
}
