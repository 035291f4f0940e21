package org.scrutineer.web.indicators;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.trends.DrawnPoint;
import org.scrutineer.trends.PrintedLimits;

/**
 * A line chart of a series with the average, limits and target it is held against, as the coordinates that a template
 * draws. Lines differ by their strokes and points by their shape, so that no colour is needed to tell them apart.
 *
 * @param description what it shows, for those who do not see it
 * @param ticks lines across with their numbers
 * @param months labels below
 * @param values the runs of values without a gap, each as {@code x,y x,y}
 * @param dots points of values that may be chance
 * @param marks points of those that are unlikely to be
 */
record Chart(
        String title,
        String description,
        List<Tick> ticks,
        List<Tick> months,
        List<String> values,
        List<String> averages,
        List<String> limits,
        List<String> targets,
        List<Spot> dots,
        List<Spot> marks) {

    static final int WIDTH = 560;
    static final int HEIGHT = 300;

    private static final int LEFT = 66;
    private static final int RIGHT = 24;
    private static final int TOP = 14;
    private static final int BOTTOM = 34;
    private static final int TICKS = 5;
    private static final int LABELS = 4;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);

    /** A label, at a place along its axis. */
    record Tick(String at, String label) {}

    record Spot(String x, String y) {}

    /** What is drawn, from the number at the bottom to the one at the top. */
    private record Scale(double lowest, double highest, double step) {

        static Scale of(List<DrawnPoint> points) {
            List<Double> drawn = points.stream()
                    .flatMap(point -> Stream.of(
                            Optional.of(point.value()),
                            point.limits().map(PrintedLimits::lower),
                            point.limits().map(PrintedLimits::upper),
                            point.target()))
                    .flatMap(Optional::stream)
                    .map(BigDecimal::doubleValue)
                    .toList();
            double lowest =
                    drawn.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            double highest =
                    drawn.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            double span = highest > lowest ? highest - lowest : Math.max(1, Math.abs(highest) / TICKS);
            double step = round(span / TICKS);
            return new Scale(
                    Math.floor(lowest / step) * step,
                    Math.max(1, Math.ceil(highest / step) - Math.floor(lowest / step)) * step
                            + Math.floor(lowest / step) * step,
                    step);
        }

        /** The next of 1, 2 and 5 with some zeros. */
        private static double round(double rough) {
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            for (double nice : List.of(1.0, 2.0, 5.0)) {
                if (nice * power >= rough) {
                    return nice * power;
                }
            }
            return 10 * power;
        }

        double y(double value) {
            return HEIGHT - BOTTOM - (value - lowest) / (highest - lowest) * (HEIGHT - TOP - BOTTOM);
        }

        List<Tick> ticks() {
            int decimals = (int) Math.max(0, -Math.floor(Math.log10(step)));
            var ticks = new ArrayList<Tick>();
            for (int i = 0; lowest + i * step <= highest + step / 2; i++) {
                double value = lowest + i * step;
                ticks.add(new Tick(coordinate(y(value)), FigureWords.number(BigDecimal.valueOf(value), decimals)));
            }
            return ticks;
        }
    }

    /** @param points at least two, oldest first */
    static Chart of(Indicator indicator, List<DrawnPoint> points, String sentence) {
        Scale scale = Scale.of(points);
        DrawnPoint first = points.get(0);
        DrawnPoint last = points.get(points.size() - 1);
        return new Chart(
                indicator.name() + " (" + indicator.id() + ")",
                "Line chart from " + first.period().title() + " to "
                        + last.period().title() + ", with its average, limits and target where it has them. " + sentence
                        + " The values are in the table with the chart.",
                scale.ticks(),
                months(points),
                lines(points, scale, point -> Optional.of(point.value())),
                lines(points, scale, DrawnPoint::average),
                Stream.of(
                                lines(points, scale, point -> point.limits().map(PrintedLimits::lower)),
                                lines(points, scale, point -> point.limits().map(PrintedLimits::upper)))
                        .flatMap(List::stream)
                        .toList(),
                lines(points, scale, DrawnPoint::target),
                spots(points, scale, false),
                spots(points, scale, true));
    }

    private static List<Spot> spots(List<DrawnPoint> points, Scale scale, boolean marked) {
        return points.stream()
                .filter(point -> point.isMarked() == marked)
                .map(point -> new Spot(
                        coordinate(x(points, point)),
                        coordinate(scale.y(point.value().doubleValue()))))
                .toList();
    }

    /** A line for each stretch in which no value is lacking; one value alone makes none. */
    private static List<String> lines(
            List<DrawnPoint> points, Scale scale, Function<DrawnPoint, Optional<BigDecimal>> drawn) {
        long step = step(points);
        var lines = new ArrayList<String>();
        var line = new ArrayList<String>();
        for (int i = 0; i < points.size(); i++) {
            DrawnPoint point = points.get(i);
            Optional<BigDecimal> value = drawn.apply(point);
            boolean follows = i > 0 && months(points.get(i - 1), point) <= step;
            if (!follows || value.isEmpty()) {
                end(line, lines);
            }
            value.ifPresent(
                    number -> line.add(coordinate(x(points, point)) + "," + coordinate(scale.y(number.doubleValue()))));
        }
        end(line, lines);
        return lines;
    }

    private static void end(List<String> line, List<String> lines) {
        if (line.size() > 1) {
            lines.add(String.join(" ", line));
        }
        line.clear();
    }

    /** How many months lie between two points where none is lacking. */
    private static long step(List<DrawnPoint> points) {
        long step = Long.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            step = Math.min(step, months(points.get(i - 1), points.get(i)));
        }
        return step;
    }

    private static List<Tick> months(List<DrawnPoint> points) {
        var months = new ArrayList<Tick>();
        int parts = Math.min(LABELS, points.size()) - 1;
        for (int i = 0; i <= parts; i++) {
            DrawnPoint point = points.get(i * (points.size() - 1) / parts);
            months.add(new Tick(
                    coordinate(x(points, point)), MONTH.format(point.period().month())));
        }
        return months;
    }

    private static double x(List<DrawnPoint> points, DrawnPoint point) {
        long all = months(points.get(0), points.get(points.size() - 1));
        return LEFT + (double) months(points.get(0), point) / all * (WIDTH - LEFT - RIGHT);
    }

    private static long months(DrawnPoint from, DrawnPoint to) {
        return ChronoUnit.MONTHS.between(from.period().month(), to.period().month());
    }

    private static String coordinate(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
