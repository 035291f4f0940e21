package org.scrutineer.records;

import java.sql.SQLException;
import java.util.Collection;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Dataset;

/**
 * Takes the rows of a dataset: {@link #begin}, then one call for each column in the catalogue's order, then {@link
 * #end}. A row of the wrong shape is a defect and fails loudly.
 */
public final class RowWriter implements AutoCloseable {

    private final DuckDBAppender appender;
    private final Dataset dataset;

    RowWriter(DuckDBAppender appender, Dataset dataset) {
        this.appender = appender;
        this.dataset = dataset;
    }

    @FunctionalInterface
    private interface Append {
        void run() throws SQLException;
    }

    /**
     * @param team the id of the team the row belongs to; null where the row does not tell, and so cannot count
     * @param sheetRow from 1, as Excel shows it
     */
    public void begin(@Nullable String team, int sheetRow) {
        append(() -> {
            appender.beginRow();
            if (team == null) {
                appender.appendNull();
            } else {
                appender.append(team);
            }
            appender.append(sheetRow);
        });
    }

    public void blank() {
        append(appender::appendNull);
    }

    public void text(String text) {
        append(() -> appender.append(text));
    }

    /** @param epochDay days since 1 January 1970 */
    public void date(long epochDay) {
        append(() -> appender.appendEpochDays(Math.toIntExact(epochDay)));
    }

    /** @param epochSecond seconds since 1 January 1970 on the wall clock, without a time zone */
    public void dateTime(long epochSecond) {
        append(() -> appender.appendEpochMicros(Math.multiplyExact(epochSecond, 1_000_000L)));
    }

    public void yesNo(boolean yes) {
        append(() -> appender.append(yes));
    }

    public void integer(long number) {
        append(() -> appender.append(number));
    }

    /** @param unscaled the number times 10,000 for a decimal column, times 100 for a money column */
    public void decimal(long unscaled) {
        append(() -> appender.appendDecimal(unscaled));
    }

    public void end() {
        append(() -> appender.appendNull().endRow());
    }

    /** Ends a row of which these columns' cells could not be read, and so were left blank. */
    public void end(Collection<String> unreadable) {
        append(() -> appender.append("," + String.join(",", unreadable) + ",").endRow());
    }

    private void append(Append append) {
        try {
            append.run();
        } catch (SQLException e) {
            throw new RecordsException("cannot stage a row of " + dataset.id(), e);
        }
    }

    @Override
    public void close() {
        append(appender::close);
    }
}
