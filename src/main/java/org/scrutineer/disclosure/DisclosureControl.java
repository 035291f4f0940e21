package org.scrutineer.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.disclosure.PrintedFigures.Teller;
import org.scrutineer.disclosure.PrintedFigures.Told;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides what public audiences may be told. All public releases of a run go through it at once: what one shows must not
 * give away what another hides, nor what an earlier one hid.
 */
@Service
public class DisclosureControl {

    private final Catalogue catalogue;
    private final PrintedFigures printed;
    private final TransactionTemplate joined;
    private final TransactionTemplate alone;
    private final TransactionTemplate inside;

    DisclosureControl(Catalogue catalogue, PrintedFigures printed, PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.printed = printed;
        this.joined = new TransactionTemplate(transactions);
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.inside = new TransactionTemplate(transactions);
        this.inside.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    /**
     * Hides what must be hidden of what a run tells the public, attacks it with everything told before, and keeps it as
     * told for all who come after. It is in the ledger when this returns, before anything of it is written: a run that
     * is cut off may have told it. The same run with the same figures gets the same answer.
     *
     * @param run its number
     * @return in the order asked
     * @throws ReleaseRefusedException where a hidden number could be worked out, and could not before; nothing is kept
     */
    public List<ControlledRelease> release(int run, List<PublicRelease> releases) {
        return releases.isEmpty()
                ? List.of()
                : Objects.requireNonNull(alone.execute(status -> released(Teller.RUN, run, releases)));
    }

    /**
     * The same for the answer to a question, in the caller's transaction: unless that is committed, nothing was told.
     *
     * @param answer its number
     * @throws ReleaseRefusedException as for a run
     */
    public ControlledRelease answer(int answer, PublicRelease release) {
        return Objects.requireNonNull(joined.execute(status -> released(Teller.ANSWER, answer, List.of(release))))
                .get(0);
    }

    /**
     * What a public audience was told of a period by the newest finished run before a run, of that period itself.
     *
     * @param audience its id
     */
    public List<PrintedFigure> toldBefore(int run, ReportingPeriod period, String audience) {
        return printed.lastOf(period, audience, run).stream()
                .map(Told::figure)
                .filter(figure -> figure.key().period().equals(period))
                .toList();
    }

    /**
     * Takes the release lock until the caller's transaction ends. Whoever holds it judges against everything that was
     * told, and nobody else tells anything meanwhile.
     */
    public void lock() {
        inside.executeWithoutResult(status -> printed.lock());
    }

    private List<ControlledRelease> released(Teller teller, int number, List<PublicRelease> releases) {
        printed.lock();
        int place = printed.place(teller, number).orElseGet(printed::next);
        List<Told> before = printed.before(place);
        List<ControlledRelease> controlled = control(catalogue, before, releases);
        var all = new ArrayList<>(before);
        all.addAll(told(place, controlled));
        refuse(leaks(catalogue, before, all));
        printed.replace(place, teller, number, controlled);
        return controlled;
    }

    private static void refuse(List<Leak> leaks) {
        if (!leaks.isEmpty()) {
            throw new ReleaseRefusedException(leaks);
        }
    }

    /**
     * Attacks once more what a run would tell a public audience, as is done before it is approved and before it is
     * issued: what was told since, and what today's attacker can do, counts too. Takes the release lock; in a transaction
     * of the caller's it is held until that ends, so that what becomes of the release is in the ledger before another one
     * is judged.
     *
     * <p>The attacker is given everything that runs and answers were ever made to tell, issued or not. What can be worked
     * out from what is out already is no reason to refuse: holding this back would help nobody.
     *
     * @param audience its id; of one that is not public nothing is asked
     * @param issued the numbers of the runs of which something public has been issued
     * @throws ReleaseRefusedException where a hidden number could be worked out with it, or where the ledger does not say
     *     what it would tell; its message is for the person who wants to release it
     */
    public void requireSafe(int run, String audience, Set<Integer> issued) {
        if (catalogue.audiences().stream().noneMatch(one -> one.id().equals(audience) && one.disclosure() != null)) {
            return;
        }
        joined.executeWithoutResult(status -> {
            printed.lock();
            Map<Integer, Integer> places = printed.placesOfRuns();
            Integer place = places.get(run);
            List<Told> all = printed.before(printed.next());
            List<Told> own = all.stream()
                    .filter(told -> Objects.equals(told.place(), place)
                            && told.audience().equals(audience))
                    .toList();
            if (own.isEmpty()) {
                throw new ReleaseRefusedException("The ledger does not say which figures run " + run + " tells "
                        + audience + ", so that nobody can tell whether they give a hidden number away. Run the period"
                        + " again, and release that run.");
            }
            Set<Integer> notOut = places.entrySet().stream()
                    .filter(entry -> entry.getKey() == run || !issued.contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.toSet());
            List<Told> out =
                    all.stream().filter(told -> !notOut.contains(told.place())).toList();
            refuse(leaks(catalogue, out, all));
        });
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
     * What can be worked out from all of it, and could not be from a part.
     *
     * @param known the part that is known already
     */
    static List<Leak> leaks(Catalogue catalogue, List<Told> known, List<Told> all) {
        return new LeakReport(catalogue, tables(catalogue, all), known, all).leaks();
    }

    static List<Told> told(int place, List<ControlledRelease> releases) {
        return releases.stream()
                .flatMap(release -> release.figures().stream()
                        .map(figure -> new Told(place, release.audience(), figure, Rule.of(release.profile()))))
                .toList();
    }

    static Tables tables(Catalogue catalogue, List<Told> all) {
        return Tables.of(catalogue, told(all));
    }

    /** What each release told, oldest first. */
    private static List<Map<TrueFigure, Set<Rule>>> told(List<Told> all) {
        Map<Integer, Map<TrueFigure, Set<Rule>>> byPlace = new LinkedHashMap<>();
        for (Told one : all) {
            byPlace.computeIfAbsent(one.place(), first -> new LinkedHashMap<>())
                    .computeIfAbsent(one.figure().truth(), first -> new LinkedHashSet<>())
                    .add(one.rule());
        }
        return new ArrayList<>(byPlace.values());
    }
}
