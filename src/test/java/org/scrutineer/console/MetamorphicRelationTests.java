package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scrutineer.console.GeneratedReturn.Look;

/**
 * What must hold between the figures of two deliveries, whatever the figures are: the returns are made up from a seed,
 * and nobody says what should come out of them.
 */
@ParameterizedClass
@MethodSource("seeds")
class MetamorphicRelationTests {

    private static final YearMonth DECEMBER = YearMonth.of(2018, 12);

    private static final Set<String> COUNTS = Set.of("VISITS", "VISITED", "OPEN");

    private static final Set<String> ADDED_UP = Set.of("VISITS", "VISITED", "OPEN", "HOURS", "LOADS");

    private static List<GeneratedReturn> returns;

    private static Map<String, Figure> figures;

    @Parameter
    long seed;

    @TempDir
    Path folder;

    /** {@code -Drelations=100} asks for more. */
    static List<Long> seeds() {
        return IntStream.range(0, Integer.getInteger("relations", 1))
                .mapToObj(number -> 2018L + number)
                .toList();
    }

    /** A figure's numerator, denominator and value, each empty where there is none. */
    private record Figure(String numerator, String denominator, String value) {

        BigDecimal count() {
            return new BigDecimal(numerator);
        }

        /** Not of months whose returns are lacking. */
        boolean isGiven() {
            return !numerator.isEmpty();
        }
    }

    @BeforeParameterizedClassInvocation
    static void deliverOnce(long seed, @TempDir Path first) {
        returns = Stream.of("Team North", "Team South", "Team West")
                .flatMap(team -> Stream.of(
                        GeneratedReturn.of(team, DECEMBER, 12, seed + team.hashCode()),
                        GeneratedReturn.of(team, DECEMBER.minusMonths(1), 8, seed - team.hashCode())))
                .toList();
        figures = figuresOf(delivered(first, returns));
        assertThat(figures).hasSizeGreaterThan(80);
        assertThat(figures.get("VISITS trust  month").count()).isPositive();
    }

    /** Each team has a look of its own. */
    @ParameterizedTest
    @CsvSource({"COLUMNS_REVERSED, BLANK_ROWS, NOTES_BESIDE", "DATES_FROM_1904, TITLE_ABOVE, PLAIN"})
    void itDoesNotMatterHowASheetIsLaidOut(Look north, Look south, Look west) {
        Map<String, Look> looks = Map.of("Team North", north, "Team South", south, "Team West", west);

        assertThat(deliveredWith(one -> one.looking(looks.get(one.team())))).isEqualTo(figures);
    }

    @Test
    void itDoesNotMatterInWhichOrderRowsAndSheetsStand() {
        assertThat(deliveredWith(one -> one.withSheetsReversed().withRows(rows -> {
                    Collections.shuffle(rows, new Random(seed));
                    return rows;
                })))
                .isEqualTo(figures);
    }

    @Test
    void itDoesNotMatterInWhichFormatFilesAreNorInWhichOrderTheyAreFound() {
        Installation installation = installed(folder);
        for (int i = 0; i < returns.size(); i++) {
            returns.get(i).saveAs(installation.input().resolve(returns.size() - i + ".xls"));
        }

        assertThat(figuresOf(run(installation, DECEMBER))).isEqualTo(figures);
    }

    @Test
    void aFileThatIsSentTwiceCountsOnce() throws IOException {
        Installation installation = installed(folder);
        put(installation, returns);
        Files.createDirectories(installation.input().resolve("again"));
        Files.copy(installation.input().resolve("0.xlsx"), installation.input().resolve("again/copy of 0.xlsx"));

        assertThat(figuresOf(run(installation, DECEMBER))).isEqualTo(figures);
    }

    @Test
    void ofTwoAttemptsOnlyTheLaterCounts() {
        var more = new ArrayList<>(returns);
        more.add(returns.get(0)
                .with(GeneratedReturn.VISITS, "slip", LocalDate.of(2018, 12, 3), BigDecimal.TEN, "Yes", "West")
                .preparedOn(LocalDate.of(2019, 1, 2)));

        assertThat(figuresOf(delivered(folder, more))).isEqualTo(figures);
    }

