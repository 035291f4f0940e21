package org.scrutineer.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's runs, as far as publications compare them. */
@Repository
class PublishedRuns {

    private final JdbcClient jdbc;

    PublishedRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a run was made with. */
    record PublishedRun(int number, String catalogueHash, String softwareVersion) {}

    PublishedRun of(int run) {
        return jdbc.sql("select number, catalogue_hash, software_version from run where number = ?")
                .param(run)
                .query(PublishedRuns::run)
                .single();
    }

    /** The newest run of a period before another one that has finished; none where there is none. */
    Optional<PublishedRun> before(ReportingPeriod period, int run) {
        return jdbc.sql("select number, catalogue_hash, software_version from run where number = (select max(r.number)"
                        + " from run r where r.period = ? and r.number < ? and r.finished_at is not null)")
                .params(period.toString(), run)
                .query(PublishedRuns::run)
                .optional();
    }

    /** The newest run of a period that has finished; none where there is none. */
    Optional<PublishedRun> newest(ReportingPeriod period) {
        return before(period, Integer.MAX_VALUE);
    }

    /** The returns that amendments were agreed for since a run was started. */
    Set<Long> amendedSince(int run) {
        return Set.copyOf(jdbc.sql("select distinct a.submission from amendment a where a.recorded_at >"
                        + " (select r.started_at from run r where r.number = ?)")
                .param(run)
                .query(Long.class)
                .list());
    }

    private static PublishedRun run(ResultSet row, int number) throws SQLException {
        return new PublishedRun(row.getInt(1), row.getString(2), row.getString(3));
    }
}
