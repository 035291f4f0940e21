package org.scrutineer.intake;

import java.util.List;
import java.util.Optional;
import org.scrutineer.catalogue.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's columns: where each was found in a return. */
@Repository
public class MatchedColumns {

    private final JdbcClient jdbc;

    MatchedColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns found in a return, by dataset and from left to right. */
    public List<MatchedColumn> of(Submission submission) {
        return jdbc.sql("select dataset, column_name, sheet, sheet_column, header from matched_column"
                        + " where submission = ? order by dataset, sheet_column, column_name")
                .param(submission.id())
                .query((row, number) -> new MatchedColumn(
                        row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5)))
                .list();
    }

    /** Where a value of a return's row stood; nowhere where its sheet had no such column. */
    public Optional<CellPlace> cell(Submission submission, String dataset, String column, int row) {
        return of(submission).stream()
                .filter(found ->
                        found.dataset().equals(dataset) && found.column().equals(column))
                .map(found -> new CellPlace(found.sheet(), found.cell(row)))
                .findFirst();
    }

    /** Whether a sheet of a return was read for a dataset. */
    boolean hasRead(Submission submission, String sheet) {
        return of(submission).stream().anyMatch(found -> found.sheet().equals(sheet));
    }

    /** Whether a column of a sheet was read, and this is a value in it rather than its header. */
    boolean isRecordCell(Submission submission, String sheet, int column, String shown) {
        return of(submission).stream()
                .filter(found -> found.sheet().equals(sheet) && found.sheetColumn() == column)
                .anyMatch(found -> !Names.same(found.header(), shown));
    }
}
