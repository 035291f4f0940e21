package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.TestWorkbook.aWorkbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two offices that send the same list, both for Cedar Ward: its beds count once, in both ways of working figures out. */
class ToldTwiceTests {

    @TempDir
    Path folder;

    @Test
    void whatTwoSendersTellOfOneTeamCountsOnceAndIsTold() throws IOException {
        var installation = Installation.empty(folder, Path.of("src/test/resources/hospitals"));
        change(
                installation.catalogue().resolve("organisation.yaml"),
                "teams:",
                "teams:\n  - {id: night-office, name: Night Office, service: operations, owes: {beds: [beds]}}");
        change(installation.catalogue().resolve("organisation.yaml"), "minimum-coverage: 50", "minimum-coverage: 1");
        change(
                installation.catalogue().resolve("indicators/wards.yaml"),
                "per: {from: beds, sum: bed_days}",
                "headline: true\n  per: {from: beds, sum: bed_days}");
        beds(installation, "bed office.xlsx", "Bed Office", 6, "Ward 1", 600, "Cedar Ward", 500);
        beds(installation, "night office.xlsx", "Night Office", 7, "Cedar Ward", 700, "Elm Ward", 400);
        aWorkbook()
                .sheet("Return")
                .row(1, "Return type", "ward")
                .row(2, "Template version", "1")
                .row(3, "Team", "Birch Ward")
                .row(4, "Period", "December 2024")
                .row(5, "Prepared on", LocalDate.of(2025, 1, 6))
                .row(6, "Nothing to report for", "Stays, Staffing")
                .sheet("Falls")
                .row(1, "Report number", "Day of the fall", "Harm")
                .row(2, "F1", LocalDate.of(2024, 12, 3), "Some harm")
                .saveAs(installation.input().resolve("birch.xlsx"));

        var run = installation.command();

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(
                        installation.output().resolve("publications/2024-12/run-0001/board/data/indicators.csv")))
                .contains("HO03,Falls with harm,\"rate per 10,000\",month,1,1700,5.8823529412,p");
        assertThat(installation
                        .command("findings", "--csv", "--rule", "told-by-two-returns")
                        .out()
                        .lines()
                        .skip(1))
                .containsExactly("across returns,2024-12,\"Bed Office, Night Office\",,bed office.xlsx,,warning,"
                        + "told-by-two-returns,Beds,A3,1 row of Beds,\"rows that no other return tells: night office.xlsx,"
                        + " which was prepared last, has it for the same team too, and only those count\",\"Agree which"
                        + " return is to tell of the team, and leave its rows out of the other.\",,,,");
    }

    private static void beds(Installation installation, String file, String team, int preparedOn, Object... wards)
            throws IOException {
        aWorkbook()
                .sheet("Return")
                .row(1, "Return type", "beds")
                .row(2, "Template version", "1")
                .row(3, "Team", team)
                .row(4, "Period", "December 2024")
                .row(5, "Prepared on", LocalDate.of(2025, 1, preparedOn))
                .sheet("Beds")
                .row(1, "Ward", "Bed days")
                .row(2, wards[0], wards[1])
                .row(3, wards[2], wards[3])
                .saveAs(installation.input().resolve(file));
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