    @Test
    void returnsMayComeOneNightOrAnother() {
        Installation installation = installed(folder);
        put(installation, returns.subList(0, 3));
        run(installation, DECEMBER);
        put(installation, returns);

        assertThat(figuresOf(run(installation, DECEMBER))).isEqualTo(figures);
    }

    @Test
    void anEventOfAnotherTimeChangesNothing() {
        assertThat(deliveredWith(one -> one.with(
                        GeneratedReturn.VISITS, "long ago", LocalDate.of(2018, 6, 3), BigDecimal.TEN, "Yes", "West")))
                .isEqualTo(figures);
    }

    @Test
    void theNameOfATeamIsOnlyAName() throws IOException {
        Installation installation = installed(folder);
        Path organisation = installation.catalogue().resolve("organisation.yaml");
        Files.writeString(
                organisation, Files.readString(organisation).replace("name: Team North", "name: Nordic Team"));
        put(
                installation,
                returns.stream()
                        .map(one -> one.team().equals("Team North") ? one.from("Nordic Team") : one)
                        .toList());

        assertThat(figuresOf(run(installation, DECEMBER))).isEqualTo(figures);
    }

    @Test
    void theWholeIsTheSumOfItsServicesTeamsAndCouncils() {
        Map<String, List<String>> parts = Map.of(
                "services", List.of("front-door ", "care "),
                "teams", List.of("north ", "south ", "west "),
                "councils", List.of("trust WNC", "trust NNC", "trust NEITHER"));
        for (String indicator : Set.of("VISITS", "OPEN", "HOURS")) {
            String timing = indicator.equals("OPEN") ? " snapshot" : " month";
            parts.forEach((kind, of) -> assertThat(of.stream()
                            .map(part ->
                                    figures.get(indicator + " " + part + timing).count())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("%s by %s", indicator, kind)
                    .isEqualByComparingTo(
                            figures.get(indicator + " trust " + timing).count()));
        }
    }

    @Test
    void everyChildTwiceDoublesTheCountsAndLeavesTheRates() {
        Map<String, Figure> doubled = deliveredWith(one -> one.and(one.withRows(rows -> {
            rows.replaceAll(row -> {
                var other = new ArrayList<>(row);
                other.set(0, "twin of " + row.get(0));
                return other;
            });
            return rows;
        })));

        figures.forEach((figure, before) -> {
            String indicator = figure.substring(0, figure.indexOf(' '));
            if (before.isGiven() && Set.of("VISITS", "VISITED", "OPEN", "HOURS").contains(indicator)) {
                assertThat(doubled.get(figure).count())
                        .as(figure)
                        .isEqualByComparingTo(before.count().multiply(BigDecimal.valueOf(2)));
            } else if (!indicator.equals("LOADS")) {
                assertThat(doubled.get(figure).value()).as(figure).isEqualTo(before.value());
            }
        });
    }

    @Test
    void withoutOneChildNoCountOfChildrenFallsByMoreThanOne() {
        Object child = returns.get(0).sheets().get(GeneratedReturn.CASES).get(0).get(0);
        Map<String, Figure> without = deliveredWith(one -> one.withRows(rows -> {
            rows.removeIf(row -> child.equals(row.get(0)));
            return rows;
        }));

        figures.forEach((figure, before) -> {
            if (figure.startsWith("VISITED ") || figure.startsWith("OPEN ")) {
                assertThat(before.count().subtract(without.get(figure).count()))
                        .as(figure)
                        .isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            }
        });
        assertThat(without).isNotEqualTo(figures);
    }

    @Test
    void aTeamsRowsInAnotherTeamOfItsServiceLeaveTheServiceAndTheWhole() {
        var merged = new ArrayList<GeneratedReturn>();
        for (int i = 0; i < 2; i++) {
            merged.add(returns.get(i).and(returns.get(i + 2)));
            merged.add(returns.get(i + 2).withRows(rows -> rows.subList(0, 1)).withRows(rows -> {
                rows.replaceAll(row -> new ArrayList<>(row));
                return rows;
            }));
            merged.add(returns.get(i + 4));
        }
        // A row is left behind, as a return without any would have to say so; what it tells the other team tells too.
        Map<String, Figure> after = figuresOf(delivered(folder, merged));

        for (String count : COUNTS) {
            String timing = count.equals("OPEN") ? " snapshot" : " month";
            if (count.equals("OPEN")) {
                // The child left behind is in two teams' snapshots.
                assertThat(after.get("OPEN trust " + timing)
                                .count()
                                .subtract(figures.get("OPEN trust " + timing).count()))
                        .isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            } else {
                assertThat(after.get(count + " trust " + timing)).isEqualTo(figures.get(count + " trust " + timing));
                assertThat(after.get(count + " front-door " + timing))
                        .isEqualTo(figures.get(count + " front-door " + timing));
            }
        }
    }

    @Test
    void datesAndPeriodMovedTogetherGiveTheSameFigures() {
        Installation installation = installed(folder);
        put(installation, returns.stream().map(one -> one.moved(4)).toList());
        Map<String, Figure> moved = figuresOf(run(installation, DECEMBER.plusMonths(4)));

        // Working days are not the same in another month.
        assertThat(without(moved, "DURATION")).isEqualTo(without(figures, "DURATION"));
    }

    @Test
    void theMachinesZoneLanguageAndThreadsDoNotMatter() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            System.setProperty("records.threads", "1");
            System.setProperty("pipeline.workers", "1");

            assertThat(figuresOf(delivered(folder, returns))).isEqualTo(figures);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
            System.clearProperty("records.threads");
            System.clearProperty("pipeline.workers");
        }
    }

    @Test
    void moreOfWhatIsAddedUpNeverGivesLess() {
        Map<String, Figure> more = deliveredWith(one -> one.team().equals("Team West")
                        && one.month().equals(DECEMBER)
                ? one.with(GeneratedReturn.VISITS, "new", LocalDate.of(2018, 12, 3), BigDecimal.TEN, "Yes", "West")
                : one);

        figures.forEach((figure, before) -> {
            if (before.isGiven() && ADDED_UP.contains(figure.substring(0, figure.indexOf(' ')))) {
                assertThat(more.get(figure).count()).as(figure).isGreaterThanOrEqualTo(before.count());
            }
        });
        assertThat(more.get("VISITS west  month").count())
                .isEqualByComparingTo(figures.get("VISITS west  month").count().add(BigDecimal.ONE));
        assertThat(more.get("VISITS north  month")).isEqualTo(figures.get("VISITS north  month"));
    }

    private static Map<String, Figure> without(Map<String, Figure> figures, String indicator) {
        return figures.entrySet().stream()
                .filter(figure -> !figure.getKey().startsWith(indicator + " "))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Figure> deliveredWith(java.util.function.UnaryOperator<GeneratedReturn> change) {
        return figuresOf(delivered(folder, returns.stream().map(change).toList()));
    }

    private static Installation delivered(Path folder, List<GeneratedReturn> returns) {
        Installation installation = installed(folder);
        put(installation, returns);
        return run(installation, DECEMBER);
    }

    private static Installation installed(Path folder) {
        return Installation.empty(folder, Path.of("src/test/resources/relations/catalogue"));
    }

    /** A file that is there already stays: written again it would be another, as it says when it was written. */
    private static void put(Installation installation, List<GeneratedReturn> returns) {
        for (int i = 0; i < returns.size(); i++) {
            Path file = installation.input().resolve(i + ".xlsx");
            if (!Files.exists(file)) {
                returns.get(i).saveAs(file);
            }
        }
    }

    /** Takes in the returns of all months and publishes the one: the figures of others are not compared. */
    private static Installation run(Installation installation, YearMonth month) {
        Installation.Answer answer = installation.command("run", "--period", month.toString());
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).doesNotContain("FAILED").doesNotContain("To correct");
        return installation;
    }

    /** The figures of the newest run, by indicator, organisation, authority and timing. */
    private static Map<String, Figure> figuresOf(Installation installation) {
        Map<String, byte[]> published = new TreeMap<>(installation.publications());
        String newest = published.keySet().stream()
                .filter(file -> file.endsWith("/data/indicators.csv"))
                .max(String::compareTo)
                .orElseThrow();
        try (var csv = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(published.get(newest), StandardCharsets.UTF_8)))) {
            Map<String, Figure> figures = new LinkedHashMap<>();
            for (CSVRecord row : csv) {
                figures.put(
                        row.get("indicator") + " " + row.get("organisation") + " " + row.get("authority") + " "
                                + row.get("timing"),
                        new Figure(row.get("numerator"), row.get("denominator"), row.get("value")));
            }
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
