package org.scrutineer.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Copies a part's XML byte for byte and stops at its tags, so that a few can be changed or added on the way. The part
 * has been read by a parser before: what is looked at here is where its tags stand, not whether it is well formed.
 */
final class TagStream {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_TAG = 1 << 20;

    private final InputStream in;
    private OutputStream out;
    private byte[] buffer = new byte[BUFFER];
    private int next;
    private int limit;
    private String tag = "";

    TagStream(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** From now on copies to another stream; returns the one before. */
    OutputStream to(OutputStream other) {
        OutputStream before = out;
        out = other;
        return before;
    }

    /**
     * Copies what stands before the next tag and reads the tag, which is not copied by itself.
     *
     * @return false at the end of the part
     */
    boolean next() throws UnmarkableWorkbookException, IOException {
        while (copyUntil('<')) {
            require(4);
            if (startsWith("<!--")) {
                copyThrough("-->");
            } else if (startsWith("<?")) {
                copyThrough("?>");
            } else if (startsWith("<![")) {
                copyThrough("]]>");
            } else if (startsWith("<!")) {
                throw new UnmarkableWorkbookException("a document type");
            } else {
                readTag();
                return true;
            }
        }
        return false;
    }

    private void readTag() throws UnmarkableWorkbookException, IOException {
        byte quote = 0;
        for (int length = 1; ; length++) {
            require(length + 1);
            byte character = buffer[next + length];
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '"' || character == '\'') {
                quote = character;
            } else if (character == '>') {
                tag = new String(buffer, next, length + 1, StandardCharsets.UTF_8);
                next += length + 1;
                return;
            }
        }
    }

    /** The tag, e.g. {@code <x:row r="1">}. */
    String tag() {
        return tag;
    }

    boolean isEnd() {
        return tag.charAt(1) == '/';
    }

    boolean isEmpty() {
        return tag.charAt(tag.length() - 2) == '/';
    }

    /** The element's name with its prefix. */
    String name() {
        int start = isEnd() ? 2 : 1;
        int end = start;
        while (" \t\r\n/>".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        return tag.substring(start, end);
    }

    void write(String xml) throws IOException {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Copies everything up to an end tag, and stands before it. */
    void copyToEndOf(String name) throws UnmarkableWorkbookException, IOException {
        byte[] end = ("</" + name).getBytes(StandardCharsets.UTF_8);
        while (true) {
            int last = limit - end.length;
            for (int at = next; at <= last; at++) {
                if (buffer[at] == '<') {
                    if (buffer[at + 1] == '!') {
                        // A comment or quoted section could hold what looks like the end.
                        throw new UnmarkableWorkbookException("a comment between the cells");
                    }
                    if (buffer[at + 1] == '/' && startsWith(end, at)) {
                        copy(at - next);
                        return;
                    }
                }
            }
            copy(Math.max(0, last + 1 - next));
            if (!fill()) {
                throw new UnmarkableWorkbookException("no end of " + name);
            }
        }
    }

    private boolean copyUntil(char wanted) throws IOException {
        while (true) {
            for (int at = next; at < limit; at++) {
                if (buffer[at] == wanted) {
                    copy(at - next);
                    return true;
                }
            }
            copy(limit - next);
            if (!fill()) {
                return false;
            }
        }
    }

    private void copyThrough(String end) throws UnmarkableWorkbookException, IOException {
        byte[] bytes = end.getBytes(StandardCharsets.US_ASCII);
        require(bytes.length);
        while (!startsWith(bytes, next)) {
            copy(1);
            require(bytes.length);
        }
        copy(bytes.length);
    }

    private void copy(int count) throws IOException {
        out.write(buffer, next, count);
        next += count;
    }

    private boolean startsWith(String start) {
        return startsWith(start.getBytes(StandardCharsets.US_ASCII), next);
    }

    private boolean startsWith(byte[] start, int from) {
        for (int i = 0; i < start.length; i++) {
            if (buffer[from + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Has at least {@code count} bytes at hand, from where it stands. */
    private void require(int count) throws UnmarkableWorkbookException, IOException {
        while (limit - next < count) {
            if (count > LONGEST_TAG || !fill()) {
                throw new UnmarkableWorkbookException("a tag without an end");
            }
        }
    }

    /** Keeps what has not been copied yet, and reads on. */
    private boolean fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, limit - next);
            limit -= next;
            next = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, count);
        return count > 0;
    }
}
