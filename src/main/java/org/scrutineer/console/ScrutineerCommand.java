package org.scrutineer.console;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself; without a command it runs. */
@Command(
        name = "scrutineer",
        description = "Turns the Excel returns of many teams into performance figures a committee can trust.",
        synopsisSubcommandLabel = "[COMMAND]",
        sortOptions = false,
        subcommands = {
            RunCommand.class,
            RerunCommand.class,
            PreviewCommand.class,
            ServeCommand.class,
            StatusCommand.class,
            FindingsCommand.class,
            CheckCommand.class,
            AmendCommand.class,
            ExcludeCommand.class,
            OutturnCommand.class,
            TemplateCommand.class,
            TraceCommand.class,
            AnswerCommand.class,
            ApproveCommand.class,
            SendCommand.class,
            WithdrawCommand.class,
            VerifyCommand.class,
            LintCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RetentionCommand.class,
            FindChildCommand.class,
            AuditCommand.class,
            CatalogueCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "Without a command it runs: returns in, figures out. Examples:",
            "  scrutineer",
            "  scrutineer check \"FRT1 Dec 18.xlsx\"",
            "  scrutineer --input /srv/returns --output /srv/scrutineer run --period 2018-12",
            "",
            "Ends with 0 done, also with returns to correct; 2 wrong command or configuration, nothing done; 3 failed."
        })
final class ScrutineerCommand extends ConsoleCommand {

    private final Class<?> application;
    private final Actor actor;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the folder returns arrive in, searched to any depth (input)")
    @Nullable
    Path input;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the folder for archive, records, ledger and publications (output)")
    @Nullable
    Path output;

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the folder that says what is expected (config/catalogue)")
    @Nullable
    Path catalogue;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "shows this help")
    boolean help;

    ScrutineerCommand(Class<?> application, Actor actor) {
        this.application = application;
        this.actor = actor;
    }

    @Override
    Workplace workplace() {
        Map<String, Object> overrides = new LinkedHashMap<>();
        put(overrides, "folders.input", input);
        put(overrides, "folders.output", output);
        put(overrides, "folders.catalogue", catalogue);
        return new Workplace(application, actor, overrides, spec().commandLine().getErr());
    }

    private static void put(Map<String, Object> overrides, String name, @Nullable Path folder) {
        if (folder != null) {
            overrides.put(name, folder.toString());
        }
    }

    @Override
    public Integer call() {
        return Objects.requireNonNull(spec().commandLine().getSubcommands().get("run"))
                .execute();
    }
}
