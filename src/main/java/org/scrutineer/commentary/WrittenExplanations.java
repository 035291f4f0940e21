package org.scrutineer.commentary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's explanations that were written on pages, with the returns they were sent in. None is ever changed. */
@Repository
class WrittenExplanations {

    private static final String SELECT = "select w.version, w.indicator, w.role, w.figure, w.why, w.action, w.by_whom,"
            + " w.by_when, w.on_target, w.account, w.writer, w.written_at, case when exists (select 1 from submission s"
            + " join run_input i on i.submission = s.id join run r on r.number = i.run where s.file_hash = w.file_hash"
            + " and r.period = w.period and r.finished_at is not null) then 0 else 1 end from written_explanation w ";

    private final JdbcClient jdbc;

    WrittenExplanations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest of a figure. */
    Optional<Written> newest(ReportingPeriod period, String indicator) {
        return jdbc.sql(SELECT + "where w.period = ? and w.indicator = ? and w.version = (select max(n.version) from"
                        + " written_explanation n where n.period = w.period and n.indicator = w.indicator)")
                .params(period.toString(), indicator)
                .query(WrittenExplanations::written)
                .optional();
    }

    /** The newest of each of a role's figures of a period, where no run has taken it up yet. */
    List<Written> pending(ReportingPeriod period, String role) {
        return jdbc
                .sql(SELECT + "where w.period = ? and w.role = ? and w.version = (select max(n.version) from"
                        + " written_explanation n where n.period = w.period and n.indicator = w.indicator)"
                        + " order by w.indicator")
                .params(period.toString(), role)
                .query(WrittenExplanations::written)
                .list()
                .stream()
                .filter(Written::pending)
                .toList();
    }

    /**
     * Keeps one; its return is named once it lies in the drop folder, in the same transaction.
     *
     * @return its number, which no other one has
     */
    long add(ReportingPeriod period, int version, Explanation said, String account, String writer, Instant at) {
        jdbc.sql(
                        "insert into written_explanation (period, indicator, version, role, figure, why, action, by_whom,"
                                + " by_when, on_target, account, writer, written_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(period.toString(), said.indicator(), version, said.role(), said.figure())
                .param(said.why())
                .param(said.action())
                .param(said.byWhom())
                .param(said.byWhen())
                .param(Optional.ofNullable(said.onTarget())
                        .map(ReportingPeriod::toString)
                        .orElse(null))
                .params(account, writer, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        return jdbc.sql("select id from written_explanation where period = ? and indicator = ? and version = ?")
                .params(period.toString(), said.indicator(), version)
                .query(Long.class)
                .single();
    }

    void sentAs(long id, String fileName, String fileHash) {
        jdbc.sql("update written_explanation set file_name = ?, file_hash = ? where id = ?")
                .params(fileName, fileHash, id)
                .update();
    }

    private static Written written(ResultSet row, int number) throws SQLException {
        return new Written(
                row.getInt(1),
                new Explanation(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, LocalDate.class),
                        Optional.ofNullable(row.getString(9))
                                .flatMap(ReportingPeriod::read)
                                .orElse(null)),
                row.getString(10),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getInt(13) == 1);
    }
}
