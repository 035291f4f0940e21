package org.scrutineer.disclosure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.disclosure.PrintedFigures.Told;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;

/** Tells a person what an attacker found, and from what. */
final class LeakReport {

    /** How many of the figures that give a number away are named. */
    private static final int NAMED = 6;

    /** How many leaks are told with what they follow from, which takes a while: once these are closed most others are. */
    private static final int TOLD = 10;

    private final Catalogue catalogue;
    private final Tables tables;
    private final List<Told> before;
    private final List<Told> all;

    LeakReport(Catalogue catalogue, Tables tables, List<Told> before, List<Told> all) {
        this.catalogue = catalogue;
        this.tables = tables;
        this.before = before;
        this.all = all;
    }

    /** What can be worked out from all that was told and could not be from what was told before; the first of it. */
    List<Leak> leaks() {
        var attacker = new Attacker(tables, all);
        List<Cell> found = attacker.found();
        if (found.isEmpty()) {
            return List.of();
        }
        Set<Cell> knownBefore = new LinkedHashSet<>(new Attacker(tables, before).found());
        return found.stream()
                .filter(cell -> !knownBefore.contains(cell))
                .limit(TOLD)
                .map(cell -> leak(cell, attacker))
                .toList();
    }

    private Leak leak(Cell cell, Attacker attacker) {
        List<String> giveaways =
                attacker.giveaways(cell).stream().map(this::named).distinct().toList();
        String known = attacker.isExact(cell) ? "exactly" : "too closely";
        String from = giveaways.isEmpty()
                ? "how it is printed"
                : FigureWords.list(giveaways.stream().limit(NAMED).toList())
                        + (giveaways.size() > NAMED ? " (and " + (giveaways.size() - NAMED) + " more)" : "");
        return new Leak(
                cell.figure(),
                giveaways,
                sentenceCase(named(cell)) + (cell.isPrinted() ? " is hidden" : " is printed nowhere and small")
                        + ", but can be known " + known + " from " + from
                        + ". Leave one of these out of the publication, or the figure for some of its parts.");
    }

    private static String sentenceCase(String words) {
        return FigureWords.sentenceCase(words);
    }

    private String named(Cell cell) {
        FigureKey key = cell.figure();
        String indicator = catalogue
                .definition(key.indicator(), key.period())
                .map(Indicator::name)
                .map(name -> key.indicator() + " " + name)
                .orElse(key.indicator());
        return "the " + cell.part() + " of " + indicator + ", " + whose(key) + ", " + FigureWords.timing(key.timing())
                + ", " + key.period();
    }

    private String whose(FigureKey key) {
        Organisation organisation = catalogue.organisation();
        String authority = key.authority().equals(IndicatorValue.ALL)
                ? ""
                : key.authority().equals(IndicatorValue.NEITHER)
                        ? ", another authority or not known"
                        : ", " + key.authority();
        return name(organisation, key.organisation()) + authority;
    }

    private static String name(Organisation organisation, String id) {
        return organisation.services().stream()
                .filter(service -> service.id().equals(id))
                .map(Organisation.Service::name)
                .findFirst()
                .orElseGet(() -> organisation.senderName(id));
    }
}
