package org.scrutineer.catalogue;

/**
 * Where something stands in the catalogue.
 *
 * @param file relative to the catalogue's folder, with forward slashes, e.g. {@code returns/finance.yaml}
 * @param line from 1; 0 for the file as a whole
 */
public record Place(String file, int line) implements Comparable<Place> {

    /** The place {@code lines} further down, e.g. inside a block of SQL. */
    public Place plusLines(int lines) {
        return new Place(file, line + lines);
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ", line " + line;
    }
}
