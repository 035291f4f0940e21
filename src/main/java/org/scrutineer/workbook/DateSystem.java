package org.scrutineer.workbook;

/** How Excel counts days. */
enum DateSystem {
    /** Day 1 is 1 January 1900. */
    FROM_1900(-25_569, 2_958_465) {
        @Override
        boolean isDay(long serial) {
            // Excel shows serial 60 as 29 February 1900, a day that never was.
            return super.isDay(serial) && serial != 60;
        }

        @Override
        long epochDay(long serial) {
            return super.epochDay(serial) + (serial < 60 ? 1 : 0);
        }
    },

    /** Day 0 is 1 January 1904; once the default on the Macintosh. */
    FROM_1904(-24_107, 2_957_003);

    private final long epochDayOfZero;
    private final long last;

    DateSystem(long epochDayOfZero, long last) {
        this.epochDayOfZero = epochDayOfZero;
        this.last = last;
    }

    /** Whether Excel shows day number {@code serial} as a date; it shows others as a row of hashes. */
    boolean isDay(long serial) {
        return serial >= 0 && serial <= last;
    }

    /** Days since 1 January 1970. */
    long epochDay(long serial) {
        return epochDayOfZero + serial;
    }
}
