package org.scrutineer.publication;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.commentary.FigureInQuestion;
import org.scrutineer.indicators.IndicatorValue;

/** A run's figures as one audience may have them. */
record Report(RunFigures figures, Audience audience) {

    private static final int LONGEST_SHEET_NAME = 31;

    /** The indicators it shows, in the order it wants them. */
    List<Indicator> indicators() {
        List<Indicator> defined = figures.catalogue().indicators(figures.period());
        return audience.indicators().isEmpty() ? defined : chosen(defined, audience.indicators());
    }

    /** Those of its indicators whose figures are to be explained. */
    List<FigureInQuestion> inQuestion() {
        List<Indicator> own = indicators();
        return figures.inQuestion().stream()
                .filter(figure -> own.contains(figure.indicator()))
                .toList();
    }

    /** The indicators its sheet Establishment shows side by side. */
    List<Indicator> establishment() {
        return chosen(figures.catalogue().indicators(figures.period()), audience.establishment());
    }

    private static List<Indicator> chosen(List<Indicator> defined, List<String> codes) {
        return codes.stream()
                .flatMap(code ->
                        defined.stream().filter(indicator -> indicator.id().equals(code)))
                .toList();
    }

    /** An indicator for the whole organisation, of its main timing. */
    IndicatorValue whole(Indicator indicator) {
        return figures.value(indicator, figures.whole(), indicator.timing())
                .orElseThrow(() -> new IllegalStateException("run " + figures.run() + ", " + figures.period()
                        + ": no figure was calculated for " + indicator.id()));
    }

    /** Its indicators by theme, in the order the themes first occur. */
    Map<String, List<Indicator>> themes() {
        return indicators().stream()
                .collect(Collectors.groupingBy(Indicator::theme, LinkedHashMap::new, Collectors.toList()));
    }

    /** For each theme a name Excel accepts, different from all others and from those already taken. */
    Map<String, String> themeSheets(Set<String> taken) {
        Set<String> used = new HashSet<>();
        taken.forEach(name -> used.add(name.toLowerCase(Locale.ROOT)));
        Map<String, String> names = new LinkedHashMap<>();
        for (String theme : themes().keySet()) {
            String name = sheetName(theme, "");
            for (int next = 2; !used.add(name.toLowerCase(Locale.ROOT)); next++) {
                name = sheetName(theme, " " + next);
            }
            names.put(theme, name);
        }
        return names;
    }

    private static String sheetName(String theme, String suffix) {
        String allowed = theme.replaceAll("[:\\\\/?*\\[\\]\\p{Cntrl}]+", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^[' ]+|[' ]+$", "");
        String name = allowed.isEmpty() ? "Theme" : allowed;
        int room = LONGEST_SHEET_NAME - suffix.length();
        if (name.length() > room) {
            int lastWord = name.lastIndexOf(' ', room - 1);
            name = name.substring(0, lastWord > room / 2 ? lastWord : room - 1).replaceAll("[' ,]+$", "") + "\u2026";
        }
        return name + suffix;
    }
}
