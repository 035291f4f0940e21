package org.scrutineer.parquet;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes in the making, with the ways in which Parquet writes numbers; all of them little-endian. */
final class Bytes {

    private static final int FIRST_ROOM = 1 << 14;

    private byte[] bytes = new byte[FIRST_ROOM];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** What was written, without a copy. */
    ByteBuffer view() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    void one(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void all(byte[] values) {
        room(values.length);
        System.arraycopy(values, 0, bytes, size, values.length);
        size += values.length;
    }

    void all(Bytes other) {
        room(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    void fixedInt(int value) {
        room(Integer.BYTES);
        size += Integer.BYTES;
        setFixedInt(size - Integer.BYTES, value);
    }

    /** Writes over four bytes that are there. */
    void setFixedInt(int place, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[place + i] = (byte) (value >>> Byte.SIZE * i);
        }
    }

    /** Writes over a byte that is there. */
    void set(int place, int value) {
        bytes[place] = (byte) value;
    }

    /** Adds zeros up to a size. */
    void fillTo(int newSize) {
        room(newSize - size);
        Arrays.fill(bytes, size, newSize, (byte) 0);
        size = newSize;
    }

    /** A number of any length, seven bits a byte, the lowest first (ULEB128). */
    void unsigned(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            one((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        one((int) left);
    }

    /** The same for a number with a sign, which becomes the lowest bit ("zigzag"). */
    void signed(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    /**
     * Packs numbers one after the other, each from its lowest bit on; the last byte is filled with zeros.
     *
     * @param width bits of each, from 0 to 64; no number may need more
     */
    void pack(long[] values, int from, int to, int width) {
        room(Math.toIntExact(((long) (to - from) * width + Long.SIZE) / Byte.SIZE + Long.BYTES));
        long pending = 0;
        int held = 0;
        for (int i = from; i < to; i++) {
            long value = values[i];
            pending |= value << held;
            held += width;
            if (held >= Long.SIZE) {
                for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                    bytes[size++] = (byte) (pending >>> shift);
                }
                held -= Long.SIZE;
                pending = held == 0 ? 0 : value >>> width - held;
            }
        }
        for (; held > 0; held -= Byte.SIZE) {
            bytes[size++] = (byte) pending;
            pending >>>= Byte.SIZE;
        }
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(2, bytes.length), Math.addExact(size, more)));
        }
    }
}
