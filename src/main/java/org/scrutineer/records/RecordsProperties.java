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
 * @param memoryLimit beyond it, queries spill to disk; at least 200 MB
 * @param spillLimit how much may be spilled
 */
@ConfigurationProperties("records")
public record RecordsProperties(
        String folder,
        @DefaultValue("2") int threads,
        @DefaultValue("1GB") DataSize memoryLimit,
        @DefaultValue("20GB") DataSize spillLimit) {

    /** The settings where no configuration is read, as for {@code check}. */
    public static RecordsProperties defaults(String folder) {
        return new RecordsProperties(folder, 2, DataSize.ofGigabytes(1), DataSize.ofGigabytes(20));
    }

    /** One thread: a second one costs more than it does where there are few rows, and returns are read side by side. */
    RecordsProperties forSmallTables() {
        return new RecordsProperties(folder, 1, memoryLimit, spillLimit);
    }

    Path path() {
        return Path.of(folder).toAbsolutePath().normalize();
    }
}
