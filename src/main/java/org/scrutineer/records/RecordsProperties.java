package org.scrutineer.records;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of the machine the record store may use.
 *
 * @param folder where segments are kept
 * @param threads for one query over the rows of all returns; those over one return take one
 * @param memoryLimit for both engines of a run, that for single returns and that for the rows that count; beyond it,
 *     queries spill to disk. At least 400 MB: with less than 200 MB an engine cannot spill what it must
 * @param spillLimit how much may be spilled
 */
@ConfigurationProperties("records")
public record RecordsProperties(
        String folder,
        @DefaultValue("2") int threads,
        @DefaultValue("1GB") DataSize memoryLimit,
        @DefaultValue("20GB") DataSize spillLimit) {

    private static final DataSize SMALL_TABLES = DataSize.ofMegabytes(256);

    /** The settings where no configuration is read, as for {@code check}. */
    public static RecordsProperties defaults(String folder) {
        return new RecordsProperties(folder, 2, DataSize.ofGigabytes(1), DataSize.ofGigabytes(20));
    }

    /**
     * Those of the engine for single returns and for checking the catalogue. One thread: a second one costs more than
     * it does where there are few rows, and returns are read side by side. Hardly a return is put in a table there.
     */
    RecordsProperties forSmallTables() {
        return new RecordsProperties(folder, 1, smallTables(), spillLimit);
    }

    /** Those of the engine for the rows that count for a period. */
    RecordsProperties forCountedRows() {
        return new RecordsProperties(
                folder,
                threads,
                DataSize.ofBytes(memoryLimit.toBytes() - smallTables().toBytes()),
                spillLimit);
    }

    private DataSize smallTables() {
        return DataSize.ofBytes(Math.min(SMALL_TABLES.toBytes(), memoryLimit.toBytes() / 2));
    }

    Path path() {
        return Path.of(folder).toAbsolutePath().normalize();
    }
}
