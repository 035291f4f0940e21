package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second run of a period says of the figures it prints otherwise. */
class RestatementRunTests {

    @TempDir
    static Path folder;

    private static Installation installation;

    @BeforeAll
    static void runsAgain() throws IOException {
        installation = Installation.afterRunOf(folder, "2018-12/FRT2 Dec 18.xlsx");
        change("targets.csv", "AS01,2014-04,90,85", "AS01,2014-04,70,65");
        installation.receiving("2018-12/FRT2 Dec 18 CORRECTED.xlsx");
        installation.command("run");
    }

    private static void change(String file, String from, String to) throws IOException {
        Path path = installation.catalogue().resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private static List<String> restated(int run, String organisation, String indicator) {
        return new String(
                        installation.publications().get("2018-12/run-000" + run + "/trust/data/restatements.csv"),
                        StandardCharsets.UTF_8)
                .lines()
                .filter(line ->
                        line.startsWith("2018-12," + organisation + ",") && line.contains(",," + indicator + ","))
                .toList();
    }

    @Test
    void sayWhatAFigureWasWhatItIsAndWhyInTheData() {
        assertThat(restated(2, "first-response-2", "AS05"))
                .containsExactly("2018-12,first-response-2,First Response Team 2,team,,AS05,Child seen during the"
                        + " assessment,month,81.7204301075,81.25,-0.4,,,Red,Red,false,corrected");
        assertThat(restated(2, "first-response-2", "AS01"))
                .containsExactly(
                        "2018-12,first-response-2,First Response Team 2,team,,AS01,Assessments completed within 45"
                                + " working days,month,66.6666666667,66.6666666667,0.0,,,Red,Amber,true,target");
    }

    @Test
    void markWhatIsMaterialOnTheSheetsAndInTheData() {
        assertThat(status(2, "first-response-2", "AS01")).isEqualTo("r");
        assertThat(status(2, "first-response-2", "AS05")).isEmpty();
    }

    private static String status(int run, String organisation, String indicator) {
        return new String(
                        installation.publications().get("2018-12/run-000" + run + "/trust/data/indicators.csv"),
                        StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("2018-12," + organisation + ",")
                        && line.contains(",," + indicator + ",")
                        && line.contains(",month,"))
                .map(line -> line.split(",")[12])
                .findFirst()
                .orElseThrow();
    }
}
