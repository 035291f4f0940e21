package org.scrutineer.web.runs;

import java.util.List;
import java.util.stream.Stream;
import org.scrutineer.pipeline.PeriodChanges;
import org.scrutineer.publication.ChangedFigures.ChangedFigure;

/**
 * What a run changed, or would change, of what had been published.
 *
 * @param summary in a sentence
 * @param told those that matter most first
 * @param untold how many more there are
 */
record ChangesView(String summary, List<Figure> told, int untold) {

    private static final int TOLD = 50;

    ChangesView {
        told = List.copyOf(told);
    }

    /**
     * A figure.
     *
     * @param why the clauses of it, joined
     */
    record Figure(String name, String of, String before, String now, String why) {}

    static ChangesView of(PeriodChanges changes, boolean publishedBefore) {
        List<ChangedFigure> headlines = changes.headlines();
        List<Figure> all = Stream.concat(
                        headlines.stream(), changes.changed().stream().filter(figure -> !headlines.contains(figure)))
                .map(figure -> new Figure(
                        figure.name() + " (" + figure.indicator() + ")",
                        figure.of() + ", " + figure.timing(),
                        figure.before(),
                        figure.now(),
                        String.join("; ", figure.why())))
                .toList();
        return new ChangesView(
                publishedBefore
                        ? RunWords.number(all.size()) + " of " + RunWords.count(changes.figures(), "figure")
                                + (all.size() == 1 ? " is" : " are") + " not what was published before."
                        : RunWords.count(changes.figures(), "figure") + "; nothing was published before.",
                all.stream().limit(TOLD).toList(),
                Math.max(0, all.size() - TOLD));
    }
}
