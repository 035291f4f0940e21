package org.scrutineer.pipeline;

import java.util.List;

/**
 * What differs in a file of two catalogues.
 *
 * @param name below the catalogue's folder, with forward slashes
 * @param lines the lines that were taken away or put in, in order
 */
public record FileChange(String name, What what, List<Line> lines) {

    public FileChange {
        lines = List.copyOf(lines);
    }

    /** What became of the file. */
    public enum What {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A line that is in one of them only.
     *
     * @param added whether it is in the later one
     * @param number its place in the file it is in, from 1
     */
    public record Line(boolean added, int number, String text) {}
}
