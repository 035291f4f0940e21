package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.RetentionRule;
import org.scrutineer.catalogue.RetentionRule.What;
import org.scrutineer.retention.Due;
import org.scrutineer.retention.Retention;
import org.scrutineer.retention.RetentionPlan;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "retention",
        description =
                "Deletes what the rules in retention.yaml say is not kept any longer, in every copy: received files,"
                        + " rows, cells quoted in the ledger, answers to teams, internal data, mails, backups, and the drop folder"
                        + " where a rule says so. Figures that were published stay.",
        footer = {
            "",
            "Examples:",
            "  scrutineer retention --preview",
            "  scrutineer retention",
            "",
            "Rows stay as long as a figure of several months needs them, whatever the rule. A deleted return is never read",
            "again, and \"trace\" says when and by which rule it was deleted. There is no way back but a backup."
        })
final class RetentionCommand extends ConsoleCommand {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    @Option(names = "--preview", description = "shows what would be deleted, and deletes nothing")
    boolean preview;

    @Option(names = "--json", description = "prints JSON")
    boolean json;

    @Override
    public Integer call() throws IOException {
        try (ConfigurableApplicationContext context = workplace().open()) {
            Retention retention = context.getBean(Retention.class);
            if (preview) {
                print(retention.plan());
                return ExitCode.DONE;
            }
            Retention.Outcome outcome = retention.apply();
            if (outcome instanceof Retention.Outcome.Refused refused) {
                throw new WrongCommandException(refused.sentence());
            }
            print(((Retention.Outcome.Deleted) outcome).plan());
            return ExitCode.DONE;
        }
    }

    private void print(RetentionPlan plan) {
        if (json) {
            out().println(PersonJson.retention(plan, !preview));
        } else {
            print(plan, out());
        }
    }

    private void print(RetentionPlan plan, PrintWriter out) {
        if (plan.due().isEmpty()) {
            out.println("Nothing is due by any rule.");
        }
        Map<RetentionRule, List<Due>> byRule =
                plan.due().stream().collect(Collectors.groupingBy(Due::rule, LinkedHashMap::new, Collectors.toList()));
        byRule.forEach((rule, due) -> {
            out.println((preview ? "Due by rule " : "Deleted by rule ") + rule.title() + ": "
                    + rule.what().words() + ", " + Words.number(due.size()));
            due.forEach(one -> out.println("  " + one.title() + ", kept until " + DAY.format(one.keptUntil())));
        });
        for (RetentionPlan.Longer longer : plan.longer()) {
            out.println("Stays beyond rule " + longer.rule().title() + ": " + longer.title()
                    + (longer.keptUntil().equals(LocalDate.MAX) ? "" : ", until " + DAY.format(longer.keptUntil()))
                    + ", as " + longer.because() + ".");
        }
        if (!plan.withoutRule().isEmpty()) {
            out.println("No rule says how long these are kept, and they stay: "
                    + plan.withoutRule().stream().map(What::words).collect(Collectors.joining(", ")) + ".");
        }
        plan.notices().forEach(out::println);
    }
}
