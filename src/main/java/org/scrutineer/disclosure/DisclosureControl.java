package org.scrutineer.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.disclosure.PrintedFigures.Told;
import org.springframework.stereotype.Service;

/**
 * Decides what public audiences may be told. All public releases of a run go through it at once: what one shows must not
 * give away what another hides, nor what an earlier one hid.
 */
@Service
public class DisclosureControl {

    private final Catalogue catalogue;
    private final PrintedFigures printed;

    DisclosureControl(Catalogue catalogue, PrintedFigures printed) {
        this.catalogue = catalogue;
        this.printed = printed;
    }

    /**
     * Hides what must be hidden of a run's public releases. The same run with the same figures gets the same answer.
     *
     * @param run its number; what was published by earlier runs counts
     * @return in the order asked
     */
    public List<ControlledRelease> control(int run, List<PublicRelease> releases) {
        return releases.isEmpty() ? List.of() : control(catalogue, printed.before(run), releases);
    }

    static List<ControlledRelease> control(Catalogue catalogue, List<Told> before, List<PublicRelease> releases) {
        List<Map<TrueFigure, Set<Rule>>> told = told(before);
        Map<TrueFigure, Set<Rule>> now = new LinkedHashMap<>();
        for (PublicRelease release : releases) {
            for (TrueFigure figure : release.figures()) {
                now.computeIfAbsent(figure, first -> new LinkedHashSet<>()).add(Rule.of(release.profile()));
            }
        }
        told.add(now);
        return new Printing(Tables.of(catalogue, told), before, releases).releases();
    }

    /**
     * Tries to work out every hidden number from the releases and everything published before.
     *
     * @throws ReleaseRefusedException where it can, and could not before
     */
    public void attack(int run, List<ControlledRelease> releases) {
        if (releases.isEmpty()) {
            return;
        }
        List<Leak> leaks = leaks(catalogue, printed.before(run), told(run, releases));
        if (!leaks.isEmpty()) {
            throw new ReleaseRefusedException(leaks);
        }
    }

    static List<Leak> leaks(Catalogue catalogue, List<Told> before, List<Told> now) {
        var all = new ArrayList<Told>(before);
        all.addAll(now);
        return new LeakReport(catalogue, tables(catalogue, all), before, all).leaks();
    }

    static List<Told> told(int run, List<ControlledRelease> releases) {
        return releases.stream()
                .flatMap(release ->
                        release.figures().stream().map(figure -> new Told(run, figure, Rule.of(release.profile()))))
                .toList();
    }

    /** Keeps what a run has published, in place of anything it had published, for those who come after. */
    public void published(int run, List<ControlledRelease> releases) {
        printed.replace(run, releases);
    }

    static Tables tables(Catalogue catalogue, List<Told> all) {
        return Tables.of(catalogue, told(all));
    }

    /** What each run told, oldest first. */
    private static List<Map<TrueFigure, Set<Rule>>> told(List<Told> all) {
        Map<Integer, Map<TrueFigure, Set<Rule>>> byRun = new LinkedHashMap<>();
        for (Told one : all) {
            byRun.computeIfAbsent(one.run(), first -> new LinkedHashMap<>())
                    .computeIfAbsent(one.figure().truth(), first -> new LinkedHashSet<>())
                    .add(one.rule());
        }
        return new ArrayList<>(byRun.values());
    }
}
