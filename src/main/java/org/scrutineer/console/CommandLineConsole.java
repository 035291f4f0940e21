package org.scrutineer.console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.OperatingSystemAccount;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.locks.WorkInProgressException;
import org.scrutineer.pipeline.RunRefusedException;
import org.scrutineer.pipeline.Troubles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;

/** The command line: finds the command, runs it, and says how it ended. */
public final class CommandLineConsole {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLineConsole.class);

    private CommandLineConsole() {}

    /**
     * Runs a command.
     *
     * @param application the class the Spring application starts from
     * @return 0 done; 1 done with findings, where that was asked for; 2 wrong command line or configuration, nothing
     *     done; 3 failed
     */
    public static int execute(Class<?> application, String... arguments) {
        // Figures and dates look the same on every machine; POI writes the default locale into charts.
        Locale.setDefault(Locale.UK);
        // H2 listens for a second process of ours; nobody else is to reach it.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        // Until a command opens something that writes a log, nothing is logged: the terminal is for sentences.
        LoggingSystem.get(CommandLineConsole.class.getClassLoader()).beforeInitialize();
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return commandLine(application, new OperatingSystemAccount(), out, err).execute(arguments);
    }

    /** For whoever mends it; on the terminal only where there is no log. */
    private static void log(Exception failure, CommandLine command) {
        var root = (ScrutineerCommand) command.getCommandSpec().root().userObject();
        if (LOG.isErrorEnabled() || root.workplace().openLog()) {
            LOG.error("the command failed", failure);
        } else {
            failure.printStackTrace(command.getErr());
        }
    }

    static CommandLine commandLine(Class<?> application, Actor actor, PrintWriter out, PrintWriter err) {
        return new CommandLine(new ScrutineerCommand(application, actor))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAllowSubcommandsAsOptionParameters(true)
                .setParameterExceptionHandler(CommandLineConsole::told)
                .setExecutionExceptionHandler((failure, command, parsed) -> told(failure, command));
    }

    /** A command line that cannot be understood. */
    private static int told(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(failure.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, command.getErr())) {
            command.usage(command.getErr());
        }
        return told(
                ExitCode.WRONG_CONFIGURATION,
                List.of(String.valueOf(failure.getMessage())),
                List.of(arguments).contains(TellingCommand.JSON),
                command);
    }

    private static int told(Exception failure, CommandLine command) {
        var told = new ArrayList<String>();
        int exitCode = told(failure, command, told);
        told.forEach(command.getErr()::println);
        boolean json = Optional.ofNullable(command.getCommandSpec().findOption(TellingCommand.JSON))
                .map(option -> Boolean.TRUE.equals(option.getValue()))
                .orElse(false);
        return told(exitCode, told.stream().map(String::strip).toList(), json, command);
    }

    /** Whoever reads JSON is told in JSON. */
    private static int told(int exitCode, List<String> sentences, boolean json, CommandLine command) {
        if (json) {
            command.getOut().println(OutcomeJson.failed(exitCode, sentences));
        }
        return exitCode;
    }

    private static int told(Exception failure, CommandLine command, List<String> told) {
        if (failure instanceof MistakenCatalogueException mistaken) {
            told.add("The catalogue has " + Words.count(mistaken.problems().size(), "mistake") + "; nothing was done:");
            for (CatalogueProblem problem : mistaken.problems()) {
                told.add("  " + problem.sentence());
            }
            return ExitCode.WRONG_CONFIGURATION;
        }
        if (failure instanceof WrongCommandException || failure instanceof RunRefusedException) {
            told.addAll(String.valueOf(failure.getMessage()).lines().toList());
            return ExitCode.WRONG_CONFIGURATION;
        }
        Optional<String> setting = WrongSetting.in(failure);
        if (setting.isPresent()) {
            told.addAll(setting.get().lines().toList());
            return ExitCode.WRONG_CONFIGURATION;
        }
        if (failure instanceof WorkInProgressException) {
            told.add("Not started: " + failure.getMessage() + ". " + RunSummary.UNTIL_THEN);
            return ExitCode.FAILED;
        }
        // What could not be opened says itself why; Spring says only which of its parts that was.
        Throwable reason = failure instanceof BeansException beans ? beans.getMostSpecificCause() : failure;
        told.add("Failed: " + Troubles.sentence(reason));
        log(failure, command);
        return ExitCode.FAILED;
    }
}
