package org.scrutineer.benchmark;

/** What two readers that read the same cells in the same order have in common, to the last bit. */
final class Checksum {

    private long cells;
    private long characters;
    private long days;
    private double sum;

    void text(String text) {
        cells++;
        characters += text.length();
    }

    void number(double value) {
        cells++;
        sum += value;
    }

    void date(long epochDay) {
        cells++;
        days += epochDay;
    }

    void bool(boolean value) {
        cells++;
        characters += value ? 1 : 0;
    }

    void print() {
        System.out.println("cells=" + cells);
        System.out.println("characters=" + characters);
        System.out.println("days=" + days);
        System.out.println("sum=" + Double.doubleToLongBits(sum));
    }
}
