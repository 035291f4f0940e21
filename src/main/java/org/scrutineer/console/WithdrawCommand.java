package org.scrutineer.console;

import java.io.IOException;
import java.util.List;
import org.scrutineer.distribution.Issuing;
import org.scrutineer.distribution.NotReleasedException;
import org.scrutineer.distribution.Releasing;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "withdraw",
        description = "Takes back what was issued, or is to be, and tells everyone who got it with the next send.",
        footer = {
            "",
            "Example:",
            "  scrutineer withdraw --period 2018-12 --audience committee --reason \"the denominator of AS01 was wrong\""
        })
final class WithdrawCommand extends TellingCommand {

    @Mixin
    private PublicationChoice publications = new PublicationChoice();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "why; it is kept, and told to everyone who got it: no personal data")
    String reason = "";

    @Override
    public Integer call() throws IOException {
        if (reason.isBlank()) {
            throw new WrongCommandException("Say why it is withdrawn: --reason \"…\".");
        }
        try (ConfigurableApplicationContext context = workplace().open()) {
            List<Issuing.Issue> withdrawn = context.getBean(Releasing.class)
                    .withdraw(publications.period(context), publications.audience(), reason.strip());
            tell(() -> OutcomeJson.withdrawn(withdrawn), () -> withdrawn.forEach(this::print));
            return ExitCode.DONE;
        } catch (NotReleasedException e) {
            throw new WrongCommandException("Nothing was withdrawn.\n" + e.getMessage());
        }
    }

    private void print(Issuing.Issue withdrawn) {
        out().println("Withdrawn: " + withdrawn.release().subject() + ".");
        ReleaseText.notTold(withdrawn).ifPresent(out()::println);
    }
}
