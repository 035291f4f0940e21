package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.pipeline.FindingsFilter;
import org.scrutineer.pipeline.OpenFindings;
import org.scrutineer.pipeline.ReportedFinding;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "findings",
        description = "Lists what teams have to correct or confirm, across teams and periods.",
        footer = {
            "",
            "Examples:",
            "  scrutineer findings --period 2018-12",
            "  scrutineer findings --team \"Children in Care Team 2\" --severity error",
            "  scrutineer findings --csv > findings.csv",
            "",
            "Findings of a return that a later, accepted one made up for are left out."
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

    @Option(names = "--json", description = "prints JSON")
    boolean json;

    @Override
    public Integer call() throws IOException {
        if (csv && json) {
            throw new WrongCommandException("Either --csv or --json, not both.");
        }
        Optional<ReportingPeriod> only = Optional.ofNullable(period).map(RunCommand::read);
        PrintWriter out = out();
        try (ConfigurableApplicationContext context = workplace().open()) {
            Catalogue catalogue = context.getBean(Catalogue.class);
            Optional<String> teamId = Optional.ofNullable(team)
                    .map(name -> TemplateCommand.team(name, catalogue, only).id());
            List<ReportedFinding> findings = context.getBean(OpenFindings.class)
                    .of(new FindingsFilter(only, teamId, severity, Optional.ofNullable(rule)));
            if (json) {
                out.println(Json.findings(findings));
            } else if (csv) {
                FindingsCsv.print(findings, out);
            } else {
                FindingsTable.print(findings, out);
            }
        }
        return ExitCode.DONE;
    }
}
