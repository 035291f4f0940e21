package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Organisation.Role;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.commentary.CommentaryRequests;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.templates.Templates;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "template",
        description =
                "Writes blank returns for a team to fill in: its cover, its sheets, drop-down lists and guidance.",
        footer = {
            "",
            "Examples:",
            "  scrutineer template --team \"First Response Team 1\" --period 2018-12",
            "  scrutineer template --all --period 2018-12",
            "",
            "A template is never written over another file; one that may have been filled in stays as it is."
        })
final class TemplateCommand extends TellingCommand {

    @Option(names = "--team", paramLabel = "TEAM", description = "the team it is for, by name, alias or id")
    @Nullable
    String team;

    @Option(names = "--all", description = "for every team")
    boolean all;

    @Option(names = "--type", paramLabel = "TYPE", description = "this type of return alone, e.g. team-performance")
    @Nullable
    String type;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "the month it is for, e.g. 2018-12; without it the team enters the month")
    @Nullable
    String period;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "the folder to write to (the folder templates of each team in output/teams)")
    @Nullable
    Path to;

    @Override
    public Integer call() throws IOException {
        if (all == (team != null)) {
            throw new WrongCommandException("For which team? Give --team TEAM, or --all for every team.");
        }
        Optional<ReportingPeriod> month = Optional.ofNullable(period).map(RunCommand::read);
        Workplace workplace = workplace();
        Folders folders = workplace.folders();
        Catalogue catalogue = workplace.soundCatalogue(folders);
        Optional<ReturnType> only = Optional.ofNullable(type).map(name -> type(name, catalogue));
        if (only.filter(ReturnType::isSentByRoles).isPresent()) {
            return askRoles(only.get(), workplace, folders, catalogue, month);
        }
        List<Team> teams = team == null ? teams(catalogue, month) : List.of(team(team, catalogue, month));
        var results = new ArrayList<Templates.Result>();
        var templates = new Templates(catalogue);
        for (Team owing : teams) {
            Path folder = to != null
                    ? to
                    : folders.output().resolve("teams").resolve(owing.id()).resolve("templates");
            for (ReturnType owed : types(owing, only, catalogue)) {
                results.add(templates.write(owed, owing, month, folder));
            }
        }
        tell(() -> OutcomeJson.templates(results, List.of()), () -> results.forEach(result -> print(result, out())));
        return results.stream().anyMatch(result -> result.outcome() == Templates.Outcome.LEFT_ALONE)
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }

    /** Asks those who answer for indicators about the figures of the newest run of a month. */
    private Integer askRoles(
            ReturnType asked,
            Workplace workplace,
            Folders folders,
            Catalogue catalogue,
            Optional<ReportingPeriod> month)
            throws IOException {
        ReportingPeriod about = month.orElseThrow(() -> new WrongCommandException(
                "For which month? Give --period; explanations are asked for the figures of a month."));
        List<Role> roles = team == null ? catalogue.owners() : List.of(role(team, catalogue));
        try (ConfigurableApplicationContext context = workplace.open()) {
            var requests = context.getBean(CommentaryRequests.class);
            known(about.toString(), context);
            Run run = context.getBean(Runs.class)
                    .newest(about)
                    .orElseThrow(() -> new WrongCommandException(
                            "There are no figures of " + about.title() + " to explain yet; start a run first."));
            var results = new ArrayList<Templates.Result>();
            var nothingToExplain = new ArrayList<Role>();
            for (Role role : roles) {
                Path folder = to != null
                        ? to
                        : folders.output().resolve("teams").resolve(role.id()).resolve("templates");
                Path file = folder.resolve(asked.id() + "-" + role.id() + "-" + about + ".xlsx");
                requests.write(role, run.number(), about, file)
                        .ifPresentOrElse(results::add, () -> nothingToExplain.add(role));
            }
            tell(
                    () -> OutcomeJson.templates(
                            results, nothingToExplain.stream().map(Role::name).toList()),
                    () -> {
                        results.forEach(result -> print(result, out()));
                        nothingToExplain.forEach(role -> out().println("Nothing to explain: no figure of " + role.name()
                                + " for " + about.title() + " is Red or Amber or has changed by more than chance."));
                    });
        }
        return ExitCode.DONE;
    }

    private static Role role(String name, Catalogue catalogue) {
        return catalogue.organisation().role(name).orElseThrow(() -> {
            List<String> known = catalogue.owners().stream().map(Role::name).toList();
            return new WrongCommandException("There is no role \"" + name + "\" that answers for indicators."
                    + Names.nearest(name, known)
                            .map(near -> " Did you mean " + near + "?")
                            .orElse(""));
        });
    }

    /** Those that send returns; without a month those that have not been closed. */
    private static List<Team> teams(Catalogue catalogue, Optional<ReportingPeriod> month) {
        return month.map(known -> catalogue.organisation().teams(known))
                .orElseGet(() -> catalogue.organisation().teams().stream()
                        .filter(one -> one.validTo() == null)
                        .toList());
    }

    static Team team(String name, Catalogue catalogue, Optional<ReportingPeriod> month) {
        Team found = month.flatMap(known -> catalogue.organisation().team(name, known))
                .or(() -> catalogue.organisation().team(name))
                .orElseThrow(() -> {
                    List<String> known = catalogue.organisation().teams().stream()
                            .map(Team::name)
                            .toList();
                    return new WrongCommandException("There is no team \"" + name + "\"."
                            + Names.nearest(name, known)
                                    .map(near -> " Did you mean " + near + "?")
                                    .orElse(""));
                });
        month.filter(known -> !found.existsOn(known.lastDay())).ifPresent(known -> {
            throw new WrongCommandException(found.name() + " was not a team in " + known.title() + ".");
        });
        return found;
    }

    private static ReturnType type(String name, Catalogue catalogue) {
        return catalogue
                .returnType(name)
                .orElseThrow(() -> new WrongCommandException("There is no type of return \"" + name + "\"; there are: "
                        + String.join(
                                ", ",
                                catalogue.returnTypes().stream()
                                        .map(ReturnType::id)
                                        .toList())
                        + "."
                        + Names.nearest(
                                        name,
                                        catalogue.returnTypes().stream()
                                                .map(ReturnType::id)
                                                .toList())
                                .map(near -> " Did you mean " + near + "?")
                                .orElse("")));
    }

    private List<ReturnType> types(Team owing, Optional<ReturnType> only, Catalogue catalogue) {
        only.filter(ReturnType::isKnownByItsSheets).ifPresent(one -> {
            throw new WrongCommandException(
                    one.name() + " has no template here: it is a workbook of another body, known by"
                            + " its sheets, and needs no Return sheet.");
        });
        if (only.filter(ReturnType::isSentAtWill).isPresent()) {
            return only.stream().toList();
        }
        List<ReturnType> owed = catalogue.returnTypes().stream()
                .filter(one -> owing.owes().containsKey(one.id()))
                .toList();
        List<ReturnType> wanted = owed.stream()
                .filter(one -> only.isEmpty() || only.get().equals(one))
                .toList();
        if (wanted.isEmpty() && !all) {
            throw new WrongCommandException(owing.name()
                    + (owed.isEmpty()
                            ? " sends no returns."
                            : " sends no " + only.map(ReturnType::id).orElse("return") + "; it sends: "
                                    + String.join(
                                            ", ",
                                            owed.stream().map(ReturnType::id).toList())
                                    + "."));
        }
        return wanted;
    }

    private static void print(Templates.Result result, PrintWriter out) {
        Path file = RunSummary.relative(result.file());
        out.println(
                switch (result.outcome()) {
                    case WRITTEN -> "Written: " + file;
                    case UNCHANGED -> "There already, and the same: " + file;
                    case LEFT_ALONE ->
                        "NOT written, as another file has this name and may be filled in; move it, or give --to: "
                                + file;
                });
    }
}
