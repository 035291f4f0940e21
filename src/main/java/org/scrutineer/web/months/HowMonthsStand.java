package org.scrutineer.web.months;

import org.scrutineer.pipeline.Run;
import org.scrutineer.schedule.Standings;
import org.scrutineer.web.Preparation;
import org.scrutineer.web.RoomPart;

/** Reads what the ledger has of a month, which is on its disk until somebody does. */
@RoomPart
final class HowMonthsStand implements Preparation {

    private final Standings standings;

    HowMonthsStand(Standings standings) {
        this.standings = standings;
    }

    @Override
    public void prepare(Run run) {
        standings.of(run.period());
    }
}
