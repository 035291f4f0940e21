package org.scrutineer.console;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    Workplace workplace() {
        return ((ScrutineerCommand) spec().root().userObject()).workplace();
    }
}
