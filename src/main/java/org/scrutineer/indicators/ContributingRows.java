package org.scrutineer.indicators;

import static org.scrutineer.records.FollowedRows.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Aggregate;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.ContributingRow.Role;
import org.scrutineer.records.FollowedRows;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RowOrigin;
import org.scrutineer.records.Window;

/**
 * The rows behind figures, one by one: what {@link IndicatorSums} adds up, by the same conditions, not added up. To be used
 * by one thread at a time, and closed before the records are.
 */
public final class ContributingRows implements AutoCloseable {

    private static final int TEAM = 1;
    private static final int AUTHORITY = 2;
    private static final int IN_DENOMINATOR = 3;
    private static final int IN_NUMERATOR = 4;
    private static final int VALUE = 5;
    private static final int FIRST_IN_NUMERATOR = 6;
    private static final int FIRST_IN_DENOMINATOR = 7;

    private final Catalogue catalogue;
    private final RecordSet records;
    private final ReportingPeriod period;
    private final Map<Window, FollowedRows> followed = new HashMap<>();

    public ContributingRows(Catalogue catalogue, RecordSet records, ReportingPeriod period) {
        this.catalogue = catalogue;
        this.records = records;
        this.period = period;
    }

    /** The days that a figure is about. */
    public Window window(Indicator.Timing timing) {
        return Window.of(catalogue.calendar().months(timing, period));
    }

    /** All rows that an indicator looks at, those that count for nothing included. */
    public FigureRows of(Indicator indicator, Indicator.Timing timing) {
        Looked looked = looked(indicator, timing);
        return rows(
                indicator,
                looked,
                source -> looked.rows()
                        .of(source.from(), source.columns(), (row, origins) -> looked.row(source, row, origins)));
    }

    /** Of them those that a row of a return had a part in, as if they were made of nothing else. */
    public FigureRows madeOf(RowOrigin origin, Indicator indicator, Indicator.Timing timing) {
        Looked looked = looked(indicator, timing);
        List<RowOrigin> origins = List.of(origin);
        return rows(
                indicator,
                looked,
                source -> looked.rows()
                        .madeOf(source.from(), source.columns(), origin, row -> looked.row(source, row, origins)));
    }

    private static FigureRows rows(Indicator indicator, Looked looked, Function<Source, List<FigureRows.Row>> rows) {
        return new FigureRows(
                indicator,
                looked.sources().stream().map(rows).flatMap(List::stream).toList());
    }

    /**
     * Some of the rows behind the figure of a place, in the order of {@link FigureRows#of}. Those that are not given are
     * counted where they are alike, and not fetched one by one.
     *
     * @param first how many rows come before
     * @param most how many are given at the most
     */
    public FigurePart part(
            Indicator indicator, Indicator.Timing timing, String organisation, String authority, int first, int most) {
        Looked looked = looked(indicator, timing);
        String ofPlace = looked.units().isOf(new Place(organisation, authority), looked.byAuthority());
        var roles = new RowRoles(indicator);
        List<Alike> all = alike(looked, ofPlace, roles);
        var inAll = new EnumMap<Role, Long>(Role.class);
        all.forEach(one -> inAll.merge(one.rows().row().role(), one.rows().count(), Long::sum));
        var rows = new ArrayList<ContributingRow>();
        long before = first;
        for (Role role : Role.values()) {
            for (Source source : looked.sources()) {
                List<Alike> wanted = all.stream()
                        .filter(one -> one.rows().row().role() == role && one.source() == source)
                        .toList();
                long there =
                        wanted.stream().mapToLong(one -> one.rows().count()).sum();
                long taken = Math.min(there - Math.min(there, before), (long) most - rows.size());
                if (taken > 0) {
                    List<Alike> ofDenominator = all.stream()
                            .filter(one -> one.source() == source
                                    && roles.isOfDenominator(one.rows().row().role()))
                            .toList();
                    rows.addAll(looked.rows()
                            .part(
                                    source.from(),
                                    source.columns(),
                                    ofPlace,
                                    List.of(isFirst(source, wanted, roles), isFirst(source, ofDenominator, roles)),
                                    are(wanted),
                                    before,
                                    taken,
                                    (row, origins) -> contributing(looked.row(source, row, origins), row, roles)));
                }
                before = Math.max(0, before - there);
            }
        }
        return new FigurePart(
                rows, inAll, roles.totals(all.stream().map(Alike::rows).toList()));
    }

    /** Rows of a source that are alike but for what they are made of. */
    private record Alike(
            Source source, boolean inDenominator, boolean inNumerator, boolean blank, RowRoles.Counted rows) {}

