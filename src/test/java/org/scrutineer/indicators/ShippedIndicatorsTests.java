package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.SealedReturns;

/** Definitions of the shipped catalogue at their edges, over a few rows of December 2018; Christmas has two holidays. */
class ShippedIndicatorsTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    @TempDir
    static Path folder;

    private static List<String> figures;

    @BeforeAll
    static void calculatesOnce() throws IOException {
        Catalogue catalogue = ((CatalogueReading.Read) CatalogueReader.read(Path.of("config/catalogue"))).catalogue();
        try (var sealed = returns(SealedReturns.in(folder, catalogue));
                RecordSet records = sealed.of("2018-12")) {
            var coverage = new CoverageCounter(catalogue, DECEMBER, everythingTold(catalogue), Map.of());
            figures = new IndicatorCalculator(catalogue, sealed.store(), records, coverage, DECEMBER, List.of())
                    .calculate().stream().map(SmallTrust::line).toList();
        }
    }

    private static SealedReturns returns(SealedReturns sealed) {
        sealed.with(
                "2018-12",
                "2019-01-08",
                "contacts",
                "first-response-1",
                "from Friday to Monday         | C1 | 2018-12-07 |  | 2018-12-10 | yes |",
                "from Saturday to Tuesday      | C2 | 2018-12-08 |  | 2018-12-11 | no  |",
                "a day late                    | C3 | 2018-12-03 |  | 2018-12-05 | no  |",
                "still open                    | C4 | 2018-12-20 |  |            |     |",
                "of November, decided in month | C5 | 2018-11-30 |  | 2018-12-03 | yes |");
        sealed.with("2017-11", "2017-12-08", "referrals", "first-response-2", "C5 | 2017-11-30 | | | 0 | |")
                .with("2017-12", "2018-01-08", "referrals", "first-response-2", "C6 | 2017-12-05 | | | 0 | |")
                .with("2018-03", "2018-04-09", "referrals", "first-response-2", "C1 | 2018-03-05 | | | 0 | |")
                .with(
                        "2018-12",
                        "2019-01-08",
                        "referrals",
                        "first-response-1",
                        "C1 | 2018-12-03 | | | 0 | |",
                        "C2 | 2018-12-04 | | | 1 | |",
                        "C3 | 2018-12-05 | | | 0 | |",
                        "C4 | 2018-12-06 | | |   | |",
                        "C5 | 2018-12-03 | | | 0 | |",
                        "C6 | 2018-12-05 | | | 0 | |");
        sealed.with(
                "2018-12",
                "2019-01-08",
                "assessments",
                "first-response-1",
                "C1 | 2018-10-24 | 2018-10-24 | 2018-12-28 | yes | NFA | W1 |",
                "C2 | 2018-10-17 | 2018-10-18 | 2018-12-20 | yes | CIN | W1 |",
                "C3 |            | 2018-10-19 | 2018-12-20 | yes | CIN | W1 |");
        sealed.with("2018-12", "2019-01-08", "assessments", "first-response-2", open("2018-12-10", 30, 0, 30, 100))
                .with("2018-12", "2019-01-08", "assessments", "first-response-3", open("2018-12-11", 21, 29, 22, 129));
        sealed.with(
                "2018-12",
                "2019-01-08",
                "children_in_need",
                "safeguarding-north",
                "C1 | 2018-12-10 | 2018-12-12 | | | |",
                "C2 | 2018-12-03 |            | | | |",
                "C3 | 2018-01-01 | 2018-12-03 | | | |");
        sealed.with(
                "2018-12",
                "2019-01-08",
                "child_protection",
                "safeguarding-north",
                "C1 | 2018-09-30 | | 2018-12-14 | | 2018-12-19 | yes | | |",
                "P2 | 2018-09-30 | | 2018-12-13 | |            | no  | | |",
                "P3 | 2018-10-01 | | 2018-12-12 | |            | yes | | |",
                "P4 | 2018-06-01 | | 2018-12-06 | |            |     | | |",
                "P5 | 2018-12-20 | |            | |            |     | | |");
        sealed.with(
                "2018-12",
                "2019-01-08",
                "section_47_enquiries",
                "safeguarding-north",
                "S1 | 2018-11-26 | no  | 2018-12-17 | yes |",
                "S2 | 2018-11-23 | no  | 2018-12-17 | no  |",
                "S3 | 2018-12-06 | no  | 2018-12-31 | yes |",
                "S4 | 2018-12-12 | yes |            |     |");
        sealed.with(
                "2018-12",
                "2019-01-08",
                "protection_plans",
                "safeguarding-north",
                "Q1 | 2018-12-03 | 0 |            | 2018-12-17 |            |",
                "Q2 | 2018-12-04 | 1 | 2016-12-04 | 2018-12-19 |            |",
                "Q3 | 2018-12-20 | 2 | 2016-12-19 |            |            |",
                "Q4 | 2016-12-04 | 0 |            |            | 2018-12-04 |",
                "Q5 | 2016-12-06 | 0 |            |            | 2018-12-05 |",
                "Q6 | 2018-11-20 | 0 |            |            |            |",
                "Q7 | 2018-12-05 |   |            |            | 2018-12-10 |");
        sealed.with(
                "2018-12",
                "2019-01-08",
                "supervision",
                "first-response-1",
                "W1 | yes | 2018-12-24",
                "W2 | yes | 2018-12-23",
                "W3 | yes | 2018-12-17",
                "W4 | yes | 2018-11-30",
                "W5 | no  |           ");
        return sealed.with(
                "2018-12",
                "2019-01-08",
                "workers",
                "workforce",
                "W1 | first-response-1 | yes | PERMANENT | | | 1 | | | 2018-12-03",
                "W2 | first-response-1 | yes | PERMANENT | | | 1 | | | 2018-12-03",
                "W3 | first-response-1 | yes | PERMANENT | | | 1 | | | 2018-09-03");
    }

    /** Open assessments of the workers W7 and W8, each with so many children from a number on. */
    private static String[] open(String started, int casesOfW7, int fromW7, int casesOfW8, int fromW8) {
        return Stream.concat(open(started, "W7", casesOfW7, fromW7), open(started, "W8", casesOfW8, fromW8))
                .toArray(String[]::new);
    }

    private static Stream<String> open(String started, String worker, int cases, int from) {
        return IntStream.range(from, from + cases)
                .mapToObj(child -> "A%d | | %s | | | | %s |".formatted(child, started, worker));
    }

    /** Every team has told everything of the month. */
    private static Map<Submission, List<RowCount>> everythingTold(Catalogue catalogue) {
        Map<Submission, List<RowCount>> told = new LinkedHashMap<>();
        catalogue
                .organisation()
                .teams(DECEMBER)
                .forEach(team -> team.owes()
                        .forEach((type, datasets) -> told.put(
                                new Submission(
                                        told.size(),
                                        "hash-" + told.size(),
                                        "return.xlsx",
                                        type,
                                        team.id(),
                                        DECEMBER,
                                        DECEMBER.lastDay().plusDays(8),
                                        Set.of()),
                                datasets.stream()
                                        .map(dataset -> new RowCount(dataset, 1, 1, 0, 0, false))
                                        .toList())));
        return told;
    }

    @ParameterizedTest(name = "{0}: {1} of {2}, {3}")
    @CsvSource(delimiter = ';', textBlock = """
            FD02 month;     3; 4; what comes on Saturday has until Tuesday, an open one is left out
            FD08 month;     2; 4; a contact counts in the month it is decided
            FD05 month;     3; 5; a year to the day is within 12 months, a return that does not say is left out
            FD07 month;     1; 6; assessed and not in need over the referrals of the month
            AS01 month;     3; 3; the start is day 0 and bank holidays are out
            AS01I month;    1; 3; the start is day 1
            AS01W month;    2; 3; bank holidays count
            AS01R month;    1; 2; the clock starts a working day earlier, and without a referral there is none
            CN02 snapshot;  2; 3; 28 days before the end is in time
            CN02D snapshot; 1; 2; open for 28 days or more
            CP02 month;     2; 3; 15 working days and not 16
            CP02I month;    0; 3; with the start as day 1
            CP02W month;    1; 3; bank holidays count
            CP04 month;     2; 3; led to a plan
            CP06 snapshot;  4; 5; also plans that are new
            CP06D snapshot; 4; 4; open for 28 days or more
            CP07 snapshot;  2; 5; 10 working days before the end is in time
            CP07L snapshot; 4; 5; 15 working days before the end is in time
            CP09 snapshot;  1; 2; three months to the day, where the return says whether reviews were in time
            CP10 month;     2; 3; earlier plans, where it is known whether there were any
            CP11 month;     1; 3; two years to the day are within two years
            CP13 month;     1; 3; 730 days and not 729
            CP15 month;     1; 3; due in the month, of plans that had not ended by then
            WF05P snapshot; 1; 2; the children of a worker in two teams, each once
            WF12 month;     3; 4; supervised in the month
            WF12S snapshot; 3; 4; 7 days in the first weeks, 14 up to six months, 31 where the start is not known
            """)
    void holdsAtTheEdges(String figure, String numerator, String denominator) {
        String code = figure.split(" ")[0];
        String timing = figure.split(" ")[1];

        assertThat(figures)
                .filteredOn(line -> line.startsWith(code + " trust " + timing + ": "))
                .singleElement()
                .asString()
                .startsWith(code + " trust " + timing + ": " + numerator + " / " + denominator + " = ");
    }

    @ParameterizedTest
    @CsvSource({"FD01 month, 4", "CP01N month, 2", "CP03N month, 3", "CN04 snapshot, 7", "WF05 snapshot, 1"})
    void countsEachOnce(String figure, String count) {
        assertThat(figures).contains(figure.replace(" ", " trust ") + ": " + count + " / - = " + count);
    }

    @Test
    void aWorkerWithTooManyCasesIsOneOfEachTeamHeldInAndOneOfTheWhole() {
        assertThat(figures)
                .filteredOn(line -> line.startsWith("WF05 "))
                .contains(
                        "WF05 first-response-1 snapshot: 0 / - = 0",
                        "WF05 first-response-2 snapshot: 1 / - = 1",
                        "WF05 first-response-3 snapshot: 1 / - = 1",
                        "WF05 first-response snapshot: 1 / - = 1");
    }
}
