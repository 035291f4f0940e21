package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

class FindingsCommandTests {

    @TempDir
    Path folder;

    @Test
    void itListsFindingsOfAllTeamsAndFilesThatAreNoReturns() throws IOException {
        Installation installation = Installation.empty(folder)
                .receiving("2021-12/CIC2_2021-12.xlsx")
                .receiving("2021-12/QA audits Q3 2021-22.xlsx");
        Files.writeString(installation.input().resolve("letter.xlsx"), "Dear all");
        installation.command("run");

        JsonNode all = findings(installation, "--severity", "info");

        assertThat(all).hasSizeGreaterThan(1);
        assertThat(all.get(0).propertyNames())
                .containsExactly(
                        "kind",
                        "period",
                        "team",
                        "return_type",
                        "verdict",
                        "rule",
                        "severity",
                        "file",
                        "sheet",
                        "cell",
                        "found",
                        "expected",
                        "remedy",
                        "also",
                        "waiver",
                        "months",
                        "since_last_attempt");
        assertThat(all.get(0).path("team").asString()).isEqualTo("Children in Care Team 2");
        JsonNode letter = all.get(all.size() - 1);
        assertThat(all.get(0).path("kind").asString()).isEqualTo("return");
        assertThat(letter.path("kind").asString()).isEqualTo("file");
        assertThat(letter.path("team").isNull()).isTrue();
        assertThat(letter.path("rule").asString()).isEqualTo("plain-text");
        assertThat(letter.path("verdict").asString()).isEqualTo("refused");
        assertThat(findings(installation, "--rule", "plain-text")).hasSize(1);
        assertThat(findings(installation, "--period", "2021-12", "--rule", "plain-text"))
                .isEmpty();
        assertThat(findings(installation, "--team", "QA")).isEmpty();
        assertThat(findings(installation, "--severity", "error"))
                .hasSizeLessThan(findings(installation).size() + 1)
                .allSatisfy(one -> assertThat(one.path("severity").asString()).isIn("block", "error"));
        Path workbook = folder.resolve("findings.xlsx");
        assertThat(installation
                        .command("findings", "--severity", "info", "--workbook", workbook.toString())
                        .out())
                .isEqualTo(all.size() + " lines written to " + workbook + "." + System.lineSeparator());
        assertThat(Sheets.of(workbook, "Findings")).hasSize(4 + all.size());
        assertThat(installation.command("findings", "--workbook", workbook.toString()))
                .isEqualTo(new Installation.Answer(
                        2, "", "There is a file " + workbook + " already. Name another." + System.lineSeparator()));
    }

    @Test
    void aTableOrCsvOrJsonButNotTwo() {
        Installation.Answer answer = Installation.withSampleReturns(folder).command("findings", "--csv", "--json");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(JsonMapper.shared().readTree(answer.out()).at("/error/sentences"))
                .singleElement()
                .isEqualTo(StringNode.valueOf("Either --csv or --json, not both."));
    }

    @ParameterizedTest
    @CsvSource({
        "=1+1, '''=1+1'",
        "+44, '''+44'",
        "-1, '''-1'",
        "@now, '''@now'",
        "'\t=1', '''\t=1'",
        "＝1, '''＝1'",
        "＋1, '''＋1'",
        "－1, '''－1'",
        "＠x, '''＠x'",
        "A-1, A-1",
        "'', ''"
    })
    void aTextThatBeginsLikeAFormulaIsMadeText(String found, String written) {
        assertThat(FindingsCsv.safe(found)).isEqualTo(written);
    }

    private static JsonNode findings(Installation installation, String... options) {
        var words = new java.util.ArrayList<>(java.util.List.of("findings", "--json"));
        words.addAll(java.util.List.of(options));
        return JsonMapper.shared()
                .readTree(installation.command(words.toArray(String[]::new)).out());
    }
}
