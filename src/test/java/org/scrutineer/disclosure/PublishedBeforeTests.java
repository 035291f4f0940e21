package org.scrutineer.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.disclosure.Shire.APRIL;
import static org.scrutineer.disclosure.Shire.DFE;
import static org.scrutineer.disclosure.Shire.NHS;
import static org.scrutineer.disclosure.Shire.count;
import static org.scrutineer.disclosure.Shire.percent;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.disclosure.PrintedFigures.Teller;
import org.scrutineer.intake.LedgerTables;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What earlier runs told the public counts for later ones. */
class PublishedBeforeTests {

    private static final TrueFigure WHOLE = open("s1", 30);
    private static final TrueFigure SMALL = open("s1t1", 3);
    private static final TrueFigure MIDDLE = open("s1t2", 7);
    private static final TrueFigure LARGE = open("s1t3", 20);

    private PrintedFigures printed;
    private TransactionTemplate transactions;
    private DisclosureControl control;

    @BeforeEach
    void openLedger() {
        DataSource source = LedgerTables.inMemory();
        var jdbc = new JdbcTemplate(source);
        for (int run = 1; run <= 3; run++) {
            jdbc.update(
                    "insert into run (number, period, kind, started_by, started_at, catalogue_hash, software_version,"
                            + " state) values (?, '2021-04', 'scheduled', 'a test', current_timestamp, 'c', '1',"
                            + " 'running')",
                    run);
        }
        printed = new PrintedFigures(jdbc);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        control = new DisclosureControl(
                Shire.catalogue(1, 3), printed, Objects.requireNonNull(transactions.getTransactionManager()));
        jdbc.update("insert into member_answer (number, audience, question, made_from, period, run)"
                + " values (1, 'committee', 'OPEN by team', '1', '2021-04', 1)");
    }

    private static TrueFigure open(String organisation, long number) {
        return count("OPEN", organisation, APRIL, Timing.SNAPSHOT, number);
    }

    private static PublicRelease toCommittee(TrueFigure... figures) {
        return new PublicRelease("committee", DFE, List.of(figures));
    }

    private List<ControlledRelease> released(int run, TrueFigure... figures) {
        return control.release(run, List.of(toCommittee(figures)));
    }

    /** What a faulty program might have told: nothing is hidden. */
    private void told(int place, int run, TrueFigure... figures) {
        var byKey = new TreeMap<FigureKey, List<PrintedFigure>>();
        for (TrueFigure figure : figures) {
            byKey.put(
                    figure.key(),
                    List.of(new PrintedFigure(
                            figure, figure.numerator(), figure.denominator(), figure.value(), false)));
        }
        printed.replace(place, Teller.RUN, run, List.of(new ControlledRelease("committee", DFE, byKey)));
    }

