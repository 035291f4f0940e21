package org.scrutineer.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes the structures of Parquet's headers by Thrift's compact protocol. What is in a structure, and by which number,
 * is in {@code parquet.thrift}. The fields of a structure come in ascending order of their numbers; every structure is
 * ended, the outermost too.
 */
final class Structures {

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int INT = 5;
    private static final int LONG = 6;
    private static final int TEXT = 8;
    private static final int LIST = 9;
    private static final int STRUCTURE = 12;

    /** Longer lists tell their length in a number of its own. */
    private static final int LONG_LIST = 15;

    private final Bytes out;

    /** Of the structures that are open around the innermost, the last fields. */
    private final Deque<Integer> around = new ArrayDeque<>();

    private int last;

    Structures(Bytes out) {
        this.out = out;
    }

    Structures number(int field, int value) {
        field(field, INT);
        out.signed(value);
        return this;
    }

    Structures longNumber(int field, long value) {
        field(field, LONG);
        out.signed(value);
        return this;
    }

    Structures truth(int field, boolean value) {
        field(field, value ? TRUE : FALSE);
        return this;
    }

    Structures text(int field, String value) {
        field(field, TEXT);
        text(value);
        return this;
    }

    Structures begin(int field) {
        field(field, STRUCTURE);
        return beginItem();
    }

    /** Begins a structure that is an item of a list. */
    Structures beginItem() {
        around.push(last);
        last = 0;
        return this;
    }

    Structures end() {
        out.one(0);
        last = around.isEmpty() ? 0 : around.pop();
        return this;
    }

    /** A structure without fields. */
    Structures empty(int field) {
        return begin(field).end();
    }

    /** A list whose items are structures and come next, each by {@link #beginItem}. */
    Structures structures(int field, int size) {
        list(field, STRUCTURE, size);
        return this;
    }

    Structures numbers(int field, int... values) {
        list(field, INT, values.length);
        for (int value : values) {
            out.signed(value);
        }
        return this;
    }

    Structures texts(int field, String... values) {
        list(field, TEXT, values.length);
        for (String value : values) {
            text(value);
        }
        return this;
    }

    private void list(int field, int type, int size) {
        field(field, LIST);
        if (size < LONG_LIST) {
            out.one(size << 4 | type);
        } else {
            out.one(LONG_LIST << 4 | type);
            out.unsigned(size);
        }
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.unsigned(bytes.length);
        out.all(bytes);
    }

    /** No structure of Parquet leaves so many numbers out that the step does not fit in half a byte. */
    private void field(int field, int type) {
        out.one(field - last << 4 | type);
        last = field;
    }
}
