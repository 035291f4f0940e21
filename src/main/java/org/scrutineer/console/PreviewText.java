package org.scrutineer.console;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scrutineer.distribution.ExpectedMail;
import org.scrutineer.pipeline.PeriodChanges;
import org.scrutineer.pipeline.Preview;
import org.scrutineer.publication.ChangedFigures.ChangedFigure;

/** What a run would touch, and what one has changed, for people. */
final class PreviewText {

    /** Of the figures of parts so many are told one by one. */
    private static final int TOLD = 10;

    private PreviewText() {}

    static void print(Preview preview, PrintWriter out) {
        preview.notices().forEach(notice -> out.println("  " + notice.sentence()));
        if (preview.periods().isEmpty()) {
            out.println("There is nothing new to do; a run would touch nothing.");
        }
        preview.periods().forEach(period -> print(period, out));
        out.println();
        out.println("Nothing was stored, published or sent.");
    }

    private static void print(Preview.Period period, PrintWriter out) {
        out.println();
        out.println(period.period().title() + (period.published() ? "" : ", which has not been published before"));
        out.println("  Returns     " + Words.count(period.returns().size(), "return") + " to read");
        for (Preview.Return one : period.returns()) {
            out.println("              " + one.kind().words() + ": " + one.team() + ", " + one.fileName() + ": "
                    + one.verdict()
                    + (one.workingDaysLate() == 0
                            ? ""
                            : "; late by " + Words.count(one.workingDaysLate(), "working day")));
        }
        if (period.trouble().isEmpty()) {
            printFigures(period.changes(), period.published(), out);
        } else {
            out.println("  Figures     cannot be worked out. " + period.trouble());
        }
        out.println("  Workbooks   " + (period.audiences().isEmpty() ? "none" : String.join(", ", period.audiences())));
        printMails(period.mails(), out);
    }

    private static void printMails(List<ExpectedMail> mails, PrintWriter out) {
        if (mails.isEmpty()) {
            out.println("  Mail        none");
        }
        Map<Optional<String>, List<ExpectedMail>> byTime = mails.stream()
                .collect(Collectors.groupingBy(ExpectedMail::onceReleased, LinkedHashMap::new, Collectors.toList()));
        String label = "  Mail        ";
        for (var one : byTime.entrySet()) {
            out.println(label
                    + one.getKey()
                            .map(audience -> "once " + audience + " is released: ")
                            .orElse("with the run: ")
                    + one.getValue().stream()
                            .map(mail -> mail.recipient() + " (" + mail.kind().replace('-', ' ') + ")")
                            .collect(Collectors.joining("; ")));
            label = " ".repeat(label.length());
        }
    }

    private static void printFigures(PeriodChanges changes, boolean published, PrintWriter out) {
        if (published) {
            print(changes, out);
        } else {
            out.println("  Figures     " + Words.number(changes.figures()));
        }
    }

    /** How many figures are others than they were, those that matter most by name. */
    static void print(PeriodChanges changes, PrintWriter out) {
        List<ChangedFigure> changed = changes.changed();
        out.println(
                "  Changed     " + Words.number(changed.size()) + " of " + Words.count(changes.figures(), "figure"));
        List<ChangedFigure> headlines = changes.headlines();
        headlines.forEach(figure -> out.println("              " + sentence(figure)));
        List<ChangedFigure> others =
                changed.stream().filter(figure -> !headlines.contains(figure)).toList();
        others.stream().limit(TOLD).forEach(figure -> out.println("              " + sentence(figure)));
        if (others.size() > TOLD) {
            out.println("              and " + Words.count(others.size() - TOLD, "more figure")
                    + "; the sheet Restatements of the workbook lists them all");
        }
    }

    private static String sentence(ChangedFigure figure) {
        return figure.indicator() + " " + figure.name() + ", " + figure.of() + ", " + figure.timing() + ": "
                + figure.before() + " → " + figure.now() + ", as " + String.join("; ", figure.why());
    }
}
