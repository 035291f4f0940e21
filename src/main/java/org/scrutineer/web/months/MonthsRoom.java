package org.scrutineer.web.months;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.scrutineer.accounts.Person;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.locks.Locks;
import org.scrutineer.schedule.Standings;
import org.scrutineer.web.Room;
import org.scrutineer.web.Times;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Room
class MonthsRoom {

    /** Where nothing has come for so long, the newest month there is says more than an empty one. */
    private static final int MONTHS_WITHOUT_RETURNS = 3;

    private final Standings standings;
    private final Locks locks;
    private final Catalogue catalogue;
    private final Times times;
    private final Clock clock;

    MonthsRoom(Standings standings, Locks locks, Catalogue catalogue, Times times, Clock clock) {
        this.standings = standings;
        this.locks = locks;
        this.catalogue = catalogue;
        this.times = times;
        this.clock = clock;
    }

    /** The month that returns are due for now: the last one that has ended. */
    @GetMapping("/months")
    String thisMonth() {
        ReportingPeriod ended =
                ReportingPeriod.containing(times.date(clock.instant())).plusMonths(-1);
        List<ReportingPeriod> known = standings.periods();
        ReportingPeriod newest = known.isEmpty() ? ended : known.get(known.size() - 1);
        boolean inUse = newest.compareTo(ended.plusMonths(-MONTHS_WITHOUT_RETURNS)) >= 0;
        return "redirect:/months/" + (inUse ? ended : newest);
    }

    @GetMapping("/months/{period}")
    String month(@PathVariable ReportingPeriod period, Person person, Model page) {
        LocalDate today = times.date(clock.instant());
        page.addAttribute("month", MonthPage.of(standings.of(period), catalogue, today, locks.holders(), person));
        page.addAttribute("months", standings.periods());
        return "months/month";
    }
}
