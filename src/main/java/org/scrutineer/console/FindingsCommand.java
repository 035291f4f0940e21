package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.pipeline.FindingsFilter;
import org.scrutineer.pipeline.OpenFindings;
import org.scrutineer.pipeline.ReportedDiscrepancy;
import org.scrutineer.pipeline.ReportedFinding;
import org.scrutineer.workbook.ListWriter;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "findings",
        description =
                "Lists what teams have to correct or confirm, across teams and periods, and the questions that only"
                        + " show across returns.",
        footer = {
            "",
            "Examples:",
            "  scrutineer findings --period 2018-12",
            "  scrutineer findings --team \"Children in Care Team 2\" --severity error",
            "  scrutineer findings --csv > findings.csv",
            "  scrutineer findings --severity info --workbook findings.xlsx",
            "",
            "Findings of a return that a later, accepted one made up for are left out. Questions across returns are",
            "those of each period's newest run."
        })
final class FindingsCommand extends ConsoleCommand {

    @Option(names = "--period", paramLabel = "PERIOD", description = "those of this period alone, e.g. 2018-12")
    @Nullable
    String period;

    @Option(names = "--team", paramLabel = "TEAM", description = "those of this team alone, by name, alias or id")
    @Nullable
    String team;

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            description = "this severity and worse: block, error, warning, query or info (query)")
    Severity severity = Severity.QUERY;

    @Option(names = "--rule", paramLabel = "RULE", description = "those of this rule alone, e.g. date-expected")
    @Nullable
    String rule;

    @Option(names = "--csv", description = "prints CSV")
    boolean csv;

    @Option(
            names = "--workbook",
            paramLabel = "FILE",
            description = "writes them into this new workbook (.xlsx) instead of printing them")
    @Nullable
    Path workbook;

    @Option(names = "--json", description = "prints JSON")
    boolean json;

    @Override
    public Integer call() throws IOException {
        if (csv && json) {
            throw new WrongCommandException("Either --csv or --json, not both.");
        }
        if (workbook != null && Files.exists(workbook)) {
            throw new WrongCommandException("There is a file " + workbook + " already. Name another.");
        }
        Optional<ReportingPeriod> only = Optional.ofNullable(period).map(RunCommand::read);
        PrintWriter out = out();
        try (ConfigurableApplicationContext context = workplace().open()) {
            Catalogue catalogue = context.getBean(Catalogue.class);
            Optional<String> teamId = Optional.ofNullable(team)
                    .map(name -> TemplateCommand.team(name, catalogue, only).id());
            only.ifPresent(period -> known(period.toString(), context));
            OpenFindings open = context.getBean(OpenFindings.class);
            var filter = new FindingsFilter(only, teamId, severity, Optional.ofNullable(rule));
            List<ReportedFinding> findings = open.of(filter);
            List<ReportedDiscrepancy> acrossReturns = open.acrossReturns(filter);
            if (workbook != null) {
                String author = catalogue.organisation().name();
                int rows = ListWriter.write(
                        FindingsRows.workbook(findings, acrossReturns, author), workbook.toAbsolutePath());
                out.println(Words.count(rows, "line") + " written to " + workbook + ".");
            } else if (json) {
                out.println(FindingJson.findings(findings, acrossReturns));
            } else if (csv) {
                FindingsCsv.print(findings, acrossReturns, out);
            } else {
                FindingsTable.print(findings, acrossReturns, out);
            }
        }
        return ExitCode.DONE;
    }
}
