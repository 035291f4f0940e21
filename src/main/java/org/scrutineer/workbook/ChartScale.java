package org.scrutineer.workbook;

import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The numbers an axis begins and ends with: from a little below the lowest to a little above the highest, as from 0 on
 * most courses would look flat.
 *
 * @param unit between two marks
 */
record ChartScale(double from, double to, double unit) {

    /** None where the numbers are all the same, or there are none. */
    static Optional<ChartScale> of(DoubleStream numbers) {
        DoubleSummaryStatistics drawn = numbers.summaryStatistics();
        double range = drawn.getMax() - drawn.getMin();
        if (drawn.getCount() == 0 || range <= 0) {
            return Optional.empty();
        }
        double step = Math.pow(10, Math.floor(Math.log10(range)));
        double unit = range / step > 5 ? step : range / step > 2 ? step / 2 : step / 5;
        return Optional.of(new ChartScale(
                unit * Math.floor(drawn.getMin() / unit), unit * Math.ceil(drawn.getMax() / unit), unit));
    }
}
