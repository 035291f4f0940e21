package org.scrutineer.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.comparison.Comparison;
import org.scrutineer.comparison.Comparisons;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Submission;
import org.scrutineer.records.RowChanges;
import org.springframework.stereotype.Component;

/** Tells a team how what is wrong with its return stands to what it sent before. */
@Component
class SinceLastTime {

    /** Changes that are told one by one; the others are counted. */
    private static final int MOST_TOLD = 20;

    private final Catalogue catalogue;
    private final Comparisons comparisons;

    SinceLastTime(Catalogue catalogue, Comparisons comparisons) {
        this.catalogue = catalogue;
        this.comparisons = comparisons;
    }

    /**
     * @param lines sentences for the top of the list, e.g. {@code Since first.xlsx: 3 fixed, 1 still wrong, …}
     * @param beside for each finding a few words such as {@code Still wrong, third month}, blank where there are none;
     *     in the order of the findings
     */
    record Told(List<String> lines, List<String> beside) {

        Told {
            lines = List.copyOf(lines);
            beside = List.copyOf(beside);
        }
    }

    /** @param findings of the return, as the ledger has them: all, and in its order */
    Told tell(Submission submission, List<Finding> findings) {
        return comparisons
                .of(submission)
                .map(comparison -> new Told(lines(comparison), beside(comparison, findings.size())))
                .orElse(AnsweredFile.NOTHING_COMPARED);
    }

    private static List<String> beside(Comparison comparison, int findings) {
        return IntStream.range(0, findings)
                .mapToObj(place -> Optional.ofNullable(comparison.history().get(place))
                        .map(Comparison.History::words)
                        .orElse(""))
                .map(words -> words.isEmpty() ? "" : Phrase.capital(words))
                .toList();
    }

    private List<String> lines(Comparison comparison) {
        var lines = new ArrayList<String>();
        comparison.answer().ifPresent(lines::add);
        comparison.fixed().values().stream()
                .limit(MOST_TOLD)
                .forEach(finding -> lines.add("Fixed: " + finding.sentence()));
        if (comparison.fixed().size() > MOST_TOLD) {
            lines.add("Fixed: " + (comparison.fixed().size() - MOST_TOLD) + " more.");
        }
        List<String> changes = comparison.unasked().entrySet().stream()
                .flatMap(ofDataset -> ofDataset.getValue().first().stream()
                        .map(change -> change(dataset(ofDataset.getKey()), ofDataset.getKey(), change)))
                .toList();
        changes.stream().limit(MOST_TOLD).forEach(lines::add);
        long more = comparison.unaskedChanges() - Math.min(MOST_TOLD, changes.size());
        if (more > 0) {
            lines.add("Changed though not asked: " + more + " more.");
        }
        return lines;
    }

    private @Nullable Dataset dataset(String id) {
        return catalogue.datasets().stream()
                .filter(dataset -> dataset.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static String change(@Nullable Dataset dataset, String id, RowChanges.Change change) {
        String sheet = dataset == null ? id : dataset.sheets().get(0);
        String row = "sheet " + sheet + ", row "
                + (change.rowAfter() == null ? change.rowBefore() + " of the earlier return" : change.rowAfter())
                + " (" + change.key().replace(String.valueOf(RowChanges.KEY_SEPARATOR), ", ") + ")";
        String column = change.column();
        if (column == null) {
            return "Changed though not asked: " + row + " was " + (change.rowAfter() == null ? "removed." : "added.");
        }
        return "Changed though not asked: " + row + ", " + header(dataset, column) + ": " + shown(change.before())
                + " became " + shown(change.after()) + ".";
    }

    private static String header(@Nullable Dataset dataset, String column) {
        return Optional.ofNullable(dataset)
                .flatMap(known -> known.column(column))
                .map(known -> known.headers().get(0))
                .orElse(column);
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "blank" : "\"" + value + "\"";
    }
}
