package org.scrutineer.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The ledger's amendments. They belong to one submission, and lapse with it when a later attempt takes its place: what
 * was agreed about one file says nothing about another.
 */
@Repository
public class Amendments {

    private final JdbcClient jdbc;
    private final Clock clock;

    Amendments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of a return, in the order they were agreed; of two about one cell the later holds. */
    public List<Amendment> of(Submission submission) {
        return jdbc.sql("select sheet, cell, old_value, new_kind, new_value, reason, asked_by, approved_by"
                        + " from amendment where submission = ? order by id")
                .param(submission.id())
                .query(Amendments::amendment)
                .list();
    }

    void record(Submission submission, List<Amendment> amendments, String listName) {
        for (Amendment amendment : amendments) {
            CellValue replacement = amendment.replacement();
            jdbc.sql("insert into amendment (submission, sheet, cell, old_value, new_kind, new_value, reason, asked_by,"
                            + " approved_by, list_name, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(submission.id(), amendment.sheet(), amendment.cell(), amendment.old())
                    .param(replacement == null ? null : replacement.kind().id())
                    .param(replacement == null ? null : replacement.text())
                    .params(
                            amendment.reason(),
                            amendment.askedBy(),
                            amendment.approvedBy(),
                            listName,
                            OffsetDateTime.now(clock))
                    .update();
        }
    }

    private static Amendment amendment(ResultSet row, int number) throws SQLException {
        return new Amendment(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                replacement(row.getString(4), row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    private static @Nullable CellValue replacement(@Nullable String kind, @Nullable String text) {
        return kind == null || text == null ? null : new CellValue(CellValue.Kind.of(kind), text);
    }
}
