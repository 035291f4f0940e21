package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Calendar;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.DisclosureProfile;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Indicator.Unit;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Place;
import org.scrutineer.catalogue.ReportingPeriod;

/** A trust whose teams report small numbers, and what it would tell the public of them. */
final class Shire {

    static final ReportingPeriod APRIL = ReportingPeriod.of(2021, 4);
    static final String WHOLE = "shire";

    static final DisclosureProfile DFE = profile("dfe", 5, DisclosureProfile.Zero.SHOWN, 1);
    static final DisclosureProfile NHS = profile("nhs", 7, DisclosureProfile.Zero.SHOWN, 5);

    private static final Place PLACE = new Place("shire.yaml", 1);
    private static final int SCALE = 10;

    private Shire() {}

    static DisclosureProfile profile(String id, int hideUpTo, DisclosureProfile.Zero zero, int roundTo) {
        return new DisclosureProfile(id, id, hideUpTo, zero, roundTo, hideUpTo, "a test", PLACE);
    }

    /** Services {@code s1}, {@code s2}, … each with teams {@code s1t1}, {@code s1t2}, …; indicators REF, TIM, OPEN, SEEN and DAYS. */
    static Catalogue catalogue(int services, int teams) {
        var ofWhole = new ArrayList<Organisation.Service>();
        var ofServices = new ArrayList<Organisation.Team>();
        for (int service = 1; service <= services; service++) {
            ofWhole.add(new Organisation.Service("s" + service, "Service " + service));
            for (int team = 1; team <= teams; team++) {
                String id = "s" + service + "t" + team;
                ofServices.add(new Organisation.Team(
                        id, "Team " + id, "s" + service, List.of(), null, Map.of(), null, null, List.of(), PLACE));
            }
        }
        var organisation = new Organisation(
                WHOLE,
                "Shire Children's Trust",
                "trust",
                "shire@trust.example",
                ofWhole,
                ofServices,
                List.of(
                        new Organisation.Authority("WEST", "West Council", null, null),
                        new Organisation.Authority("EAST", "East Council", null, null)),
                List.of(),
                List.of(),
                75);
        return new Catalogue(
                organisation,
                new Calendar(Set.of(LocalDate.of(2022, 1, 3)), 10, Month.APRIL, "England and Wales"),
                List.of(),
                List.of(),
                List.of(
                        indicator(
                                "REF", "Referrals", Unit.COUNT, null, "received between :start and :end", Timing.MONTH),
                        indicator(
                                "TIM",
                                "Referrals in time",
                                Unit.PERCENT,
                                "received between :start and :end",
                                "in_time",
                                Timing.MONTH),
                        indicator("OPEN", "Open cases", Unit.COUNT, null, "open", Timing.SNAPSHOT),
                        indicator("SEEN", "Open cases seen", Unit.PERCENT, "open", "seen", Timing.SNAPSHOT),
                        indicator("DAYS", "Days open", Unit.DAYS, null, "open", Timing.SNAPSHOT)),
                List.of(),
                List.of(new Audience(
                        "committee",
                        "Scrutiny committee",
                        "Report",
                        "Provisional",
                        Set.of(Organisation.Level.values()),
                        null,
                        List.of(),
                        Audience.Columns.FULL,
                        List.of(),
                        List.of(),
                        "dfe",
                        List.of(),
                        Audience.Release.NONE,
                        Audience.Layout.ACCESSIBLE,
                        PLACE)),
                "c0ffee");
    }

    private static Indicator indicator(
            String id, String name, Unit unit, String denominator, String numerator, Timing timing) {
        return new Indicator(
                id,
                name,
                "Theme",
                "role",
                "referrals",
                denominator == null ? null : new Expression(denominator, PLACE),
                new Expression(numerator, PLACE),
                unit == Unit.DAYS
                        ? new Indicator.Aggregate(Indicator.Function.MEAN, new Expression("days", PLACE))
                        : new Indicator.Aggregate(Indicator.Function.COUNT, null),
                null,
                timing,
                timing == Timing.SNAPSHOT
                        ? Set.of()
                        : new LinkedHashSet<>(List.of(Timing.QUARTER, Timing.YEAR_TO_DATE, Timing.ROLLING_12_MONTHS)),
                true,
                unit,
                "children",
                1,
                Indicator.Polarity.HIGH,
                "definition",
                "source",
                ReportingPeriod.of(2014, 4),
                null,
                false,
                75,
                false,
                null,
                PLACE);
    }

    static TrueFigure count(String indicator, String organisation, ReportingPeriod period, Timing timing, long number) {
        return count(indicator, organisation, "", period, timing, number);
    }

    static TrueFigure count(
            String indicator,
            String organisation,
            String authority,
            ReportingPeriod period,
            Timing timing,
            long number) {
        BigDecimal value = BigDecimal.valueOf(number);
        return new TrueFigure(new FigureKey(period, indicator, organisation, authority, timing), value, null, value);
    }

    static TrueFigure percent(
            String indicator,
            String organisation,
            ReportingPeriod period,
            Timing timing,
            long numerator,
            long denominator) {
        return percent(indicator, organisation, "", period, timing, numerator, denominator);
    }

    static TrueFigure percent(
            String indicator,
            String organisation,
            String authority,
            ReportingPeriod period,
            Timing timing,
            long numerator,
            long denominator) {
        return new TrueFigure(
                new FigureKey(period, indicator, organisation, authority, timing),
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator),
                denominator == 0
                        ? null
                        : BigDecimal.valueOf(numerator * 100)
                                .divide(BigDecimal.valueOf(denominator), SCALE, RoundingMode.HALF_UP));
    }
}
