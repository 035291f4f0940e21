package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.indicators.IndicatorSql.Part;
import org.scrutineer.records.RecordSet;

/**
 * All that figures ask of one dataset or view: in one pass over its rows for what adds up, and in one more for what does
 * not. What adds up is asked for by team and authority and added up here, exactly: the sums are decimals.
 */
final class SourceScan {

    private final RecordSet records;
    private final String source;
    private final boolean byAuthority;
    private final Units units;
    private final Map<Place, Map<Part, BigDecimal>> totals = new HashMap<>();
    private final Set<String> unknownTeams = new TreeSet<>();

    private SourceScan(RecordSet records, String source, Units units) {
        this.records = records;
        this.source = source;
        this.byAuthority = records.columns(source).contains("authority");
        this.units = units;
    }

    /** @param units known to the records by {@link Units#prepare} */
    static SourceScan of(RecordSet records, String source, Set<Part> parts, Units units) {
        var scan = new SourceScan(records, source, units);
        scan.addUp(parts.stream().filter(Part::addsUp).toList());
        List<Part> others = parts.stream().filter(part -> !part.addsUp()).toList();
        if (!others.isEmpty()) {
            scan.askByPlace(others);
        }
        return scan;
    }

    /** Whether the rows say their authority. */
    boolean isByAuthority() {
        return byAuthority;
    }

    /** The places that have rows, whether or not one of them counts. */
    Set<Place> places() {
        return totals.keySet();
    }

    /** Teams that have rows and are in no catalogue; their rows count for nobody. A row of none is of {@code no team}. */
    Set<String> unknownTeams() {
        return unknownTeams;
    }

    /** A sum or count over a place's rows; 0 where none of them has a value. */
    BigDecimal sum(Place place, Part part) {
        return totals.getOrDefault(place, Map.of()).getOrDefault(part, BigDecimal.ZERO);
    }

    /** A median or a highest value of a place's rows; null where none of them has a value. */
    @Nullable
    BigDecimal picked(Place place, Part part) {
        return totals.getOrDefault(place, Map.of()).get(part);
    }

    private void addUp(List<Part> parts) {
        records.query(
                "select team, " + (byAuthority ? "authority" : "null") + listed(parts) + " from " + source
                        + " group by team" + (byAuthority ? ", authority" : ""),
                row -> {
                    Map<Part, BigDecimal> numbers = numbers(row, 3, parts);
                    List<Place> places = places(row.getString(1), row.getString(2));
                    places.forEach(place -> add(place, numbers));
                    return places;
                });
    }

    private List<Place> places(@Nullable String team, @Nullable String authority) {
        List<Place> places = units.places(team, authority, byAuthority);
        if (places.isEmpty()) {
            unknownTeams.add(team == null ? "no team" : team);
        }
        return places;
    }

    private void add(Place place, Map<Part, BigDecimal> numbers) {
        Map<Part, BigDecimal> sums = totals.computeIfAbsent(place, first -> new HashMap<>());
        numbers.forEach((part, number) -> sums.merge(part, number, BigDecimal::add));
    }

    /** Medians, highest values, and how many different values there are: a pass for each kind of place. */
    private void askByPlace(List<Part> parts) {
        records.query(
                "select unit._service, unit._line, " + (byAuthority ? "_authority" : "null")
                        + ", grouping(unit._service), grouping(unit._line), "
                        + (byAuthority ? "grouping(_authority)" : "1") + listed(parts) + " from "
                        + rowsThatCount(parts) + " as rows join " + Units.UNIT
                        + " as unit on unit._team = rows.team group by grouping sets ((), (unit._service), (unit._line)"
                        + (byAuthority ? ", (_authority)" : "") + ")",
                row -> {
                    boolean allServices = row.getInt(4) == 1;
                    boolean allTeams = row.getInt(5) == 1;
                    boolean allAuthorities = row.getInt(6) == 1;
                    String organisation =
                            !allTeams ? row.getString(2) : !allServices ? row.getString(1) : units.trust();
                    // The rows of no team are in the total of all; by themselves they are nobody's figure.
                    boolean ofNoTeam = !(allTeams && allServices) && organisation.equals(units.trust());
                    if (!ofNoTeam) {
                        add(
                                new Place(organisation, allAuthorities ? IndicatorValue.ALL : row.getString(3)),
                                numbers(row, 7, parts));
                    }
                    return organisation;
                });
    }

    /** What counts for none of the parts need not be grouped. */
    private String rowsThatCount(List<Part> parts) {
        String where = parts.stream().anyMatch(part -> part.counted().isEmpty())
                ? ""
                : parts.stream().map(Part::counted).distinct().collect(Collectors.joining(" or ", " where ", ""));
        return byAuthority
                ? "(select data.*, coalesce(known._code, '" + IndicatorValue.NEITHER + "') as _authority from " + source
                        + " as data left join " + Units.AUTHORITY + " as known on known._code = data.authority" + where
                        + ")"
                : "(select * from " + source + where + ")";
    }

    private static String listed(List<Part> parts) {
        return parts.stream().map(part -> ", " + part.sql()).collect(Collectors.joining());
    }

    private static Map<Part, BigDecimal> numbers(ResultSet row, int first, List<Part> parts) throws SQLException {
        var numbers = new HashMap<Part, BigDecimal>();
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal number = row.getBigDecimal(first + i);
            if (number != null) {
                numbers.put(parts.get(i), number);
            }
        }
        return numbers;
    }
}
