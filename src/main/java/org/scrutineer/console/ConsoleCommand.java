package org.scrutineer.console;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.pipeline.Statuses;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has: somewhere to print, and the folders the program was called with. */
abstract class ConsoleCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("not started from a command line");
        }
        return spec;
    }

    PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /**
     * A period as somebody typed it, of which there is something.
     *
     * @throws WrongCommandException where it is none, or there are neither returns nor runs of it, with the nearest there is
     */
    static ReportingPeriod known(String typed, ConfigurableApplicationContext context) {
        ReportingPeriod period = RunCommand.read(typed);
        context.getBean(Statuses.class).nothingOf(period).ifPresent(sentence -> {
            throw new WrongCommandException(sentence);
        });
        return period;
    }

    Workplace workplace() {
        return ((ScrutineerCommand) spec().root().userObject()).workplace();
    }
}
