package org.scrutineer.disclosure;

import static org.scrutineer.disclosure.Shire.APRIL;
import static org.scrutineer.disclosure.Shire.WHOLE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.DisclosureProfile;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.disclosure.PrintedFigures.Told;

/**
 * What a trust tells the public month after month, made up at random: referrals and how many of them were in time, by team,
 * service and authority; each month with the year to date, the quarter, twelve months and the month before.
 */
final class RandomTables {

    private static final List<String> AUTHORITIES = List.of("WEST", "EAST", "NEITHER");
    private static final int EARLIER = 11;

    private final Catalogue catalogue;
    private final int months;
    private final boolean byAuthority;
    private final List<Timing> timings;

    /** For each month the rows' numbers: referrals and those in time, by team and authority. */
    private final List<Map<String, long[]>> numbers = new ArrayList<>();

    RandomTables(long seed) {
        var random = new Random(seed);
        int services = 1 + random.nextInt(2);
        int teams = 2 + random.nextInt(2);
        catalogue = Shire.catalogue(services, teams);
        months = 1 + random.nextInt(2);
        byAuthority = random.nextBoolean();
        timings = random.nextInt(4) == 0
                ? List.of(Timing.MONTH, Timing.QUARTER, Timing.YEAR_TO_DATE, Timing.ROLLING_12_MONTHS)
                : List.of(Timing.MONTH, Timing.YEAR_TO_DATE);
        for (int month = 0; month < EARLIER + months; month++) {
            Map<String, long[]> cells = new LinkedHashMap<>();
            catalogue
                    .organisation()
                    .teams()
                    .forEach(team -> AUTHORITIES.forEach(authority -> {
                        long referrals = authority.equals("NEITHER") && random.nextInt(3) > 0 ? 0 : number(random);
                        cells.put(
                                team.id() + "/" + authority,
                                new long[] {referrals, referrals - missed(random, referrals)});
                    }));
            numbers.add(cells);
        }
    }

    private static long number(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1, 2 -> 1 + random.nextInt(4);
            case 3 -> 5 + random.nextInt(10);
            default -> 15 + random.nextInt(40);
        };
    }

    private static long missed(Random random, long referrals) {
        return referrals == 0 || random.nextInt(3) == 0 ? 0 : random.nextInt((int) referrals + 1);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Publishes month by month, as a rule has it, and returns what was told in the end. */
    List<Told> published(DisclosureProfile profile) {
        var told = new ArrayList<Told>();
        for (int month = 0; month < months; month++) {
            var release = new PublicRelease("public", profile, figures(month));
            told.addAll(DisclosureControl.told(
                    month + 1, DisclosureControl.control(catalogue, List.copyOf(told), List.of(release))));
        }
        return told;
    }

    private List<TrueFigure> figures(int month) {
        var figures = new ArrayList<TrueFigure>();
        ReportingPeriod period = APRIL.plusMonths(EARLIER + month);
        var organisation = catalogue.organisation();
        for (Timing timing : timings) {
            add(figures, WHOLE, "", period, timing, "");
            if (byAuthority) {
                AUTHORITIES.forEach(authority -> add(figures, WHOLE, authority, period, timing, ""));
            }
            organisation.services().forEach(service -> add(figures, service.id(), "", period, timing, service.id()));
            organisation.teams().forEach(team -> add(figures, team.id(), "", period, timing, team.id()));
        }
        add(figures, WHOLE, "", period.plusMonths(-1), Timing.MONTH, "");
        return figures;
    }

    private void add(
            List<TrueFigure> figures,
            String organisation,
            String authority,
            ReportingPeriod period,
            Timing timing,
            String teams) {
        long referrals = 0;
        long inTime = 0;
        for (ReportingPeriod month : catalogue.calendar().months(timing, period).all()) {
            int place = (month.month().getYear() - APRIL.month().getYear()) * 12
                    + month.month().getMonthValue()
                    - APRIL.month().getMonthValue();
            if (place < 0 || place >= numbers.size()) {
                continue;
            }
            for (Map.Entry<String, long[]> cell : numbers.get(place).entrySet()) {
                if (cell.getKey().startsWith(teams)
                        && (authority.isEmpty() || cell.getKey().endsWith("/" + authority))) {
                    referrals += cell.getValue()[0];
                    inTime += cell.getValue()[1];
                }
            }
        }
        figures.add(Shire.count("REF", organisation, authority, period, timing, referrals));
        figures.add(Shire.percent("TIM", organisation, authority, period, timing, inTime, referrals));
    }
}
