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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Calendar;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;

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
    @CsvSource({
        "2024-12-16, 2025-02-19, 44",
        "2024-12-16, 2025-02-20, 45",
        "2024-12-16, 2025-02-21, 46",
        "2025-04-14, 2025-06-18, 43",
        "2025-04-14, 2025-06-20, 45",
        "2026-07-01, 2026-09-02, 44",
        "2026-07-01, 2026-09-03, 45",
        "2026-12-18, 2027-01-11, 13",
        "2024-12-16, 2025-01-09, 15",
        "2025-04-14, 2025-05-15, 20",
        "2018-03-29, 2018-04-03, 1",
        "2018-03-30, 2018-04-03, 1",
        "2018-03-31, 2018-04-03, 1",
        "2018-12-08, 2018-12-09, 0",
        "2018-12-12, 2018-12-12, 0",
        "2018-12-17, 2018-12-10, -5",
        "1900-01-01, 1900-01-02, 1",
        "2100-12-30, 2100-12-31, 1",
        "1899-12-31, 2018-12-31, ",
        "2018-12-31, 1899-12-31, ",
        "2018-12-31, 2101-01-01, ",
        ", 2018-12-31, ",
        "2018-12-31, , "
    })
    void countsWorkingDaysAfterTheFirstDayUpToTheLast(String from, String to, Integer days) throws SQLException {
        assertThat(asked("select working_days(" + date(from) + ", " + date(to) + ")"))
                .containsExactly(days);
    }

    @Test
    void countsThemAsTheCalendarDoes() throws SQLException {
        var chance = new Random(4);
        var days = new ArrayList<Integer>();
        var pairs = new ArrayList<String>();
        for (int i = 0; i < 500; i++) {
            LocalDate from = LocalDate.of(2012, 1, 1).plusDays(chance.nextInt(7000));
            LocalDate to = from.plusDays(chance.nextInt(400) - 100);
            days.add(calendar.workingDays(from, to));
            pairs.add("(" + i + ", " + date(from.toString()) + ", " + date(to.toString()) + ")");
        }

        assertThat(asked("select working_days(a, b) from (values " + String.join(", ", pairs)
                        + ") as pairs (i, a, b) order by i"))
                .isEqualTo(days);
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
