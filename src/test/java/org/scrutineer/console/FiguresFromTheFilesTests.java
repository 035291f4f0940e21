package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published figures of the sample returns, worked out for every team from the files themselves: read by Apache POI, by
 * the definitions as they were published, with nothing of the program.
 */
class FiguresFromTheFilesTests {

    /** Days that are not worked, of the months the samples' assessments lie in. */
    private static final Set<LocalDate> BANK_HOLIDAYS = Set.of(
            LocalDate.of(2018, 1, 1),
            LocalDate.of(2018, 3, 30),
            LocalDate.of(2018, 4, 2),
            LocalDate.of(2018, 5, 7),
            LocalDate.of(2018, 5, 28),
            LocalDate.of(2018, 8, 27),
            LocalDate.of(2018, 12, 25),
            LocalDate.of(2018, 12, 26),
            LocalDate.of(2021, 1, 1),
            LocalDate.of(2021, 4, 2),
            LocalDate.of(2021, 4, 5),
            LocalDate.of(2021, 5, 3),
            LocalDate.of(2021, 5, 31),
            LocalDate.of(2021, 8, 30),
            LocalDate.of(2021, 12, 27),
            LocalDate.of(2021, 12, 28));

    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "d/M/uuuu", "d.M.uuuu", "d MMM uuuu", "d-MMM-uuuu", "uuuu-M-d")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH))
            .toList();

    private static final DateTimeFormatter SHORT_YEAR = new DateTimeFormatterBuilder()
            .appendPattern("d/M/")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
            .toFormatter(Locale.ENGLISH);

    /** Its return for December 2018 has rows that are kept out until they are corrected: the file alone tells more. */
    private static final String WITH_ROWS_KEPT_OUT = "2018-12 SG West";

    private static final Set<String> UNALLOCATED = Set.of("", "tbc", "n/a", "#n/a", "unallocated", "none", "-");

    /** As Excel shows it; one for all cells, as making one takes longer than using it. */
    private static final DataFormatter SHOWN = new DataFormatter(Locale.UK);

    @TempDir
    static Path folder;

    private static final Map<String, List<CSVRecord>> PUBLISHED = new HashMap<>();

    @BeforeAll
    static void publish() throws IOException {
        Installation installation = Installation.afterSampleReturns(folder).installation();
        for (Map.Entry<String, byte[]> file : installation.publications().entrySet()) {
            if (file.getKey().endsWith("/trust/data/indicators.csv")) {
                try (var csv = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(new String(file.getValue(), StandardCharsets.UTF_8)))) {
                    PUBLISHED.put(file.getKey().substring(0, 7), csv.getRecords());
                }
            }
        }
    }

    /** A row of a sheet: its cells by their headers, in lower case. */
    private record Line(Map<String, Cell> cells) {

        /** The cell under the first header that has one of these words in it. */
        Cell cell(String... words) {
            for (String word : words) {
                for (Map.Entry<String, Cell> cell : cells.entrySet()) {
                    if (cell.getKey().contains(word)) {
                        return cell.getValue();
                    }
                }
            }
            return null;
        }

        String text(String... words) {
            Cell cell = cell(words);
            return cell == null ? "" : SHOWN.formatCellValue(cell).strip();
        }

        LocalDate date(String... words) {
            Cell cell = cell(words);
            if (cell == null) {
                return null;
            }
            if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
                return cell.getLocalDateTimeCellValue().toLocalDate();
            }
            String text = text(words);
            for (DateTimeFormatter form :
                    Stream.concat(DATES.stream(), Stream.of(SHORT_YEAR)).toList()) {
                try {
                    return LocalDate.parse(text, form);
                } catch (DateTimeParseException notThisForm) {
                    // the next one may be
                }
            }
            return null;
        }

        boolean isUnallocated() {
            return UNALLOCATED.contains(text("worker").toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @CsvSource({"2018-12", "2021-12"})
    void everyTeamsFiguresAreThoseOfItsFile(String period) {
        LocalDate end = LocalDate.parse(period + "-31");
        LocalDate start = LocalDate.parse(period + "-01");
        var compared = new TreeMap<String, String>();
        newestReturns(period).forEach((team, sheets) -> {
            if (WITH_ROWS_KEPT_OUT.equals(period + " " + team)) {
                return;
            }
            Predicate<Line> open = line -> isOpen(line, end, "start", "authoris", "complet");
            List<Line> assessments = sheets.getOrDefault("assessments", List.of());
            List<Line> authorised = assessments.stream()
                    .filter(line -> isWithin(line.date("authoris", "complet"), start, end))
                    .toList();
            count(
                    compared,
                    period,
                    "AS01",
                    "month",
                    team,
                    assessments,
                    authorised.stream()
                            .filter(line -> workingDays(line.date("start"), line.date("authoris", "complet")) <= 45)
                            .count(),
                    (long) authorised.size());
            long openNow = assessments.stream().filter(open).count();
            count(compared, period, "AS02", "snapshot", team, assessments, openNow, null);
            count(
                    compared,
                    period,
                    "AS04",
                    "snapshot",
                    team,
                    assessments,
                    assessments.stream()
                            .filter(open)
                            .filter(Line::isUnallocated)
                            .count(),
                    null);
            List<Line> inNeed = sheets.getOrDefault("children in need", List.of()).stream()
                    .filter(line -> isOpen(line, end, "start", "clos"))
                    .toList();
            count(
                    compared,
                    period,
                    "CN02",
                    "snapshot",
                    team,
                    inNeed,
                    inNeed.stream()
                            .filter(line -> isWithin(line.date("last seen"), end.minusDays(28), end))
                            .count(),
                    (long) inNeed.size());
            List<Line> plans = sheets.getOrDefault("child protection", List.of()).stream()
                    .filter(line -> isOpen(line, end, "start", "end date"))
                    .toList();
            count(
                    compared,
                    period,
                    "CP06",
                    "snapshot",
                    team,
                    plans,
                    plans.stream()
                            .filter(line -> isWithin(line.date("visit"), end.minusDays(28), end))
                            .count(),
                    (long) plans.size());
        });
        assertThat(compared).hasSizeGreaterThan(15);
        assertThat(compared.entrySet()).allSatisfy(figure -> {
            String[] both = figure.getValue().split(" and ");
            assertThat(both[0]).as(figure.getKey()).isEqualTo(both[1]);
        });
    }

    private static void count(
            Map<String, String> compared,
            String period,
            String indicator,
            String timing,
            String team,
            List<Line> lines,
            long numerator,
            Long denominator) {
        if (lines.isEmpty()) {
            return;
        }
        CSVRecord published = PUBLISHED.get(period).stream()
                .filter(record -> record.get("indicator").equals(indicator)
                        && record.get("timing").equals(timing)
                        && record.get("level").equals("team")
                        && record.get("authority").isEmpty()
                        && isCalled(record, team))
                .findFirst()
                .orElseThrow(() -> new AssertionError(indicator + " of " + team));
        compared.put(
                indicator + " of " + team,
                numerator + "/" + Objects.toString(denominator, "") + " and " + plain(published.get("numerator")) + "/"
                        + plain(published.get("denominator")));
    }

    private static String plain(String number) {
        return number.isEmpty() ? "" : new BigDecimal(number).toBigInteger().toString();
    }

    /** The names that teams sign with, shortened by hand as people shorten them. */
    private static boolean isCalled(CSVRecord record, String team) {
        String name = record.get("organisation_name");
        String written = team.replaceAll("^FRT ?", "First Response Team ")
                .replaceAll("^First Response (\\d)$", "First Response Team $1")
                .replaceAll("^SG ", "Safeguarding Team ")
                .replaceAll("^DCT$", "Disabled Children Team")
                .replaceAll("^(LAC|CIC) Team ", "Children in Care Team ");
        return name.equals(written);
    }

    private static boolean isOpen(Line line, LocalDate end, String started, String... ended) {
        LocalDate first = line.date(started);
        LocalDate last = line.date(ended);
        return first != null && !first.isAfter(end) && (last == null || last.isAfter(end));
    }

    private static boolean isWithin(LocalDate day, LocalDate first, LocalDate last) {
        return day != null && !day.isBefore(first) && !day.isAfter(last);
    }

    /** The start, moved to a day that is worked, is day 0. */
    private static long workingDays(LocalDate start, LocalDate end) {
        LocalDate first = start;
        while (!isWorked(first)) {
            first = first.plusDays(1);
        }
        return first.plusDays(1)
                .datesUntil(end.isBefore(first) ? first.plusDays(1) : end.plusDays(1))
                .filter(FiguresFromTheFilesTests::isWorked)
                .count();
    }

    private static boolean isWorked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !BANK_HOLIDAYS.contains(day);
    }

    /** For each team the lines of its newest return of performance, by what the sheet is about. */
    private static Map<String, Map<String, List<Line>>> newestReturns(String period) {
        Map<String, LocalDate> preparedOn = new HashMap<>();
        Map<String, Map<String, List<Line>>> returns = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(Path.of("input", period))) {
            for (Path file : files.sorted().toList()) {
                try (Workbook workbook = WorkbookFactory.create(new File(file.toString()), null, true)) {
                    Sheet identity = workbook.getSheetAt(0);
                    String type = identity.getRow(0).getCell(1).toString();
                    String team = identity.getRow(2).getCell(1).toString().strip();
                    LocalDate prepared =
                            new Line(Map.of("prepared", identity.getRow(5).getCell(1))).date("prepared");
                    if (type.toLowerCase(Locale.ROOT).startsWith("team")
                            && (!preparedOn.containsKey(team) || prepared.isAfter(preparedOn.get(team)))) {
                        preparedOn.put(team, prepared);
                        returns.put(team, sheets(workbook));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return returns;
    }

    private static Map<String, List<Line>> sheets(Workbook workbook) {
        Map<String, List<Line>> sheets = new HashMap<>();
        for (Sheet sheet : workbook) {
            String name = sheet.getSheetName().toLowerCase(Locale.ROOT);
            String about = name.contains("assessment")
                    ? "assessments"
                    : name.equals("cin") || name.contains("in need")
                            ? "children in need"
                            : name.contains("protection") || name.equals("cp plans") ? "child protection" : name;
            sheets.put(about, lines(sheet));
        }
        return sheets;
    }

    private static List<Line> lines(Sheet sheet) {
        var lines = new ArrayList<Line>();
        Map<Integer, String> headers = new LinkedHashMap<>();
        for (Row row : sheet) {
            if (headers.isEmpty()) {
                if (row.getCell(0) != null && row.getCell(0).toString().matches("Child.*ID")) {
                    row.forEach(cell ->
                            headers.put(cell.getColumnIndex(), cell.toString().toLowerCase(Locale.ROOT)));
                }
                continue;
            }
            Map<String, Cell> cells = new LinkedHashMap<>();
            headers.forEach((column, header) -> {
                Cell cell = row.getCell(column);
                if (cell != null && cell.getCellType() != CellType.BLANK) {
                    cells.put(header, cell);
                }
            });
            var line = new Line(cells);
            if (!line.text("child").isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
