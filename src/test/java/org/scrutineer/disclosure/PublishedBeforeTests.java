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
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Indicator.Timing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What earlier runs told the public counts for later ones. */
class PublishedBeforeTests {

    private static final TrueFigure WHOLE = open("s1", 30);
    private static final TrueFigure SMALL = open("s1t1", 3);
    private static final TrueFigure MIDDLE = open("s1t2", 7);
    private static final TrueFigure LARGE = open("s1t3", 20);

    private PrintedFigures printed;
    private DisclosureControl control;

    @BeforeEach
    void openLedger() {
        var source = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        var jdbc = new JdbcTemplate(source);
        for (int run = 1; run <= 3; run++) {
            jdbc.update(
                    "insert into run (number, period, kind, started_by, started_at, catalogue_hash, software_version,"
                            + " state) values (?, '2021-04', 'scheduled', 'a test', current_timestamp, 'c', '1',"
                            + " 'running')",
                    run);
        }
        printed = new PrintedFigures(jdbc);
        control = new DisclosureControl(Shire.catalogue(1, 3), printed);
    }

    private static TrueFigure open(String organisation, long number) {
        return count("OPEN", organisation, APRIL, Timing.SNAPSHOT, number);
    }

    private List<ControlledRelease> controlled(int run, TrueFigure... figures) {
        return control.control(run, List.of(new PublicRelease("committee", DFE, List.of(figures))));
    }

    /** A release in which nothing is hidden. */
    private static List<ControlledRelease> everything(TrueFigure... figures) {
        var byKey = new TreeMap<FigureKey, List<PrintedFigure>>();
        for (TrueFigure figure : figures) {
            byKey.put(
                    figure.key(),
                    List.of(new PrintedFigure(
                            figure, figure.numerator(), figure.denominator(), figure.value(), false)));
        }
        return List.of(new ControlledRelease("committee", DFE, byKey));
    }

    @Test
    void remembersWhatWasToldAndHiddenAndByWhichRule() {
        TrueFigure seen = percent("SEEN", "s1", APRIL, Timing.SNAPSHOT, 97, 100);
        List<ControlledRelease> releases =
                control.control(1, List.of(new PublicRelease("public", NHS, List.of(seen, LARGE))));

        control.published(1, releases);

        assertThat(printed.before(2))
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> one.compareTo(other) == 0, BigDecimal.class)
                .isEqualTo(DisclosureControl.told(1, releases));
        assertThat(printed.before(1)).isEmpty();
    }

    @Test
    void aRunThatPublishesAgainIsInPlaceOfItself() {
        control.published(1, everything(WHOLE));
        List<ControlledRelease> again = controlled(1, SMALL);

        control.published(1, again);

        assertThat(printed.before(2)).isEqualTo(DisclosureControl.told(1, again));
    }

    @Test
    void hidesMoreWhereAnEarlierReleaseToldTheWhole() {
        control.published(1, controlled(1, WHOLE));

        assertThat(controlled(2, SMALL, MIDDLE, LARGE).get(0).hidden()).containsExactly(SMALL.key(), MIDDLE.key());
    }

    @Test
    void refusesAReleaseThatGivesAwayWhatAnEarlierOneHid() {
        control.published(1, controlled(1, WHOLE, SMALL, MIDDLE, LARGE));

        assertThatThrownBy(() -> control.attack(2, everything(MIDDLE)))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessage(
                        "The numerator of OPEN Open cases, Team s1t1, Month end, 2021-04 is hidden, but can be known"
                                + " exactly from the numerator of OPEN Open cases, Service 1, Month end, 2021-04, the"
                                + " numerator of OPEN Open cases, Team s1t2, Month end, 2021-04 and the numerator of OPEN"
                                + " Open cases, Team s1t3, Month end, 2021-04. Leave one of these out of the publication,"
                                + " or the figure for some of its parts.");
    }

    @Test
    void releasesWhatGivesNothingAway() {
        control.published(1, controlled(1, WHOLE, SMALL, MIDDLE, LARGE));

        assertThatCode(() -> control.attack(2, controlled(2, WHOLE, SMALL, MIDDLE, LARGE)))
                .doesNotThrowAnyException();
    }

    @Test
    void hasNothingToDoWhereNothingIsPublic() {
        assertThat(control.control(1, List.of())).isEmpty();
        assertThatCode(() -> control.attack(1, List.of())).doesNotThrowAnyException();
    }
}
