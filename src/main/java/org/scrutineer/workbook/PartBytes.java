package org.scrutineer.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of an XML part, which two readers take turns at: the XML parser gets all up to the end of the tag that
 * begins a list (a sheet's rows, say); a reader that knows the shape of the list takes its items from the buffer; the
 * parser gets the rest. So the parser vouches for all that is around the list, and that its tags match.
 */
final class PartBytes extends InputStream {

    /** Fits a core's own cache, and few rows are longer. */
    static final int WINDOW = 1 << 18;

    private static final int LONGEST_ITEM = 1 << 24;

    private final InputStream in;
    private final byte[] list;
    private byte[] buffer;
    private int position;
    private int end;
    private boolean ended;

    /** Up to where the parser is given bytes for now: the end of the list's tag; -1 while it has not been come upon. */
    private int hold = -1;

    private boolean searching = true;

    /**
     * @param in is closed with this
     * @param list local name of the element whose children the buffer's reader takes
     * @param window bytes to hold at first, at least one
     */
    PartBytes(InputStream in, String list, int window) {
        this.in = in;
        this.list = list.getBytes(StandardCharsets.US_ASCII);
        this.buffer = new byte[window + 1];
    }

    /**
     * Whether the parser, having just told the start of the list, has been given exactly the bytes up to the end of its
     * tag. The name stands in the bytes as it is, whatever prefix it has, and only its first appearance is held at: if
     * that was in a comment or a text, the parser has asked for more since.
     */
    boolean isAtList() {
        return hold >= 0 && position == hold;
    }

    /** Ends where {@link #end} says; a byte 0, which XML cannot hold, follows. Another one after {@link #more}. */
    byte[] buffer() {
        return buffer;
    }

    int position() {
        return position;
    }

    int end() {
        return end;
    }

    /** Gives what follows to the parser. */
    void giveBack(int from) {
        position = from;
        hold = -1;
        searching = false;
    }

    /**
     * Reads on; what stands from {@code keep} on is at the buffer's beginning afterwards.
     *
     * @return false where there is no more, or what is to be kept is longer than any item may be
     */
    boolean more(int keep) throws IOException {
        int kept = end - keep;
        if (ended || kept >= LONGEST_ITEM) {
            return false;
        }
        if (kept > buffer.length / 2) {
            buffer = Arrays.copyOfRange(buffer, keep, keep + 2 * buffer.length);
        } else {
            System.arraycopy(buffer, keep, buffer, 0, kept);
        }
        position = 0;
        end = kept;
        fill();
        return end > kept;
    }

    private void fill() throws IOException {
        int wanted = buffer.length - 1 - end;
        int count = in.readNBytes(buffer, end, wanted);
        end += count;
        ended = count < wanted;
        buffer[end] = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (hold >= 0 && position == hold) {
            hold = -1;
            searching = false;
        }
        if (position == end) {
            if (!searching) {
                return in.read(bytes, offset, length);
            }
            if (!more(end)) {
                return -1;
            }
        }
        int upTo = searching ? upTo() : end;
        int count = Math.min(length, upTo - position);
        System.arraycopy(buffer, position, bytes, offset, count);
        position += count;
        return count;
    }

    /** How far the parser may read before the list: past its tag, or before a tag that is not wholly there. */
    private int upTo() throws IOException {
        if (hold >= 0) {
            return hold;
        }
        int name = indexOfName();
        int close = name < 0 ? -1 : indexOf((byte) '>', name);
        if (close >= 0) {
            hold = close + 1;
            return hold;
        }
        int open = end - 1;
        while (open > position && buffer[open] != '<') {
            open--;
        }
        if (open > position) {
            return open;
        }
        if (more(position)) {
            return upTo();
        }
        searching = false;
        return end;
    }

    private int indexOfName() {
        for (int at = indexOf(list[0], position); at >= 0; at = indexOf(list[0], at + 1)) {
            if (end - at >= list.length && Arrays.equals(buffer, at, at + list.length, list, 0, list.length)) {
                return at;
            }
        }
        return -1;
    }

    private int indexOf(byte sought, int from) {
        for (int at = from; at < end; at++) {
            if (buffer[at] == sought) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
