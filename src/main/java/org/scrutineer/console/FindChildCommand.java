package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.persons.HeldAbout;
import org.scrutineer.persons.PersonNumber;
import org.scrutineer.persons.PersonSearch;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "find-child",
        aliases = "find-person",
        description =
                "Finds all that is held about a child or another person: cells of received files, whether they count or"
                        + " not, quotations in the ledger, answers to teams, files left in the folders, backups.",
        footer = {
            "",
            "Examples:",
            "  scrutineer find-child C0123 --reason \"Subject access request 2023-114\"",
            "  scrutineer find-child C0123 --reason \"Subject access request 2023-114\" --json",
            "",
            "Capital and small letters, and zeros before a number, make no difference. Who asked, when and why is kept in",
            "the audit trail, with a hash of the number in its place. Files in the drop folder that no run has taken in yet",
            "are not searched. \"trace --file … --cell …\" tells the figures that a cell feeds."
        })
final class FindChildCommand extends ConsoleCommand {

    @Parameters(paramLabel = "ID", description = "the number, as returns have it")
    String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why it is asked for; it is kept")
    String reason = "";

    @Option(names = "--json", description = "prints JSON")
    boolean json;

    @Override
    public Integer call() throws IOException {
        if (id.isBlank() || reason.isBlank()) {
            throw new WrongCommandException(
                    "Whom, and why? Give the number and --reason \"…\", neither of them empty.");
        }
        var number = new PersonNumber(id);
        try (ConfigurableApplicationContext context = workplace().open()) {
            HeldAbout held = context.getBean(PersonSearch.class).about(number);
            // Before anything is shown.
            context.getBean(AuditTrail.class)
                    .record(
                            context.getBean(Actor.class).account(),
                            "person-sought",
                            "person " + number.trace(),
                            reason,
                            Map.of(
                                    "files", Integer.toString(held.files().size()),
                                    "quotations", Integer.toString(held.quoted().size())));
            if (json) {
                out().println(PersonJson.heldAbout(number, held));
            } else {
                print(number, held, out());
            }
        }
        return ExitCode.DONE;
    }

    private static void print(PersonNumber number, HeldAbout held, PrintWriter out) {
        if (held.isEmpty()) {
            out.println("Nothing is held about " + number.asked() + ".");
        }
        for (HeldAbout.ReceivedFile file : held.files()) {
            out.println(file.name()
                    + (file.team() == null ? "" : ", " + file.team())
                    + (file.period() == null ? "" : ", " + file.period().title())
                    + ", " + file.state() + " [sha256 " + file.sha256() + "]");
            file.cells()
                    .forEach(cell -> out.println("  sheet " + cell.sheet() + ", cell " + cell.cell() + ": "
                            + cell.match().words()
                            + (cell.column() == null ? ", not asked for there" : ", read as " + cell.column())
                            + (cell.counts() ? ", in a row that was accepted" : "")));
            out.println(
                    file.runs().isEmpty()
                            ? "  No figure is made from this file."
                            : "  Figures are made from this file in run "
                                    + file.runs().stream().map(String::valueOf).collect(Collectors.joining(", "))
                                    + ".");
            file.copies().forEach(copy -> out.println("  A copy is in " + RunSummary.relative(copy)));
        }
        if (!held.quoted().isEmpty()) {
            out.println("In the ledger");
            held.quoted()
                    .forEach(quote -> out.println(
                            "  " + quote.where() + ": " + quote.match().words()));
        }
        print("In files beside", held.besides(), out);
        print("In backups", held.backups(), out);
        if (!held.notSearched().isEmpty()) {
            out.println("Nobody can look into these; open them by hand");
            held.notSearched().forEach(file -> out.println("  " + file));
        }
    }

    private static void print(String title, List<Path> files, PrintWriter out) {
        if (!files.isEmpty()) {
            out.println(title);
            files.forEach(file -> out.println("  " + RunSummary.relative(file)));
        }
    }
}
