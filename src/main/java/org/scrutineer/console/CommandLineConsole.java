package org.scrutineer.console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
                .setExecutionExceptionHandler((failure, command, parsed) -> told(failure, command));
    }

    private static int told(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof MistakenCatalogueException mistaken) {
            err.println(
                    "The catalogue has " + Words.count(mistaken.problems().size(), "mistake") + "; nothing was done:");
            for (CatalogueProblem problem : mistaken.problems()) {
                err.println("  " + problem.sentence());
            }
            return ExitCode.WRONG_CONFIGURATION;
        }
        if (failure instanceof WrongCommandException || failure instanceof RunRefusedException) {
            err.println(failure.getMessage());
            return ExitCode.WRONG_CONFIGURATION;
        }
        Optional<String> setting = WrongSetting.in(failure);
        if (setting.isPresent()) {
            err.println(setting.get());
            return ExitCode.WRONG_CONFIGURATION;
        }
        if (failure instanceof WorkInProgressException) {
            err.println("Not started: " + failure.getMessage() + ". " + RunSummary.UNTIL_THEN);
            return ExitCode.FAILED;
        }
        // What could not be opened says itself why; Spring says only which of its parts that was.
        Throwable reason = failure instanceof BeansException beans ? beans.getMostSpecificCause() : failure;
        err.println("Failed: " + Troubles.sentence(reason));
        log(failure, command);
        return ExitCode.FAILED;
    }
}
