package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReaderTests {

    @Test
    void readsAWholeCatalogue() {
        Catalogue catalogue = aCatalogue().catalogue();

        var north = catalogue.organisation().teams().get(0);
        assertThat(north.owes()).isEqualTo(Map.of("visits", Set.of("visits", "cases")));
        assertThat(north.place()).isEqualTo(new Place("organisation.yaml", 10));
        assertThat(catalogue.organisation().authorities().get(0).validFrom()).isEqualTo(LocalDate.of(2021, 4, 1));
        assertThat(catalogue.calendar().isWorkingDay(LocalDate.of(2018, 12, 25)))
                .isFalse();

        var type = catalogue.returnType("visits RETURN").orElseThrow();
        assertThat(type.templateVersions()).containsExactly("2", "1");
        var visits = type.dataset("visits").orElseThrow();
        assertThat(visits)
                .isEqualTo(new Dataset(
                        "visits",
                        "Visits",
                        List.of("Visits"),
                        List.of("child", "visited"),
                        Dataset.Kind.FLOW,
                        "visited",
                        1,
                        null,
                        null,
                        visits.columns(),
                        List.of(new RowRule(
                                "not-in-future",
                                new Expression("visited <= :end", new Place("returns/visits.yaml", 17)),
                                Severity.ERROR,
                                "visited",
                                "the visit is after the end of the period",
                                "Correct the date.")),
                        new Place("returns/visits.yaml", 5)));
        assertThat(visits.columns())
                .containsExactly(
                        column("child", 12, Column.Type.TEXT, true, List.of("Child ID", "Child"), null, null),
                        column("visited", 13, Column.Type.DATE, false, List.of("Date"), null, null),
                        column(
                                "hours",
                                14,
                                Column.Type.DECIMAL,
                                false,
                                List.of("Hours"),
                                BigDecimal.ZERO,
                                new BigDecimal("24.5")));
        var cases = type.dataset("cases").orElseThrow();
        assertThat(cases.teamColumn()).isEqualTo("works_in");
        assertThat(cases.column("works_in").orElseThrow().blanks()).containsExactly("Unallocated", "TBC");
        assertThat(cases.column("authority").orElseThrow().codes())
                .isEqualTo(Map.of("WNC", List.of("West"), "NO", List.of("None", "n/a")));

        assertThat(catalogue.views())
                .containsExactly(new View(
                        "open_cases",
                        "an open case",
                        new Expression("select team, authority, child\nfrom cases\n", new Place("views.yaml", 4))));
        assertThat(catalogue.indicators())
                .containsExactly(
                        new Indicator(
                                "V01",
                                "Visits of an hour or more",
                                "Visits",
                                "head-of-visits",
                                "visits",
                                null,
                                new Expression("hours >= 1", new Place("indicators/visits.yaml", 6)),
                                new Indicator.Aggregate(Indicator.Function.COUNT, null),
                                null,
                                Indicator.Timing.MONTH,
                                Set.of(Indicator.Timing.YEAR_TO_DATE),
                                false,
                                Indicator.Unit.PERCENT,
                                "percent",
                                1,
                                Indicator.Polarity.HIGH,
                                "",
                                "",
                                ReportingPeriod.of(2014, 4),
                                null,
                                false,
                                75,
                                false,
                                null,
                                new Place("indicators/visits.yaml", 1)),
                        new Indicator(
                                "V02",
                                "Open cases",
                                "Cases",
                                "head-of-visits",
                                "cases",
                                null,
                                null,
                                new Indicator.Aggregate(Indicator.Function.COUNT, null),
                                null,
                                Indicator.Timing.SNAPSHOT,
                                Set.of(),
                                true,
                                Indicator.Unit.COUNT,
                                "children",
                                0,
                                Indicator.Polarity.INFORMATION,
                                "",
                                "",
                                ReportingPeriod.of(2018, 12),
                                null,
                                false,
                                75,
                                false,
                                null,
                                new Place("indicators/visits.yaml", 12)));
        assertThat(catalogue.targets())
                .containsExactly(new Target(
                        "V01",
                        ReportingPeriod.of(2018, 12),
                        null,
                        new BigDecimal("90"),
                        new BigDecimal("85"),
                        new Place("targets.csv", 2)));
        assertThat(catalogue.audiences())
                .containsExactly(new Audience(
                        "board",
                        "The board",
                        "Performance",
                        "Provisional",
                        Set.of(Organisation.Level.values()),
                        null,
                        List.of(Audience.Sheet.values()),
                        Audience.Columns.FULL,
                        List.of("V01"),
                        List.of(new Audience.SideBySide("Visits", List.of("V02"))),
                        null,
                        List.of(),
                        Audience.Release.NONE,
                        Audience.Layout.ACCESSIBLE,
                        new Place("publications/board.yaml", 1)));
    }

    @Test
    void tellsAllMistakesOfAllFilesAtOnceInTheOrderOfTheFiles() {
        var catalogue = aCatalogue()
                .changing("organisation.yaml", "service: front-door", "service: front-dor")
                .changing("calendar.yaml", "2018-12-25", "2018-25-12")
                .changing("returns/visits.yaml", "event-date: visited", "event-date: vistied")
                .changing("returns/visits.yaml", "kind: snapshot", "kind: snap")
                .changing("indicators/visits.yaml", "from: visits", "from: visit")
                .changing("targets.csv", "V01", "V1")
                .changing("publications/board.yaml", "[V02]", "[V03]");

        assertThat(catalogue.problems())
                .containsExactly(
                        "calendar.yaml, line 3: found \"2018-25-12\"; expected a date, e.g. 2021-03-31.",
                        "indicators/visits.yaml, line 5: found \"visit\"; expected one of the datasets and views visits,"
                                + " cases, open_cases. Did you mean \"visits\"?",
                        "organisation.yaml, line 12: found \"front-dor\"; expected one of the services front-door. Did you"
                                + " mean \"front-door\"?",
                        "publications/board.yaml, line 6: found \"V03\"; expected one of the codes of indicators V01, V02."
                                + " Did you mean \"V01\"?",
                        "returns/visits.yaml, line 10: found \"vistied\"; expected one of the columns child, visited,"
                                + " hours. Did you mean \"visited\"?",
                        "returns/visits.yaml, line 26: found \"snap\"; expected one of snapshot, flow.",
                        "targets.csv, line 2: found \"V1\"; expected one of the codes of indicators V01, V02. Did you mean"
                                + " \"V01\"?");
    }

    @Test
    void tellsNoMistakesThatOnlyFollowFromAFileThatCannotBeRead() {
        var catalogue = aCatalogue()
                .with("returns/visits.yaml", "id: [visits\n")
                .with("indicators/visits.yaml", "- id: [V01\n")
                .with("codes.yaml", "code-sets: [\n");

        assertThat(catalogue.problems())
                .containsExactly(
                        "codes.yaml, line 2: expected a closing bracket, ] or }, for each that opens.",
                        "indicators/visits.yaml, line 2: expected a comma between two items, or ] to close the list that"
                                + " begins on line 1.",
                        "returns/visits.yaml, line 2: expected a comma between two items, or ] to close the list that begins"
                                + " on line 1.");
    }

    @Test
    void tellsThatTheFolderIsMissing(@TempDir Path folder) throws IOException {
        Path nowhere = folder.resolve("nowhere");

        assertThat(((CatalogueReading.Mistaken) CatalogueReader.read(nowhere))
                        .problems().stream().map(CatalogueProblem::sentence))
                .containsExactly(
                        nowhere
                                + ": expected a folder with the catalogue: organisation.yaml, calendar.yaml, returns and so on.");
    }

    @Test
    void tellsWhichNeededFilesAreMissing() {
        var catalogue = aCatalogue()
                .without("organisation.yaml")
                .without("calendar.yaml")
                .without("returns/visits.yaml")
                .without("indicators/visits.yaml")
                .without("targets.csv")
                .without("publications/board.yaml");

        assertThat(catalogue.problems())
                .containsExactly(
                        "calendar.yaml: expected this file in the catalogue's folder.",
                        "organisation.yaml: expected this file in the catalogue's folder.",
                        "returns: expected at least one file that describes a return type.");
    }

    @Test
    void doesWithoutFilesThatNothingRefersTo() {
        var catalogue = aCatalogue()
                .without("views.yaml")
                .without("targets.csv")
                .without("publications/board.yaml")
                .without("indicators/visits.yaml");

        assertThat(catalogue.catalogue().indicators()).isEmpty();
    }

    @Test
    void tellsFilesThatDoNotBelongThere() {
        var catalogue = aCatalogue()
                .with("target.csv", "")
                .with("returns/visits.yml", "")
                .with("publications/old/board.yaml", "");

        assertThat(catalogue.problems())
                .containsExactly(
                        "publications/old: found \"old\"; expected only files whose names end in .yaml in publications.",
                        "returns/visits.yml: found \"visits.yml\"; expected only files whose names end in .yaml in returns.",
                        "target.csv: found \"target.csv\"; expected only calendar.yaml, codes.yaml, disclosure.yaml, organisation.yaml, reconciliation.yaml,"
                                + " restatements.yaml, retention.yaml, targets.csv, trends.yaml, views.yaml, waivers.yaml, indicators, publications, returns, benchmarks, schemas and"
                                + " README.md in the catalogue's folder. Did you mean \"targets.csv\"?");
    }

    @Test
    void passesOverWhatEditorsExcelAndWindowsLeaveThere() {
        var catalogue = aCatalogue()
                .with("README.md", "about")
                .with(".DS_Store", "")
                .with("returns/.visits.yaml.swp", "")
                .with("~$targets.csv", "")
                .with("Thumbs.db", "")
                .with("schemas/views.schema.json", "")
                .with("benchmarks/README.md", "");

        assertThat(catalogue.problems()).isEmpty();
    }

    @Test
    void theHashIsOfEveryFileThatCountsAndItsName() {
        String hash = aCatalogue().catalogue().hash();

        assertThat(hash)
                .matches("[0-9a-f]{64}")
                .isEqualTo(aCatalogue().catalogue().hash());
        assertThat(Stream.of(
                                aCatalogue().changing("targets.csv", "85", "84"),
                                aCatalogue().withPublished(),
                                aCatalogue()
                                        .with(
                                                "returns/renamed.yaml",
                                                aCatalogue().text("returns/visits.yaml"))
                                        .without("returns/visits.yaml"))
                        .map(changed -> changed.catalogue().hash()))
                .doesNotHaveDuplicates()
                .doesNotContain(hash);
        assertThat(aCatalogue()
                        .with(".hidden", "x")
                        .with("schemas/x.schema.json", "{}")
                        .catalogue()
                        .hash())
                .isEqualTo(hash);
    }

    @Test
    void theShippedCatalogueIsFreeOfMistakes() throws IOException {
        CatalogueReading reading = CatalogueReader.read(Path.of("config/catalogue"));

        assertThat(reading instanceof CatalogueReading.Mistaken mistaken ? mistaken.problems() : List.of())
                .extracting(CatalogueProblem::sentence)
                .isEmpty();
    }

    @Test
    void everyShippedFileTellsEditorsItsSchema() throws IOException {
        Path folder = Path.of("config/catalogue");
        try (Stream<Path> paths = Files.walk(folder)) {
            assertThat(paths.filter(path -> path.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(path -> {
                        String first = Files.readAllLines(path).get(0);
                        assertThat(first).startsWith("# yaml-language-server: $schema=");
                        assertThat(path.resolveSibling(first.substring(first.indexOf('=') + 1)))
                                .isRegularFile();
                    });
        }
    }

    private static Column column(
            String name,
            int line,
            Column.Type type,
            boolean needed,
            List<String> headers,
            BigDecimal min,
            BigDecimal max) {
        return new Column(
                name,
                headers,
                type,
                needed,
                needed,
                Map.of(),
                List.of(),
                min,
                max,
                new Place("returns/visits.yaml", line));
    }
}
