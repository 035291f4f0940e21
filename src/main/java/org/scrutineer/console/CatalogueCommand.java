package org.scrutineer.console;

import java.io.IOException;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import picocli.CommandLine.Command;

@Command(
        name = "catalogue",
        description = "Looks after the catalogue: what is expected, and how figures are defined.",
        subcommands = {CatalogueCommand.Check.class, PersonalDataCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class CatalogueCommand extends ConsoleCommand {

    @Override
    public Integer call() {
        throw new WrongCommandException(
                "Which? There are: scrutineer catalogue check, scrutineer catalogue personal-data");
    }

    @Command(
            name = "check",
            description = "Tells every mistake in the catalogue, with file and line.",
            footer = {"", "Example:", "  scrutineer --catalogue /srv/catalogue catalogue check"})
    static final class Check extends TellingCommand {

        @Override
        public Integer call() throws IOException {
            Workplace workplace = workplace();
            Folders folders = workplace.folders();
            Catalogue catalogue = workplace.catalogue(folders);
            tell(() -> OutcomeJson.sound(folders, catalogue), () -> print(folders, catalogue));
            return ExitCode.DONE;
        }

        private void print(Folders folders, Catalogue catalogue) {
            out().println("The catalogue in " + folders.catalogue() + " is sound: "
                    + Words.count(catalogue.organisation().teams().size(), "team") + ", "
                    + Words.count(catalogue.returnTypes().size(), "return type") + ", "
                    + Words.count(catalogue.datasets().size(), "dataset") + ", "
                    + Words.count(
                            catalogue.indicators().stream()
                                    .map(Indicator::id)
                                    .distinct()
                                    .count(),
                            "indicator") + ", "
                    + Words.count(catalogue.targets().size(), "target") + ".");
        }
    }
}