    private void assertTold(int place, List<ControlledRelease> releases) {
        assertThat(printed.before(place + 1).stream().filter(told -> told.place() == place))
                .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                        .withEqualsForType((one, other) -> one.compareTo(other) == 0, BigDecimal.class)
                        .build())
                .containsExactlyElementsOf(DisclosureControl.told(place, releases));
    }

    @Test
    void remembersWhatWasToldAndHiddenAndByWhichRule() {
        TrueFigure seen = percent("SEEN", "s1", APRIL, Timing.SNAPSHOT, 97, 100);

        List<ControlledRelease> releases =
                control.release(1, List.of(new PublicRelease("public", NHS, List.of(seen, LARGE))));

        assertTold(1, releases);
        assertThat(printed.before(1)).isEmpty();
    }

    @Test
    void aRunThatPublishesAgainIsInPlaceOfItself() {
        released(1, WHOLE);
        released(2, LARGE);

        List<ControlledRelease> again = released(1, SMALL);

        assertTold(1, again);
        assertThat(printed.placesOfRuns()).isEqualTo(Map.of(1, 1, 2, 2));
    }

    @Test
    void hidesMoreWhereAnEarlierReleaseToldTheWhole() {
        released(1, WHOLE);

        assertThat(released(2, SMALL, MIDDLE, LARGE).get(0).hidden()).containsExactly(SMALL.key(), MIDDLE.key());
    }

    @Test
    void aRunThatIsFinishedAfterALaterOneCountsWhatThatOneTold() {
        released(2, WHOLE);

        assertThat(released(1, SMALL, MIDDLE, LARGE).get(0).hidden()).containsExactly(SMALL.key(), MIDDLE.key());
    }

    @Test
    void anAnswerCountsWhatRunsToldAndRunsWhatAnswersTold() {
        released(1, SMALL, MIDDLE);

        ControlledRelease answer = control.answer(1, toCommittee(WHOLE, LARGE));
        List<ControlledRelease> later = released(2, SMALL, MIDDLE, LARGE);

        assertThat(answer.hidden()).containsExactly(LARGE.key());
        assertThat(later.get(0).hidden()).containsExactly(SMALL.key(), LARGE.key());
        assertTold(2, List.of(answer));
    }

    @Test
    void anAnswerIsToldOnlyIfWhoeverAsksKeepsIt() {
        transactions.executeWithoutResult(status -> {
            control.answer(1, toCommittee(WHOLE));
            status.setRollbackOnly();
        });

        assertThat(printed.before(printed.next())).isEmpty();
    }

    @Test
    void theReleaseLockIsTakenInATransactionOnly() {
        assertThatThrownBy(control::lock).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aReleaseWaitsForTheOneThatIsBeingJudgedAndCountsIt() throws Exception {
        var later = new FutureTask<>(() -> released(2, SMALL, MIDDLE, LARGE));
        transactions.executeWithoutResult(status -> {
            control.answer(1, toCommittee(WHOLE));
            var other = new Thread(later);
            other.start();
            while (other.getState() != Thread.State.TIMED_WAITING && other.getState() != Thread.State.TERMINATED) {
                Thread.onSpinWait();
            }
        });

        assertThat(later.get().get(0).hidden()).containsExactly(SMALL.key(), MIDDLE.key());
    }

    @Test
    void refusesAReleaseThatGivesAwayWhatAnEarlierOneHid() {
        released(1, WHOLE, SMALL, MIDDLE, LARGE);
        told(2, 2, MIDDLE);

        assertThatThrownBy(() -> control.requireSafe(2, "committee", Set.of(1)))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessage(
                        "The numerator of OPEN Open cases, Team s1t1, Month end, 2021-04 is hidden, but can be known"
                                + " exactly from the numerator of OPEN Open cases, Service 1, Month end, 2021-04, the"
                                + " numerator of OPEN Open cases, Team s1t2, Month end, 2021-04 and the numerator of OPEN"
                                + " Open cases, Team s1t3, Month end, 2021-04. Leave one of these out of the publication,"
                                + " or the figure for some of its parts.");
    }

    @Test
    void refusesAReleaseThatGivesAwayWhatALaterOneHides() {
        told(1, 1, MIDDLE);
        told(2, 2, WHOLE, LARGE);

        assertThatThrownBy(() -> control.requireSafe(1, "committee", Set.of(2)))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageStartingWith(
                        "The remainder of the numerator of OPEN Open cases, Service 1, Month end, 2021-04"
                                + " is printed nowhere and small, but can be known exactly from");
    }

    @Test
    void refusesWhatOnlyAReleaseThatIsNotIssuedGivesAwayToo() {
        told(1, 1, WHOLE, MIDDLE, LARGE);
        told(2, 2, WHOLE, MIDDLE, LARGE);

        assertThatThrownBy(() -> control.requireSafe(2, "committee", Set.of()))
                .isInstanceOf(ReleaseRefusedException.class);
    }

    @Test
    void releasesWhatGivesNothingAwayThatIsNotOutAlready() {
        released(1, WHOLE, SMALL, MIDDLE, LARGE);
        released(2, WHOLE, SMALL, MIDDLE, LARGE);
        told(3, 3, WHOLE, MIDDLE, LARGE);

        assertThatCode(() -> control.requireSafe(2, "committee", Set.of(1)))
                .isInstanceOf(ReleaseRefusedException.class);
        assertThatCode(() -> control.requireSafe(2, "committee", Set.of(1, 3))).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatTheLedgerKnowsNothingOf() {
        assertThatThrownBy(() -> control.requireSafe(1, "committee", Set.of()))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessage(
                        "The ledger does not say which figures run 1 tells committee, so that nobody can tell whether"
                                + " they give a hidden number away. Run the period again, and release that run.");
    }

    @Test
    void hasNothingToDoWhereNothingIsPublic() {
        assertThat(control.release(1, List.of())).isEmpty();
        assertThatCode(() -> control.requireSafe(1, "trust", Set.of())).doesNotThrowAnyException();
    }
}
