package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.api.Trigger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class SecondOpinionRunTests {

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void install() {
        installation = Installation.empty(folder);
    }

    @Test
    void everyFigureOfTheSampleReturnsComesOutTheSameTwice() throws Exception {
        makeEveryIndicatorAHeadline();
        FileSystemUtils.copyRecursively(Path.of("input"), installation.input());

        Installation.Answer answer = installation.command("run");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).doesNotContain("FAILED");
        assertThat(query("select count(*) from second_opinion where figures > 0"))
                .isNotEqualTo(List.of("0"));
        // What was not worked out twice has no figure that could be: it is withheld, or the rows do not say the
        // council.
        assertThat(query("select distinct v.indicator from indicator_value v left join second_opinion s"
                        + " on s.run = v.run and s.indicator = v.indicator"
                        + " where s.indicator is null and v.status <> 'x'"))
                .isEmpty();
    }

    private void makeEveryIndicatorAHeadline() throws IOException {
        try (Stream<Path> files = Files.list(installation.catalogue().resolve("indicators"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replaceAll("(?m)^  headline: true\n", "");
                Files.writeString(file, text.replaceAll("(?m)^(  timing: .*)$", "$1\n  headline: true"));
            }
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection ledger = ledger();
                var statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private Connection ledger() throws SQLException {
        Path file = installation.output().resolve("ledger/scrutineer").toAbsolutePath();
        return DriverManager.getConnection("jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE", "", "");
    }

    /** A fault between the calculation and the ledger: the numerator of one figure is one more than it should be. */
    public static final class OneMore implements Trigger {

        private static final String SQL = "update indicator_value set numerator = numerator + 1"
                + " where run = ? and indicator = 'AS01' and organisation = 'frt1' and timing = 'month'";

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
            try (PreparedStatement update = connection.prepareStatement(SQL)) {
                update.setObject(1, after[0]);
                update.executeUpdate();
            }
        }
    }
}
