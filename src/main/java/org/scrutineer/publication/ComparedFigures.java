package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Organisation.Authority;
import org.scrutineer.catalogue.PublishedAreas;
import org.scrutineer.indicators.Comparators;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.PublishedComparator;
import org.scrutineer.indicators.PublishedComparator.Kind;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;

/** What others published, as sheets show it: whole on the sheet Comparisons, in short on the scorecard. */
final class ComparedFigures {

    private final Report report;
    private final RunFigures figures;
    private final Comparators comparators;

    ComparedFigures(Report report) {
        this.report = report;
        this.figures = report.figures();
        this.comparators = Comparators.of(figures.catalogue(), figures.period());
    }

    /** Which published figure a column of the scorecard shows. */
    private record Column(Header header, Kind kind, String authority) {

        boolean shows(PublishedComparator comparator) {
            return comparator.kind() == kind && comparator.authority().equals(authority);
        }
    }

    List<PublishedComparator> of(Indicator indicator) {
        return comparators.of(indicator).stream()
                .filter(comparator -> isOwn(comparator.authority()))
                .toList();
    }

    /** What is compared with one authority alone is nothing to a report to another. */
    private boolean isOwn(String authority) {
        return !report.isOfOneAuthority()
                || authority.equals(IndicatorValue.ALL)
                || report.authorities().stream()
                        .anyMatch(part -> part.authority().equals(authority));
    }

    static Cell value(PublishedComparator comparator) {
        return comparator.value() == null
                ? FigureCells.EMPTY
                : new Cell.Number(comparator.value(), comparator.decimals());
    }

    /**
     * Our figure beside a published one, which is about a year or a day: that of the last twelve months where there is one,
     * or else of the indicator's own timing; of the authority where it has a value, or else of whom the
     * report is about.
     */
    Ours ours(Indicator indicator, PublishedComparator comparator) {
        List<Part> parts = new ArrayList<>(report.authorities().stream()
                .filter(part -> part.authority().equals(comparator.authority()))
                .toList());
        parts.add(report.main(indicator));
        for (Part part : parts) {
            for (Timing timing : List.of(Timing.ROLLING_12_MONTHS, indicator.timing())) {
                Optional<IndicatorValue> figure =
                        figures.value(indicator, part, timing).filter(found -> found.value() != null);
                if (figure.isPresent()) {
                    return new Ours(part, figure.get());
                }
            }
        }
        return new Ours(report.main(indicator), report.figure(indicator));
    }

    /** A figure of ours, and the part of the organisation it is about. */
    record Ours(Part part, IndicatorValue figure) {}

    /** A sentence on authorities of ours that the model of areas like them does not know; none where it knows all. */
    Optional<String> withoutNeighbours() {
        List<String> names = comparators.withoutNeighbours().stream()
                .filter(authority -> isOwn(authority.id()))
                .map(Authority::name)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : areas().flatMap(PublishedAreas::neighbours)
                        .map(neighbours -> neighbours.name() + ": " + FigureWords.list(names)
                                + (names.size() == 1 ? " is" : " are") + " not in the list they are taken from ("
                                + neighbours.source().title() + "), so that there are none to compare with.");
    }

    /** Where the areas like ours are named, as a sentence. */
    Optional<String> sourceOfNeighbours() {
        return areas().flatMap(PublishedAreas::neighbours)
                .map(neighbours ->
                        neighbours.name() + " are named by " + FigureWords.source(neighbours.source()) + ".");
    }

    private Optional<PublishedAreas> areas() {
        return figures.catalogue().benchmarks().areas();
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        areas().ifPresent(areas -> {
            columns.add(new Column(new Header(areas.nation(), 10), Kind.NATION, IndicatorValue.ALL));
            columns.add(new Column(new Header(areas.region(), 10), Kind.REGION, IndicatorValue.ALL));
            areas.neighbours().ifPresent(neighbours -> {
                List<Authority> ours = figures.catalogue().organisation().authorities(figures.period());
                ours.stream()
                        .filter(authority -> isOwn(authority.id()))
                        .map(authority -> new Column(
                                new Header(neighbours.name() + (ours.size() == 1 ? "" : ": " + authority.name()), 18),
                                Kind.NEIGHBOURS,
                                authority.id()))
                        .forEach(columns::add);
            });
        });
        return columns;
    }

    /** What the nation is called that figures are compared with; none where nothing is. */
    Optional<String> nation() {
        return areas().map(PublishedAreas::nation);
    }

    /** What was published of the nation; none where nothing was. */
    Optional<PublishedComparator> nation(Indicator indicator) {
        return of(indicator).stream()
                .filter(comparator -> comparator.kind() == Kind.NATION)
                .findFirst();
    }

    /** The scorecard's columns; none where nothing is compared with. */
    List<Header> headers() {
        var headers = new ArrayList<>(columns().stream().map(Column::header).toList());
        if (!headers.isEmpty()) {
            headers.add(new Header("Published for", 16));
        }
        return headers;
    }

    /** Why cells under the headers may be empty. */
    Map<String, String> emptyMeans() {
        Map<String, String> meanings = new LinkedHashMap<>();
        headers()
                .forEach(header -> meanings.put(
                        header.text(), "nothing is published of that indicator, or not for the same year"));
        return meanings;
    }

    /** An indicator's cells under the headers: all about one year, which the last of them names. */
    List<Cell> cells(Indicator indicator) {
        List<PublishedComparator> published = of(indicator);
        var cells = new ArrayList<Cell>();
        for (Column column : columns()) {
            cells.add(published.stream()
                    .filter(column::shows)
                    .filter(one -> one.ends().equals(published.get(0).ends()))
                    .findFirst()
                    .map(ComparedFigures::value)
                    .orElse(FigureCells.EMPTY));
        }
        if (!cells.isEmpty()) {
            cells.add(FigureCells.text(published.stream()
                    .findFirst()
                    .map(first -> first.published(indicator))
                    .orElse("")));
        }
        return cells;
    }
}
