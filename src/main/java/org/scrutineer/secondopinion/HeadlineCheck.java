package org.scrutineer.secondopinion;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;

/** Finds, before a return is opened, the headline indicators that cannot be worked out a second time. */
public final class HeadlineCheck {

    /** Any will do: only the form of the expressions matters. */
    private static final ReportingPeriod PERIOD = ReportingPeriod.of(2018, 12);

    private HeadlineCheck() {}

    /** @param catalogue one whose expressions are sound */
    public static List<CatalogueProblem> problems(Catalogue catalogue, RecordsProperties settings) {
        List<Indicator> headlines =
                catalogue.indicators().stream().filter(Indicator::headline).toList();
        var problems = new ArrayList<CatalogueProblem>();
        if (!headlines.isEmpty()) {
            try (RecordStore store = new RecordStore(catalogue, settings)) {
                headlines.forEach(indicator -> missing(indicator, catalogue, store)
                        .ifPresent(what -> problems.add(new CatalogueProblem(
                                indicator.place(),
                                what + " in " + indicator.id(),
                                "what can be worked out a second time row by row, or an indicator without headline",
                                null))));
            }
        }
        return problems.stream().sorted().toList();
    }

    /** What an indicator uses that is only known to the engine. */
    private static Optional<String> missing(Indicator indicator, Catalogue catalogue, RecordStore store) {
        Map<Dataset, @Nullable Object[]> blank = new LinkedHashMap<>();
        Map<Dataset, @Nullable Object[]> filled = new LinkedHashMap<>();
        catalogue.datasets().forEach(dataset -> {
            blank.put(dataset, row(dataset, false));
            filled.put(dataset, row(dataset, true));
        });
        try {
            for (Map<Dataset, @Nullable Object[]> rows : List.of(blank, filled)) {
                var headline = new Headlines(catalogue, store, PERIOD);
                headline.add(indicator, indicator.timing());
                headline.over(rows)
                        .forEach(one -> one.figure(catalogue.organisation().id(), ""));
            }
            return Optional.empty();
        } catch (NotRecomputableException e) {
            return Optional.of(e.what());
        } catch (ArithmeticException e) {
            // The rows are made up; that a number is too large says nothing of real ones.
            return Optional.empty();
        } catch (IllegalArgumentException | ClassCastException | DateTimeException e) {
            return Optional.of("values of kinds that only the database puts together");
        }
    }

    private static @Nullable Object[] row(Dataset dataset, boolean filled) {
        var row = new ArrayList<@Nullable Object>(List.of("team", 2L));
        dataset.columns().forEach(column -> row.add(filled ? example(column) : null));
        row.addAll(List.of(PERIOD.toString(), 0L));
        return row.toArray();
    }

    private static Object example(Column column) {
        return switch (column.type()) {
            case TEXT -> "?";
            case CODE -> column.codes().keySet().stream().findFirst().orElse("?");
            case DATE, MONTH -> day();
            case DATETIME -> day().atTime(LocalTime.NOON);
            case YES_NO -> true;
            case INTEGER -> 1L;
            case DECIMAL, MONEY -> BigDecimal.ONE;
        };
    }

    private static LocalDate day() {
        return PERIOD.firstDay();
    }
}
