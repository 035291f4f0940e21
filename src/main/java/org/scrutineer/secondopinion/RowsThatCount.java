package org.scrutineer.secondopinion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.SelectedSegment;

/**
 * The rows of a period that count, read from one segment after another.
 *
 * <p>Of a snapshot those are the rows of the period's own returns, and of those that two senders tell for one team the
 * ones of the return prepared last. Of a flow it is one row an event: the newest that has
 * a date, unless the date is after the end of the period and only another period's return tells it; or a newer one of
 * the period's own return that has no date yet, or one after the end of the period.
 */
final class RowsThatCount {

    /** So many events of a flow are held at a time; more are gone through in several turns. */
    private static final long EVENTS_AT_A_TIME = 200_000;

    private static final List<String> BEFORE_THE_COLUMNS = List.of("team", "sheet_row");

    private static final List<String> AFTER_THE_COLUMNS = List.of("period", "submission");

    private static final int SHEET_ROW = 1;

    private final RecordStore store;
    private final List<SelectedSegment> segments;
    private final ReportingPeriod period;

    RowsThatCount(RecordStore store, List<SelectedSegment> segments, ReportingPeriod period) {
        this.store = store;
        this.segments = List.copyOf(segments);
        this.period = period;
    }

    /**
     * The columns of the rows in the order of {@link org.scrutineer.records.RecordSet}, which {@code *} and the parts of
     * a union depend on: whose it is and where it stands, those of the dataset, then which return told it.
     */
    static Shape shape(Dataset dataset) {
        var names = new ArrayList<>(BEFORE_THE_COLUMNS);
        dataset.columns().stream().map(Column::name).forEach(names::add);
        names.addAll(AFTER_THE_COLUMNS);
        return Shape.of(dataset.id(), names);
    }

    /** @param columns those that are wanted; others may be null */
    void each(Dataset dataset, Set<String> columns, Consumer<@Nullable Object[]> rows) {
        if (mayBeToldTwice(dataset)) {
            toldOnce(dataset, columns, rows);
        } else if (dataset.kind() == Dataset.Kind.SNAPSHOT) {
            read(dataset, columns, row -> {
                if (row.isOfPeriod()) {
                    rows.accept(row.values());
                }
            });
        } else {
            events(dataset, columns, rows);
        }
    }

    private boolean mayBeToldTwice(Dataset dataset) {
        return dataset.kind() == Dataset.Kind.SNAPSHOT
                && dataset.teamColumn() != null
                && segments.stream()
                                .filter(selected -> selected.segment().dataset().equals(dataset.id()))
                                .filter(selected -> selected.period().equals(period))
                                .count()
                        > 1;
    }

    private void toldOnce(Dataset dataset, Set<String> columns, Consumer<@Nullable Object[]> rows) {
        List<String> names =
                shape(dataset).fields().stream().map(Shape.Field::name).toList();
        int[] thing = Stream.concat(Stream.of("team"), dataset.key().stream())
                .mapToInt(names::indexOf)
                .toArray();
        var needed = new LinkedHashSet<>(columns);
        needed.addAll(dataset.key());
        Map<List<@Nullable Object>, Told> newest = new HashMap<>();
        read(
                dataset,
                needed,
                row -> newest.merge(
                        identity(row.values(), thing), row, (one, other) -> other.isNewerThan(one) ? other : one));
        read(dataset, needed, row -> {
            Told counting = newest.get(identity(row.values(), thing));
            if (counting != null && counting.order() == row.order()) {
                rows.accept(row.values());
            }
        });
    }

    private void events(Dataset flow, Set<String> columns, Consumer<@Nullable Object[]> rows) {
        List<String> names =
                shape(flow).fields().stream().map(Shape.Field::name).toList();
        int[] key = flow.key().stream().mapToInt(names::indexOf).toArray();
        int date = names.indexOf(flow.eventDate());
        long told = segments.stream()
                .filter(selected -> selected.segment().dataset().equals(flow.id()))
                .mapToLong(selected -> selected.segment().rows())
                .sum();
        long turns = 1 + told / EVENTS_AT_A_TIME;
        for (long turn = 0; turn < turns; turn++) {
            Map<List<@Nullable Object>, Event> events = new HashMap<>();
            long now = turn;
            read(flow, columns, row -> {
                List<@Nullable Object> identity = identity(row.values(), key);
                if (Math.floorMod(identity.hashCode(), turns) == now) {
                    events.computeIfAbsent(identity, first -> new Event()).told(row, row.values()[date]);
                }
            });
            events.values().forEach(event -> event.row().ifPresent(rows));
        }
    }

    private static List<@Nullable Object> identity(@Nullable Object[] values, int[] key) {
        var identity = new ArrayList<@Nullable Object>(key.length);
        for (int place : key) {
            identity.add(values[place]);
        }
        return Grouping.canonical(identity);
    }

    private void read(Dataset dataset, Set<String> columns, Consumer<Told> rows) {
        for (SelectedSegment selected : segments) {
            boolean ofPeriod = selected.period().equals(period);
            if (selected.segment().dataset().equals(dataset.id())
                    && (ofPeriod || dataset.kind() == Dataset.Kind.FLOW)) {
                store.read(selected.segment(), dataset, columns, told -> {
                    @Nullable Object[] values = Arrays.copyOf(told, told.length + AFTER_THE_COLUMNS.size());
                    values[told.length] = selected.period().toString();
                    values[told.length + 1] = (long) selected.order();
                    rows.accept(new Told(values, ofPeriod, selected.preparedOn(), selected.order()));
                });
            }
        }
    }

    /** A row as a return tells it. */
    private record Told(@Nullable Object[] values, boolean isOfPeriod, LocalDate preparedOn, int order) {

        boolean isNewerThan(@Nullable Told other) {
            if (other == null) {
                return true;
            }
            if (!preparedOn.equals(other.preparedOn)) {
                return preparedOn.isAfter(other.preparedOn);
            }
            return order == other.order ? sheetRow() > other.sheetRow() : order > other.order;
        }

        private long sheetRow() {
            return (Long) Objects.requireNonNull(values[SHEET_ROW]);
        }
    }

    /** What the returns tell of one event. */
    private final class Event {

        private @Nullable Told dated;
        private @Nullable Told ownStillOpen;
        private boolean ownDated;

        void told(Told row, @Nullable Object day) {
            if (day != null && row.isNewerThan(dated)) {
                dated = row;
                datedOn = Values.date(day);
            }
            ownDated |= day != null && row.isOfPeriod();
            boolean happened = day != null && !Values.date(day).isAfter(period.lastDay());
            if (row.isOfPeriod() && !happened && row.isNewerThan(ownStillOpen)) {
                ownStillOpen = row;
            }
        }

        private @Nullable LocalDate datedOn;

        Optional<@Nullable Object[]> row() {
            Told newest = ownStillOpen;
            if (dated != null
                    && datedOn != null
                    && (ownDated || !datedOn.isAfter(period.lastDay()))
                    && dated.isNewerThan(newest)) {
                newest = dated;
            }
            return newest == null ? Optional.empty() : Optional.of(newest.values());
        }
    }
}
