package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Calendar;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.catalogue.DayCount;

class EngineTests {

    @TempDir
    static Path folder;

    private static Calendar calendar;
    private static Engine engine;

    @BeforeAll
    static void opensAnEngineBesideASecret() throws IOException, SQLException {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        calendar = ((CatalogueReading.Read) CatalogueReader.read(Path.of("config/catalogue")))
                .catalogue()
                .calendar();
        engine =
                Engine.open(RecordsProperties.defaults(folder.resolve("records").toString()), calendar);
        Files.createSymbolicLink(folder.resolve("records/link.txt"), folder.resolve("secret.txt"));
    }

    @AfterAll
    static void closesIt() throws SQLException {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_text('/etc/passwd')",
                "select * from read_csv('/etc/passwd')",
                "select * from '/etc/passwd'",
                "select * from read_text('{folder}/secret.txt')",
                "select * from read_text('{folder}/records/../secret.txt')",
                "select * from read_text('{folder}/records/link.txt')",
                "select * from glob('{folder}/*')",
                "select * from read_csv('http://localhost:9/x.csv')",
                "copy (select 1) to '{folder}/out.csv'",
                "attach '{folder}/out.db'",
                "export database '{folder}/out'",
                "import database '{folder}/out'",
                "set threads = 1",
                "set enable_external_access = true",
                "set lock_configuration = false",
                "set allowed_directories = ['/']",
                "set TimeZone = 'Asia/Kolkata'",
                "pragma enable_profiling",
                "install httpfs",
                "load httpfs"
            })
    void maySeeAndChangeNothingOutsideItsFolder(String sql) {
        assertThatThrownBy(() -> engine.execute(sql.replace("{folder}", folder.toString())))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching(
                        "(?s).*(disabled by configuration|does not exist|has been locked|cannot be loaded|disabled through configuration).*");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("secret.txt", "records");
    }

    @Test
    void mayReadAndWriteInItsFolder() throws SQLException {
        String file = Engine.literal(folder.resolve("records/it's mine.parquet").toString());
        engine.execute("copy (select 42 as answer) to " + file + " (format parquet)");

        assertThat(asked("select answer from read_parquet(" + file + ")")).containsExactly(42);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/day-counts.csv", numLinesToSkip = 1)
    void countsByEachConvention(String from, String to, Integer weekdays, Integer usual, Integer inclusive)
            throws SQLException {
        String dates = "(" + date(from) + ", " + date(to) + ")";

        assertThat(asked("select weekdays" + dates)).containsExactly(weekdays);
        assertThat(asked("select working_days" + dates)).containsExactly(usual);
        assertThat(asked("select working_days_inclusive" + dates)).containsExactly(inclusive);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/due-dates.csv", numLinesToSkip = 1)
    void givesTheLastDayThatIsInTime(String start, int days, LocalDate due) throws SQLException {
        assertThat(asked("select working_day_after(" + date(start) + ", " + days + ") - date '1970-01-01'"))
                .containsExactly((int) due.toEpochDay());
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01, 1900-01-02, 1",
        "2100-12-30, 2100-12-31, 1",
        "1899-12-31, 2018-12-31, ",
        "2018-12-31, 1899-12-31, ",
        "2018-12-31, 2101-01-01, ",
        ", 2018-12-31, ",
        "2018-12-31, , ",
        ", , "
    })
    void givesNothingForADateThatIsNoneOrNotOfThisTime(String from, String to, Integer days) throws SQLException {
        String dates = "(" + date(from) + ", " + date(to) + ")";

        assertThat(asked("select working_days" + dates)).containsExactly(days);
        assertThat(asked("select weekdays" + dates)).containsExactly(days);
        assertThat(asked("select working_days_inclusive" + dates)).containsExactly(days == null ? null : days + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date '1899-12-31', 5",
                "date '2101-01-01', 0",
                "date '2100-12-31', 1",
                "date '2018-12-31', -1",
                "date '2018-12-31', null",
                "null, 5"
            })
    void givesNoDueDateOutsideTheCalendar(String arguments) throws SQLException {
        assertThat(asked("select count(working_day_after(" + arguments + "))")).containsExactly(0);
    }

    @ParameterizedTest
    @EnumSource
    void countsAsTheCalendarDoes(DayCount convention) throws SQLException {
        var chance = new Random(4);
        var days = new ArrayList<Integer>();
        var pairs = new ArrayList<String>();
        for (int i = 0; i < 500; i++) {
            LocalDate from = LocalDate.of(2012, 1, 1).plusDays(chance.nextInt(7000));
            LocalDate to = from.plusDays(chance.nextInt(400) - 100);
            days.add(calendar.count(convention, from, to));
            pairs.add("(" + i + ", " + date(from.toString()) + ", " + date(to.toString()) + ")");
        }

        assertThat(asked("select " + convention.function() + "(a, b) from (values " + String.join(", ", pairs)
                        + ") as pairs (i, a, b) order by i"))
                .isEqualTo(days);
    }

    @Test
    void givesDueDatesAsTheCalendarDoes() throws SQLException {
        var chance = new Random(5);
        var due = new ArrayList<Integer>();
        var starts = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            LocalDate start = LocalDate.of(2012, 1, 1).plusDays(chance.nextInt(7000));
            int days = chance.nextInt(60);
            due.add((int) calendar.workingDayAfter(start, days).toEpochDay());
            starts.add("(" + i + ", " + date(start.toString()) + ", " + days + ")");
        }

        assertThat(asked("select working_day_after(a, n) - date '1970-01-01' from (values " + String.join(", ", starts)
                        + ") as starts (i, a, n) order by i"))
                .isEqualTo(due);
    }

    @Test
    void countsThemInConditionsWithTextsAndTimesAndOnOtherConnections() throws SQLException {
        assertThat(asked("select count(*) filter (where working_days('2018-12-03', seen) <= 2) from"
                        + " (values (timestamp '2018-12-05 23:59'), (timestamp '2018-12-06 00:00')) as visits (seen)"))
                .containsExactly(1);
    }

    private static String date(String day) {
        return day == null ? "null" : "date '" + day + "'";
    }

    private static List<Integer> asked(String sql) throws SQLException {
        try (var connection = engine.connect();
                Statement statement = connection.createStatement();
                var results = statement.executeQuery(sql)) {
            var numbers = new ArrayList<Integer>();
            while (results.next()) {
                Object number = results.getObject(1);
                numbers.add(number == null ? null : ((Number) number).intValue());
            }
            return numbers;
        }
    }
}
