package org.scrutineer.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Basis;

/** What is to be remarked on how a figure of the whole goes together with those of other months. */
final class SeriesRemarks {

    private static final int MONTHS_OF_A_YEAR = 12;

    private final Report report;
    private final RunFigures figures;
    private final Catalogue catalogue;

    SeriesRemarks(Report report) {
        this.report = report;
        this.figures = report.figures();
        this.catalogue = figures.catalogue();
    }

    /** Whether a comparison or a longer figure beside this one is withheld because the definition changed. */
    boolean isBroken(Indicator indicator) {
        return catalogue.breakBefore(indicator).filter(this::isWithinAYear).isPresent()
                || !acrossBreak(indicator).isEmpty();
    }

    private boolean isWithinAYear(ReportingPeriod start) {
        return figures.period().compareTo(start.plusMonths(MONTHS_OF_A_YEAR)) < 0;
    }

    private List<Timing> acrossBreak(Indicator indicator) {
        return indicator.timings().stream()
                .filter(timing -> figures.isAcrossBreak(indicator, timing))
                .toList();
    }

    /** As sentences, in the order a reader needs them. */
    List<String> of(Indicator indicator) {
        var remarks = new ArrayList<String>();
        Optional<ReportingPeriod> start = catalogue.breakBefore(indicator);
        if (start.isPresent() && isBroken(indicator)) {
            remarks.add("The definition changed in " + start.get().title() + " [b]: nothing before it is compared.");
        }
        List<String> withheld = acrossBreak(indicator).stream()
                // What was frozen before the change is given all the same.
                .filter(timing -> whole(indicator, timing)
                        .filter(figure -> figure.value() == null)
                        .isPresent())
                .map(figures::timing)
                .toList();
        if (!withheld.isEmpty()) {
            remarks.add(FigureWords.list(withheld)
                    + (withheld.size() == 1
                            ? " is not given, as it would reach across the change."
                            : " are not given, as they would reach across the change."));
        }
        ReportingPeriod first = catalogue.seriesStart(indicator);
        if (start.isEmpty() && isWithinAYear(first)) {
            remarks.add("Not collected before " + first.title() + ".");
        }
        for (Timing timing : indicator.timings()) {
            whole(indicator, timing)
                    .filter(figure -> figure.basis() == Basis.MONTHS && figure.value() != null)
                    .ifPresent(figure -> remarks.add(figures.timing(timing) + ": from the stored figures of "
                            + FigureWords.count(earlierMonths(timing), "earlier month", "earlier months") + "."));
        }
        whole(indicator, Timing.YEAR).ifPresent(figure -> remarks.addAll(year(indicator, figure)));
        return remarks;
    }

    private Optional<IndicatorValue> whole(Indicator indicator, Timing timing) {
        return figures.value(indicator, report.main(indicator), timing);
    }

    private long earlierMonths(Timing timing) {
        return catalogue.calendar().months(timing, figures.period()).all().stream()
                .filter(month -> month.compareTo(figures.period()) < 0)
                .count();
    }

    private List<String> year(Indicator indicator, IndicatorValue figure) {
        var remarks = new ArrayList<String>();
        String year = figures.timing(Timing.YEAR);
        BigDecimal value = figure.value();
        if (indicator.timing() != Timing.YEAR && value != null) {
            remarks.add(year + ": " + FigureWords.value(indicator, figure)
                    + (figure.status() == IndicatorValue.Status.PROVISIONAL ? " [p]." : "."));
        }
        IndicatorValue.Outturn outturn = figure.outturn();
        if (outturn != null) {
            remarks.add(year + " is frozen as \"" + outturn.name() + "\""
                    + difference(indicator, value, outturn.recalculated()) + ".");
        }
        return remarks;
    }

    /** As printed: a reader is told of a difference that can be seen. */
    private static String difference(Indicator indicator, @Nullable BigDecimal frozen, @Nullable BigDecimal now) {
        if (now == null) {
            return frozen == null ? "" : "; calculated now it would not be available";
        }
        BigDecimal printed = now.setScale(indicator.decimals(), RoundingMode.HALF_UP);
        boolean same = frozen != null
                && frozen.setScale(indicator.decimals(), RoundingMode.HALF_UP).equals(printed);
        return same ? "" : "; calculated now it would be " + FigureWords.number(printed, indicator.decimals());
    }
}
