package org.scrutineer.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file of one row group, a page a column, made in memory: one or more columns, each of which may have blanks,
 * then {@link #write}. The same values give the same bytes, whatever the machine and the JDK.
 *
 * <p>Texts that are repeated go into a dictionary, numbers are told by their differences, truth values take a bit.
 * That makes the pages about as small as a compression would, and so there is none on top of it.
 */
public final class ParquetFile {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final String WRITTEN_BY = "Scrutineer";
    private static final int VERSION = 1;
    private static final int UNCOMPRESSED = 0;

    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;

    private static final int PLAIN = 0;
    private static final int RUNS = 3;
    private static final int DIFFERENCES = 5;
    private static final int DICTIONARY = 8;

    /** So many texts may all differ before a dictionary is given up. */
    private static final int FIRST_DIFFERENT_TEXTS = 64;

    private final int[] places;
    private final Bytes file = new Bytes();
    private final Bytes page = new Bytes();
    private final List<Chunk> chunks = new ArrayList<>();

    /**
     * The values of a column as they stand in the file.
     *
     * @param encoding of the values that are there
     * @param start of its first page
     * @param dataPage the start of the page with the values, after that of the dictionary if there is one
     */
    private record Chunk(String name, ColumnType type, int encoding, int start, int dataPage, int size, int blanks) {}

    /** @param places of the rows, in their order, in the arrays that the columns' values will be given in */
    public ParquetFile(int[] places) {
        this.places = places.clone();
        file.all(MAGIC);
    }

    /** Adds a column of texts; a blank is null. */
    public void texts(String name, @Nullable String[] values) {
        var told = new String[places.length];
        var present = new long[places.length];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            String value = values[places[i]];
            if (value != null) {
                present[i] = 1;
                told[count++] = value;
            }
        }
        int start = file.size();
        var numbers = new long[count];
        List<String> dictionary = dictionary(told, numbers);
        if (!dictionary.isEmpty()) {
            page.clear();
            dictionary.forEach(this::plain);
            dictionaryPage(dictionary.size());
        }
        beginPage(present);
        if (dictionary.isEmpty()) {
            for (int i = 0; i < count; i++) {
                plain(told[i]);
            }
        } else {
            int width = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(dictionary.size() - 1));
            page.one(width);
            Encodings.runs(page, numbers, count, width);
        }
        endColumn(name, ColumnType.TEXT, dictionary.isEmpty() ? PLAIN : DICTIONARY, start, count);
    }

    /**
     * Adds a column of any other type.
     *
     * @param values as {@link ColumnType} says; those of 32 bits must fit
     * @param blanks the places of those that are none
     */
    public void numbers(String name, ColumnType type, long[] values, BitSet blanks) {
        var told = new long[places.length];
        var present = new long[places.length];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            if (!blanks.get(places[i])) {
                present[i] = 1;
                told[count++] = values[places[i]];
            }
        }
        int start = file.size();
        beginPage(present);
        boolean bits = type == ColumnType.YES_NO;
        if (bits) {
            page.pack(told, 0, count, 1);
        } else {
            Encodings.differences(page, told, count, type.physical().bits());
        }
        endColumn(name, type, bits ? PLAIN : DIFFERENCES, start, count);
    }

    /**
     * Writes the file, in place of one that is there; it is forced to disk by whoever needs it there.
     *
     * @throws IOException where the disk is full, for instance; what was written by then is left
     */
    public void write(Path target) throws IOException {
        int end = file.size();
        footer();
        file.fixedInt(file.size() - end);
        file.all(MAGIC);
        ByteBuffer bytes = file.view();
        try (FileChannel channel = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /**
     * The texts that differ, in the order they come in; none where few are repeated, so that a dictionary would only
     * make the file longer.
     *
     * @param numbers takes the place of each text among them
     */
    private static List<String> dictionary(String[] texts, long[] numbers) {
        Map<String, Integer> known = new HashMap<>();
        var dictionary = new ArrayList<String>();
        for (int i = 0; i < numbers.length; i++) {
            Integer number = known.putIfAbsent(texts[i], dictionary.size());
            if (number == null) {
                numbers[i] = dictionary.size();
                dictionary.add(texts[i]);
                if (dictionary.size() > FIRST_DIFFERENT_TEXTS + i / 2) {
                    return List.of();
                }
            } else {
                numbers[i] = number;
            }
        }
        return dictionary;
    }

    private void plain(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        page.fixedInt(bytes.length);
        page.all(bytes);
    }

    private void dictionaryPage(int size) {
        pageHeader(DICTIONARY_PAGE)
                .begin(7)
                .number(1, size)
                .number(2, PLAIN)
                .end()
                .end();
        file.all(page);
    }

    /** Begins a page with which rows have a value, after how many bytes that takes. */
    private void beginPage(long[] present) {
        page.clear();
        page.fixedInt(0);
        Encodings.runs(page, present, present.length, 1);
        page.setFixedInt(0, page.size() - Integer.BYTES);
    }

    private void endColumn(String name, ColumnType type, int encoding, int start, int count) {
        int dataPage = file.size();
        pageHeader(DATA_PAGE)
                .begin(5)
                .number(1, places.length)
                .number(2, encoding)
                .number(3, RUNS)
                .number(4, RUNS)
                .end()
                .end();
        file.all(page);
        chunks.add(new Chunk(name, type, encoding, start, dataPage, file.size() - start, places.length - count));
    }

    private Structures pageHeader(int type) {
        return new Structures(file).number(1, type).number(2, page.size()).number(3, page.size());
    }

    /** The {@code FileMetaData}. */
    private void footer() {
        var footer = new Structures(file);
        footer.number(1, VERSION).structures(2, 1 + chunks.size());
        footer.beginItem().text(4, "rows").number(5, chunks.size()).end();
        chunks.forEach(chunk -> chunk.type().describe(footer, chunk.name()));
        footer.longNumber(3, places.length);
        // A row group has rows: without any there is none.
        footer.structures(4, places.length == 0 ? 0 : 1);
        if (places.length > 0) {
            rowGroup(footer);
        }
        footer.text(6, WRITTEN_BY).end();
    }

    private void rowGroup(Structures footer) {
        footer.beginItem().structures(1, chunks.size());
        for (Chunk chunk : chunks) {
            boolean hasDictionary = chunk.encoding() == DICTIONARY;
            footer.beginItem()
                    .longNumber(2, 0)
                    .begin(3)
                    .number(1, chunk.type().physical().number());
            if (hasDictionary) {
                footer.numbers(2, PLAIN, RUNS, DICTIONARY);
            } else {
                footer.numbers(2, RUNS, chunk.encoding());
            }
            footer.texts(3, chunk.name())
                    .number(4, UNCOMPRESSED)
                    .longNumber(5, places.length)
                    .longNumber(6, chunk.size())
                    .longNumber(7, chunk.size())
                    .longNumber(9, chunk.dataPage());
            if (hasDictionary) {
                footer.longNumber(11, chunk.start());
            }
            footer.begin(12).longNumber(3, chunk.blanks()).end().end().end();
        }
        long size = chunks.stream().mapToLong(Chunk::size).sum();
        footer.longNumber(2, size).longNumber(3, places.length).end();
    }
}
