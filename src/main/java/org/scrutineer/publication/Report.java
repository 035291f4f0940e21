package org.scrutineer.publication;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.commentary.FigureInQuestion;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.workbook.OutputWorkbook.Cell;

/**
 * A run's figures as one audience may have them.
 *
 * @param figures without those it may not have
 */
record Report(RunFigures figures, Audience audience) {

    private static final int LONGEST_SHEET_NAME = 31;

    /** @param run all of a run's figures */
    static Report of(RunFigures run, Audience audience) {
        return new Report(AudienceScope.of(run, audience), audience);
    }

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

    /** The indicators of a table of its sheet Establishment; none where none of them is defined in the period. */
    List<Indicator> indicators(Audience.SideBySide table) {
        return chosen(figures.catalogue().indicators(figures.period()), table.indicators());
    }

    private static List<Indicator> chosen(List<Indicator> defined, List<String> codes) {
        return codes.stream()
                .flatMap(code ->
                        defined.stream().filter(indicator -> indicator.id().equals(code)))
                .toList();
    }

    /**
     * Whom the report is about as to an indicator: the whole organisation or, where the audience is a single authority and
     * returns tell it from the others, that authority's part.
     */
    Part main(Indicator indicator) {
        if (!isOfOneAuthority()) {
            return figures.whole();
        }
        return authorities().stream()
                .filter(part ->
                        figures.value(indicator, part, indicator.timing()).isPresent())
                .findFirst()
                .orElse(figures.whole());
    }

    /** The authorities whose parts it tells. */
    List<Part> authorities() {
        return figures.authorities().stream()
                .filter(part -> audience.authority() == null || part.authority().equals(audience.authority()))
                .toList();
    }

    /** The services and teams it tells of. */
    List<Part> servicesAndTeams() {
        return figures.servicesAndTeams().stream()
                .filter(part -> audience.levels().contains(part.level()))
                .toList();
    }

    /** What is printed otherwise than before, of the figures it shows. */
    List<Restatement> restatements() {
        Set<String> codes = indicators().stream().map(Indicator::id).collect(Collectors.toSet());
        Set<List<String>> parts = Stream.of(List.of(figures.whole()), authorities(), servicesAndTeams())
                .flatMap(List::stream)
                .map(part -> List.of(part.organisation(), part.authority()))
                .collect(Collectors.toSet());
        return figures.restatements().all().stream()
                .filter(restatement -> codes.contains(restatement.now().indicator()))
                .filter(restatement -> parts.contains(List.of(
                        restatement.now().organisation(), restatement.now().authority())))
                .toList();
    }

    /** Which of its teams took the place of others, and since when, as sentences: before that, figures are those of the others. */
    List<String> formerTeams() {
        Set<String> shown = servicesAndTeams().stream().map(Part::organisation).collect(Collectors.toSet());
        return figures.catalogue().organisation().teams().stream()
                .filter(team -> shown.contains(team.id()) && !team.formerly().isEmpty())
                .filter(team -> team.validFrom() != null
                        && !team.validFrom().isAfter(figures.period().lastDay()))
                .map(team -> team.name() + " took the place of "
                        + FigureWords.list(
                                team.formerly().stream().map(figures::teamName).toList())
                        + " on " + FigureWords.date(Objects.requireNonNull(team.validFrom()))
                        + "; what is shown of it before that day is theirs"
                        + (team.formerly().size() == 1 ? "." : " together."))
                .toList();
    }

    boolean isOfOneAuthority() {
        return audience.authority() != null;
    }

    /**
     * The cell of a figure's value: a formula over those beside it, or the value alone where some figures are hidden and
     * no cell may tell of another.
     *
     * @param numerator the numerator's column, from 0; the denominator stands in the next one
     */
    Cell value(Indicator indicator, IndicatorValue figure, int numerator) {
        return audience.disclosure() == null
                ? FigureCells.quotient(indicator, figure, numerator)
                : FigureCells.value(indicator, figure);
    }

    boolean has(Audience.Sheet sheet) {
        return audience.sheets().contains(sheet);
    }

    boolean isPaper() {
        return audience.columns() == Audience.Columns.PAPER;
    }

    /** Whom most of its figures are about, in words. */
    String subject() {
        return audience.authority() == null
                ? "the whole organisation"
                : authorities().stream()
                        .map(Part::authorityName)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("run " + figures.run() + ", " + figures.period()
                                + ": no authority " + audience.authority() + " for " + audience.id()));
    }

    /** The figure of an indicator, of its main timing, for whom the report is about. */
    IndicatorValue figure(Indicator indicator) {
        return figures.value(indicator, main(indicator), indicator.timing())
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
