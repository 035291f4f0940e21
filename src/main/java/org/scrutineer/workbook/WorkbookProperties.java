package org.scrutineer.workbook;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How received files are read. Passwords are no part of it, so that nobody prints them by mistake.
 *
 * @param scratch where a file stands in another form while it is read; on a local disk
 * @param limits how large a workbook may be
 * @param csvEncoding of CSV files without a byte order mark, e.g. {@code UTF-8} or {@code windows-1252}
 * @param csvDelimiter between the fields of CSV files
 * @param passwordsFile a line {@code team=password} each; null where there is none
 * @param workerMemory of the process that reads .xls files and files with a password, and recalculates formulas
 * @param workerTimeLimit that it may take over one file
 * @param recalculateUpTo the largest file whose formulas are recalculated; all of it is then in the worker's memory
 */
@ConfigurationProperties("workbook")
record WorkbookProperties(
        Path scratch,
        @DefaultValue("default") Profile limits,
        @DefaultValue("UTF-8") String csvEncoding,
        @DefaultValue("comma") Delimiter csvDelimiter,
        @Nullable Path passwordsFile,
        @DefaultValue("512MB") DataSize workerMemory,
        @DefaultValue("60s") Duration workerTimeLimit,
        @DefaultValue("10MB") DataSize recalculateUpTo) {

    enum Profile {
        DEFAULT(Limits.DEFAULT),
        LARGE(Limits.LARGE);

        private final Limits limits;

        Profile(Limits limits) {
            this.limits = limits;
        }

        Limits limits() {
            return limits;
        }
    }

    enum Delimiter {
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t');

        private final char character;

        Delimiter(char character) {
            this.character = character;
        }

        char character() {
            return character;
        }
    }
}
