package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.workbook.FilledForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplateCommandTests {

    private static final LocalDate IN_DECEMBER = LocalDate.of(2018, 12, 3);
    private static final LocalDate IN_2006 = LocalDate.of(2006, 5, 8);

    @TempDir
    Path folder;

    @Test
    void aFilledTemplateOfEveryTeamIsAcceptedWithoutAFinding() throws Exception {
        List<Path> filled = templates((form, sheets, team) -> {
            for (Dataset dataset : sheets) {
                for (int row = 1; row <= 3; row++) {
                    form.row(dataset.sheets().get(0), row, values(dataset, team, row));
                }
            }
        });

        assertAcceptedWithoutAFinding(filled);
    }

    @Test
    void anEmptyTemplateWithNothingToReportForAnySheetIsAcceptedWithoutAFinding() throws Exception {
        List<Path> filled = templates((form, sheets, team) -> form.type(
                "Return",
                "B8",
                sheets.stream().map(dataset -> dataset.sheets().get(0)).collect(Collectors.joining(", "))));

        assertAcceptedWithoutAFinding(filled);
    }

    @Test
    void aTemplateIsWrittenWhereItsTeamFindsIt() {
        Installation.Answer answer =
                Installation.withSampleReturns(folder).command("template", "--team", "frt1", "--period", "Dec 2018");

        Path file = folder.resolve(
                "output/teams/first-response-1/templates/team-performance-first-response-1-2018-12.xlsx");
        assertThat(answer).isEqualTo(new Installation.Answer(0, "Written: " + file + System.lineSeparator(), ""));
        assertThat(file).isRegularFile();
        assertThat(folder.resolve("output/ledger")).doesNotExist();
    }

    @Test
    void theSameTemplateIsTheSameBytesAndIsSaidToBeThere() {
        Installation installation = Installation.withSampleReturns(folder);
        installation.command("template", "--all");
        Map<String, byte[]> first = Installation.files(folder);

        Installation.Answer again = installation.command("template", "--all");

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("There already, and the same: ").doesNotContain("Written");
        assertThat(Installation.files(folder)).containsExactlyEntriesOf(first).hasSize(15);
    }

    @Test
    void aTemplateThatSomebodyFilledInIsLeftAlone() throws IOException {
        Installation installation = Installation.withSampleReturns(folder);
        installation.command("template", "--team", "Finance", "--to", folder.toString());
        Path file = folder.resolve("finance-finance.xlsx");
        Files.writeString(file, "filled in");

        Installation.Answer answer = installation.command("template", "--team", "Finance", "--to", folder.toString());

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.out())
                .isEqualTo("NOT written, as another file has this name and may be filled in; move it, or give --to: "
                        + file + System.lineSeparator());
        assertThat(file).hasContent("filled in");
    }

    @Test
    void aTeamThatIsNoneIsToldWithTheNearest() {
        Installation installation = Installation.withSampleReturns(folder);

        assertThat(installation
                        .command("template", "--team", "Safegarding Team North")
                        .err())
                .isEqualTo("There is no team \"Safegarding Team North\". Did you mean Safeguarding Team North?"
                        + System.lineSeparator());
        assertThat(installation.command("template", "--team", "Finance", "--type", "workforce"))
                .isEqualTo(new Installation.Answer(
                        2, "", "Finance sends no workforce; it sends: finance." + System.lineSeparator()));
        assertThat(installation
                        .command("template", "--team", "Finance", "--type", "annex-a")
                        .err())
                .isEqualTo("Annex A child-level data has no template here: it is a workbook of another body, known by"
                        + " its sheets, and needs no Return sheet." + System.lineSeparator());
        assertThat(installation.command("template").err())
                .isEqualTo("For which team? Give --team TEAM, or --all for every team." + System.lineSeparator());
        assertThat(installation.output()).doesNotExist();
    }

    /** Fills in a template as a person does. */
    @FunctionalInterface
    private interface Filling {
        void fill(FilledForm form, List<Dataset> sheets, Team team);
    }

    /** Every team's templates for December 2018, each filled in. */
    private List<Path> templates(Filling filling) throws Exception {
        Path blank = folder.resolve("blank");
        Installation installation = Installation.withSampleReturns(folder);
        assertThat(installation
                        .command("template", "--all", "--period", "2018-12", "--to", blank.toString())
                        .exitCode())
                .isZero();
        Catalogue catalogue = ((CatalogueReading.Read) CatalogueReader.read(Path.of("config/catalogue"))).catalogue();
        var filled = new ArrayList<Path>();
        for (Team team : catalogue.organisation().teams()) {
            for (String owed : team.owes().keySet()) {
                ReturnType type = catalogue.returnType(owed).orElseThrow();
                String name = type.id() + "-" + team.id() + "-2018-12.xlsx";
                try (FilledForm form = FilledForm.of(blank.resolve(name))) {
                    form.type("Return", "B6", "A. Person").type("Return", "B7", LocalDate.of(2019, 1, 8));
                    filling.fill(
                            form,
                            type.datasets().stream()
                                    .filter(dataset -> team.owes(type.id(), dataset.id()))
                                    .toList(),
                            team);
                    filled.add(form.saveAs(folder.resolve(name)));
                }
            }
        }
        try (Stream<Path> files = Files.list(blank)) {
            assertThat(files).hasSameSizeAs(filled);
        }
        return filled;
    }

    private void assertAcceptedWithoutAFinding(List<Path> files) {
        var words = new ArrayList<>(List.of("check", "--json"));
        files.forEach(file -> words.add(file.toString()));
        Installation.Answer answer = Installation.withSampleReturns(folder).command(words.toArray(String[]::new));
        JsonNode checked = JsonMapper.shared().readTree(answer.out());

        assertThat(checked).hasSameSizeAs(files);
        assertThat(checked).allSatisfy(file -> {
            assertThat(file.path("findings")).as(file.path("file").asString()).isEmpty();
            assertThat(file.path("verdict").asString()).isEqualTo("accepted");
        });
    }

    /**
     * A row that keeps every rule: all on one day but the review of a plan, which cannot be held on the day it starts;
     * the conference that was held was necessary; of a child of 12, each row of a kind of its own where the kind is what
     * makes a row, and no more of anything than there must be.
     */
    private static List<Object> values(Dataset dataset, Team team, int row) {
        return dataset.columns().stream()
                .<Object>map(column ->
                        column.name().equals(dataset.teamColumn()) ? team.name() : value(dataset, column, row))
                .toList();
    }

    private static Object value(Dataset dataset, Column column, int row) {
        BigDecimal least = column.min() == null ? BigDecimal.ZERO : column.min();
        return switch (column.type()) {
            case TEXT -> "00" + row;
            case CODE ->
                column.preferred(List.copyOf(column.codes().keySet())
                        .get(dataset.key().equals(List.of(column.name())) ? row - 1 : 0));
            case MONTH -> "2018-12";
            case YES_NO -> column.name().equals("unnecessary") ? "No" : "Yes";
            case DATE ->
                switch (column.name()) {
                    case "date_of_birth" -> IN_2006;
                    case "latest_review" -> IN_DECEMBER.plusDays(1);
                    default -> IN_DECEMBER;
                };
            case DATETIME -> IN_DECEMBER.atTime(14, 5);
            case INTEGER, DECIMAL, MONEY -> least;
        };
    }
}
