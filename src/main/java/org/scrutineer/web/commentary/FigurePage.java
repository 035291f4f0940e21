package org.scrutineer.web.commentary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.commentary.Doubt;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.commentary.FigureInQuestion;
import org.scrutineer.commentary.Written;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.web.Times;

/**
 * A figure to be explained.
 *
 * @param facts how it stands
 * @param before what was said of an earlier figure; null where nothing was
 * @param standing where the explanation that is shown comes from, as a sentence; empty where there is none
 * @param questions what readers may ask about it
 */
record FigurePage(
        String code,
        String name,
        String definition,
        List<Fact> facts,
        @Nullable Said before,
        String standing,
        List<Question> questions) {

    record Fact(String label, String text) {}

    /** @param texts what was said, each with what it is */
    record Said(String heading, List<Fact> texts) {}

    /** @param words that raise the question */
    record Question(String words, String sentence) {}

    static FigurePage of(FigureInQuestion figure, Optional<Written> newest, List<Doubt> doubts, Times times) {
        Optional<Written> pending = newest.filter(Written::pending);
        return new FigurePage(
                figure.indicator().id(),
                figure.indicator().name(),
                figure.indicator().definition(),
                Stream.of(
                                new Fact("Figure", figure.printed()),
                                new Fact("Rating", figure.ratingReason()),
                                new Fact(
                                        "Direction of travel",
                                        figure.trend()
                                                .map(trend -> trend.sentence())
                                                .orElse("")))
                        .filter(fact -> !fact.text().isEmpty())
                        .toList(),
                before(figure, pending),
                pending.filter(one -> isOfThis(one, figure))
                        .map(one -> one.writer() + " wrote this at " + times.moment(one.at())
                                + ". The next run takes it up.")
                        .orElseGet(() -> figure.explanation()
                                .map(said -> "This is what the newest run has printed.")
                                .orElse("")),
                doubts.stream().map(FigurePage::question).toList());
    }

    /** What stands in the form when the page is opened: what was written of this very figure. */
    static Optional<Explanation> current(FigureInQuestion figure, Optional<Written> newest) {
        return newest.filter(Written::pending)
                .filter(one -> isOfThis(one, figure))
                .map(Written::explanation)
                .or(figure::explanation);
    }

    private static boolean isOfThis(Written written, FigureInQuestion figure) {
        return written.explanation().figure().equals(figure.printed());
    }

    private static @Nullable Said before(FigureInQuestion figure, Optional<Written> pending) {
        return pending.filter(one -> !isOfThis(one, figure))
                .map(Written::explanation)
                .or(figure::stale)
                .map(old -> said("This was said when the figure was " + old.figure(), old))
                .orElse(null);
    }

    static Said said(String heading, Explanation said) {
        return new Said(
                heading,
                Stream.of(
                                new Fact("Why", text(said.why())),
                                new Fact("Action", text(said.action())),
                                new Fact("By whom", text(said.byWhom())),
                                new Fact("By when", said.byWhen() == null ? "" : FigureWords.date(said.byWhen())),
                                new Fact(
                                        "Expected back on target",
                                        said.onTarget() == null
                                                ? ""
                                                : said.onTarget().title()))
                        .filter(fact -> !fact.text().isEmpty())
                        .collect(Collectors.toList()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Question question(Doubt doubt) {
        return new Question(doubt.words(), FigureWords.sentenceCase(doubt.expected()) + ". " + doubt.remedy());
    }
}
