package org.scrutineer.schedule;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's list of what people have been told of, so that they are told of each cause once. */
@Repository
class ToldCauses {

    private final JdbcClient jdbc;
    private final Clock clock;

    ToldCauses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether nobody has been told of it; from now on somebody has, if the caller's transaction is committed. */
    boolean isNew(String cause) {
        return jdbc.sql("insert into told_cause (cause, told_at) select ?, ?"
                                + " where not exists (select 1 from told_cause t where t.cause = ?)")
                        .params(cause, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), cause)
                        .update()
                == 1;
    }
}
