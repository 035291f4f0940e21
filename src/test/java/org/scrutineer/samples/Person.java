package org.scrutineer.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in a team.
 *
 * @param stage the code of their experience, or null where none is recorded
 * @param covers for agency workers, the code of what they cover
 */
record Person(
        String id,
        Team team,
        boolean socialWorker,
        boolean agency,
        @Nullable String stage,
        @Nullable String covers,
        BigDecimal fte,
        LocalDate started) {

    Person startedOn(LocalDate day) {
        return new Person(id, team, socialWorker, agency, stage, covers, fte, day);
    }

    boolean isPermanentSocialWorker() {
        return socialWorker && !agency;
    }
}
