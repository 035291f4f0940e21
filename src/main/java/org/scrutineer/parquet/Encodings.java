package org.scrutineer.parquet;

/** The encodings of numbers that Parquet defines, as far as they are used. */
final class Encodings {

    /** Values repeated at least so often are told once. */
    private static final int GROUP = 8;

    private static final int BLOCK = 128;
    private static final int PARTS_OF_A_BLOCK = 4;
    private static final int PART = BLOCK / PARTS_OF_A_BLOCK;

    private Encodings() {}

    /**
     * Runs of one value, and groups of eight packed values between them ("RLE/bit-packing hybrid").
     *
     * @param width bits of a value, from 1 to 32
     */
    static void runs(Bytes out, long[] values, int count, int width) {
        int from = 0;
        while (from < count) {
            int to = endOfRun(values, from, count);
            if (to - from >= GROUP || to == count) {
                out.unsigned((long) (to - from) << 1);
                for (int written = 0; written < width; written += Byte.SIZE) {
                    out.one((int) (values[from] >>> written));
                }
            } else {
                do {
                    to = from + (to - from + GROUP) / GROUP * GROUP;
                } while (to < count && endOfRun(values, to, count) - to < GROUP);
                int groups = (to - from) / GROUP;
                out.unsigned((long) groups << 1 | 1);
                int end = out.size() + groups * width;
                to = Math.min(to, count);
                out.pack(values, from, to, width);
                out.fillTo(end);
            }
            from = to;
        }
    }

    private static int endOfRun(long[] values, int from, int count) {
        int to = from + 1;
        while (to < count && values[to] == values[from]) {
            to++;
        }
        return to;
    }

    /**
     * Differences from one value to the next, in blocks from whose least they are counted ("DELTA_BINARY_PACKED").
     * Differences that overflow do so again when they are added up.
     *
     * @param bits of a value: 32 or 64
     */
    static void differences(Bytes out, long[] values, int count, int bits) {
        out.unsigned(BLOCK);
        out.unsigned(PARTS_OF_A_BLOCK);
        out.unsigned(count);
        out.signed(count == 0 ? 0 : values[0]);
        var block = new long[BLOCK];
        for (int from = 1; from < count; from += BLOCK) {
            int size = Math.min(BLOCK, count - from);
            for (int i = 0; i < size; i++) {
                long difference = values[from + i] - values[from + i - 1];
                block[i] = bits == Integer.SIZE ? (int) difference : difference;
            }
            block(out, block, size, bits == Integer.SIZE ? 0xFFFF_FFFFL : -1);
        }
    }

    private static void block(Bytes out, long[] block, int size, long mask) {
        long least = block[0];
        for (int i = 1; i < size; i++) {
            least = Math.min(least, block[i]);
        }
        out.signed(least);
        int widths = out.size();
        out.fillTo(widths + PARTS_OF_A_BLOCK);
        for (int from = 0; from < size; from += PART) {
            int to = Math.min(from + PART, size);
            long all = 0;
            for (int i = from; i < to; i++) {
                block[i] = block[i] - least & mask;
                all |= block[i];
            }
            int width = Long.SIZE - Long.numberOfLeadingZeros(all);
            out.set(widths + from / PART, width);
            int end = out.size() + PART * width / Byte.SIZE;
            out.pack(block, from, to, width);
            out.fillTo(end);
        }
    }
}
