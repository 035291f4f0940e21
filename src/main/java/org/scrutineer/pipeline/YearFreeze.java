package org.scrutineer.pipeline;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.catalogue.Calendar;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.Outturns;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes the figures of a whole year as a run has them. */
@Component
class YearFreeze {

    private static final ReportingPeriod EXAMPLE = ReportingPeriod.of(2018, 12);

    private final Catalogue catalogue;
    private final Runs runs;
    private final Outturns outturns;
    private final AuditTrail trail;
    private final Clock clock;

    YearFreeze(Catalogue catalogue, Runs runs, Outturns outturns, AuditTrail trail, Clock clock) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.outturns = outturns;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    FreezeOutcome freeze(YearToFreeze asked, String frozenBy) {
        Calendar calendar = catalogue.calendar();
        Optional<Months> year = calendar.year(asked.year());
        if (year.isEmpty()) {
            Months example = calendar.months(Timing.YEAR, EXAMPLE);
            return new FreezeOutcome.Refused("\"" + asked.year() + "\" is no year; write one as "
                    + calendar.yearName(example) + ", as years begin in "
                    + example.first().title().replaceAll(" .*", "") + ".");
        }
        String name = calendar.yearName(year.get());
        Optional<Run> run = run(asked);
        if (run.isEmpty()) {
            return new FreezeOutcome.Refused("There is no finished run "
                    + asked.run()
                            .map(number -> String.valueOf(number))
                            .orElseGet(
                                    () -> "of " + asked.period().orElseThrow().title())
                    + "; status lists the runs of each period.");
        }
        Months ofRun = calendar.months(Timing.YEAR, run.get().period());
        if (!ofRun.equals(year.get())) {
            return new FreezeOutcome.Refused("Run " + run.get().number() + " is of "
                    + run.get().period().title() + ": the last whole year in it is " + calendar.yearName(ofRun)
                    + ", not " + name + ". Name a run of a month from "
                    + year.get().last().title() + " to "
                    + year.get().last().plusMonths(11).title() + ".");
        }
        Optional<Outturns.Frozen> before = outturns.of(name);
        if (before.isPresent()) {
            return new FreezeOutcome.Refused("The year " + name + " is frozen already, as run "
                    + before.get().run() + " has it, under the name \""
                    + before.get().name() + "\". A frozen year is not frozen again.");
        }
        List<IndicatorValue> figures = outturns.figures(run.get().number());
        if (figures.isEmpty()) {
            return new FreezeOutcome.Refused("Run " + run.get().number() + " has no figures of a whole year. Give the"
                    + " indicators concerned the timing year (also: [year]) and run its period again first.");
        }
        var frozen = new Outturns.Frozen(
                name, asked.name().orElse("Outturn " + name), run.get().number());
        outturns.freeze(frozen, frozenBy, OffsetDateTime.now(clock));
        trail.record(
                frozenBy,
                "year-frozen",
                name,
                null,
                Map.of("name", frozen.name(), "run", String.valueOf(frozen.run())));
        return new FreezeOutcome.Frozen(
                frozen,
                figures.size(),
                (int) figures.stream().map(IndicatorValue::indicator).distinct().count(),
                runs.all().stream().mapToInt(Run::number).max().orElse(0) + 1);
    }

    private Optional<Run> run(YearToFreeze asked) {
        return asked.run().isPresent()
                ? runs.all().stream()
                        .filter(run -> run.number() == asked.run().get() && run.state() == Run.State.FINISHED)
                        .findFirst()
                : asked.period().flatMap(runs::newest);
    }
}
