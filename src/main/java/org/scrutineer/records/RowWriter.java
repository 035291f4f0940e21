package org.scrutineer.records;

import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.records.StagedColumn.Kind;

/**
 * Takes the rows of a dataset: {@link #begin}, then one call for each column in the catalogue's order, then {@link
 * #end}. A row of the wrong shape is a defect and fails loudly.
 */
public final class RowWriter implements AutoCloseable {

    private final StagedDataset staged;
    private int next;

    RowWriter(StagedDataset staged) {
        this.staged = staged;
    }

    /**
     * @param team the id of the team the row belongs to; null where the row does not tell, and so cannot count
     * @param sheetRow from 1, as Excel shows it
     */
    public void begin(@Nullable String team, int sheetRow) {
        if (next != 0) {
            throw new IllegalStateException("a row of " + dataset().id() + " has not ended");
        }
        if (team == null) {
            blank();
        } else {
            text(team);
        }
        column().number(Kind.ROW, sheetRow);
    }

    public void blank() {
        column().blank();
    }

    public void text(String text) {
        column().text(text);
    }

    /** @param epochDay days since 1 January 1970 */
    public void date(long epochDay) {
        column().number(Kind.DATE, epochDay);
    }

    /** @param epochSecond seconds since 1 January 1970 on the wall clock, without a time zone */
    public void dateTime(long epochSecond) {
        column().number(Kind.DATE_TIME, epochSecond);
    }

    public void yesNo(boolean yes) {
        column().number(Kind.YES_NO, yes ? 1 : 0);
    }

    public void integer(long number) {
        column().number(Kind.INTEGER, number);
    }

    /** @param unscaled the number times 10,000 for a decimal column, times 100 for a money column */
    public void decimal(long unscaled) {
        column().decimal(unscaled);
    }

    public void end() {
        blank();
        endRow();
    }

    /** Ends a row of which these columns' cells could not be read, and so were left blank. */
    public void end(Collection<String> unreadable) {
        text("," + String.join(",", unreadable) + ",");
        endRow();
    }

    private StagedColumn column() {
        return staged.column(next++);
    }

    private void endRow() {
        if (next != staged.columns()) {
            throw new IllegalStateException("a row of " + dataset().id() + " has " + next + " values, not "
                    + staged.columns() + ", with its team, its number and what is unreadable");
        }
        next = 0;
        try {
            staged.endRow();
        } catch (SQLException e) {
            throw new RecordsException("cannot stage a row of " + dataset().id(), e);
        }
    }

    private Dataset dataset() {
        return staged.dataset();
    }

    /** Comes after the last row; the rows can be asked about from now on. */
    @Override
    public void close() {
        try {
            staged.end();
        } catch (SQLException e) {
            throw new RecordsException("cannot stage the rows of " + dataset().id(), e);
        }
    }
}
