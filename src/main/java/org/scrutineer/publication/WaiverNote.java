package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;

/**
 * A note about a rule that was waived, for the figures that what breaks it may be in. Such notes follow those
 * that every workbook has.
 *
 * @param number from 1, as in {@code [note 9]}
 * @param text the rule, whose rows break it, and the reason, the owner and the expiry of the waiver
 * @param indicators the codes of the figures it touches
 */
record WaiverNote(int number, String text, Set<String> indicators) {

    WaiverNote {
        indicators = Set.copyOf(indicators);
    }

    String marker() {
        return Note.marker(number);
    }

    boolean touches(Indicator indicator) {
        return indicators.contains(indicator.id());
    }

    /** One for each waiver that touches one of the report's figures, in the order of the returns they were used in. */
    static List<WaiverNote> of(Report report) {
        Map<List<String>, List<Checking.Waived>> byWaiver = new LinkedHashMap<>();
        for (Checking.Waived waived : report.figures().checking().waived()) {
            if (report.indicators().stream().anyMatch(waived::touches)) {
                byWaiver.computeIfAbsent(List.of(waived.rule(), waived.waiver()), first -> new ArrayList<>())
                        .add(waived);
            }
        }
        var notes = new ArrayList<WaiverNote>();
        byWaiver.values().forEach(waived -> notes.add(of(report, Note.values().length + notes.size() + 1, waived)));
        return notes;
    }

    private static WaiverNote of(Report report, int number, Collection<Checking.Waived> waived) {
        RunFigures figures = report.figures();
        Checking.Waived first = waived.iterator().next();
        var teams = new LinkedHashSet<String>();
        var indicators = new LinkedHashSet<String>();
        int count = 0;
        for (Checking.Waived one : waived) {
            teams.add(figures.teamName(one.team()));
            indicators.addAll(one.indicators());
            count += one.count();
        }
        return new WaiverNote(
                number,
                "A rule was waived in returns of " + FigureWords.list(List.copyOf(teams))
                        + (report.audience().seesRows() ? ", " + FigureWords.count(count, "finding", "findings") : "")
                        + ": "
                        + FigureWords.said(figures.catalogue(), first.rule()) + ". " + first.waiver(),
                indicators);
    }
}
