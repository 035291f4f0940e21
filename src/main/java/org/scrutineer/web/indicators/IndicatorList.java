package org.scrutineer.web.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.publication.ToldFigure;
import org.scrutineer.trends.Trend;
import org.scrutineer.trends.Variation;

/** All figures of a part of the organisation, theme by theme. */
record IndicatorList(List<Theme> themes) {

    record Theme(String name, List<Row> rows) {}

    /**
     * A figure.
     *
     * @param remark empty where there is nothing to be known of it
     * @param target empty where it has none
     * @param rating null where it is not rated
     * @param direction what its course says; empty where nothing is known
     */
    record Row(
            String code,
            String name,
            String value,
            String remark,
            String target,
            @Nullable Tag rating,
            String direction) {}

    static IndicatorList of(Shown shown) {
        Map<String, List<Row>> themes = shown.indicators().stream()
                .collect(Collectors.groupingBy(
                        Indicator::theme,
                        LinkedHashMap::new,
                        Collectors.mapping(indicator -> row(shown, indicator), Collectors.toList())));
        return new IndicatorList(themes.entrySet().stream()
                .map(theme -> new Theme(theme.getKey(), theme.getValue()))
                .toList());
    }

    private static Row row(Shown shown, Indicator indicator) {
        ToldFigure told = shown.main(indicator).orElseThrow();
        return new Row(
                indicator.id(),
                indicator.name(),
                FigureText.value(indicator, told.figure()),
                FigureText.remark(indicator, told),
                told.target().map(FigureWords::exact).orElse(""),
                told.rating().map(Tag::of).orElse(null),
                direction(shown, indicator, told));
    }

    /** A sentence where the course is known, or else what was printed of it. */
    static String direction(Shown shown, Indicator indicator, ToldFigure told) {
        return shown.courses()
                .flatMap(book -> book.course(indicator.id(), shown.part(), shown.authority()))
                .map(Trend::sentence)
                .orElseGet(() -> told.direction().map(Variation::words).orElse(""));
    }
}
