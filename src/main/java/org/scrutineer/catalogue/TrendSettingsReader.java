package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code trends.yaml}; where there is none, or a key is left out, it is as Making Data Count has it. */
final class TrendSettingsReader {

    private final Set<String> indicators = new TreeSet<>();
    private final Problems problems;

    TrendSettingsReader(Indicators indicators, Problems problems) {
        indicators.all().forEach(indicator -> this.indicators.add(indicator.id()));
        this.problems = problems;
    }

    TrendSettings read(CatalogueFiles files) {
        return files.yaml("trends.yaml", "trends").map(this::settings).orElse(TrendSettings.MAKING_DATA_COUNT);
    }

    private TrendSettings settings(Entry root) {
        TrendSettings usual = TrendSettings.MAKING_DATA_COUNT;
        int fewest = root.wholeNumber("fewest-points").orElse(usual.fewestPoints());
        int most = root.wholeNumber("most-points").orElse(usual.mostPoints());
        root.at("most-points")
                .filter(said -> most < fewest)
                .ifPresent(said -> problems.add(said, "a number that is not below fewest-points, " + fewest));
        return new TrendSettings(
                root.text("profile").orElse(usual.profile()),
                root.at("screen-moving-ranges").isEmpty() ? usual.screened() : root.isTrue("screen-moving-ranges"),
                root.wholeNumber("limits-from-first").orElse(null),
                root.wholeNumber("points-in-a-shift").orElse(usual.pointsInShift()),
                root.wholeNumber("points-in-a-trend").orElse(usual.pointsInTrend()),
                root.choice("equal-neighbours", TrendSettings.EqualNeighbours.class)
                        .orElse(usual.equalNeighbours()),
                fewest,
                most,
                rebases(root));
    }

    private List<TrendSettings.Rebase> rebases(Entry root) {
        Map<List<Object>, Place> before = new HashMap<>();
        var rebases = new ArrayList<TrendSettings.Rebase>();
        for (Entry entry : root.entries("rebasing")) {
            Optional<Entry> indicator = entry.scalar("indicator");
            indicator
                    .filter(code -> !indicators.contains(code.written()))
                    .ifPresent(code -> problems.unknown(code, "indicators", indicators));
            Optional<ReportingPeriod> from = Dates.period(entry, "from", problems);
            if (indicator.isPresent() && from.isPresent()) {
                Place first = before.putIfAbsent(
                        List.of(indicator.get().written(), from.get()),
                        indicator.get().place());
                if (first != null) {
                    problems.add(
                            indicator.get(),
                            "each indicator once for a month; it is on line " + first.line() + " already");
                }
                rebases.add(new TrendSettings.Rebase(
                        indicator.get().written(), from.get(), entry.textOrEmpty("reason"), entry.place()));
            }
        }
        return rebases;
    }
}
