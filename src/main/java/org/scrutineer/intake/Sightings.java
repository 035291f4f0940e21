package org.scrutineer.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's sightings: where in the drop folder the bytes of a received file were seen. */
@Repository
class Sightings {

    private final JdbcClient jdbc;
    private final Supersession supersession;

    Sightings(JdbcClient jdbc, Supersession supersession) {
        this.jdbc = jdbc;
        this.supersession = supersession;
    }

    /**
     * Notes where a file's bytes lie. Bytes that were superseded and are put there again, in another place or at another
     * time, are told with the return they belong to; a file that merely stays is not.
     *
     * @param modified when the copy that lies there was last changed
     */
    @Transactional
    public void record(String fileHash, String name, Instant modified) {
        List<Sighting> before = jdbc.sql("select modified_at from sighting where file_hash = ? and name = ?")
                .params(fileHash, name)
                .query((row, number) -> new Sighting(row.getObject(1, OffsetDateTime.class)))
                .list();
        OffsetDateTime changed = modified.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        if (before.isEmpty()) {
            jdbc.sql("insert into sighting (file_hash, name, modified_at) values (?, ?, ?)")
                    .params(fileHash, name, changed)
                    .update();
        } else {
            jdbc.sql("update sighting set modified_at = ? where file_hash = ? and name = ?")
                    .params(changed, fileHash, name)
                    .update();
        }
        if (before.isEmpty() || before.get(0).isOtherThan(changed)) {
            supersession.tellSentAgain(fileHash, name);
        }
    }

    /** @param modified null where an older version of the program did not note it */
    private record Sighting(@Nullable OffsetDateTime modified) {

        boolean isOtherThan(OffsetDateTime other) {
            return modified != null && !modified.isEqual(other);
        }
    }
}