    private static List<Alike> alike(Looked looked, String ofPlace, RowRoles roles) {
        var inNumerator = new HashSet<String>();
        var inDenominator = new HashSet<String>();
        var all = new ArrayList<Alike>();
        for (Source source : looked.sources()) {
            List<String> columns = source.columns()
                    .subList(IN_DENOMINATOR - 1, source.columns().size());
            looked
                    .rows()
                    .counted(source.from(), columns, ofPlace, found -> {
                        var row = new FigureRows.Row(
                                source.per(),
                                source.from(),
                                "",
                                List.of(),
                                found.getBoolean(1),
                                found.getBoolean(2),
                                found.getString(3),
                                List.of());
                        return new Alike(
                                source,
                                row.inDenominator(),
                                row.inNumerator(),
                                row.value() == null,
                                new RowRoles.Counted(
                                        roles.contributing(row, inNumerator, inDenominator), found.getLong(4)));
                    })
                    .stream()
                    .filter(one -> one.rows().count() > 0)
                    .forEach(all::add);
        }
        return all;
    }

    /** The condition that rows are as some that were counted. */
    private static String are(List<Alike> some) {
        return some.stream()
                .map(one -> "(" + is(column(IN_DENOMINATOR), one.inDenominator()) + " and "
                        + is(column(IN_NUMERATOR), one.inNumerator()) + " and "
                        + is(column(VALUE) + " is null", one.blank()) + ")")
                .distinct()
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String is(String condition, boolean so) {
        return so ? condition : "not " + condition;
    }

    /** Whether a row is the first of some that has its value, where what is different is counted. */
    private static String isFirst(Source source, List<Alike> some, RowRoles roles) {
        return some.isEmpty() || roles.aggregate(source.per()).function() != Indicator.Function.DISTINCT
                ? "true"
                : "row_number() over (partition by " + column(VALUE) + ", " + are(some) + " order by "
                        + FollowedRows.ORDER + ", " + column(TEAM) + ", " + column(AUTHORITY) + ") = 1";
    }

    private static ContributingRow contributing(FigureRows.Row row, ResultSet found, RowRoles roles)
            throws SQLException {
        return roles.contributing(
                row, met(row, found.getBoolean(FIRST_IN_NUMERATOR)), met(row, found.getBoolean(FIRST_IN_DENOMINATOR)));
    }

    private static Set<String> met(FigureRows.Row row, boolean first) {
        var met = new HashSet<String>();
        String value = row.value();
        if (!first && value != null) {
            met.add(value);
        }
        return met;
    }

    /**
     * A dataset or view that an indicator is made from.
     *
     * @param per whether the denominator alone is
     * @param columns what is asked of it: team, authority, whether a row is in the denominator and in the numerator, value
     */
    private record Source(boolean per, String from, List<String> columns) {}

    /**
     * What an indicator looks at over the days of a figure.
     *
     * @param sources the one that numerator and denominator are made from first
     */
    private record Looked(FollowedRows rows, Units units, boolean byAuthority, List<Source> sources) {

        FigureRows.Row row(Source source, ResultSet row, List<RowOrigin> origins) throws SQLException {
            String team = row.getString(TEAM);
            return new FigureRows.Row(
                    source.per(),
                    source.from(),
                    team,
                    units.places(team, row.getString(AUTHORITY), byAuthority),
                    row.getBoolean(IN_DENOMINATOR),
                    row.getBoolean(IN_NUMERATOR),
                    row.getString(VALUE),
                    origins);
        }
    }

    private Looked looked(Indicator indicator, Indicator.Timing timing) {
        Window window = window(timing);
        FollowedRows rows = followed.computeIfAbsent(window, records::follow);
        Indicator.Per per = indicator.per();
        boolean byAuthority = saysAuthority(rows, indicator.from()) && (per == null || saysAuthority(rows, per.from()));
        var sources = new ArrayList<Source>();
        sources.add(new Source(
                false,
                indicator.from(),
                columns(
                        byAuthority,
                        condition(indicator.denominator()),
                        condition(indicator.numerator()),
                        indicator.aggregate())));
        if (per != null) {
            sources.add(new Source(
                    true, per.from(), columns(byAuthority, condition(per.where()), "true", per.aggregate())));
        }
        return new Looked(rows, Units.of(catalogue.organisation(), period, window), byAuthority, sources);
    }

    private static List<String> columns(
            boolean byAuthority, String inDenominator, String inNumerator, Aggregate aggregate) {
        Expression value = aggregate.value();
        return List.of(
                "team",
                byAuthority ? "authority" : "null",
                inDenominator,
                inNumerator,
                value == null ? "null" : "cast((" + value.sql() + "\n) as varchar)");
    }

    private static String condition(@Nullable Expression expression) {
        return expression == null ? "true" : "coalesce((" + expression.sql() + "\n), false)";
    }

    private static boolean saysAuthority(FollowedRows rows, String from) {
        return rows.columns(from).contains("authority");
    }

    @Override
    public void close() {
        followed.values().forEach(FollowedRows::close);
    }
}
