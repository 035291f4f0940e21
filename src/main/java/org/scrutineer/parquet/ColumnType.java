package org.scrutineer.parquet;

/** What the values of a column are. */
public enum ColumnType {
    TEXT(Physical.BYTES, 0),
    INT(Physical.INT, ColumnType.NONE),
    LONG(Physical.LONG, ColumnType.NONE),
    /** Days since 1 January 1970. */
    DATE(Physical.INT, 6),
    /** Microseconds since 1 January 1970 on the wall clock, without a time zone. */
    DATE_TIME(Physical.LONG, 10),
    /** 1 for yes, 0 for no. */
    YES_NO(Physical.BOOLEAN, ColumnType.NONE),
    /** A number of 18 digits times 100. */
    DECIMAL_2(Physical.LONG, ColumnType.DECIMAL),
    /** A number of 18 digits times 10,000. */
    DECIMAL_4(Physical.LONG, ColumnType.DECIMAL);

    private static final int NONE = -1;
    private static final int DECIMAL = 5;
    private static final int DIGITS = 18;

    private final Physical physical;
    private final int converted;

    /** @param converted Parquet's older number for it, which readers of the newer annotation pass over */
    ColumnType(Physical physical, int converted) {
        this.physical = physical;
        this.converted = converted;
    }

    /** How values are stored, with Parquet's number for it. */
    enum Physical {
        BOOLEAN(0, 1),
        INT(1, Integer.SIZE),
        LONG(2, Long.SIZE),
        BYTES(6, 0);

        private final int number;
        private final int bits;

        Physical(int number, int bits) {
            this.number = number;
            this.bits = bits;
        }

        int number() {
            return number;
        }

        /** Of one value; 0 where they differ. */
        int bits() {
            return bits;
        }
    }

    Physical physical() {
        return physical;
    }

    /** Describes a column of it, whose values may be lacking, as a {@code SchemaElement}. */
    void describe(Structures schema, String name) {
        schema.beginItem().number(1, physical.number()).number(3, 1).text(4, name);
        if (converted != NONE) {
            schema.number(6, converted);
        }
        switch (this) {
            case TEXT -> schema.begin(10).empty(1).end();
            case DATE -> schema.begin(10).empty(6).end();
            case DATE_TIME ->
                schema.begin(10)
                        .begin(8)
                        .truth(1, false)
                        .begin(2)
                        .empty(2)
                        .end()
                        .end()
                        .end();
            case DECIMAL_2 -> decimal(schema, 2);
            case DECIMAL_4 -> decimal(schema, 4);
            case INT, LONG, YES_NO -> {}
        }
        schema.end();
    }

    private static void decimal(Structures schema, int scale) {
        schema.number(7, scale).number(8, DIGITS);
        schema.begin(10).begin(5).number(1, scale).number(2, DIGITS).end().end();
    }
}
