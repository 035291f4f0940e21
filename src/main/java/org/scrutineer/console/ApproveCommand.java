package org.scrutineer.console;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.distribution.Moments;
import org.scrutineer.distribution.NotReleasedException;
import org.scrutineer.distribution.Release;
import org.scrutineer.distribution.Releasing;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "approve",
        description =
                "Approves what a run published, so that it is issued by the next send, or once its embargo has passed.",
        footer = {
            "",
            "Examples:",
            "  scrutineer approve --period 2018-12",
            "  scrutineer approve --period 2018-12 --audience committee --embargo 2019-01-30T09:30",
            "",
            "Who may approve stands in the catalogue, by the account of the operating system; nobody approves what he or",
            "she has run. It is refused while anything is open that the publication is blocked by."
        })
final class ApproveCommand extends TellingCommand {

    @Mixin
    private PublicationChoice publications = new PublicationChoice();

    @Option(
            names = "--embargo",
            paramLabel = "TIME",
            description = "not issued before, as clocks in the United Kingdom show it, e.g. 2019-01-30T09:30")
    @Nullable
    String embargo;

    @Override
    public Integer call() throws IOException {
        try (ConfigurableApplicationContext context = workplace().open()) {
            Releasing.Approved approved = context.getBean(Releasing.class)
                    .approve(publications.period(context), publications.audience(), until());
            tell(() -> OutcomeJson.approved(approved), () -> print(approved));
            return ExitCode.DONE;
        } catch (NotReleasedException e) {
            throw new WrongCommandException("Nothing was approved.\n" + e.getMessage());
        }
    }

    private void print(Releasing.Approved approved) {
        for (Release release : approved.releases()) {
            out().println("Approved: " + ReleaseText.of(release) + ".");
        }
        approved.known().forEach(known -> out().println("Known: " + known));
        out().println("The command send issues it.");
    }

    private Optional<Instant> until() throws NotReleasedException {
        return embargo == null ? Optional.empty() : Optional.of(Moments.read(embargo));
    }
}
